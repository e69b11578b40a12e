"""Template text → masked text with its slots: the places where publishing puts something that no file shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from govlint.page.compose import Composed
from govlint.page.emission import Emission
from govlint.page.lexing import Tag, lexer_of
from govlint.page.masking import Place, mask_with_places
from govlint.page.template import Dialect, Emits, Kind

_HEAD_END = re.compile(r"</head\b|<body\b", re.IGNORECASE)
_LEAVES_NOTHING = frozenset((Kind.CLOSE, Kind.MIDDLE, Kind.COMMENT, Kind.QUIET, Kind.BLOCK))
_PARTED = (Kind.CONDITION, Kind.LOOP)  # else belongs to an if, or says what stands for an empty list
_REACH = 64  # open blocks that an end tag is compared with


class Branch(NamedTuple):
    """A further branch of a condition: where its tag starts, and whether it is taken where no other one is."""

    start: int
    is_else: bool


class Slot(NamedTuple):
    """A place that publishing fills: *kind* and *name* of its tag, its *span* in the text, where it stands.

    *emits* is what may come of it. *in_head* is whether it stands before the end of the ``<head>``. A loop or a
    condition spans all that it repeats or leaves out. An include whose file was found is no slot: the file stands in
    its place (see :mod:`govlint.page.compose`). *branches* are those of a condition beyond the first.
    """

    kind: Kind
    name: str
    span: tuple[int, int]
    place: Place
    emits: Emits
    in_head: bool = False
    branches: tuple[Branch, ...] = ()


class Fault(NamedTuple):
    """A fault in the template language itself: a tag that never ends, a block that is not closed or not opened."""

    what: str  # "broken", "unclosed", "unopened"
    written: str
    span: tuple[int, int]


class Prepared(NamedTuple):
    """A template as it goes to the parser.

    *markup* is the text with its tags masked; *text* the text as written, of the same length. *dialects* are the names
    of those it is written in, *tags* those found, *composed* says what files it is made of.
    """

    text: str
    markup: str
    dialects: tuple[str, ...] = ()
    tags: tuple[Tag, ...] = ()
    slots: tuple[Slot, ...] = ()
    faults: tuple[Fault, ...] = ()
    composed: Composed | None = None


def prepare(text: str, dialects: Sequence[Dialect], composed: Composed | None = None) -> Prepared:
    """Return the template *text* of the *dialects*, masked; *composed* is what it is made of, if of several files."""
    tags = tuple(lexer_of(tuple(dialects)).tags(text))
    markup, places = mask_with_places(text, [(tag.start, tag.end) for tag in tags if not tag.form.visible])
    where = iter(places)
    head = _HEAD_END.search(markup)
    head_end = head.start() if head else 0
    blocks, branches, faults = _blocks(text, tags)
    emission = Emission(markup)
    slots = []
    for number, tag in enumerate(tags):
        place = Place.TEXT if tag.form.visible else next(where)
        if tag.kind not in _LEAVES_NOTHING:
            end, in_head = blocks.get(number, tag.end), tag.start < head_end
            emits = emission.of(tag, place, in_head=in_head, is_block=number in blocks)
            further = tuple(branches.get(number, ()))
            slots.append(Slot(tag.kind, tag.name, (tag.start, end), place, emits, in_head, further))
    return Prepared(text, markup, tuple(dialect.name for dialect in dialects), tags, tuple(slots), faults, composed)


def _blocks(text: str, tags: Sequence[Tag]) -> tuple[dict[int, int], dict[int, list[Branch]], tuple[Fault, ...]]:
    """Return where the block that each tag opens ends, the branches of conditions, and the faults.

    Crossing and stray tags are common: let be.
    """
    ends: dict[int, int] = {}
    branches: dict[int, list[Branch]] = {}
    faults: list[Fault] = []
    stack: list[int] = []
    for number, tag in enumerate(tags):
        if tag.broken:
            faults.append(Fault("broken", text[tag.start : tag.end], (tag.start, tag.end)))
        elif tag.kind is Kind.CLOSE:
            partner = next((each for each in reversed(stack[-_REACH:]) if _closes(tag, tags[each])), -1)
            if partner >= 0:
                ends[partner] = tag.end
                del stack[stack.index(partner, max(0, len(stack) - _REACH))]
            elif tag.name in tag.form.strict.split():
                faults.append(Fault("unopened", text[tag.start : tag.end], (tag.start, tag.end)))
        elif tag.kind is Kind.MIDDLE:
            around = next((each for each in reversed(stack[-_REACH:]) if tags[each].kind in _PARTED), -1)
            if around >= 0:
                branches.setdefault(around, []).append(Branch(tag.start, not tag.arguments.strip(" /")))
        elif not tag.whole and tag.kind in (Kind.LOOP, Kind.CONDITION, Kind.BLOCK, Kind.PART, Kind.ECHO, Kind.INCLUDE):
            stack.append(number)
    for number in stack:
        tag = tags[number]
        if tag.name in tag.form.strict.split():
            faults.append(Fault("unclosed", text[tag.start : tag.end], (tag.start, tag.end)))
    return ends, branches, tuple(faults)


def _closes(end: Tag, start: Tag) -> bool:
    """Whether *end* closes *start*: by name, or any block of the same writing where the end names none."""
    if end.name.strip("@#"):
        return end.name == start.name
    return bool(start.form.kinds) and start.kind in (Kind.LOOP, Kind.CONDITION, Kind.BLOCK, Kind.PART, Kind.ECHO)
