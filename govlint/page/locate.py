"""Marks → exact regions: where in the source a fact of a page stands.

Run only on pages with something to report, because it reads the source a second time: the tree's own line numbers are
those of the closing ``>``, stop at 65,535, skip lone carriage returns, and come without columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from govlint.finding import Mark, Region
from govlint.page.align import agrees, align
from govlint.page.lines import Lines
from govlint.page.near import NearTags
from govlint.page.tags import StartTag, attributes, start_tags

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Lines", "Places", "locate", "start_tags"]

_Span = tuple[int, int]
_FEW = 32  # elements that are looked for one by one before all tags of the page are read
_LONGEST_OPENING = 120  # characters of the first line that stand for the whole page


def locate(source: str, elements: Sequence[_Element], marks: Iterable[Mark]) -> dict[Mark, Region]:
    """Return the region of each of *marks* in *source*, the decoded text that *elements* were parsed from.

    *elements* are all elements of the tree in document order, over all its roots. A part that an element does not
    have gives its start tag; an element that the source does not have (an implied ``<body>``) gives the start tag
    before it; and where there is none, as for the page as a whole, the first line with text on it. Never raises.
    """
    lines = Lines(source)
    return {mark: lines.region(*span) for mark, span in spans(source, elements, marks).items()}


def spans(source: str, elements: Sequence[_Element], marks: Iterable[Mark]) -> dict[Mark, tuple[int, int]]:
    """Return the start and the end of each of *marks* in *source* as offsets; all else as :func:`locate` has it."""
    places = Places(source, elements)
    return {mark: places.span(mark) for mark in marks}


class Places:
    """The offsets of marks; the source is read for all its tags when more than a few elements are asked for."""

    def __init__(self, source: str, elements: Sequence[_Element]) -> None:
        self._source = source
        self._elements = elements
        self._near = NearTags(source, elements)
        self._found: dict[int, StartTag | None] = {}
        self._attributes: dict[int, dict[str, _Span]] = {}

    def span(self, mark: Mark) -> _Span:
        """Return the start and the end of *mark* as offsets."""
        if mark.span is not None:
            start = min(max(mark.span[0], 0), len(self._source))
            return start, max(start, min(mark.span[1], len(self._source)))
        if not 0 <= mark.element < len(self._elements):
            return self._opening
        tag = self._tag(mark.element)
        if tag is not None:
            return self._part(mark.part, tag) or (tag.start, tag.end)
        before = self._nearest[mark.element]
        return (before.start, before.end) if before else self._opening

    def exact(self, mark: Mark) -> tuple[int, int] | None:
        """Return the start and the end of just what *mark* names, None where that is not surely there."""
        if mark.span is not None:
            start, end = mark.span
            return mark.span if 0 <= start <= end <= len(self._source) else None
        tag = self._tag(mark.element) if 0 <= mark.element < len(self._elements) else None
        if tag is None or not agrees(self._source, self._elements[mark.element], tag):
            return None
        return (tag.start, tag.end) if mark.part == "tag" else self._part(mark.part, tag)

    def _tag(self, number: int) -> StartTag | None:
        """Return the start tag of an element, None for one that the source does not have."""
        if number not in self._found:
            found = self._near.of(number) if len(self._found) < _FEW else None
            self._found[number] = found or self._tags[number]
        return self._found[number]

    @cached_property
    def _tags(self) -> Sequence[StartTag | None]:
        return align(self._source, self._elements, list(start_tags(self._source)))

    @cached_property
    def _nearest(self) -> Sequence[StartTag | None]:
        """For each element, its start tag or else the nearest one before it."""
        nearest: list[StartTag | None] = []
        last = None
        for tag in self._tags:
            last = tag or last
            nearest.append(last)
        return nearest

    @cached_property
    def _opening(self) -> _Span:
        """The first line with text on it, without the white space around it, cut where it is long."""
        text = self._source.lstrip()
        start = len(self._source) - len(text)
        first = text[:_LONGEST_OPENING].splitlines()
        return (start, start + len(first[0].rstrip())) if first else (0, 0)

    def _part(self, part: str, tag: StartTag) -> _Span | None:
        """Return the span of a *part* of an element, None for the start tag and for what is not there."""
        if part == "text":
            return self._text(tag)
        if part == "raw":
            return (tag.end, tag.text_end) if tag.text_end >= 0 else None
        if part in ("before", "inside", "behind"):
            behind_name = tag.start + 1 + len(tag.name)
            at = {"before": tag.start, "inside": behind_name, "behind": tag.end}[part]
            return at, at
        if part.startswith("@"):
            if tag.start not in self._attributes:
                self._attributes[tag.start] = attributes(self._source, tag)
            return self._attributes[tag.start].get(part[1:].lower())
        return None

    def _text(self, tag: StartTag) -> _Span | None:
        end = tag.text_end if tag.text_end >= 0 else self._source.find("<", tag.end)
        text = self._source[tag.end : end if end >= 0 else len(self._source)]
        start = tag.end + len(text) - len(text.lstrip())
        text = text.strip()
        return (start, start + len(text)) if text else None
