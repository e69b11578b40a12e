"""A template with its layout and its includes: one text to lint, every part of which knows the file it comes from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from govlint.page.layouts import WHOLE, Element, Layout, Part, Place, Span
from govlint.page.lexing import Tag, lexer_of
from govlint.page.template import Dialect

DEEPEST = 20
"""Includes within includes; engines stop at 10 to 20."""
LONGEST_PAGE = 4 * 1024 * 1024
"""Characters of a composed page; what would make it longer stays an open include."""
_MOST = 50_000  # files and parts put into one page


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
    """An include of the file *includer*, or the layout it extends: *found* is the file, ``""`` where there is none.

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


class _File(NamedTuple):
    """A file that is put in: *chain* led to it, *given* is what the includer hands on, by name."""

    path: str
    layout: Layout
    chain: tuple[Step, ...]
    given: Mapping[str, _Fill] = MappingProxyType({})


class _Fill(NamedTuple):
    """What fills a part: the *content* of *file*."""

    file: _File
    content: Span


_Fills = dict[str, list[_Fill]]


class _Composer:
    def __init__(self, dialects_of: DialectsOf, find: Find) -> None:
        self._dialects_of = dialects_of
        self._find = find
        self.dialects: dict[Dialect, None] = {}
        self._parts: list[str] = []
        self._length = 0
        self._put = 0
        self._extending: set[str] = set()  # files whose layout was found
        self._handing = 0  # parts of includers within each other
        self._macros: dict[str, tuple[_File, Span]] = {}
        self._called: set[str] = set()
        self._calling: list[str] = []  # one that calls itself is put in once
        self.pieces: list[Piece] = []
        self.includes: list[Include] = []
        self.files: dict[str, str] = {}

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def add(
        self,
        path: str,
        text: str,
        chain: tuple[Step, ...],
        asked: Tag | None = None,
        includer: _File | None = None,
    ) -> None:
        """Add the file *path*, or what the tag *asked* of its *includer* takes of it, and what belongs to it.

        A file that extends a layout is added as that layout, with its own parts in the places of the layout's.
        """
        file = self._read(path, text, chain)
        if includer is not None and asked is not None and asked.given:
            file = file._replace(given=_handed(includer, asked, file.layout))
        fills: _Fills = {}
        while (tag := file.layout.parent) is not None and (found := self._look_up(file, tag)) is not None:
            for part in file.layout.parts:
                fills.setdefault(part.name, []).append(_Fill(file, part.content))
            fills.setdefault(WHOLE, []).append(_Fill(file, (0, len(file.layout.text))))
            self._extending.add(file.path)
            file = self._read(*found, (*file.chain, Step(file.path, (tag.start, tag.end))))
        element = file.layout.fragment(asked.selector) if asked is not None and asked.selector else None
        span = (0, len(file.layout.text))
        if element is not None and asked is not None:
            span = element.inner if asked.name == "include" else element.span
        self._emit(file, span, fills if fills else None)

    def _read(self, path: str, text: str, chain: tuple[Step, ...]) -> _File:
        file = self._open(path, text, chain)
        self._learn(file, "")
        for tag in file.layout.imports:
            found = self._find(path, tag)
            if found is None:
                self.includes.append(Include(path, (tag.start, tag.end), tag.target(), "", "missing"))
            elif found[0] not in self.files:
                library = self._open(*found, (*chain, Step(path, (tag.start, tag.end))))
                self._learn(library, f"{tag.alias}." if tag.alias else "")
        return file

    def _open(self, path: str, text: str, chain: tuple[Step, ...]) -> _File:
        self.files[path] = text
        dialects = self._dialects_of(path, text)
        self.dialects |= dict.fromkeys(dialects)
        return _File(path, Layout(text, tuple(lexer_of(dialects).tags(text))), chain)

    def _learn(self, file: _File, prefix: str) -> None:
        """Take note of the macros of *file*, whose names elsewhere begin with *prefix*, and of those it calls."""
        self._called.update(name.rpartition(".")[2] for name in file.layout.calls)
        for macro in file.layout.macros:
            self._macros.setdefault(f"{prefix}{macro.macro}", (file, macro.inner))

    def _emit(
        self, file: _File, span: Span, fills: _Fills | None, base: tuple[_Fill, ...] = (), within: tuple[str, ...] = ()
    ) -> None:
        """Add what stands at *span* of *file*, *within* parts of these names.

        With *fills* its parts give way; *base* is what the part had before.
        """
        done, end = span
        for place in file.layout.places(span, settled=fills is not None):
            if place.start < done or (place.is_parent and file.path not in self._extending):
                continue
            if place.macro:  # what is called stands where it is called
                if place.macro not in self._called:
                    continue
                self._take(file, done, place.start)
            elif place.call:
                if not self._call(file, place, done):
                    continue
            elif place.part is not None:
                if not self._fill(file, place.part, fills or {}, within, done):
                    continue
            elif place.include is not None:
                if not self._include(file, done, place.include, place.element):
                    continue
            else:
                self._take(file, done, place.start)
                if place.is_super and base:
                    self._emit(base[0].file, base[0].content, fills, base[1:], within)
            done = place.end
        self._take(file, done, end)

    def _fill(self, file: _File, part: Part, fills: _Fills, within: tuple[str, ...], done: int) -> bool:
        """Add what *file* has up to *part* and what fills that; False where nothing does."""
        found = [fill for fill in fills.get(part.name, ()) if fill.file is not file]
        self._put += 1
        if (
            not found
            or part.name in within
            or len(within) >= DEEPEST
            or self._put > _MOST
            or self._length > LONGEST_PAGE
        ):
            return False
        self._take(file, done, part.span[0])
        first, *others = (*found, _Fill(file, part.content))
        self._emit(first.file, first.content, fills, tuple(others), (*within, part.name))
        return True

    def _call(self, file: _File, place: Place, done: int) -> bool:
        """Add what *file* has up to the call at *place* and the macro; False where that is not known."""
        known = self._macros.get(place.call)
        self._put += 1
        if (
            known is None
            or place.call in self._calling
            or len(file.chain) + len(self._calling) >= DEEPEST
            or self._put > _MOST
            or self._length > LONGEST_PAGE
        ):
            return False
        library, body = known
        self._take(file, done, place.start)
        step = Step(file.path, (place.start, place.inner[0]))
        within = library._replace(chain=(*file.chain, step))
        self._calling.append(place.call)
        self._emit(within, body, None, (_Fill(file, place.inner),))
        self._calling.pop()
        return True

    def _include(self, file: _File, done: int, tag: Tag, element: Element | None) -> bool:
        """Add what *file* has up to the include *tag* and the file it brings in; False where that stays open."""
        handed = file.given.get(tag.variable) if self._handing < DEEPEST else None
        found = self._look_up(file, tag) if handed is None else None
        if handed is None and found is None:
            return False
        if element is None:
            self._take(file, done, tag.start)
        elif tag.name == "replace":
            self._take(file, done, element.span[0])
        else:
            self._take(file, done, tag.start)
            self._take(file, tag.end, element.inner[0])
        if handed is not None:
            self._handing += 1
            self._emit(handed.file, handed.content, None)
            self._handing -= 1
        elif found is not None:
            chain = (*file.chain, Step(file.path, (tag.start, tag.end)))
            self.add(*found, chain, tag, file)
        return True

    def _look_up(self, file: _File, tag: Tag) -> tuple[str, str] | None:
        """Return the file to put in the place of *tag*, None where it stays open; either way it is noted."""
        found = self._find(file.path, tag)
        why = ""
        if found is None:
            why = "missing"
        elif found[0] == file.path or any(step.path == found[0] for step in file.chain):
            why = "cycle"
        elif len(file.chain) >= DEEPEST or self._length + len(found[1]) > LONGEST_PAGE or self._put > _MOST:
            why = "deep"
        self._put += 1
        span = (tag.start, tag.end)
        self.includes.append(Include(file.path, span, tag.target(), found[0] if found else "", why))
        return found if not why else None

    def _take(self, file: _File, start: int, end: int) -> None:
        if end > start:
            self.pieces.append(Piece(self._length, file.path, start, file.chain))
            self._parts.append(file.layout.text[start:end])
            self._length += end - start


def _handed(includer: _File, tag: Tag, layout: Layout) -> Mapping[str, _Fill]:
    """Return by name what *tag* hands on of its own file, *includer*, to a fragment of *layout*."""
    names = layout.parameters(tag.selector)
    found: dict[str, _Fill] = {}
    for number, (name, selector) in enumerate(tag.given):
        name = name or (names[number] if number < len(names) else "")
        element = includer.layout.fragment(selector) if selector else None
        if name and element is not None:
            found[name] = _Fill(includer, element.span)
    return found


def compose(path: str, text: str, dialects_of: DialectsOf, find: Find) -> Composed:
    """Return the template *text* of the file *path* with its includes, as far as *find* finds them. Never raises."""
    composer = _Composer(dialects_of, find)
    composer.add(path, text, ())
    pieces = composer.pieces or [Piece(0, path, 0, ())]
    return Composed(composer.text, pieces, tuple(composer.includes), composer.files, tuple(composer.dialects))
