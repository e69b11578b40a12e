"""Tar archives, plain ones (read at any place) and compressed ones (read in order).

The headers are walked here because tarfile ends its list in silence at a damaged header, and cannot say that the end
mark is missing; single headers are still read by tarfile.
"""

from __future__ import annotations

import posixpath
import tarfile
import threading
import weakref
from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO, NamedTuple

from govlint.finding import Text
from govlint.source.model import ReadError

from . import reasons
from .blob import Blob, MemoryBlob, SliceBlob
from .inorder import InOrder, Passing
from .limits import Limits
from .magic import BLOCK
from .names import clean, repair
from .reader import Member, Spot
from .unpack import STEP, Inflow, unpacker

_MOST_HEADER = 1 << 20
"""Names and attributes longer than this are no names."""

_PLAIN_FILES = (tarfile.REGTYPE, tarfile.AREGTYPE, tarfile.CONTTYPE)
_WITHOUT_DATA = (
    *(tarfile.LNKTYPE, tarfile.SYMTYPE, tarfile.DIRTYPE),
    *(tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE),
)


class _Header(NamedTuple):
    """A member's header, extended ones taken in."""

    name: str
    link: str
    size: int
    kind: bytes
    sparse: bool


class PlainTar:
    """A tar that is not compressed. A spot is (offset, size) of the data."""

    def __init__(self, blob: Blob, limits: Limits) -> None:
        self._blob = blob
        self._file = blob.open()
        weakref.finalize(self, self._file.close)
        self._lock = threading.Lock()

    def members(self) -> Iterator[Member | Text]:
        """Yield the members in the order they lie in."""
        with self._lock:
            file = self._blob.open()
        size = self._blob.size
        try:
            for header in _headers(file.read, partial(_skip_by_seeking, file)):
                at = file.tell()
                yield _member(header, (at, header.size))
                file.seek(at + _padded(header.size))
                if at + header.size > size:
                    raise ReadError(reasons.CUT)
        except ReadError as error:
            yield error.text
        finally:
            file.close()

    def read(self, spot: Spot, most: int) -> bytes:
        """Return a member."""
        at, size = spot
        if size > most:
            raise ReadError(reasons.too_large(most))
        with self._lock:
            self._file.seek(at)
            data = self._file.read(size)
        if len(data) < size:
            raise ReadError(reasons.CUT)
        return data

    def blob(self, spot: Spot, most: int) -> Blob:
        """Return a member where it lies."""
        at, size = spot
        return SliceBlob(self._blob, at, size)


class PackedTar:
    """A compressed tar, read in order. A spot is (number, size) of the member."""

    def __init__(self, blob: Blob, limits: Limits, compression: str) -> None:
        self._blob, self._limits, self._compression = blob, limits, compression
        self._in_order = InOrder(self._begin)

    def _begin(self) -> Iterator[Passing]:
        limits = self._limits
        with self._blob.open() as packed:
            make = partial(unpacker, self._compression)
            flow = Inflow(packed, make, lambda taken, out: out <= max(limits.total, limits.ratio * taken))
            read = partial(_read_fully, flow)
            for header in _headers(read, partial(_skip_by_reading, flow)):
                pieces = _Pieces(flow, header.size)
                yield Passing(_member(header, ()), iter(pieces))
                _skip_by_reading(flow, pieces.left + _padded(header.size) - header.size)

    def members(self) -> Iterator[Member | Text]:
        """Yield the members in the order they lie in."""
        try:
            yield from self._in_order.members()
        except ReadError as error:
            yield error.text

    def read(self, spot: Spot, most: int) -> bytes:
        """Return a member."""
        return self._in_order.read(spot, most)

    def blob(self, spot: Spot, most: int) -> Blob:
        """Return a member from memory."""
        return MemoryBlob(self.read(spot, most))


class _Pieces:
    """The data of the member a stream is at; *left* counts what has not been taken."""

    def __init__(self, flow: Inflow, size: int) -> None:
        self._flow, self.left = flow, size

    def __iter__(self) -> Iterator[bytes]:
        while self.left:
            data = self._flow.take(min(self.left, STEP))
            if not data:
                raise ReadError(reasons.CUT)
            self.left -= len(data)
            yield data


def _padded(size: int) -> int:
    return -(-size // BLOCK) * BLOCK


def _read_fully(flow: Inflow, size: int) -> bytes:
    data = b""
    while len(data) < size and (more := flow.take(size - len(data))):
        data += more
    return data


def _skip_by_seeking(file: BinaryIO, size: int) -> None:
    file.seek(size, 1)


def _skip_by_reading(flow: Inflow, size: int) -> None:
    while size:
        data = flow.take(min(size, STEP))
        if not data:
            raise ReadError(reasons.CUT)
        size -= len(data)


def _headers(read: Callable[[int], bytes], skip: Callable[[int], None]) -> Iterator[_Header]:
    """Yield the header of each member; whoever takes one leaves the stream behind the member's data.

    Raises ReadError where the archive is cut or damaged, or ends without its end mark.
    """
    attributes: dict[str, bytes] = {}
    for_all: dict[str, bytes] = {}
    while True:
        block = read(BLOCK)
        if not block:
            raise ReadError(reasons.NO_END)
        if len(block) < BLOCK:
            raise ReadError(reasons.CUT)
        if not block.strip(b"\0"):
            return
        try:
            info = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
        except tarfile.HeaderError as error:
            raise ReadError(reasons.DAMAGED) from error
        if info.type in (tarfile.XHDTYPE, tarfile.SOLARIS_XHDTYPE, tarfile.XGLTYPE):
            into = for_all if info.type == tarfile.XGLTYPE else attributes
            into |= _pax(_extended(read, info.size))
        elif info.type in (tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK):
            name = "path" if info.type == tarfile.GNUTYPE_LONGNAME else "linkpath"
            attributes[name] = _extended(read, info.size).rstrip(b"\0")
        else:
            if info.type == tarfile.GNUTYPE_SPARSE:
                _skip_sparse_maps(block, read)
            yield _header(info, for_all | attributes)
            attributes = {}


def _extended(read: Callable[[int], bytes], size: int) -> bytes:
    if size > _MOST_HEADER:
        raise ReadError(reasons.DAMAGED)
    data = read(_padded(size))
    if len(data) < size:
        raise ReadError(reasons.CUT)
    return data[:size]


def _pax(data: bytes) -> dict[str, bytes]:
    """Return the records (``"27 path=…\\n"``) of a pax header."""
    found: dict[str, bytes] = {}
    while data.strip(b"\0"):
        digits, _, _ = data.partition(b" ")
        if not digits.isdigit() or not 0 < (length := int(digits[:9])) <= len(data):
            raise ReadError(reasons.DAMAGED)
        name, _, value = data[len(digits) + 1 : length].removesuffix(b"\n").partition(b"=")
        found[name.decode("utf-8", "replace")] = value
        data = data[length:]
    return found


def _skip_sparse_maps(block: bytes, read: Callable[[int], bytes]) -> None:
    extended = block[482]
    while extended:
        more = read(BLOCK)
        if len(more) < BLOCK:
            raise ReadError(reasons.CUT)
        extended = more[504]


def _header(info: tarfile.TarInfo, attributes: dict[str, bytes]) -> _Header:
    name = attributes.get("GNU.sparse.name") or attributes.get("path") or _raw(info.name)
    link = attributes.get("linkpath") or _raw(info.linkname)
    size = attributes.get("size", b"")
    # Only what has data says its size: of links and folders old programs give that of the original.
    has_data = info.type not in _WITHOUT_DATA
    return _Header(
        repair(name),
        repair(link),
        (int(size) if size.isdigit() and len(size) < 20 else max(info.size, 0)) if has_data else 0,
        tarfile.DIRTYPE if name.endswith(b"/") else info.type,
        info.type == tarfile.GNUTYPE_SPARSE or any(key.startswith("GNU.sparse.") for key in attributes),
    )


def _raw(name: str) -> bytes:
    return name.encode("utf-8", "surrogateescape")


def _member(header: _Header, spot: Spot) -> Member:
    """Return the member of a header; links within the archive keep the path they lead to."""
    if header.kind == tarfile.DIRTYPE:
        return Member("", spot)
    member = Member(header.name, spot, header.size)
    if header.kind == tarfile.LNKTYPE:
        return member._replace(link=clean(header.link) or "", trouble=reasons.LINK)
    if header.kind == tarfile.SYMTYPE:
        target = posixpath.join(posixpath.dirname(header.name), header.link)
        return member._replace(link=clean(target) or "", trouble=reasons.LINK)
    if header.sparse:
        return member._replace(trouble=reasons.SPARSE)
    return member if header.kind in _PLAIN_FILES else member._replace(trouble=reasons.NOT_A_FILE)
