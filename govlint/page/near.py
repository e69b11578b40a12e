"""The start tag of one element, found on the line that the tree tells, without reading all tags before it.

Of a whole site, one place each is asked on thousands of pages; to align a page takes as long as to parse it twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from govlint.page.align import FLOATING, LAST_LINE, agrees
from govlint.page.lines import line_bounds
from govlint.page.tags import StartTag, outside, start_tags

if TYPE_CHECKING:
    from lxml.etree import _Element

_REACH = 128  # elements before it on the same line


class NearTags:
    """Start tags of single elements; of elements asked for in their order the source is gone through once.

    *elements* are those of the whole tree that *source* was parsed to, in document order.
    """

    def __init__(self, source: str, elements: Sequence[_Element]) -> None:
        self._source = source
        self._elements = elements
        self._outside = 0

    def of(self, number: int) -> StartTag | None:
        """Return the start tag of the element of that *number*, None where only an alignment of the page can tell.

        It is taken where the tags that end on its line are those of the line's elements, one by one up to it, and it
        says just what the element holds.
        """
        element = self._elements[number]
        line = element.sourceline or LAST_LINE
        if line >= LAST_LINE or element.tag in FLOATING:
            return None
        upto = self._elements[max(number - _REACH, 0) : number + 1]
        if len(upto) > _REACH and upto[0].sourceline == line:
            return None
        names = [each.tag for each in upto if each.sourceline == line and each.tag not in FLOATING]
        tags = list(islice(self._ending_on(line), len(names)))
        return tags[-1] if [tag.name for tag in tags] == names and agrees(self._source, element, tags[-1]) else None

    def _ending_on(self, line: int) -> Iterator[StartTag]:
        """Yield the solid start tags that end on *line* as libxml2 counts: from 1, ended by line feeds alone."""
        if line >= len(self._line_starts):
            return
        start, stop = self._line_starts[line - 1 : line + 1]
        self._outside = outside(self._source, start, self._outside if self._outside <= start else 0)
        for tag in start_tags(self._source, self._outside):
            if tag.end > stop:
                return
            if tag.end > start and tag.name not in FLOATING:
                yield tag

    @cached_property
    def _line_starts(self) -> Sequence[int]:
        """Where the lines begin, and where the last one ends."""
        return line_bounds(self._source, "\n")
