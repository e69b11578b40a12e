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
    candidates = {}
    for number, element in enumerate(elements):
        if zones[number] in _NOT_CONTENT:
            continue
        signature = _signature(element)
        if signature:
            candidates[number] = signature
    links = dict.fromkeys(candidates, 0)
    length = dict.fromkeys(candidates, 0)
    texts: dict[int, list[str]] = {}
    for run in runs:
        element: _Element | None = elements[run.at]
        while element is not None:
            number = index.get(element, -1)
            if number in candidates:
                if run.kind == "text":
                    length[number] += run.length
                    if length[number] <= _NOTICE:
                        texts.setdefault(number, []).append(run.text)
                else:
                    links[number] += 1
            element = element.getparent()
    return tuple(
        Box(signature, number, links[number], length[number], _notice(texts.get(number), length[number]), zones[number])
        for number, signature in candidates.items()
    )


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


def _notice(texts: list[str] | None, length: int) -> str:
    """Return the whole text of a box that holds little more than a notice, else ``""``."""
    return intern(" ".join(texts)) if texts and length <= _NOTICE else ""
