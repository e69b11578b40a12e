"""Archives that can only be read from their beginning on: compressed tars, 7z, rar.

Nothing is kept but the place reached. A member further on is read by going on, one that was passed by starting again;
so whoever reads members in the order of the list unpacks the archive once, with the memory of one member.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import NamedTuple

from govlint.source.model import ReadError

from . import reasons
from .reader import Member, Spot


class Passing(NamedTuple):
    """A member the stream is at, and its content in pieces, to be taken before the stream goes on."""

    member: Member
    pieces: Iterator[bytes]


class InOrder:
    """Reads members by their number in the stream that *begin* starts, from wherever the last reading ended."""

    def __init__(self, begin: Callable[[], Iterator[Passing]]) -> None:
        self._begin = begin
        self._lock = threading.Lock()
        self._stream: Iterator[Passing] = iter(())
        self._next = -1  # the number of the member the stream gives next, -1: the stream has not begun

    def members(self) -> Iterator[Member]:
        """Yield the members of a stream of its own, each with (number, size) for its spot."""
        for number, (member, _) in enumerate(self._begin()):
            yield member._replace(spot=(number, member.size))

    def read(self, spot: Spot, most: int) -> bytes:
        """Return the member at *spot*. Raises ReadError."""
        number, size = spot
        if size > most:
            raise ReadError(reasons.too_large(most))
        with self._lock:
            try:
                return _joined(self._passing(number).pieces, most)
            except ReadError:
                self._next = -1
                raise

    def _passing(self, number: int) -> Passing:
        if not 0 <= self._next <= number:
            self._stream, self._next = self._begin(), 0
        for passing in self._stream:
            self._next += 1
            if self._next > number:
                return passing
        raise ReadError(reasons.CUT)


def _joined(pieces: Iterator[bytes], most: int) -> bytes:
    whole = bytearray()
    for piece in pieces:
        whole += piece
        if len(whole) > most:
            raise ReadError(reasons.too_large(most))
    return bytes(whole)
