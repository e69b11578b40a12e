"""Letters of the public and what was done with them, as the lists of a site show it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.facts import Item, PageFacts
from govlint.site.model import Column
from govlint.site.site import Site

# A state by itself or beside a day: [办理中] 2016-11-02; never a piece of a sentence.
_OPEN = lazy_re(
    r"(?<![\u3400-\u9fff])(?:未回复|未答复|未办理|未处理|未办结|待回复|待答复|待办理|待处理|"
    r"(?:正在)?(?:处理|办理|受理|回复)中|暂未回复|尚未回复)(?![\u3400-\u9fff])"
)
_LONGEST = 40


class Letter(NamedTuple):
    """A letter in a list: the page and the row that show it, and its day."""

    path: str
    item: Item
    day: date


def unanswered(site: Site, column: Column) -> Iterator[Letter]:
    """Yield the dated letters in the lists of *column* whose row says that they wait for an answer."""
    for path in (column.path, *column.pages):
        page = site.pages[path]
        rows = sorted(page.items, key=lambda item: item.at)
        for number, item in enumerate(rows):
            end = rows[number + 1].at if number + 1 < len(rows) else None
            if item.day is not None and item.exact and _says_open(page, item, end):
                yield Letter(path, item, item.day)


def _says_open(page: PageFacts, item: Item, end: int | None) -> bool:
    """Whether a text between *item* and the next row gives a state that means: not answered."""
    return any(
        run.at >= item.at and (end is None or run.at < end) and _OPEN.search(run.text)
        for run in page.runs
        if run.kind == "text" and run.length <= _LONGEST
    )
