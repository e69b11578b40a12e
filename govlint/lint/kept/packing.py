"""What workers send and the cache keeps: the results of a batch of files, what they have alike written once.

Pages of a batch have most of their links and texts in common. A packet lists these once, and of every page the numbers
of its own in that list, which is a tenth of what their rows would take, and of the time to write and read them.
"""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import count
from typing import Any, NamedTuple

from govlint.lint.examine import Examined
from govlint.lint.kept.sharing import Sharing
from govlint.page.facts import Link, Run
from govlint.page.table import Column, Table, made_bodies, narrow, split


class _Rows(NamedTuple):
    """The rows of a page: the *numbers* of their bodies in the packet's list, and the columns of their *places*."""

    numbers: Column
    places: tuple[Column, ...]


class _Tables(NamedTuple):
    """The long tables of a page: *links*, *runs*, and the *items* by columns."""

    links: _Rows
    runs: _Rows
    items: tuple[Column, ...]


class _Packet(NamedTuple):
    """What is written: *results* without their long *tables*; these, by result; the bodies of all, by columns."""

    results: list[Examined]
    tables: list[_Tables | None]
    links: tuple[tuple[Any, ...], ...]
    runs: tuple[tuple[Any, ...], ...]


class _List:
    """The bodies of a packet, each once, with its number."""

    def __init__(self) -> None:
        self._numbers: dict[Any, int] = defaultdict(count().__next__)

    def add(self, rows: Sequence[Any]) -> _Rows:
        """Take in the bodies of *rows*."""
        if not rows:
            return _Rows((), ())
        columns, places = split(rows)
        numbers = tuple(map(self._numbers.__getitem__, zip(*columns, strict=True)))
        return _Rows(narrow(numbers), tuple(map(narrow, places)))

    def columns(self) -> tuple[tuple[Any, ...], ...]:
        """Return the bodies by columns: pickling so many small tuples one by one takes longer than parsing a page."""
        return tuple(zip(*self._numbers, strict=True))


def packed(results: Iterable[Examined]) -> bytes:
    """Return *results* as bytes that :func:`unpacked` reads."""
    links, runs = _List(), _List()
    bare: list[Examined] = []
    tables: list[_Tables | None] = []
    for one in results:
        facts = one.facts
        if facts is None:
            bare.append(one)
            tables.append(None)
        else:
            items = tuple(map(narrow, zip(*facts.items, strict=True)))
            tables.append(_Tables(links.add(facts.links), runs.add(facts.runs), items))
            bare.append(one._replace(facts=replace(facts, links=(), runs=(), items=())))
    return pickle.dumps(tuple(_Packet(bare, tables, links.columns(), runs.columns())), pickle.HIGHEST_PROTOCOL)


def unpacked(data: bytes, sharing: Sharing, read: Callable[[bytes], object] = pickle.loads) -> list[Examined]:
    """Return the results in *data* as *read* reads them, sharing what is alike with those before.

    Raises ValueError where *data* holds something else.
    """
    try:
        return _results(_Packet(*read(data)), sharing)  # type: ignore[misc]
    except (TypeError, LookupError, AttributeError) as error:
        raise ValueError("no packet of results") from error


def _results(packet: _Packet, sharing: Sharing) -> list[Examined]:
    links = _known(Link, packet.links, sharing.link)
    runs = _known(Run, packet.runs, sharing.run)
    results = []
    for one, tables in zip(packet.results, packet.tables, strict=True):
        if one.facts is not None and tables is not None:
            found, written = _table(tables.links, links), _table(tables.runs, runs)
            one = one._replace(facts=sharing.joined(one.facts, found, written, sharing.items(tables.items)))
        results.append(one)
    return results


def _known(kind: type[Any], columns: Iterable[Column], known: Callable[[Any, Any], Any]) -> list[Any]:
    """Return the bodies in *columns*: those that earlier packets had, where they did."""
    bodies = made_bodies(kind, columns)
    return list(map(known, bodies, bodies))


def _table(rows: _Rows, bodies: Sequence[Any]) -> Sequence[Any]:
    return Table(tuple(map(bodies.__getitem__, rows.numbers)), rows.places) if rows.numbers else ()
