"""The text of a page in blocks (paragraphs, cells, headings): for rules that look for labels such as 办理地点：.

Unlike the runs of the facts, blocks hold their whole text. They are made for the few pages a rule asks about.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import NamedTuple

from lxml import etree

from govlint.page.facts import FRAME, Zone
from govlint.page.model import Page
from govlint.page.words import words

_INLINE = (
    words("a abbr acronym b bdo bdi big cite code del dfn em font i ins label mark nobr o:p q rp rt ruby s samp small")
    | words("span strike strong script style noscript template sub sup time tt u var wbr st1:chsdate")
)  # fmt: skip
_UNSEEN = words("script style noscript template title iframe noframes noembed select")
# How far up the zone of a block is looked for: its text stands on the element itself or near below the one that has it.
_NEAR = 6


class Block(NamedTuple):
    """A stretch of text between two block tags: *text* without any white space, *at* the element it begins on."""

    text: str
    at: int
    zone: Zone


def body_blocks(page: Page) -> list[Block]:
    """Return the visible blocks of *page* that stand outside its header, menus, breadcrumb and footer, in order."""
    return [block for block in all_blocks(page) if block.zone not in FRAME]


def all_blocks(page: Page) -> Iterator[Block]:
    """Yield every visible block of *page* in document order."""
    zones = {run.at: run.zone for run in page.facts.runs}
    number = -1
    for top in page.elements:
        if top.getparent() is None:
            number = yield from _blocks(top, number, zones)


def _blocks(top: etree._Element, number: int, zones: dict[int, Zone]) -> Generator[Block, None, int]:
    """Yield the blocks of one tree whose first element is *number* + 1; return the number of its last element."""
    open_elements: list[int] = []
    pieces: list[str] = []
    begun = (-1, Zone.OTHER)
    unseen = 0
    for event, node in etree.iterwalk(top, events=("start", "end", "comment", "pi")):
        if event == "start":
            number += 1
            if pieces and node.tag not in _INLINE:
                yield Block("".join(pieces), *begun)
                pieces.clear()
            open_elements.append(number)
            if node.tag in _UNSEEN:
                unseen += 1
            text = node.text
        else:
            if event == "end":
                if pieces and node.tag not in _INLINE:
                    yield Block("".join(pieces), *begun)
                    pieces.clear()
                open_elements.pop()
                if unseen and node.tag in _UNSEEN:
                    unseen -= 1
            text = node.tail
        if text and not unseen and not text.isspace():
            if not pieces:
                begun = (open_elements[-1] if open_elements else 0, _zone(open_elements, zones))
            pieces.append("".join(text.split()))
    if pieces:
        yield Block("".join(pieces), *begun)
    return number


def _zone(open_elements: list[int], zones: dict[int, Zone]) -> Zone:
    for at in open_elements[: -_NEAR - 1 : -1]:
        if at in zones:
            return zones[at]
    return Zone.OTHER
