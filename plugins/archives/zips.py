"""Zip archives: names repaired one by one, members found by a few numbers and unpacked in bounded steps."""

from __future__ import annotations

import stat
import struct
import threading
import weakref
import zlib
from collections.abc import Iterator, Sequence

from govlint.finding import Text
from govlint.source.model import ReadError, SourceError

from . import central, reasons
from .blob import Blob, MemoryBlob, SliceBlob
from .limits import Limits
from .names import repair
from .reader import Member, Spot
from .unpack import STEP, unpack, unpacker

_LOCAL = struct.Struct("<4s5H3L2H")
_IN_UTF8 = 0x800
_ENCRYPTED = 0x2041
_STORED = 0
_LZMA = 14
_UNPACKERS = {8: "deflate", 12: "bz2", 93: "zst", 95: "xz"}
_UNREAD_METHODS = {
    1: "Shrink", 6: "Implode", 9: "Deflate64", 10: "Implode (PKWARE DCL)", 16: "CMPSC", 18: "TERSE", 94: "MP3",
    96: "JPEG", 97: "WavPack", 98: "PPMd",
}  # fmt: skip
_AES = 99


class ZipReader:
    """A zip archive. A spot is (offset of the header, packed size, size, method, CRC, flags)."""

    def __init__(self, blob: Blob, limits: Limits) -> None:
        self._blob, self._limits = blob, limits
        self._file = blob.open()
        weakref.finalize(self, self._file.close)
        self._lock = threading.Lock()

    def members(self) -> Iterator[Member | Text]:
        """Yield the members in the order they lie in. Raises SourceError where there is no list of them."""
        listed: list[central.Entry] = []
        troubles: list[Text] = []
        with self._blob.open() as file:
            try:
                directory = central.find_directory(file, self._blob.size)
            except ReadError as error:
                raise SourceError(error.text) from error
            for entry in central.entries(file, directory):
                if isinstance(entry, Text):
                    troubles.append(entry)
                else:
                    listed.append(entry)
                    if len(listed) > self._limits.entries:
                        break
        listed.sort(key=lambda entry: entry.at)
        overlapping = _overlapping(listed)
        for place, entry in enumerate(listed):
            yield _member(entry, place in overlapping)
        yield from troubles

    def read(self, spot: Spot, most: int) -> bytes:
        """Return a member, its length and checksum compared with what the list says."""
        at, packed, size, method, crc, flags = spot
        _refuse(size, packed, method, flags, most, self._limits)
        start = self._data_start(at)
        if method == _STORED:
            data, whole = self._bytes(start, packed), packed == size
        elif method == _LZMA:
            data, whole = self._lzma(start, packed, size)
        else:
            data, whole = unpack(self._pieces(start, packed), unpacker(_UNPACKERS[method]), size)
        if len(data) < size and not whole:
            raise ReadError(reasons.CUT)
        if len(data) != size or zlib.crc32(data) != crc:
            raise ReadError(reasons.DAMAGED)
        return data

    def blob(self, spot: Spot, most: int) -> Blob:
        """Return a member where it lies if it is stored as it is, else from memory."""
        at, packed, size, method, _, flags = spot
        if method == _STORED and packed == size and not flags & _ENCRYPTED:
            return SliceBlob(self._blob, self._data_start(at), size)
        return MemoryBlob(self.read(spot, most))

    def _data_start(self, at: int) -> int:
        """Return the offset of a member's data, which only the header in front of it tells."""
        header = self._bytes(at, _LOCAL.size)
        if len(header) < _LOCAL.size or not header.startswith(b"PK\3\4"):
            raise ReadError(reasons.DAMAGED)
        *_, name_length, extra_length = _LOCAL.unpack(header)
        return at + _LOCAL.size + int(name_length) + int(extra_length)

    def _bytes(self, at: int, size: int) -> bytes:
        with self._lock:
            self._file.seek(at)
            return self._file.read(size)

    def _pieces(self, at: int, size: int) -> Iterator[bytes]:
        while size > 0 and (data := self._bytes(at, min(size, STEP))):
            yield data
            at += len(data)
            size -= len(data)

    def _lzma(self, start: int, packed: int, size: int) -> tuple[bytes, bool]:
        """Unpack LZMA, whose properties stand before the data; rewritten as the header of an .lzma file."""
        head = self._bytes(start, 9)
        if len(head) < 9 or head[2:4] != b"\5\0":
            raise ReadError(reasons.DAMAGED)
        lzma_header = head[4:9] + size.to_bytes(8, "little")

        def pieces() -> Iterator[bytes]:
            yield lzma_header
            yield from self._pieces(start + 9, packed - 9)

        return unpack(pieces(), unpacker("lzma"), size)


def _refuse(size: int, packed: int, method: int, flags: int, most: int, limits: Limits) -> None:
    """Raise ReadError for a member that cannot or must not be unpacked."""
    if flags & _ENCRYPTED or method == _AES:
        raise ReadError(reasons.ENCRYPTED)
    if method not in (_STORED, _LZMA) and method not in _UNPACKERS:
        raise ReadError(reasons.unsupported(_UNREAD_METHODS.get(method, str(method))))
    if size > most:
        raise ReadError(reasons.too_large(most))
    if size > limits.ratio_from and size > limits.ratio * packed:
        raise ReadError(reasons.RATIO)


def _overlapping(listed: Sequence[central.Entry]) -> frozenset[int]:
    """Return the places of entries (sorted by offset) that share bytes with another, as only zip bombs do."""
    found = set()
    reach, reaching = -1, -1
    for place, entry in enumerate(listed):
        if entry.at < reach:
            found |= {reaching, place}
        end = entry.at + _LOCAL.size + entry.packed
        if end > reach:
            reach, reaching = end, place
    return frozenset(found)


def _member(entry: central.Entry, overlaps: bool) -> Member:
    spot = (entry.at, entry.packed, entry.size, entry.method, entry.crc, entry.flags)
    if entry.is_folder:
        return Member("", spot)
    member = Member(_name(entry), spot, entry.size)
    if overlaps:
        return member._replace(trouble=reasons.OVERLAPPING)
    if stat.S_ISLNK(entry.mode):
        return member._replace(trouble=reasons.LINK)
    return member if stat.S_IFMT(entry.mode) in (0, stat.S_IFREG) else member._replace(trouble=reasons.NOT_A_FILE)


def _name(entry: central.Entry) -> str:
    """Return the name: what Info-ZIP's own field says, else what the bytes themselves show, whatever the flag."""
    unicode = central.field(entry.extra, 0x7075)
    if len(unicode) > 5 and int.from_bytes(unicode[1:5], "little") == zlib.crc32(entry.name):
        return repair(unicode[5:])
    return repair(entry.name)
