"""Boxes: the containers in which a page's list or text is expected, and whether anything is in them.

One page cannot tell an empty list from an empty ornament. The site can: a box that is filled on the sister pages and
hollow on this one is where this page's content should be. So every page says which boxes it has, by their signature.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from sys import intern
from typing import TYPE_CHECKING

from govlint.page.facts import Box, Run, Zone

if TYPE_CHECKING:
    from lxml.etree import _Element

_LISTS = frozenset({"ul", "ol", "dl", "tbody", "table"})
_BLOCKS = frozenset({"div", "section", "article", "main", "td", "p", "font", "span", "form", "center", "dd"})
# Class names and ids of containers that hold a list or an article; part of a name is enough ("newslist01").
_HOLDS = re.compile(
    r"list|news|con|cont|article|zoom|text|txt|main|info|detail|right|body|data|item|wenzhang|neirong|nr|lb|lm|xl|gl",
    re.IGNORECASE,
)
_NOT_CONTENT = (Zone.HEADER, Zone.NAV, Zone.FOOTER, Zone.BREADCRUMB)
_NOTICE = 60


def find_boxes(
    elements: Sequence[_Element], index: Mapping[_Element, int], zones: Sequence[Zone], runs: Sequence[Run]
) -> tuple[Box, ...]:
    """Return the boxes of a page outside its header, menus and footer, in document order.

    *elements*, *index* and *zones* are the page's elements, their numbers and zones; *runs* its visible content.
    """
    things, length, size = _sums(elements, index, runs)
    boxes = []
    for number, element in enumerate(elements):
        if zones[number] in _NOT_CONTENT:
            continue
        signature = _signature(element)
        if signature:
            texts = _texts(runs, number, number + size[number]) if 0 < length[number] <= _NOTICE else ""
            boxes.append(Box(signature, number, things[number], length[number], texts, zones[number]))
    return tuple(boxes)


def _sums(
    elements: Sequence[_Element], index: Mapping[_Element, int], runs: Sequence[Run]
) -> tuple[list[int], list[int], list[int]]:
    """Return for every element the things in it, the characters of text in it, and the size of its subtree."""
    count = len(elements)
    things, length, size = [0] * count, [0] * count, [1] * count
    for run in runs:
        if run.kind == "text":
            length[run.at] += run.length
        else:
            things[run.at] += 1
    for number in range(count - 1, 0, -1):
        parent = elements[number].getparent()
        if parent is not None:
            above = index[parent]
            things[above] += things[number]
            length[above] += length[number]
            size[above] += size[number]
    return things, length, size


def _texts(runs: Sequence[Run], start: int, end: int) -> str:
    """Return the text in the elements from *start* to *end*."""
    return intern(" ".join(run.text for run in runs if run.kind == "text" and start <= run.at < end))


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
        name = f"<{parent.tag}#{parent.get('id') or ''}.{parent.get('class') or ''}"
    return intern(f"{tag}{name}"[:120])

