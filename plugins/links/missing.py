"""Findings for missing files: one a file where it is certain, one a reason where the files cannot tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from govlint.finding import Finding, Location, Text
from govlint.lint.rule import fail, review
from govlint.site.site import Site

from .coverage import REASONS, Doubt, coverage
from .kinds import NAMES, NEVER_MISSED, FileKind, kind_of
from .places import MOST_SHOWN
from .suggest import Suggestions, missing_scheme
from .survey import Gone, State, survey
from .wording import cut, listed, on_pages

_ELSEWHERE = Text("另一个缺少的文件", "another file that is missing")


def missing_files(site: Site, wanted: Callable[[FileKind], bool]) -> Iterator[Finding]:
    """Yield what is to be said of missing files of the *wanted* kinds, the places nearest to the home page first."""
    cover = coverage(site)
    certain: list[Gone] = []
    doubtful: dict[Doubt, list[Gone]] = defaultdict(list)
    for path, gone in survey(site).gone.items():
        if wanted(kind_of(path)) and not _may_be_left_out(path):
            doubt = cover.doubt(gone)
            (certain if doubt is None else doubtful[doubt]).append(gone)
    suggestions = Suggestions(site.facts.files) if certain else None
    for gone in certain:
        yield _dead(gone, site.home.path, suggestions.likely(gone.path) if suggestions else "")
    for doubt, several in sorted(doubtful.items()):
        yield _undecided(doubt, several)


def _may_be_left_out(path: str) -> bool:
    return path.rpartition(".")[2].lower() in NEVER_MISSED


def _dead(gone: Gone, home: str, likely: str) -> Finding:
    places = gone.strongest
    what, why = _what(gone)
    pages = on_pages(places)
    host = missing_scheme(gone.path)
    if host:
        hint = Text(f"，网址前漏写了“http://”（{host}）", f"; “http://” was left out before “{host}”")
    elif likely and gone.state is State.MISSING:
        hint = Text(f"，可能应为“{cut(likely)}”", f"; “{cut(likely)}” may be meant")
    else:
        hint = Text("", "")
    message = Text(
        f"{what.zh}{why.zh}，链接打不开{hint.zh}；请修正或删除链接{pages.zh}。",
        f"{what.en} {why.en}, so the link is dead{hint.en}. Mend or remove it{pages.en}.",
    )
    first = places.first
    suggestion: dict[str, Any] = {"suggestion": likely} if likely else {}
    return fail(
        message,
        first.path,
        first.mark,
        key=gone.path,
        related=places.related(),
        target=gone.path,
        pages=places.pages,
        links=places.links,
        home=first.path == home,
        **suggestion,
    )


def _what(gone: Gone) -> tuple[Text, Text]:
    """Name the missing file, and say what is wrong with it."""
    path = cut(gone.path)
    name = NAMES[kind_of(gone.path)]
    what = Text(f"{name.zh}“{path}”", f"The {name.en} “{path}”")
    if gone.state is State.ERROR:
        return what, Text("保存下来的是错误页", "is stored as an error page")
    return what, Text("不在导出的文件中", "is not in the export")


def _undecided(doubt: Doubt, several: Sequence[Gone]) -> Finding:
    """Return one review for all files that the same *doubt* covers."""
    all_places = [gone.strongest for gone in several]
    first = all_places[0].first
    number, links = len(several), sum(places.links for places in all_places)
    names = listed([gone.path for gone in several], 2)
    missing = Text("不在导出中", "are not in the export")
    if doubt is Doubt.CASE:
        missing = Text("名称的大小写与链接不同", "have names of other letter case")
    message = Text(
        f"{links} 个链接指向的 {number} 个文件{missing.zh}（{names.zh}），请核对是否打得开。",
        f"{links} links lead to {number} files that {missing.en} ({names.en}); check whether they open.",
    )
    return review(
        message,
        first.path,
        first.mark,
        key=doubt.value,
        reason=REASONS[doubt],
        related=[Location(places.first.path, places.first.mark, _ELSEWHERE) for places in all_places[1:MOST_SHOWN]],
        targets=number,
        links=links,
    )
