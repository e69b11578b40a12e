"""Boxes: the containers in which a page's list or text is expected, and whether anything is in them.

One page cannot tell an empty list from an empty ornament. The site can: a box that is filled on the sister pages and
hollow on this one is where this page's content should be. So every page says which boxes it has, by their signature.
"""

from __future__ import annotations

import re
from sys import intern
from typing import TYPE_CHECKING

from govlint.page.facts import Box, Zone

if TYPE_CHECKING:
    from lxml.etree import _Element

    from govlint.page.draft import Draft

_LISTS = frozenset({"ul", "ol", "dl", "tbody", "table"})
_BLOCKS = frozenset({"div", "section", "article", "main", "td", "p", "font", "span", "form", "center", "dd"})
# Class names and ids of containers that hold a list or an article; part of a name is enough ("newslist01").
_HOLDS = re.compile(
    r"list|news|con|cont|article|zoom|text|txt|main|info|detail|right|body|data|item|wenzhang|neirong|nr|lb|lm|xl|gl",
    re.IGNORECASE,
)
_NOT_CONTENT = (Zone.HEADER, Zone.NAV, Zone.FOOTER, Zone.BREADCRUMB)
_NOTICE = 60


def find_boxes(draft: Draft) -> tuple[Box, ...]:
    """Return the boxes of the page behind *draft* outside its header, menus and footer, in document order."""
    things, length = _sums(draft)
    boxes = []
    for number, element in enumerate(draft.elements):
        if draft.zones[number] in _NOT_CONTENT:
            continue
        signature = _signature(element)
        if signature:
            notice = _texts(draft, number) if 0 < length[number] <= _NOTICE else ""
            boxes.append(Box(signature, number, things[number], length[number], notice, draft.zones[number]))
    return tuple(boxes)


def _sums(draft: Draft) -> tuple[list[int], list[int]]:
    """Return for every element the links, media and fields in it, and the characters of text outside links in it."""
    parents = draft.parents
    things, length = [0] * len(parents), [0] * len(parents)
    for run in draft.runs:
        if run.kind == "text":
            length[run.at] += run.length
        else:
            things[run.at] += 1
    for number in range(len(parents) - 1, -1, -1):
        above = parents[number]
        if above >= 0:
            things[above] += things[number]
            length[above] += length[number]
    return things, length


def _texts(draft: Draft, number: int) -> str:
    """Return the text in the element *number*."""
    end = draft.ends[number]
    return intern(" ".join(run.text for run in draft.runs if run.kind == "text" and number <= run.at <= end))


def _signature(element: _Element) -> str:
    """Return ``tag#id.class`` for a list, and for a block whose id or class says that it holds content; else ``""``."""
    tag = element.tag
    if not isinstance(tag, str) or (tag not in _LISTS and tag not in _BLOCKS):
        return ""
    name = f"#{element.get('id') or ''}.{element.get('class') or ''}"
    if tag in _BLOCKS and not _HOLDS.search(name):
        return ""
    parent = element.getparent()
    if name == "#." and parent is not None:
        name = f"<{parent.tag!s}#{parent.get('id') or ''}.{parent.get('class') or ''}"
    return intern((tag + name)[:120])
