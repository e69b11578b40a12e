"""Which kind of archive some bytes are: told by the bytes, whatever the name says."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from govlint.finding import Text
from govlint.lazy_re import lazy_re
from govlint.source.model import SourceError

from .blob import Blob
from .limits import Limits
from .packed import PackedReader
from .reader import Reader
from .tars import BLOCK, PackedTar, PlainTar, is_header
from .unpack import ZSTD_MAGIC, Inflow, unpacker, zstd, zstd_dictionary
from .warc import WarcReader
from .zips import ZipReader

_COMPRESSIONS = {b"\x1f\x8b": "gz", b"BZh": "bz2", b"\xfd7zXZ\0": "xz", ZSTD_MAGIC: "zst"}
_SKIPPABLE = lazy_re(rb"[\x50-\x5f]\x2a\x4d\x18", re.DOTALL)
"""What a Zstandard file may begin with; in .warc.zst it holds the dictionary."""

_WARC = (b"WARC/", b"filedesc://")
_NAMED = lazy_re(
    r"\.(?:zip|wacz|tar|t?gz|tgz|t?bz2?|tbz2|t?xz|txz|t?zst|tzst|7z|rar|w?arc)\Z", re.IGNORECASE
)  # fmt: skip
_READERS: dict[str, Callable[[Blob, Limits], Reader]] = {
    "zip": ZipReader,
    "tar": PlainTar,
    "7z": PackedReader,
    "rar": PackedReader,
    "warc": WarcReader,
    **{f"tar.{name}": partial(PackedTar, compression=name) for name in _COMPRESSIONS.values()},
}
_NO_ARCHIVE = Text(
    "名为压缩包，内容却不是可识别的压缩包", "is named as an archive, but its content is none that is known"
)
_NO_TAR = Text("压缩的不是 tar 或 WARC，没有可检查的网站", "holds neither a tar nor a WARC: there is no site in it")


def is_named_as_archive(name: str) -> bool:
    """Whether the ending of *name* is that of an archive."""
    return _NAMED.search(name) is not None


def has_magic(head: bytes) -> bool:
    """Whether *head*, the first 512 bytes of a file, is how an archive or a compressed file begins."""
    return bool(_magic(head)) or _compression(head) != ""


def _magic(head: bytes) -> str:
    if head.startswith((b"PK\3\4", b"PK\5\6", b"PK\7\x08")):
        return "zip"
    if head.startswith(b"7z\xbc\xaf\x27\x1c"):
        return "7z"
    if head.startswith(b"Rar!\x1a\x07"):
        return "rar"
    if head.startswith(_WARC):
        return "warc"
    return "tar" if len(head) >= BLOCK and is_header(head) else ""


def _compression(head: bytes) -> str:
    if _SKIPPABLE.match(head):
        return "zst"
    return next((name for magic, name in _COMPRESSIONS.items() if head.startswith(magic)), "")


def kind_of(blob: Blob) -> str:
    """Return the kind of archive in *blob*.

    Raises SourceError where it is none that is known, ReadError where it is cut short or damaged from its start on.
    """
    with blob.open() as file:
        head = file.read(BLOCK)
        if magic := _magic(head):
            return magic
        compression = _compression(head)
        if not compression:
            raise SourceError(_NO_ARCHIVE)
        file.seek(0)
        make = partial(zstd, zstd_dictionary(file)) if compression == "zst" else partial(unpacker, compression)
        flow = Inflow(file, make, lambda taken, out: True)
        inner = b""
        while len(inner) < BLOCK and (more := flow.take(BLOCK - len(inner))):
            inner += more
    found = _magic(inner)
    if found == "warc" and compression in ("gz", "zst"):
        return "warc"
    is_empty_tar = len(inner) == BLOCK and not inner.strip(b"\0")
    if found != "tar" and not is_empty_tar:
        raise SourceError(_NO_TAR)
    return f"tar.{compression}"


def open_reader(kind: str, blob: Blob, limits: Limits) -> Reader:
    """Open *blob* as an archive of *kind*. Raises SourceError, or OSError where it cannot be opened."""
    return _READERS[kind](blob, limits)
