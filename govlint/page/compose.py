"""A template with its includes put in: one text to lint, every part of which knows the file it comes from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from govlint.page.lexing import Tag, lexer_of
from govlint.page.template import Dialect, Kind

DEEPEST = 20
"""Includes within includes; engines stop at 10 to 20."""
LONGEST_PAGE = 4 * 1024 * 1024
"""Characters of a composed page; what would make it longer stays an open include."""


class Step(NamedTuple):
    """An include on the way to a part: the file it is written in, and its span there."""

    path: str
    span: tuple[int, int]


class Piece(NamedTuple):
    """From offset *start* of the composed text on stands the text of *path* from its *offset* on; *chain* led there."""

    start: int
    path: str
    offset: int
    chain: tuple[Step, ...]


class Include(NamedTuple):
    """An include of the file *includer*: *found* is the file it brings in, ``""`` where there is none.

    *why* is ``""`` for one that is put in, and else ``"cycle"``, ``"deep"``, ``"missing"`` or ``"elsewhere"`` (perhaps
    there, but not among the files given).
    """

    includer: str
    span: tuple[int, int]
    target: str
    found: str
    why: str


@dataclass(frozen=True)
class Composed:
    """A template and what it includes as one *text*; *files* are the texts it is made of, by path, in *dialects*."""

    text: str
    pieces: Sequence[Piece]
    includes: tuple[Include, ...]
    files: Mapping[str, str] = field(default_factory=dict)
    dialects: tuple[Dialect, ...] = ()

    def origin(self, start: int, end: int) -> tuple[str, int, int, tuple[Step, ...]]:
        """Return the file of offset *start*, the two offsets there, and the includes that led to it.

        A span that runs into another file ends where its own file's part ends.
        """
        number = bisect_right(self.pieces, start, key=lambda piece: piece.start) - 1
        piece = self.pieces[max(number, 0)]
        limit = self.pieces[number + 1].start if number + 1 < len(self.pieces) else len(self.text)
        first = piece.offset + start - piece.start
        return piece.path, first, first + max(0, min(end, limit) - start), piece.chain


DialectsOf = Callable[[str, str], tuple[Dialect, ...]]
"""Takes a file and its text; returns the dialects it is written in."""
Find = Callable[[str, Tag], tuple[str, str] | None]
"""Takes a file and an include tag in it; returns the path and the text of what it brings in, None for nothing."""


class _Composer:
    def __init__(self, dialects_of: DialectsOf, find: Find) -> None:
        self._dialects_of = dialects_of
        self._find = find
        self.dialects: dict[Dialect, None] = {}
        self._parts: list[str] = []
        self._length = 0
        self.pieces: list[Piece] = []
        self.includes: list[Include] = []
        self.files: dict[str, str] = {}

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def add(self, path: str, text: str, chain: tuple[Step, ...]) -> None:
        """Add the file *path* and, in their places, the files it includes."""
        self.files[path] = text
        dialects = self._dialects_of(path, text)
        self.dialects |= dict.fromkeys(dialects)
        done = 0
        for tag in lexer_of(dialects).tags(text):
            if tag.kind is not Kind.INCLUDE or tag.broken:
                continue
            found = self._look_up(path, text, tag, chain)
            if found is not None:
                self._take(path, text, done, tag.start, chain)
                self.add(*found, (*chain, Step(path, (tag.start, tag.end))))
                done = tag.end
        self._take(path, text, done, len(text), chain)

    def _look_up(self, path: str, text: str, tag: Tag, chain: tuple[Step, ...]) -> tuple[str, str] | None:
        """Return the file to put in the place of *tag*, None where it stays open; either way it is noted."""
        found = self._find(path, tag)
        why = ""
        if found is None:
            why = "missing"
        elif found[0] == path or any(step.path == found[0] for step in chain):
            why = "cycle"
        elif len(chain) >= DEEPEST or self._length + len(found[1]) > LONGEST_PAGE:
            why = "deep"
        span = (tag.start, tag.end)
        self.includes.append(Include(path, span, tag.target(), found[0] if found else "", why))
        in_place = not tag.form.visible or text.startswith("<!--", tag.start)  # not an attribute
        return found if not why and in_place else None

    def _take(self, path: str, text: str, start: int, end: int, chain: tuple[Step, ...]) -> None:
        if end > start:
            self.pieces.append(Piece(self._length, path, start, chain))
            self._parts.append(text[start:end])
            self._length += end - start


def compose(path: str, text: str, dialects_of: DialectsOf, find: Find) -> Composed:
    """Return the template *text* of the file *path* with its includes, as far as *find* finds them. Never raises."""
    composer = _Composer(dialects_of, find)
    composer.add(path, text, ())
    pieces = composer.pieces or [Piece(0, path, 0, ())]
    return Composed(composer.text, pieces, tuple(composer.includes), composer.files, tuple(composer.dialects))
