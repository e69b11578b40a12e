"""What a site has published: each document once, with its column, its source and its day, and counts of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.facts import Item, PageFacts, Role, Zone
from govlint.page.table import bodies
from govlint.site.model import Column, TargetKind
from govlint.site.site import Site

_LABEL = lazy_re(
    r"(?:信息|文章|稿件|内容|新闻|文件)?来\s{0,4}源\s{0,4}[:：]\s{0,8}"
    r"(?P<source>[^\s|｜：:【】\[\]（(]{0,30})(?P<next>[:：]?)"
)
_LABEL_END = lazy_re(r"[\w\s]{0,12}[:：]")
_RUNS = 120
_FRAME = (Zone.HEADER, Zone.NAV, Zone.FOOTER)
_NO_SOURCE = frozenset({"作者", "发布时间", "时间", "日期", "点击", "浏览次数", "本站", "本网站", "发布者", "字号"})


class Published(NamedTuple):
    """One document as its column lists it.

    *column* is the deepest column that lists it, *kind* the concept of the vocabulary that the column or one above it
    is of (``""``: none), *source* what the document says of the office it comes from (``""``: nothing), *day* its
    day (None: not told), *path* the stored page (``""``: not stored).
    """

    title: str
    column: Column
    kind: str
    source: str
    day: date | None
    path: str


def published(site: Site) -> list[Published]:
    """Return what the columns of *site* list, each document once, newest first.

    A row counts where it bears a day or leads to a stored document; links to sub-columns do not.
    """
    depths = _depths(site.columns)
    columns = sorted((one for one in site.columns if one.path), key=lambda one: (-depths[one.path], -len(one.path)))
    pages_of_columns = {path for column in columns for path in (column.path, *column.pages)}
    kinds = _kinds(site.columns)
    best: dict[tuple[str, str], tuple[int, Published]] = {}
    for order, column in enumerate(columns):
        for path, item in column.items:
            there = _document(site, path, item)
            if there in pages_of_columns or (item.day is None and not there):
                continue
            key = (there, "") if there else ("", f"{item.title} {item.day}")
            rank = order if _is_home_of(column, there) else order + len(columns)
            if key not in best or rank < best[key][0]:
                source = _source(site.pages[there]) if there else ""
                made = Published(item.title, column, kinds.get(column.path, ""), source, item.day, there)
                best[key] = (rank, made)
    found = [made for _, made in best.values()]
    return sorted(found, key=lambda one: (one.day is None, -(one.day.toordinal() if one.day else 0), one.title))


def within(documents: Iterable[Published], since: date | None, until: date | None) -> list[Published]:
    """Return those of *documents* whose day is from *since* to *until*, both included; all where neither is given."""
    if since is None and until is None:
        return list(documents)
    first, last = since or date.min, until or date.max
    return [one for one in documents if one.day is not None and first <= one.day <= last]


def month_of(day: date | None) -> str:
    """Return ``2017-03``, ``""`` for no day."""
    return f"{day:%Y-%m}" if day else ""


def week_of(day: date | None) -> str:
    """Return the Monday and the Sunday of the week of *day*: ``2017-03-27/2017-04-02``, ``""`` for no day."""
    if day is None:
        return ""
    monday = date.fromordinal(max(day.toordinal() - day.weekday(), 1))
    sunday = monday + timedelta(days=6) if date.max - monday >= timedelta(days=6) else date.max
    return f"{monday.isoformat()}/{sunday.isoformat()}"


def tally(documents: Iterable[Published], of: Callable[[Published], str]) -> Sequence[tuple[str, int]]:
    """Count *documents* by *of*: the largest number first, equal ones by name."""
    return sorted(Counter(map(of, documents)).items(), key=lambda pair: (-pair[1], pair[0]))


def _document(site: Site, path: str, item: Item) -> str:
    if item.link < 0:
        return ""
    target = site.target(path, bodies(site.pages[path].links)[item.link])
    if target.kind is not TargetKind.PAGE:
        return ""
    there, _ = site.follow(target.path)
    return there if there and site.pages[there].role is Role.PAGE else ""


def _is_home_of(column: Column, document: str) -> bool:
    """Whether *document* is stored in the folder of *column*: there it was published, elsewhere it is only listed."""
    folder = column.path.rpartition("/")[0]
    return bool(folder) and document.startswith(f"{folder}/")


def _source(page: PageFacts) -> str:
    """Return the source that *page* states: its META ContentSource, else what stands behind 来源：."""
    said = (page.meta("ContentSource") or "").strip()
    if said and "{" not in said:
        return said
    runs = [run for run in bodies(page.runs) if run.zone not in _FRAME][:_RUNS]
    for number, run in enumerate(runs):
        found = _LABEL.search(run.text) if "源" in run.text else None
        if found is None:
            continue
        source = found["source"]
        if not source and number + 1 < len(runs) and found.end() == len(run.text):
            following = runs[number + 1].text[:30]
            source = "" if _LABEL_END.match(following) else following
        return "" if found["next"] or source in _NO_SOURCE or not re.search(r"\w", source) else source
    return ""


def _depths(columns: Iterable[Column]) -> Mapping[str, int]:
    parents = {column.path: column.parent for column in columns if column.path}
    return {path: sum(1 for _ in _above(path, parents)) for path in parents}


def _kinds(columns: Iterable[Column]) -> Mapping[str, str]:
    """Return the concept that each column is of, or that the nearest column above it is of."""
    columns = [column for column in columns if column.path]
    parents = {column.path: column.parent for column in columns}
    own = {column.path: min(column.concepts, default="") for column in columns}
    return {path: next((own[one] for one in (path, *_above(path, parents)) if own.get(one)), "") for path in own}


def _above(path: str, parents: Mapping[str, str]) -> Iterator[str]:
    seen = {path}
    while (path := parents.get(path, "")) and path not in seen:
        seen.add(path)
        yield path
