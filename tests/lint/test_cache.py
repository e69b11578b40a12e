"""Results kept from run to run: the same answers from all of them, whatever became of the file."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from govlint.lint.engine import run
from govlint.lint.examine import Job, examine_bytes
from govlint.lint.findings import placing
from govlint.lint.kept import recall
from govlint.lint.kept.cache import Cache
from govlint.lint.kept.plain import unpickled
from govlint.lint.map_step import WORTH_KEEPING
from govlint.lint.result import Result
from govlint.lint.settings import Settings
from govlint.page.facts import Zone
from govlint.page.model import Page
from govlint.registry import load_registry
from govlint.source.directory import open_folder

PAGE = """<html lang="zh-CN"><head><title>通知{n}</title></head><body>
<div class="nav"><a href="index.html">首页</a></div>
<ul><li><a href="{n}.html">第{n}条</a>2024-05-06</li><li><a href="gone{n}.html">丢失</a>2024-05-07</li></ul>
<img src="a{n}.png"></body></html>"""
SETTINGS = Settings(as_of=date(2024, 6, 1))
Lint = Callable[..., Result]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    for number in range(WORTH_KEEPING):
        (folder / f"{number}.html").write_text(PAGE.format(n=number), encoding="utf-8")
    (folder / "index.html").write_text(PAGE.format(n="index"), encoding="utf-8")
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "kept" / "cache.db")


@pytest.fixture
def examined(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the files that are examined in this process."""
    seen: list[str] = []

    def note(job: Job, path: str, data: bytes) -> object:
        seen.append(path)
        return examine_bytes(job, path, data)

    monkeypatch.setattr(recall, "examine_bytes", note)
    return seen


def lint(site: Path, cache: Cache | None, settings: Settings = SETTINGS) -> tuple[object, ...]:
    return run(open_folder(site), settings, load_registry(), cache=cache).findings


def test_cold_and_warm_say_what_a_run_without_a_cache_says(site: Path, cache: Cache, examined: list[str]) -> None:
    expected = lint(site, None)
    assert expected
    assert lint(site, cache) == expected
    assert len(examined) == WORTH_KEEPING + 1
    examined.clear()
    assert lint(site, Cache(cache.path)) == expected
    assert examined == []


def test_a_changed_file_alone_is_examined_again(site: Path, cache: Cache, examined: list[str]) -> None:
    lint(site, cache)
    examined.clear()
    (site / "3.html").write_text(PAGE.format(n="3").replace("gone3", "4"), encoding="utf-8")
    assert lint(site, cache) == lint(site, None)
    assert examined == ["3.html"]


def test_places_are_kept_too(site: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def note(path: str, data: bytes, job: Job) -> Page:
        opened.append(path)
        return reopened(path, data, job)

    reopened = placing._reopened
    monkeypatch.setattr(placing, "_reopened", note)
    lint(site, cache)
    assert "0.html" in opened
    opened.clear()
    assert lint(site, cache) == lint(site, cache)
    assert "0.html" not in opened  # what has a fix is placed on the page itself
    (site / "0.html").write_text("\n" + PAGE.format(n="0"), encoding="utf-8")
    found = lint(site, cache)
    assert "0.html" in opened
    assert found == lint(site, None)


@pytest.mark.parametrize(
    "settings",
    [
        SETTINGS._replace(as_of=date(2024, 6, 2)),
        SETTINGS._replace(ignore=("GOV9",)),
        SETTINGS._replace(encoding="gbk"),
        SETTINGS._replace(options=(("GOV8005", '{"words": ["第3条"]}'),)),
    ],
)
def test_other_settings_have_other_results(site: Path, cache: Cache, examined: list[str], settings: Settings) -> None:
    lint(site, cache)
    examined.clear()
    assert lint(site, cache, settings) == lint(site, None, settings)
    assert len(examined) == WORTH_KEEPING + 1


def test_a_word_list_that_changes_makes_results_old(
    site: Path, cache: Cache, tmp_path: Path, examined: list[str]
) -> None:
    words = tmp_path / "words.txt"
    words.write_text("没有这个词\n", encoding="utf-8")
    settings = SETTINGS._replace(options=(("GOV8005", f'{{"lists": ["{words}"]}}'),))
    lint(site, cache, settings)
    words.write_text("第3条\n", encoding="utf-8")
    examined.clear()
    lint(site, cache, settings)
    assert len(examined) == WORTH_KEEPING + 1


@pytest.mark.parametrize("pool", [ProcessPoolExecutor, ThreadPoolExecutor])
def test_workers_find_what_another_run_has_kept(site: Path, cache: Cache, pool: Callable[[int], Executor]) -> None:
    expected = lint(site, None)
    with pool(2) as executor:
        kept = set()
        for _ in range(2):
            found = run(open_folder(site), SETTINGS, load_registry(), executor=executor, cache=Cache(cache.path))
            assert found.findings == expected
            kept.add(cache.size().results)
    assert len(kept) == 1
    assert min(kept) > WORTH_KEEPING


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 100])
def test_a_damaged_file_is_begun_anew(site: Path, cache: Cache, damage: bytes) -> None:
    expected = lint(site, cache)
    kept = cache.size().results
    cache.close()
    for path in cache.path.parent.glob("cache.db*"):
        path.write_bytes(damage)
    again = Cache(cache.path)
    assert lint(site, again) == expected
    assert (again.problem is not None) == bool(damage)
    assert again.size().results == kept


def test_damaged_values_are_worked_out_again(site: Path, cache: Cache) -> None:
    expected = lint(site, cache)
    cache.close()
    with sqlite3.connect(cache.path) as file:
        file.execute("UPDATE results SET value = substr(value, 1, 30) WHERE rowid % 2")
    assert lint(site, Cache(cache.path)) == expected


def test_a_file_of_another_layout_is_begun_anew(site: Path, cache: Cache) -> None:
    cache.path.parent.mkdir()
    with sqlite3.connect(cache.path) as file:
        file.execute("CREATE TABLE results (something TEXT)")
        file.execute("PRAGMA user_version = 99")
    assert lint(site, cache) == lint(site, None)
    assert cache.problem is None
    assert cache.size().results > WORTH_KEEPING


def test_a_place_that_cannot_be_written_is_done_without(site: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="ascii")
    cache = Cache(tmp_path / "file" / "cache.db")
    assert lint(site, cache) == lint(site, None)
    assert cache.problem is not None


def test_two_runs_at_once_share_a_file(cache: Cache) -> None:
    other = Cache(cache.path)
    cache.keep({b"a": b"1"}, [])
    other.keep({b"b": b"2"}, [b"a"])
    assert cache.find([b"a", b"b", b"c"]) == other.find([b"b", b"a"]) == {b"a": b"1", b"b": b"2"}
    assert cache.problem is other.problem is None


def test_clearing_removes_the_file(cache: Cache) -> None:
    cache.keep({b"a": b"1"}, [])
    cache.clear()
    assert list(cache.path.parent.glob("cache.db*")) == []
    assert cache.find([b"a"]) == {}


class Command:
    """What a malicious cache would hold: an object whose unpickling runs something."""

    def __reduce__(self) -> tuple[object, ...]:
        return eval, ("1 + 1",)


@pytest.mark.parametrize("value", [Command(), print, Path("x"), [Command()]])
def test_nothing_but_plain_data_is_read(value: object) -> None:
    assert unpickled(pickle.dumps(value)) is None


@pytest.mark.parametrize("value", [(1, "a", None, frozenset({"b"})), Zone.NAV, SETTINGS])
def test_plain_data_comes_back(value: object) -> None:
    assert unpickled(pickle.dumps(value)) == value
