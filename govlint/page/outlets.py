"""The outlets of a template: its slots as rules on whole sites see them, each with its zone, its file and its line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from govlint.finding import Region
from govlint.lazy_re import lazy_re
from govlint.page.align import align
from govlint.page.draft import Draft
from govlint.page.facts import Outlet, Zone
from govlint.page.lines import Lines
from govlint.page.slots import Prepared, Slot
from govlint.page.tags import start_tags
from govlint.page.template import Emits, Kind

_END_TAG = lazy_re(r"</([a-zA-Z][\w:-]{0,40})")
_EMPTY = frozenset(("br", "hr", "img", "input", "link", "meta", "col", "area", "base", "embed", "param", "source"))
_SHOWN = 60  # characters of a tag that are quoted


class _Start(NamedTuple):
    at: int  # the element
    start: int
    end: int
    text_end: int


def find_outlets(template: Prepared, draft: Draft, path: str) -> tuple[Outlet, ...]:
    """Return the outlets of the page *path*, which was walked to *draft*. Of those alike the first and the last stay.

    What stands in a loop is told by the loop, unless it may bring a part of the page's frame.
    """
    slots = list(_telling(template.slots))
    if not slots:
        return ()
    where = elements_at(template.markup, draft, [slot.span[0] for slot in slots])
    firsts: dict[tuple[object, ...], tuple[Slot, int]] = {}
    lasts: dict[tuple[object, ...], tuple[Slot, int]] = {}
    for slot, at in zip(slots, where, strict=True):
        zone = draft.zones[at] if at >= 0 else Zone.OTHER
        # What a variant leaves out is all told: which of the conditions decides cannot be seen from here.
        alike = (slot.kind, slot.emits, zone, slot.in_head, slot.span if slot.kind is Kind.CONDITION else None)
        firsts.setdefault(alike, (slot, at))
        lasts[alike] = (slot, at)
    files = _Files(template, path)
    kept = dict.fromkeys((*firsts.values(), *lasts.values()))
    found = (files.outlet(slot, at, draft.zones[at] if at >= 0 else Zone.OTHER) for slot, at in kept)
    return tuple(sorted(found, key=lambda outlet: outlet.at))


def _telling(slots: Iterable[Slot]) -> Iterator[Slot]:
    """Yield the slots that put something out and are no part of a loop that is told already."""
    end = 0
    for slot in slots:
        if slot.emits is Emits.NOTHING or (slot.span[0] < end and not slot.emits & Emits.FRAME):
            continue
        yield slot
        if slot.kind is Kind.LOOP:
            end = max(end, slot.span[1])


def elements_at(source: str, draft: Draft, offsets: Sequence[int]) -> list[int]:
    """Return the element that each of *offsets* (in order) of the template *source* stands in, -1 before the first."""
    tags = align(source, draft.elements, list(start_tags(source)))
    starts = sorted(
        (_Start(at, tag.start, tag.end, tag.text_end) for at, tag in enumerate(tags) if tag is not None),
        key=lambda start: start.start,
    )
    begins = [start.start for start in starts]
    found: list[int] = []
    last, at, done = -1, -1, 0
    for offset in offsets:
        number = bisect_right(begins, offset) - 1
        if number < 0:
            found.append(-1)
            continue
        start = starts[number]
        if number != last:
            last, at, done = number, start.at, max(start.end, start.text_end)
        if offset >= done:
            at = _closed(source[done:offset], draft, at if draft.tags[at] not in _EMPTY else draft.parents[at])
            done = offset
        found.append(at)
    return found


def _closed(text: str, draft: Draft, at: int) -> int:
    """Return the element that is open behind *text*, which opens none, where *at* was open before it."""
    for name in _END_TAG.findall(text):
        above = at
        while above >= 0 and draft.tags[above] != name.lower():
            above = draft.parents[above]
        if above >= 0:
            at = draft.parents[above]
    return at


class _Files:
    """The files a template is made of, with their lines."""

    def __init__(self, template: Prepared, path: str) -> None:
        self._template = template
        self._path = path
        self._lines: dict[str, Lines] = {}
        self._ends = {tag.start: tag.end for tag in template.tags}

    def outlet(self, slot: Slot, at: int, zone: Zone) -> Outlet:
        """Return *slot*, which stands in the element *at*, as an outlet."""
        start = slot.span[0]
        text = self._template.text[start : min(self._ends.get(start, slot.span[1]), start + _SHOWN)]
        path, region = self._place(start, start + len(text))
        written = " ".join(text.split()) or slot.name
        return Outlet(slot.kind, slot.emits, zone, at, slot.in_head, written, path, region)

    def _place(self, start: int, end: int) -> tuple[str, Region]:
        composed = self._template.composed
        if composed is None:
            return self._path, self._lines_of(self._path, self._template.text).region(start, end)
        path, first, last, _ = composed.origin(start, end)
        return path, self._lines_of(path, composed.files[path]).region(first, last)

    def _lines_of(self, path: str, text: str) -> Lines:
        if path not in self._lines:
            self._lines[path] = Lines(text)
        return self._lines[path]
