"""The start tag of one element, found on the line that the tree tells, without reading all tags before it.

Of a whole site, one place each is asked on thousands of pages; to align a page takes as long as to parse it twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from govlint.page.align import FLOATING, LAST_LINE, agrees
from govlint.page.tags import StartTag, outside, start_tags

if TYPE_CHECKING:
    from lxml.etree import _Element

_REACH = 128  # elements before it on the same line


def tag_near(source: str, elements: Sequence[_Element], number: int) -> StartTag | None:
    """Return the start tag of the element of that *number*, None where only an alignment of the page can tell.

    It is taken where the tags that end on its line are those of the line's elements, one by one up to it, and it says
    just what the element holds. *elements* are those of the whole tree in document order.
    """
    element = elements[number]
    line = element.sourceline or LAST_LINE
    if line >= LAST_LINE or element.tag in FLOATING:
        return None
    upto = elements[max(number - _REACH, 0) : number + 1]
    if len(upto) > _REACH and upto[0].sourceline == line:
        return None
    names = [each.tag for each in upto if each.sourceline == line and each.tag not in FLOATING]
    tags = list(islice(_tags_ending_on(line, source), len(names)))
    return tags[-1] if [tag.name for tag in tags] == names and agrees(source, element, tags[-1]) else None


def _tags_ending_on(line: int, source: str) -> Iterator[StartTag]:
    """Yield the solid start tags that end on *line* as libxml2 counts: from 1, ended by line feeds alone."""
    start = len(source) - len(source.split("\n", line - 1)[-1])
    stop = source.find("\n", start)
    for tag in start_tags(source, outside(source, start)):
        if 0 <= stop < tag.end:
            return
        if tag.end > start and tag.name not in FLOATING:
            yield tag
