"""Rows of facts by columns: small in memory, and what rows of many pages have alike is held once.

The menu and the footer of a site stand on every page of it, each time at other elements. So nine of ten links, taken
without their place, are those of other pages too; the items of lists are not.
"""

from __future__ import annotations

from abc import abstractmethod
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat
from typing import Any, TypeVar, cast, overload

from govlint.page.facts import Link, Run

NOWHERE = -1
"""What a body has for its place."""

_Row = TypeVar("_Row", bound=tuple[Any, ...])
Column = Sequence[Any]

_OF_THE_PAGE: dict[type, tuple[int, ...]] = {
    kind: tuple(map(kind._fields.index, names)) for kind, names in ((Link, ("at",)), (Run, ("at", "link")))
}
"""Which fields of a row are its page's own."""


class _Rows(Sequence[_Row]):
    """Rows that are made when they are asked for."""

    __slots__ = ()

    @abstractmethod
    def __iter__(self) -> Iterator[_Row]: ...

    @abstractmethod
    def part(self, of: slice) -> Sequence[_Row]:
        """Return the rows that *of* names."""

    @overload
    def __getitem__(self, index: int) -> _Row: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[_Row]: ...

    def __getitem__(self, index: int | slice) -> _Row | Sequence[_Row]:
        if isinstance(index, slice):
            return self.part(index)
        at = range(len(self))[index]
        return next(iter(self.part(slice(at, at + 1))))

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, (_Rows, tuple)) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({tuple(self)!r})"


class Columns(_Rows[_Row]):
    """The rows of one page, all *columns* of them its own: rows of the type *kind*."""

    __slots__ = ("columns", "kind")

    def __init__(self, kind: type[_Row], columns: Iterable[Column]) -> None:
        self.kind = kind
        self.columns = tuple(map(narrow, columns))

    def __len__(self) -> int:
        return len(self.columns[0])

    def __iter__(self) -> Iterator[_Row]:
        return made(self.kind, self.columns)

    def part(self, of: slice) -> Columns[_Row]:
        """Return the rows that *of* names."""
        return Columns(self.kind, [column[of] for column in self.columns])


class Table(_Rows[_Row]):
    """The rows of one page. *bodies* are the rows without their place, *places* the columns that are the page's own.

    Whoever looks at the rows of all pages and needs no place reads ``bodies``.
    """

    __slots__ = ("bodies", "places")

    def __init__(self, bodies: tuple[_Row, ...], places: Iterable[Column]) -> None:
        self.bodies = bodies
        self.places = tuple(map(narrow, places))

    def __len__(self) -> int:
        return len(self.bodies)

    def __iter__(self) -> Iterator[_Row]:
        return _placed(self.bodies, self.places)

    def part(self, of: slice) -> Table[_Row]:
        """Return the rows that *of* names."""
        return Table(self.bodies[of], [column[of] for column in self.places])


def bodies(rows: Sequence[_Row]) -> Sequence[_Row]:
    """Return *rows* for whoever needs no place: in a table those that the pages of the site have in common."""
    return rows.bodies if isinstance(rows, Table) else rows


def shared(rows: Sequence[_Row], known: Callable[[_Row, _Row], _Row]) -> Sequence[_Row]:
    """Return *rows* as a table, whose bodies are those that *known*, a dict's ``setdefault``, has already."""
    if not rows:
        return ()
    columns, places = split(rows)
    found = made_bodies(type(rows[0]), columns)
    return Table(tuple(map(known, found, found)), places)


def identities(rows: Sequence[_Row]) -> Iterator[int]:
    """Yield for each of *rows* a number that stands for its body on all pages of the site, as long as they are kept.

    For looking up what was worked out for a body before: to hash one takes as long as to look at it.
    """
    return map(id, bodies(rows))


def distinct(tables: Iterable[Sequence[_Row]]) -> dict[int, _Row]:
    """Return the bodies of all *tables*, each once, by the number that stands for it."""
    found: dict[int, _Row] = {}
    for rows in tables:
        found.update(zip(identities(rows), bodies(rows), strict=True))
    return found


def split(rows: Sequence[_Row]) -> tuple[list[Column], list[Column]]:
    """Return the columns of *rows*, which are not none: those of the bodies, and those that are the page's own."""
    columns: list[Column] = list(zip(*rows, strict=True))
    own = _OF_THE_PAGE[type(rows[0])]
    return [column for number, column in enumerate(columns) if number not in own], [columns[number] for number in own]


def made_bodies(kind: type[_Row], columns: Iterable[Column]) -> list[_Row]:
    """Return the bodies of rows of the type *kind* that *columns*, as ``split`` gives them, tell of."""
    whole: list[Iterable[Any]] = list(columns)
    for number in _OF_THE_PAGE[kind] if whole else ():
        whole.insert(number, repeat(NOWHERE))
    return list(made(kind, whole))


def made(kind: type[_Row], columns: Iterable[Iterable[Any]]) -> Iterator[_Row]:
    """Yield the rows of *columns*: without a call of Python for each, as there are hundreds on every page."""
    return cast(Iterator[_Row], map(tuple.__new__, repeat(kind), zip(*columns, strict=False)))


def narrow(column: Column) -> Column:
    """Return *column* in as few bytes as hold it: most hold small numbers."""
    if not column or type(column[0]) is not int or isinstance(column, array):
        return column
    try:
        return array("h", column)
    except OverflowError:
        return array("l", column)


def _placed(bodies: Sequence[_Row], places: Sequence[Column]) -> Iterator[_Row]:
    if not bodies:
        return iter(())
    kind = type(bodies[0])
    columns: list[Iterable[Any]] = list(zip(*bodies, strict=True))
    for number, column in zip(_OF_THE_PAGE[kind], places, strict=True):
        columns[number] = column
    return made(kind, columns)
