"""Boxes: the containers in which a page's list or text is expected, and whether anything is in them.

One page cannot tell an empty list from an empty ornament. The site can: a box that is filled on the sister pages and
hollow on this one is where this page's content should be. So every page says which boxes it has, by their signature.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from sys import intern
from typing import TYPE_CHECKING

from govlint.lazy_re import lazy_re
from govlint.page.facts import Box, Zone

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
    things, length, first = _sums(draft)
    boxes = []
    for number, (tag, zone) in enumerate(zip(draft.tags, draft.zones, strict=True)):
        if tag not in _TAGS or zone in _NOT_CONTENT:
            continue
        signature = _signature(draft.elements[number], tag)
        if signature:
            notice = _texts(draft, first[number], length[number]) if 0 < length[number] <= _NOTICE else ""
            boxes.append(Box(signature, number, things[number], length[number], notice, zone))
    return tuple(boxes)


def _sums(draft: Draft) -> tuple[list[int], list[int], list[int]]:
    """Return for every element the links, media and fields in it, and of the text outside links in it the characters.

    The third is the first run of that text.
    """
    parents, none = draft.parents, len(draft.runs)
    things, length, first = [0] * len(parents), [0] * len(parents), [none] * len(parents)
    for index, (kind, _, characters, at, _, _) in enumerate(draft.runs):
        if kind == "text":
            length[at] += characters
            if index < first[at]:
                first[at] = index
        else:
            things[at] += 1
    for number in range(len(parents) - 1, -1, -1):
        above = parents[number]
        if above >= 0:
            things[above] += things[number]
            length[above] += length[number]
            if first[number] < first[above]:
                first[above] = first[number]
    return things, length, first


def _texts(draft: Draft, first: int, length: int) -> str:
    """Return the text of *length* characters from the run *first* on: what stands in one element is together."""
    texts = []
    for run in islice(draft.runs, first, None):
        if run.kind == "text":
            texts.append(run.text)
            length -= run.length
            if length <= 0:
                break
    return intern(" ".join(texts))


def _signature(element: _Element, tag: str) -> str:
    """Return ``tag#id.class`` for a list, and for a block whose id or class says that it holds content; else ``""``."""
    name = f"#{element.get('id') or ''}.{element.get('class') or ''}"
    if tag in _BLOCKS and not _holds(name):
        return ""
    parent = element.getparent()
    if name == "#." and parent is not None:
        name = f"<{parent.tag!s}#{parent.get('id') or ''}.{parent.get('class') or ''}"
    return intern((tag + name)[:120])


@lru_cache(maxsize=4096)  # the names of a template stand on every page
def _holds(name: str) -> bool:
    return _HOLDS.search(name) is not None
