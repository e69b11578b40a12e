"""Rows of facts by columns: what a row says is held once for all pages of a site, where it stands for each page.

The menu and the footer of a site stand on every page of it, each time at other elements. So nine of ten links, taken
without their place, are those of other pages too.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat
from typing import Any, TypeVar, overload

from govlint.page.facts import Link, Run

NOWHERE = -1
"""What a body has for its place."""

_Row = TypeVar("_Row", bound=tuple[Any, ...])
Numbers = Sequence[int]

_OF_THE_PAGE: dict[type, tuple[int, ...]] = {
    kind: tuple(map(kind._fields.index, names)) for kind, names in ((Link, ("at",)), (Run, ("at", "link")))
}
"""Which fields of a row are its page's own."""


class Table(Sequence[_Row]):
    """The rows of one page. *bodies* are the rows without their place, *places* the columns that are the page's own.

    A row is made when it is asked for. Whoever looks at the rows of all pages and needs no place reads ``bodies``.
    """

    __slots__ = ("bodies", "places")

    def __init__(self, bodies: tuple[_Row, ...], places: Iterable[Numbers]) -> None:
        self.bodies = bodies
        self.places = tuple(map(_narrow, places))

    def __len__(self) -> int:
        return len(self.bodies)

    def __iter__(self) -> Iterator[_Row]:
        return _rows(self.bodies, self.places)

    @overload
    def __getitem__(self, index: int) -> _Row: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[_Row]: ...

    def __getitem__(self, index: int | slice) -> _Row | Sequence[_Row]:
        if isinstance(index, slice):
            return Table(self.bodies[index], [column[index] for column in self.places])
        return next(_rows((self.bodies[index],), [(column[index],) for column in self.places]))

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, (Table, tuple)) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Table({tuple(self)!r})"


def bodies(rows: Sequence[_Row]) -> Sequence[_Row]:
    """Return *rows* for whoever needs no place: in a table those that the pages of the site have in common."""
    return rows.bodies if isinstance(rows, Table) else rows


def split(rows: Sequence[_Row]) -> tuple[list[_Row], list[tuple[int, ...]]]:
    """Return the bodies of *rows*, which are not none, and the columns of what is the page's own."""
    kind = type(rows[0])
    columns: list[Iterable[Any]] = list(zip(*rows, strict=True))
    places: list[Any] = []
    for number in _OF_THE_PAGE[kind]:
        places.append(columns[number])
        columns[number] = repeat(NOWHERE, len(rows))
    return list(_made(kind, columns)), places


def shared(rows: Sequence[_Row], known: Callable[[_Row, _Row], _Row]) -> Sequence[_Row]:
    """Return *rows* as a table, whose bodies are those that *known*, a dict's ``setdefault``, has already."""
    if not rows or isinstance(rows, Table):
        return rows
    found, places = split(rows)
    return Table(tuple(map(known, found, found)), places)


def _rows(bodies: Sequence[_Row], places: Sequence[Numbers]) -> Iterator[_Row]:
    if not bodies:
        return iter(())
    kind = type(bodies[0])
    columns: list[Iterable[Any]] = list(zip(*bodies, strict=True))
    for number, column in zip(_OF_THE_PAGE[kind], places, strict=True):
        columns[number] = column
    return _made(kind, columns)


def _made(kind: type[_Row], columns: Iterable[Iterable[Any]]) -> Iterator[_Row]:
    """Yield the rows of *columns*: without a call of Python for each, as there are hundreds on every page."""
    return map(tuple.__new__, repeat(kind), zip(*columns, strict=False))


def _narrow(numbers: Numbers) -> Numbers:
    """Return *numbers* in as few bytes as hold them."""
    try:
        return array("h", numbers)
    except OverflowError:
        return array("l", numbers)
