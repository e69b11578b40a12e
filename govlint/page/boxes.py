"""Boxes: the containers in which a page's list or text is expected, and whether anything is in them.

One page cannot tell an empty list from an empty ornament. The site can: a box that is filled on the sister pages and
hollow on this one is where this page's content should be. So every page says which boxes it has, by their signature.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from sys import intern
from typing import TYPE_CHECKING

from govlint.lazy_re import lazy_re
from govlint.page.facts import Box, Run, Zone

if TYPE_CHECKING:
    from lxml.etree import _Element

    from govlint.page.draft import Draft

_LISTS = frozenset({"ul", "ol", "dl", "tbody", "table"})
_BLOCKS = frozenset({"div", "section", "article", "main", "td", "p", "font", "span", "form", "center", "dd"})
# Class names and ids of containers that hold a list or an article; part of a name is enough ("newslist01").
_TAGS = _LISTS | _BLOCKS
_HOLDS = lazy_re(
    r"list|news|con|cont|article|zoom|text|txt|main|info|detail|right|body|data|item|wenzhang|neirong|nr|lb|lm|xl|gl",
    re.IGNORECASE,
)
_NOT_CONTENT = (Zone.HEADER, Zone.NAV, Zone.FOOTER, Zone.BREADCRUMB)
_NOTICE = 60


def find_boxes(draft: Draft) -> tuple[Box, ...]:
    """Return the boxes of the page behind *draft* outside its header, menus and footer, in document order."""
    elements, zones, ends = draft.elements, draft.zones, draft.ends
    runs = _Runs(draft.runs)
    boxes = []
    for number, tag in enumerate(draft.tags):
        if tag in _TAGS and zones[number] not in _NOT_CONTENT:
            signature = _signature(elements[number], tag)
            if signature:
                end = ends[number]
                length, notice = runs.text(number, end)
                boxes.append(Box(signature, number, runs.things(number, end), length, notice, zones[number]))
    return tuple(boxes)


class _Runs:
    """The runs of a page by the elements they stand on: those within an element are a slice of them."""

    def __init__(self, runs: Sequence[Run]) -> None:
        texts = sorted((run.at, number) for number, run in enumerate(runs) if run.kind == "text")
        self._runs = runs
        self._numbers = [number for _, number in texts]
        self._text_at = [at for at, _ in texts]
        self._length = [0, *accumulate(runs[number].length for number in self._numbers)]
        self._thing_at = sorted(run.at for run in runs if run.kind != "text")

    def things(self, first: int, last: int) -> int:
        """Return the number of links, media and fields in the elements *first* to *last*."""
        return bisect_right(self._thing_at, last) - bisect_left(self._thing_at, first)

    def text(self, first: int, last: int) -> tuple[int, str]:
        """Return the length of the text outside links in the elements *first* to *last*; where short, the text too."""
        start, end = bisect_left(self._text_at, first), bisect_right(self._text_at, last)
        length = self._length[end] - self._length[start]
        if not 0 < length <= _NOTICE:
            return length, ""
        return length, intern(" ".join([self._runs[number].text for number in sorted(self._numbers[start:end])]))


def _signature(element: _Element, tag: str) -> str:
    """Return ``tag#id.class`` for a list, and for a block whose id or class says that it holds content; else ``""``."""
    ident, classes = element.get("id") or "", element.get("class") or ""
    if ident or classes:
        return _named(tag, ident, classes)
    if tag not in _LISTS:
        return ""
    parent = element.getparent()
    name = "#." if parent is None else f"<{parent.tag!s}#{parent.get('id') or ''}.{parent.get('class') or ''}"
    return intern((tag + name)[:120])


@lru_cache(maxsize=4096)  # the names of a template stand on every page
def _named(tag: str, ident: str, classes: str) -> str:
    name = f"#{ident}.{classes}"
    return "" if tag in _BLOCKS and _HOLDS.search(name) is None else intern((tag + name)[:120])
