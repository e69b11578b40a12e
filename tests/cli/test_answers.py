"""The reports of a whole run, kept: written again where nothing has changed, made anew where anything has."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govlint.cli import check, main
from govlint.lint.engine import run

PAGE = """<html lang="zh-CN"><head><title>通知{n}</title></head><body>
<ul><li><a href="{n}.html">第{n}条</a>2024-05-06</li><li><a href="gone.html">丢失</a>2024-05-07</li></ul>
{more}</body></html>"""
PAGES = 22
Check = Callable[..., tuple[int, str, str]]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("govlint.source.stamps._GRAIN", 0)  # no file of a test is as old as a real one has to be
    folder = tmp_path / "site"
    folder.mkdir()
    for number in range(PAGES):
        write(folder, number)
    return folder


def write(folder: Path, number: int, more: str = "") -> None:
    (folder / f"{number}.html").write_text(PAGE.format(n=number, more=more), encoding="utf-8")


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the targets that were linted."""
    linted: list[str] = []

    def counted(source: object, **options: object) -> object:
        linted.append(source.name)  # type: ignore[attr-defined]
        return run(source, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(check, "run", counted)
    return linted


@pytest.fixture
def govlint(capsys: pytest.CaptureFixture[str]) -> Check:
    def checked(*options: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(["check", "site", "-j1", "--as-of", "2024-06-01", *options])
        out, err = capsys.readouterr()
        return int(str(ended.value.code)), out, err

    return checked


@pytest.mark.parametrize("options", [(), ("--format", "json"), ("--format", "text", "--format", "sarif=out.sarif")])
def test_what_has_not_changed_is_not_linted_again(
    site: Path, runs: list[str], govlint: Check, options: tuple[str, ...]
) -> None:
    first = govlint(*options)
    files = {path: path.read_bytes() for path in site.parent.glob("*.sarif")}
    for path in files:
        path.unlink()
    assert govlint(*options) == first
    assert {path: path.read_bytes() for path in site.parent.glob("*.sarif")} == files
    assert runs == ["site"]
    assert first[0] == 1


@pytest.mark.parametrize(
    "options", [("--as-of", "2024-06-02"), ("--lang", "en"), ("--format", "json"), ("--ignore", "GOV5001")]
)
def test_another_question_is_another_answer(
    site: Path, runs: list[str], govlint: Check, options: tuple[str, ...]
) -> None:
    govlint()
    assert govlint(*options) == govlint(*options, "--no-cache")
    assert runs == ["site"] * 3


def change(site: Path) -> None:
    write(site, 3, "<p>又一段</p>")


def add(site: Path) -> None:
    write(site, PAGES)


def remove(site: Path) -> None:
    (site / "3.html").unlink()


def swap(site: Path) -> None:
    """Put other bytes of the same size and the same time of writing in the place of a file."""
    file = site / "3.html"
    before = file.stat()
    file.write_bytes(file.read_bytes().replace(b"05-07", b"05-08"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def configure(site: Path) -> None:
    (site.parent / "govlint.toml").write_text('ignore = ["GOV5"]\n', encoding="utf-8")


@pytest.mark.parametrize("edit", [change, add, remove, swap, configure])
def test_what_has_changed_is_linted(site: Path, runs: list[str], govlint: Check, edit: Callable[[Path], None]) -> None:
    govlint()
    edit(site)
    assert govlint() == govlint("--no-cache")
    assert len(runs) == 3


def test_files_of_this_moment_are_not_trusted(
    site: Path, runs: list[str], govlint: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("govlint.source.stamps._GRAIN", 10**15)
    assert govlint() == govlint()
    assert len(runs) == 2


def test_a_damaged_answer_is_worked_out_again(site: Path, runs: list[str], govlint: Check) -> None:
    first = govlint()
    with sqlite3.connect(site.parent / ".govlint_cache" / "cache.db") as file:
        file.execute("UPDATE results SET value = CAST(substr(value, 1, length(value) - 9) || zeroblob(9) AS BLOB)")
    file.close()
    assert govlint() == first
    assert len(runs) == 2


def test_a_changed_file_of_govlint_makes_answers_old(
    site: Path, runs: list[str], govlint: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    govlint()
    monkeypatch.setattr("govlint.lint.kept.depends.stamps", lambda code: [str(code)])
    govlint()
    assert len(runs) == 2


@given(st.lists(st.tuples(st.sampled_from([0, 7, PAGES]), st.sampled_from(["", "<p>文</p>", None])), max_size=3))
@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_cold_warm_and_partly_warm_say_the_same(
    site: Path, govlint: Check, edits: list[tuple[int, str | None]]
) -> None:
    for number, more in [(0, ""), *edits]:
        if more is None:
            (site / f"{number}.html").unlink(missing_ok=True)
        else:
            write(site, number, more)
        said = [govlint("--format", "json", *options) for options in ((), (), ("--no-cache",))]
        assert said[0] == said[1] == said[2]
