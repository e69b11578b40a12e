"""Which tag of a template closes which, which parts a condition has, and what is wrong with that.

Tolerant: tags that cross, and end tags that close nothing, are common in vendors' trees and let be, but for those that
a dialect is strict about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from govlint.page.lexing import Tag
from govlint.page.template import Kind

_REACH = 64  # open tags that an end tag without a name is compared with
_OPENING = frozenset((Kind.LOOP, Kind.CONDITION, Kind.BLOCK, Kind.PART, Kind.MACRO, Kind.ECHO, Kind.INCLUDE))
_NAMELESS = frozenset((Kind.LOOP, Kind.CONDITION, Kind.BLOCK, Kind.PART, Kind.MACRO, Kind.ECHO))
_CLOSE = "(?P<close>"  # the group that a form has whose tags may be end tags
_PARTED = (Kind.CONDITION, Kind.LOOP)  # else belongs to an if, or says what stands for an empty list


class Branch(NamedTuple):
    """A further branch of a condition: where its tag starts, and whether it is taken where no other one is."""

    start: int
    is_else: bool


class Fault(NamedTuple):
    """A fault in the template language itself: a tag that never ends, a block that is not closed or not opened."""

    what: str  # "broken", "unclosed", "unopened"
    written: str
    span: tuple[int, int]


class Pairing(NamedTuple):
    """The end tag of each tag that has one, the further branches of conditions (both by number), and the *faults*."""

    closers: Mapping[int, int]
    branches: Mapping[int, Sequence[Branch]]
    faults: tuple[Fault, ...]


def pair(text: str, tags: Sequence[Tag]) -> Pairing:
    """Return how the *tags* of *text*, in order, belong together."""
    closers: dict[int, int] = {}
    branches: dict[int, list[Branch]] = {}
    faults: list[Fault] = []
    open_ones = _Open(tags)
    for number, tag in enumerate(tags):
        if tag.broken:
            faults.append(_fault("broken", text, tag))
        elif tag.kind is Kind.CLOSE:
            partner = open_ones.close(tag)
            if partner >= 0:
                closers[partner] = number
            elif tag.name in tag.form.strict.split():
                faults.append(_fault("unopened", text, tag))
        elif tag.kind is Kind.MIDDLE:
            around = open_ones.parted()
            if around >= 0:
                branches.setdefault(around, []).append(Branch(tag.start, not tag.arguments.strip(" /")))
        elif _opens(tag):
            open_ones.add(number)
    faults += (_fault("unclosed", text, tag) for tag in open_ones.left() if tag.name in tag.form.strict.split())
    return Pairing(closers, branches, tuple(faults))


class _Open:
    """The tags that are open, by number and by name: however many there are, the last of a name is at hand."""

    def __init__(self, tags: Sequence[Tag]) -> None:
        self._tags = tags
        self._all: dict[int, None] = {}
        self._by_name: defaultdict[str, list[int]] = defaultdict(list)
        self._parted: list[int] = []

    def add(self, number: int) -> None:
        """Open the tag of that *number*; the further in, the later."""
        tag = self._tags[number]
        self._all[number] = None
        self._by_name[tag.name].append(number)
        if tag.kind in _PARTED:
            self._parted.append(number)

    def close(self, end: Tag) -> int:
        """Close what *end* ends: the last of its name, or any block of the same writing where it names none; or -1."""
        if end.name.strip("@#"):
            return self._closed(self._last(self._by_name[end.name]))
        nameless = (each for each in islice(reversed(self._all), _REACH) if _may_be_nameless(self._tags[each]))
        return self._closed(next(nameless, -1))

    def parted(self) -> int:
        """Return the innermost open tag that has branches, -1 where there is none."""
        return self._last(self._parted)

    def left(self) -> Iterator[Tag]:
        """Yield the tags that are still open."""
        return (self._tags[each] for each in self._all)

    def _last(self, numbers: list[int]) -> int:
        while numbers and numbers[-1] not in self._all:
            numbers.pop()
        return numbers[-1] if numbers else -1

    def _closed(self, number: int) -> int:
        self._all.pop(number, None)
        return number


def _opens(tag: Tag) -> bool:
    """Whether an end tag may follow: of what only puts something out, if its writing has any."""
    if tag.whole or tag.kind not in _OPENING:
        return False
    return tag.kind not in (Kind.ECHO, Kind.INCLUDE) or _CLOSE in tag.form.opens


def _fault(what: str, text: str, tag: Tag) -> Fault:
    return Fault(what, text[tag.start : tag.end], (tag.start, tag.end))


def _may_be_nameless(start: Tag) -> bool:
    """Whether an end tag without a name may be that of *start*."""
    return bool(start.form.kinds) and start.kind in _NAMELESS
