"""What the one walk over a page brings home: the raw material that the other modules of this stage make facts of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from govlint.page.facts import Heading, Link, Meta, Run, Zone

if TYPE_CHECKING:
    from lxml.etree import _Element

    from govlint.page.inline import InlineScript


@dataclass
class Draft:
    """The page in document order. Every list of ``int`` holds order numbers of elements.

    *text* is the source as far as it was parsed. *elements*, their *tags*, *parents* (-1 for a root), *ends* (the last
    element inside, itself where there is none) and *zones* run side by side. *controls*, *clickables* (elements with an
    ``onclick``, links that lead nowhere), *forms*, *labels*, and *trails* (elements whose name speaks of a breadcrumb)
    say where those stand; *scripts* are the inline ones, each with the element it stands in.
    """

    text: str = ""
    elements: list[_Element] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    zones: list[Zone] = field(default_factory=list)
    titles: list[Heading] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    metas: list[Meta] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    controls: list[int] = field(default_factory=list)
    clickables: list[int] = field(default_factory=list)
    forms: list[int] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    trails: list[int] = field(default_factory=list)
    scripts: list[tuple[int, InlineScript]] = field(default_factory=list)
    base_href: str | None = None
    language: str = ""

    @cached_property
    def index(self) -> dict[_Element, int]:
        """The order number of each element; to be asked for when the walk is over."""
        return dict(zip(self.elements, range(len(self.elements)), strict=True))

    def number(self, node: _Element) -> int:
        """Return the order number of *node*, -2 where it is no element (a comment)."""
        return self.index.get(node, -2)

    def ancestors(self, at: int, count: int) -> tuple[int, ...]:
        """Return the order numbers of the *count* nearest ancestors of the element *at*, nearest first."""
        found: list[int] = []
        while len(found) < count and (at := self.parents[at]) >= 0:
            found.append(at)
        return tuple(found)

    def innermost(self, boxes: Sequence[int], inner: Sequence[int]) -> dict[int, int]:
        """Return, for each element of *inner* that stands in one of *boxes*, the innermost such. Both are in order."""
        found: dict[int, int] = {}
        open_boxes: list[int] = []
        coming = iter(boxes)
        box = next(coming, None)
        for at in inner:
            while box is not None and box < at:
                open_boxes.append(box)
                box = next(coming, None)
            while open_boxes and self.ends[open_boxes[-1]] < at:
                open_boxes.pop()
            if open_boxes:
                found[at] = open_boxes[-1]
        return found
