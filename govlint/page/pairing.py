"""Which tag of a template closes which, which parts a condition has, and what is wrong with that.

Tolerant: tags that cross, and end tags that close nothing, are common in vendors' trees and let be, but for those that
a dialect is strict about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from govlint.page.lexing import Tag
from govlint.page.template import Kind

_REACH = 64  # open blocks that an end tag is compared with
_OPENING = frozenset((Kind.LOOP, Kind.CONDITION, Kind.BLOCK, Kind.PART, Kind.MACRO, Kind.ECHO, Kind.INCLUDE))
_NAMELESS = frozenset((Kind.LOOP, Kind.CONDITION, Kind.BLOCK, Kind.PART, Kind.MACRO, Kind.ECHO))
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
    stack: list[int] = []
    for number, tag in enumerate(tags):
        if tag.broken:
            faults.append(_fault("broken", text, tag))
        elif tag.kind is Kind.CLOSE:
            partner = next((each for each in reversed(stack[-_REACH:]) if _closes(tag, tags[each])), -1)
            if partner >= 0:
                closers[partner] = number
                del stack[stack.index(partner, max(0, len(stack) - _REACH))]
            elif tag.name in tag.form.strict.split():
                faults.append(_fault("unopened", text, tag))
        elif tag.kind is Kind.MIDDLE:
            around = next((each for each in reversed(stack[-_REACH:]) if tags[each].kind in _PARTED), -1)
            if around >= 0:
                branches.setdefault(around, []).append(Branch(tag.start, not tag.arguments.strip(" /")))
        elif not tag.whole and tag.kind in _OPENING:
            stack.append(number)
    faults += (
        _fault("unclosed", text, tags[each]) for each in stack if tags[each].name in tags[each].form.strict.split()
    )
    return Pairing(closers, branches, tuple(faults))


def _fault(what: str, text: str, tag: Tag) -> Fault:
    return Fault(what, text[tag.start : tag.end], (tag.start, tag.end))


def _closes(end: Tag, start: Tag) -> bool:
    """Whether *end* closes *start*: by name, or any block of the same writing where the end names none."""
    if end.name.strip("@#"):
        return end.name == start.name
    return bool(start.form.kinds) and start.kind in _NAMELESS
