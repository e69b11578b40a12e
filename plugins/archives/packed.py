"""7z and rar archives, through the system's libarchive (extra ``archives``), read in order.

libarchive is C and reads what strangers made: the workers, which can die without harm, do the unpacking.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from importlib import import_module
from typing import Any, BinaryIO, cast

from govlint.finding import Text
from govlint.source.model import ReadError, SourceError

from . import reasons
from .blob import Blob, MemoryBlob
from .inorder import InOrder, Passing
from .limits import Limits
from .names import clean, repair
from .reader import Member, Spot
from .unpack import STEP

_HINT = Text(
    "需要 libarchive：请运行 pip install 'govlint[archives]'，并安装系统库（Debian：apt install libarchive13；"
    "macOS：brew install libarchive）",
    "needs libarchive: run pip install 'govlint[archives]' and install the system library (Debian: apt install "
    "libarchive13, macOS: brew install libarchive)",
)


_SOLID = Text(
    "是固实压缩的 RAR，只能读到第一个文件，请重新打包为 zip",
    "is a solid RAR, of which the first member alone can be read: repack it as zip",
)


class PackedReader:
    """A 7z or rar archive. A spot is (number, size) of the member."""

    def __init__(self, blob: Blob, limits: Limits) -> None:
        self._blob, self._limits = blob, limits
        self._library = _library()
        self._in_order = InOrder(self._begin)

    def _begin(self) -> Iterator[Passing]:
        limits, taken = self._limits, 0
        with self._blob.open() as file:
            try:
                with self._library.stream_reader(cast(Any, _Source(file)), block_size=STEP) as entries:
                    for entry in entries:
                        yield Passing(_member(entry), self._pieces(entry))
                        taken += entry.size or 0
                        if taken > max(limits.total, limits.ratio * self._blob.size):
                            raise ReadError(reasons.RATIO)
            except self._library.ArchiveError as error:
                raise ReadError(_why(error)) from error

    def _pieces(self, entry: Any) -> Iterator[bytes]:
        """Yield the data of *entry*. A wrong checksum is no error to libarchive, but more data than there should be."""
        left = entry.size
        try:
            for piece in entry.get_blocks(STEP):
                if left is not None:
                    left -= len(piece)
                    if left < 0:
                        raise ReadError(reasons.DAMAGED)
                yield piece
            if left:
                raise ReadError(reasons.CUT)
        except self._library.ArchiveError as error:
            raise ReadError(_why(error)) from error

    def members(self) -> Iterator[Member | Text]:
        """Yield the members in the order they lie in. Raises SourceError where there is not even one."""
        none = True
        try:
            for member in self._in_order.members():
                none = False
                yield member
        except ReadError as error:
            if none:
                raise SourceError(error.text) from error
            yield error.text

    def read(self, spot: Spot, most: int) -> bytes:
        """Return a member."""
        return self._in_order.read(spot, most)

    def blob(self, spot: Spot, most: int) -> Blob:
        """Return a member from memory."""
        return MemoryBlob(self.read(spot, most))


class _Source:
    """A file as libarchive-c wants it."""

    def __init__(self, file: BinaryIO) -> None:
        self.readinto = file.readinto  # type: ignore[attr-defined]  # all files of Blob have it
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable


def _library() -> Any:
    try:
        library = import_module("libarchive")
        logger = logging.getLogger("libarchive")
        if not logger.handlers:  # what it would print is found by the sizes, too
            logger.addHandler(logging.NullHandler())
        return library
    except Exception as error:  # without the system's library the import fails in several ways
        raise SourceError(_HINT) from error


def _member(entry: Any) -> Member:
    if entry.isdir:
        return Member("", ())
    member = Member(_text(entry.pathname), (), entry.size or 0)
    if entry.issym:
        return member._replace(trouble=reasons.LINK)
    if entry.islnk:
        return member._replace(link=clean(_text(entry.linkpath)) or "", trouble=reasons.LINK)
    return member if entry.isreg else member._replace(trouble=reasons.NOT_A_FILE)


def _text(name: str | bytes | None) -> str:
    return repair(name) if isinstance(name, bytes) else name or ""


def _why(error: Any) -> Text:
    """Return what libarchive says; its error as a string also tells an address in memory, another one every time."""
    said = str(error.msg or "").strip().rstrip(".")
    if "ncrypt" in said or "assphrase" in said:
        return reasons.ENCRYPTED
    if "runcated" in said:
        return reasons.CUT
    if "solid" in said:
        return _SOLID
    return Text(f"无法解压（{said}）", f"cannot be unpacked ({said})") if said else reasons.DAMAGED
