"""A WARC file as a row of records: where each begins, and reading that can neither run ahead nor run away."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import BinaryIO

from govlint.source.model import ReadError

from . import reasons
from .limits import Limits
from .unpack import STEP, Inflow, Unpacker

_MOST_HEADER = 1 << 20
"""The most bytes the header lines of one record may have."""


class RecordStream:
    """Reads records one after the other, in a file that is plain, packed record by record, or packed as a whole.

    *make* gives the unpacker of a packed file, None stands for a plain one.
    The parser reads by :meth:`readline` and :meth:`read`. Between records: :meth:`next_record`, then the parser,
    :meth:`enter` with the length of the content, and :meth:`leave`.
    """

    def __init__(self, file: BinaryIO, make: Callable[[], Unpacker] | None, limits: Limits) -> None:
        self._file, self._make, self._limits = file, make, limits
        self._size = file.seek(0, 2)
        weakref.finalize(self, file.close)
        self._begin(0)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _begin(self, member: int) -> None:
        """Start anew at the offset *member* of the file."""
        self._file.seek(member)
        self._member = member
        self._buffer, self._at = b"", 0
        self._taken = 0  # bytes given out since the member's start
        self._end = 0  # where the content ends that was entered last
        self._header_left = _MOST_HEADER
        limits = self._limits
        self._flow = (
            Inflow(
                self._file,
                self._make,
                lambda taken, out: out <= max(limits.total, limits.ratio * taken),
                joined=False,
            )
            if self._make
            else None
        )

    def go_to(self, member: int, inner: int) -> None:
        """Stand at the record *inner* bytes into the member at the offset *member*."""
        if self._make is None or member != self._member or self._taken > inner:
            self._begin(member)
        self._end = inner
        self.leave()
        self._header_left = _MOST_HEADER

    def next_record(self) -> tuple[int, int] | None:
        """Go to the next record and return its place, None at the end of the file. Raises ReadError where it is cut."""
        self._header_left = _MOST_HEADER
        while True:
            if not self._fill():
                if self._flow is None or not self._flow.next_stream():
                    return None
                self._member, self._taken, self._end = self._flow.start, 0, 0
            elif self._buffer.startswith((b"\r", b"\n"), self._at):
                self._give(1)
            else:
                return (self._member, self._taken) if self._make else (self._taken, 0)

    def enter(self, length: int) -> None:
        """Note that *length* bytes of content begin here."""
        self._end = self._taken + length

    def leave(self) -> None:
        """Go behind the content. Raises ReadError where the file ends before."""
        if self._flow is None:
            if self._member + self._end > self._size:
                raise ReadError(reasons.CUT)
            self._file.seek(self._member + self._end)
            self._buffer, self._at, self._taken = b"", 0, self._end
            return
        while self._taken < self._end:
            if not self.read(min(self._end - self._taken, STEP)):
                raise ReadError(reasons.CUT)

    def read(self, size: int) -> bytes:
        """Return *size* bytes, fewer at the end."""
        parts = []
        while size and self._fill():
            parts.append(self._give(min(size, len(self._buffer) - self._at)))
            size -= len(parts[-1])
        return b"".join(parts)

    def readline(self, size: int | None = None) -> bytes:
        """Return a line with its end, or its first *size* bytes.

        Raises ReadError where a header has more lines than any can have.
        """
        parts = []
        left = _MOST_HEADER if size is None else size
        while left > 0 and self._fill():
            found = self._buffer.find(b"\n", self._at, self._at + left)
            parts.append(self._give((found + 1 if found >= 0 else min(len(self._buffer), self._at + left)) - self._at))
            left -= len(parts[-1])
            self._header_left -= len(parts[-1])
            if self._header_left < 0:
                raise ReadError(reasons.DAMAGED)
            if found >= 0:
                break
        return b"".join(parts)

    def _fill(self) -> bool:
        if self._at == len(self._buffer):
            self._buffer = self._file.read(STEP) if self._flow is None else self._flow.take(STEP)
            self._at = 0
        return bool(self._buffer)

    def _give(self, size: int) -> bytes:
        data = self._buffer[self._at : self._at + size]
        self._at += size
        self._taken += size
        return data
