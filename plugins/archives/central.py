"""The central directory of a zip: what it lists, in plain tuples.

zipfile is not used, because it gives up a whole archive for one bad name, reads all entries before any can be counted,
and has each worker read the list again where a few numbers are enough to find a member.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from govlint.finding import Text
from govlint.source.model import ReadError

from . import reasons

_END = struct.Struct("<4s4H2LH")
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_LONGEST_COMMENT = 0xFFFF
_MANY = 0xFFFFFFFF
_SPLIT = Text("是分卷压缩包的一部分，请合并后再检查", "is one part of a split archive; join the parts first")
_NO_DIRECTORY = Text(
    "的文件目录缺失或损坏，压缩包可能被截断", "has no sound list of files; the archive may be cut short"
)


class Entry(NamedTuple):
    """A line of the central directory. *name* is as stored, *at* the offset of the member's own header."""

    name: bytes
    extra: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    at: int
    mode: int
    is_folder: bool


class Directory(NamedTuple):
    """Where the central directory lies: its offset, size in bytes, number of entries, and what to add to offsets."""

    at: int
    size: int
    entries: int
    shift: int


def find_directory(file: BinaryIO, size: int) -> Directory:
    """Find the directory of the zip *file* of *size* bytes. Raises ReadError where there is none."""
    tail_at = max(0, size - _END.size - _LONGEST_COMMENT)
    file.seek(tail_at)
    tail = file.read()
    end = tail.rfind(b"PK\5\6")
    while end >= 0:
        if end + _END.size <= len(tail):
            fields = _END.unpack_from(tail, end)
            if end + _END.size + fields[7] <= len(tail):
                return _directory(file, tail_at + end, fields)
        end = tail.rfind(b"PK\5\6", 0, end)
    raise ReadError(_NO_DIRECTORY)


def _directory(file: BinaryIO, end: int, fields: tuple[bytes | int, ...]) -> Directory:
    disk, entries, length, offset = (int(fields[place]) for place in (1, 4, 5, 6))
    large = _end64(file, end)
    if large is not None:
        end, disk, entries, length, offset = large
    if disk not in (0, 0xFFFF):
        raise ReadError(_SPLIT)
    at = end - length
    if at < 0 or at < offset:
        raise ReadError(_NO_DIRECTORY)
    return Directory(at, length, entries, at - offset)


def _end64(file: BinaryIO, end: int) -> tuple[int, int, int, int, int] | None:
    """Return place, disk, entries, length and offset from the zip64 record before the offset *end*, None without."""
    if end < _LOCATOR.size + _END64.size:
        return None
    file.seek(end - _LOCATOR.size)
    signature, _, told, _ = _LOCATOR.unpack(file.read(_LOCATOR.size))
    if signature != b"PK\6\7":
        return None
    for at in (told, end - _LOCATOR.size - _END64.size):  # bytes before the archive shift what was told
        file.seek(at)
        data = file.read(_END64.size)
        if len(data) == _END64.size and data.startswith(b"PK\6\6"):
            _, _, _, _, disk, _, _, entries, length, offset = _END64.unpack(data)
            return at, disk, entries, length, offset
    raise ReadError(_NO_DIRECTORY)


def entries(file: BinaryIO, directory: Directory) -> Iterator[Entry | Text]:
    """Yield the entries of *directory*; a Text in the end where it breaks off."""
    file.seek(directory.at)
    left, found = directory.size, 0
    while left >= _ENTRY.size:
        fields = _ENTRY.unpack(file.read(_ENTRY.size))
        signature, made_by, _, flags, method, _, _, crc, packed, size, *lengths = fields
        name_length, extra_length, comment_length, _, _, outer, at = lengths
        left -= _ENTRY.size + name_length + extra_length + comment_length
        if signature != b"PK\1\2" or left < 0:
            yield reasons.DAMAGED
            return
        name = file.read(name_length)
        extra = file.read(extra_length)
        file.seek(comment_length, 1)
        size, packed, at = _wide(extra, size, packed, at)
        unix = outer >> 16 if made_by >> 8 == 3 else 0
        is_folder = name.endswith((b"/", b"\\")) or bool(outer & 0x10 and not size)
        yield Entry(name, extra, flags, method, crc, packed, size, at + directory.shift, unix, is_folder)
        found += 1
    if (directory.entries - found) & 0xFFFF:  # old programs count no further than 65,535
        yield reasons.DAMAGED


def _wide(extra: bytes, size: int, packed: int, at: int) -> tuple[int, int, int]:
    """Return the three numbers, those that did not fit taken from the zip64 field."""
    if _MANY not in (size, packed, at):
        return size, packed, at
    wide = field(extra, 0x0001)
    numbers = [size, packed, at]
    for place, number in enumerate(numbers):
        if number == _MANY and len(wide) >= 8:
            numbers[place] = int.from_bytes(wide[:8], "little")
            wide = wide[8:]
    return numbers[0], numbers[1], numbers[2]


def field(extra: bytes, wanted: int) -> bytes:
    """Return the content of the extra field with the id *wanted*, ``b""`` for none."""
    at = 0
    while at + 4 <= len(extra):
        id, length = struct.unpack_from("<HH", extra, at)
        if id == wanted:
            return extra[at + 4 : at + 4 + length]
        at += 4 + length
    return b""
