"""Bytes that can be opened again and again: a file, a stretch of other bytes, or what is held in memory."""

from __future__ import annotations

import io
import os
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol, cast

_BUFFER = 1 << 16


class Blob(Protocol):
    """Bytes of a known *size* that :meth:`open` gives as a new seekable file every time."""

    @property
    def size(self) -> int:
        """How many bytes there are."""

    def open(self) -> BinaryIO:
        """Return a new file positioned at the start. Raises OSError."""


@dataclass(frozen=True)
class FileBlob:
    """A file on disk."""

    path: str

    @property
    def size(self) -> int:
        """How many bytes the file has now."""
        return os.stat(self.path).st_size  # noqa: PTH116 - the path is kept as text for pickling

    def open(self) -> BinaryIO:
        """Open the file."""
        return Path(self.path).open("rb", buffering=_BUFFER)


@dataclass(frozen=True)
class SliceBlob:
    """*size* bytes of *whole* from the offset *start* on: a member that is stored as it is."""

    whole: Blob
    start: int
    size: int

    def open(self) -> BinaryIO:
        """Open the stretch."""
        return cast(BinaryIO, io.BufferedReader(_Window(self.whole.open(), self.start, self.size), _BUFFER))


@dataclass(frozen=True)
class MemoryBlob:
    """Bytes in memory."""

    data: bytes

    @property
    def size(self) -> int:
        """How many bytes there are."""
        return len(self.data)

    def open(self) -> BinaryIO:
        """Open the bytes."""
        return io.BytesIO(self.data)


class _Window(io.RawIOBase):
    """The stretch [start, start + size) of a seekable file, as a file of its own."""

    def __init__(self, whole: BinaryIO, start: int, size: int) -> None:
        self._whole, self._start, self._size, self._at = whole, start, size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        origin = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, origin + offset)
        return self._at

    def readinto(self, buffer) -> int:  # type: ignore[no-untyped-def]  # the type of buffers is not public
        self._whole.seek(self._start + self._at)
        data = self._whole.read(max(0, min(len(buffer), self._size - self._at)))
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)

    def close(self) -> None:
        self._whole.close()
        super().close()
