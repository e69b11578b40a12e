"""Which kind of archive some bytes are: told by the bytes, whatever the name says."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from govlint.finding import Text
from govlint.source.model import SourceError

from .blob import Blob
from .limits import Limits
from .magic import BLOCK, COMPRESSIONS, archive_magic, compression_of
from .packed import PackedReader
from .reader import Reader
from .tars import PackedTar, PlainTar
from .unpack import Inflow, unpacker, zstd, zstd_dictionary
from .warc import WarcReader
from .zips import ZipReader

_READERS: dict[str, Callable[[Blob, Limits], Reader]] = {
    "zip": ZipReader,
    "tar": PlainTar,
    "7z": PackedReader,
    "rar": PackedReader,
    "warc": WarcReader,
    **{f"tar.{name}": partial(PackedTar, compression=name) for name in COMPRESSIONS.values()},
}
_NO_ARCHIVE = Text(
    "名为压缩包，内容却不是可识别的压缩包", "is named as an archive, but its content is none that is known"
)
_NO_TAR = Text("压缩的不是 tar 或 WARC，没有可检查的网站", "holds neither a tar nor a WARC: there is no site in it")


def kind_of(blob: Blob) -> str:
    """Return the kind of archive in *blob*.

    Raises SourceError where it is none that is known, ReadError where it is cut short or damaged from its start on.
    """
    with blob.open() as file:
        head = file.read(BLOCK)
        if magic := archive_magic(head):
            return magic
        compression = compression_of(head)
        if not compression:
            raise SourceError(_NO_ARCHIVE)
        file.seek(0)
        make = partial(zstd, zstd_dictionary(file)) if compression == "zst" else partial(unpacker, compression)
        flow = Inflow(file, make, lambda taken, out: True)
        inner = b""
        while len(inner) < BLOCK and (more := flow.take(BLOCK - len(inner))):
            inner += more
    found = archive_magic(inner)
    if found == "warc" and compression in ("gz", "zst"):
        return "warc"
    is_empty_tar = len(inner) == BLOCK and not inner.strip(b"\0")
    if found != "tar" and not is_empty_tar:
        raise SourceError(_NO_TAR)
    return f"tar.{compression}"


def open_reader(kind: str, blob: Blob, limits: Limits) -> Reader:
    """Open *blob* as an archive of *kind*. Raises SourceError, or OSError where it cannot be opened."""
    return _READERS[kind](blob, limits)
