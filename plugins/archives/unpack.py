"""Unpacking in bounded steps: every compression behind one interface, and a stream that never runs ahead."""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any, BinaryIO, Protocol

from govlint.source.model import ReadError

from . import reasons

STEP = 1 << 16
_XZ_MEMORY = 512 << 20
"""What an .xz may ask for as its dictionary; the largest preset takes 65 MiB."""

ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
_DICTIONARY_FRAME = b"\x5d\x2a\x4d\x18"
_MOST_DICTIONARY = 16 << 20
"""More than any trained dictionary has; those of archives of the web have some hundred kB."""


class Unpacker(Protocol):
    """One compressed stream, as bz2 and lzma have it."""

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        """Take in *data* and return at most *max_length* bytes."""

    @property
    def eof(self) -> bool:
        """Whether the end of the stream was reached."""

    @property
    def needs_input(self) -> bool:
        """Whether nothing more comes out before something goes in."""

    @property
    def unused_data(self) -> bytes:
        """What was taken in behind the end."""


class _Zlib:
    """zlib's decompressor with the interface of the others."""

    def __init__(self, window: int) -> None:
        self._inner = zlib.decompressobj(window)
        self._full = False

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        out = self._inner.decompress(self._inner.unconsumed_tail + data, max(max_length, 0))
        self._full = len(out) == max_length
        return out

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._full and not self._inner.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data


def _zstd_module() -> Any:
    for name in ("compression.zstd", "backports.zstd"):
        try:
            return import_module(name)
        except ImportError:
            continue
    raise ReadError(reasons.lacking("Zstandard"))


def zstd(dictionary: bytes = b"") -> Unpacker:
    """Return a new unpacker for Zstandard made with *dictionary*. Raises ReadError where a package is missing."""
    module = _zstd_module()
    try:
        found: Unpacker = module.ZstdDecompressor(module.ZstdDict(dictionary) if dictionary else None)
    except (ValueError, module.ZstdError) as error:
        raise ReadError(reasons.DAMAGED) from error
    return found


def zstd_dictionary(file: BinaryIO) -> bytes:
    """Return the dictionary at the start of a .warc.zst file, ``b""`` for none; *file* is left at its start.

    It lies in a skippable frame, as it is or packed (https://iipc.github.io/warc-specifications/specifications/
    warc-zstd/). Raises ReadError.
    """
    head = file.read(8)
    size = int.from_bytes(head[4:], "little")
    if not head.startswith(_DICTIONARY_FRAME):
        data = b""
    elif size > _MOST_DICTIONARY:
        raise ReadError(reasons.too_large(_MOST_DICTIONARY))
    else:
        data = file.read(size)
        if data.startswith(ZSTD_MAGIC):
            data, _ = unpack([data], zstd(), _MOST_DICTIONARY)
    file.seek(0)
    return data


_MAKERS: dict[str, Callable[[], Unpacker]] = {
    "deflate": lambda: _Zlib(-15),
    "zlib": lambda: _Zlib(15),
    "gz": lambda: _Zlib(31),
    "bz2": bz2.BZ2Decompressor,
    "xz": lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_XZ_MEMORY),
    "lzma": lambda: lzma.LZMADecompressor(lzma.FORMAT_ALONE, memlimit=_XZ_MEMORY),
    "zst": zstd,
}


def unpacker(name: str) -> Unpacker:
    """Return a new unpacker for ``deflate``, ``zlib``, ``gz``, ``bz2``, ``xz``, ``lzma`` or ``zst``.

    Raises ReadError where a package is missing.
    """
    return _MAKERS[name]()


def step(unpacking: Unpacker, data: bytes, most: int) -> bytes:
    """Unpack *data* to at most *most* bytes. Raises ReadError for bytes that mean nothing."""
    try:
        return unpacking.decompress(data, most)
    except ReadError:
        raise
    except Exception as error:  # each library has errors of its own
        raise ReadError(reasons.DAMAGED) from error


def unpack(chunks: Iterable[bytes], unpacking: Unpacker, most: int) -> tuple[bytes, bool]:
    """Return what *chunks* unpack to, and whether the stream came to its end.

    Raises ReadError where that is more than *most* bytes, or damaged.
    """
    out = bytearray()
    for chunk in chunks:
        data = chunk
        while not unpacking.eof:
            part = step(unpacking, data, STEP)
            data = b""
            out += part
            if len(out) > most:
                raise ReadError(reasons.too_large(most))
            if unpacking.needs_input:
                break
        if unpacking.eof:
            break
    return bytes(out), unpacking.eof


class Inflow:
    """A compressed file read from its start on, stream by stream (a gzip file is a chain of such "members").

    Reading stops at the end of each compressed stream until :meth:`next_stream` is called, or goes on by itself where
    *joined*. *make* gives an unpacker for each. *allowed* is asked with (bytes in, bytes out) and says whether that may
    be.
    """

    def __init__(
        self,
        file: BinaryIO,
        make: Callable[[], Unpacker],
        allowed: Callable[[int, int], bool],
        *,
        joined: bool = True,
    ) -> None:
        self._file, self._make, self._allowed, self._joined = file, make, allowed, joined
        self._first = file.tell()
        self._pending = b""
        self._out = 0
        self._unpacking = make()
        self.start = self._first

    def take(self, most: int) -> bytes:
        """Return up to *most* bytes, none at the end of a stream. Raises ReadError for a cut or damaged file."""
        while True:
            while not self._unpacking.eof:
                if self._unpacking.needs_input and not self._pending:
                    self._pending = self._file.read(STEP)
                    if not self._pending:
                        raise ReadError(reasons.CUT)
                data = step(self._unpacking, self._pending, most)
                self._pending = b""
                if data:
                    self._count(len(data))
                    return data
            if not self._joined or not self.next_stream():
                return b""

    def _count(self, more: int) -> None:
        self._out += more
        if not self._allowed(self._file.tell() - self._first, self._out):
            raise ReadError(reasons.RATIO)

    def next_stream(self) -> bool:
        """Go on to the compressed stream behind this one, which was read to its end; False where there is none.

        Zero bytes at the end of a file are filling. Raises ReadError for anything else that is no stream.
        """
        rest = self._unpacking.unused_data + self._pending
        self._pending = b""
        while not rest.strip(b"\0"):
            rest = self._file.read(STEP)
            if not rest:
                return False
        filling = len(rest) - len(rest.lstrip(b"\0"))
        self.start = self._file.tell() - len(rest) + filling
        self._pending = rest[filling:]
        self._unpacking = self._make()
        return True
