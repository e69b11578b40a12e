"""Packets give back the results that were put in, and share what these have alike."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest

from govlint.finding import Text
from govlint.lint.examine import Examined, Job, examine
from govlint.lint.kept.packing import _Rows, _Tables, packed, unpacked
from govlint.lint.kept.plain import unpickled
from govlint.lint.kept.sharing import Sharing
from govlint.lint.settings import Settings
from govlint.page.read import read_page
from govlint.page.table import bodies
from govlint.source.directory import open_folder
from govlint.source.model import Unread

PAGE = """<html><head><title>{n}</title></head><body><div class="nav"><a href="/a/">政务公开</a>
<a href="/b/">互动</a></div><p>{n} 号文章</p>
<ul><li><a href="{n}.html">第 {n} 条</a>2024-05-06</li></ul><img src="a.png"></body></html>"""

ROWS = _Rows((), ())
# Items of which too few columns are there.
FACTS = read_page("a.html", b"<p>x</p>").facts
FEW = pickle.dumps(([Examined("a.html", facts=FACTS)], [_Tables(ROWS, ROWS, (("x",),))], (), ()))


@pytest.fixture
def results(tmp_path: Path) -> list[Examined]:
    for number in range(5):
        (tmp_path / f"{number}.html").write_text(PAGE.format(n=number), encoding="utf-8")
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "a.js").write_text("function f() { location.href = 'a.html'; }", encoding="utf-8")
    job = Job(open_folder(tmp_path), Settings(), date(2024, 6, 1), late=True)
    names = sorted(path.name for path in tmp_path.iterdir())
    return [*examine(job, names), Examined("gone.html", unread=Unread("gone.html", Text("无", "none")))]


@pytest.mark.parametrize("read", [pickle.loads, unpickled])
def test_results_come_back_as_they_were(results: list[Examined], read: object) -> None:
    assert any(one.findings for one in results)
    assert unpacked(packed(results), Sharing(), read) == results  # type: ignore[arg-type]


def test_what_packets_have_alike_is_held_once(results: list[Examined]) -> None:
    sharing = Sharing()
    first = unpacked(packed(results[:3]), sharing)
    second = unpacked(packed(results[3:]), sharing)
    (menu, *_), (other, *_) = (bodies(one.facts.links) for one in (first[0], second[0]) if one.facts is not None)
    assert menu is other


def test_a_packet_names_things_once(results: list[Examined]) -> None:
    assert packed(results).count("政务公开".encode()) == 1


@pytest.mark.parametrize(
    "data", [b"", b"nothing", pickle.dumps(()), pickle.dumps([1, 2, 3, 4]), pickle.dumps(None), FEW]
)
def test_what_is_no_packet_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(ValueError, match="no packet"):
        unpacked(data, Sharing(), unpickled)
