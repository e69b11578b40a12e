"""WARC and ARC files: the pages of a crawl, each found again by the offset of its record.

warcio parses the records. Finding them is done here, because its iterator ends a damaged file in silence, writes to
standard error, unpacks without bounds, and gives up a file that was compressed as a whole.
"""

from __future__ import annotations

import html
import io
import threading
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import Any, BinaryIO, NamedTuple

from govlint.finding import Text
from govlint.lazy_re import lazy_re
from govlint.page.names import is_page, may_be_page
from govlint.source.model import ReadError, SourceError

from . import reasons
from .addresses import joined, path_of
from .blob import Blob, MemoryBlob
from .http import Headers, body, read_headers
from .limits import Limits
from .reader import Capture, Member, Spot
from .recordstream import RecordStream
from .unpack import Unpacker, unpacker, zstd, zstd_dictionary

_HINT = reasons.lacking("WARC")
_NO_RECORD = Text("中没有可读的 WARC 或 ARC 记录", "holds no WARC or ARC record that can be read")
_DIGITS = lazy_re(r"\D")
_PLAIN = (b"WARC", b"file")
_WEB = ("http://", "https://")
_NOT_MODIFIED = 304


class _Record(NamedTuple):
    """A record of a page, its HTTP headers read: what is left in *content* is the stored body."""

    kind: str
    address: str
    stamp: str
    digest: str
    headers: Headers
    content: Any


class WarcReader:
    """A WARC or ARC file, packed record by record, as a whole, or not at all.

    A spot is (offset of the gzip member or record, offset within it, status, charset).
    """

    def __init__(self, blob: Blob, limits: Limits) -> None:
        self._blob, self._limits = blob, limits
        self._lock = threading.Lock()
        self._loader = _loader()
        with blob.open() as file:
            self._make = _unpackers(file)
        self._stream = self._open()

    def _open(self) -> RecordStream:
        return RecordStream(self._blob.open(), self._make, self._limits)

    def members(self) -> Iterator[Member | Text]:
        """Yield the pages and files of the crawl, every capture of each, in the order of the records.

        Raises SourceError where there is not even one record.
        """
        stream = self._open()
        none = True
        try:
            while (at := stream.next_record()) is not None:
                parsed = self._parse(stream)
                none = False
                if parsed is not None and (member := _member(_record(self._loader, *parsed), at)) is not None:
                    yield member._replace(size=parsed[0].length or 0)
                stream.leave()
        except ReadError as error:
            if none:
                raise SourceError(_NO_RECORD) from error
            yield error.text
        finally:
            stream.close()
        if none:
            raise SourceError(_NO_RECORD)

    def read(self, spot: Spot, most: int) -> bytes:
        """Return the decoded body; for a redirect, a small page that does the same."""
        member, inner, *_ = spot
        with self._lock:
            try:
                self._stream.go_to(member, inner)
                parsed = self._parse(self._stream)
                record = _record(self._loader, *parsed) if parsed else None
                if record is None:
                    raise ReadError(reasons.DAMAGED)
                if _is_redirect(record.headers):
                    return _redirect_page(record)
                raw = record.content.read(most + 1)
                if len(raw) > most:
                    raise ReadError(reasons.too_large(most))
                if record.content.limit and len(raw) <= most:
                    raise ReadError(reasons.CUT)
            except ReadError:
                self._stream.close()
                self._stream = self._open()
                raise
        return body(raw, record.headers, most)

    def blob(self, spot: Spot, most: int) -> Blob:
        """Return a stored file from memory."""
        return MemoryBlob(self.read(spot, most))

    def _parse(self, stream: RecordStream) -> tuple[Any, str] | None:
        """Return the record *stream* stands at, with its address; None for one that is no page or file.

        Raises ReadError where no record stands there.
        """
        try:
            record = self._loader.parse_record_stream(stream, no_record_parse=True)
        except ReadError:
            raise
        except Exception as error:  # the parser expects files without faults
            raise ReadError(reasons.DAMAGED) from error
        if record.length is None:
            raise ReadError(reasons.DAMAGED)
        stream.enter(record.length)
        name = "uri" if record.format == "arc" else "WARC-Target-URI"
        address = record.rec_headers.get_header(name) or ""
        wanted = record.rec_type in ("response", "resource", "revisit") and address.lower().startswith(_WEB)
        return (record, address) if wanted else None


def _unpackers(file: BinaryIO) -> Callable[[], Unpacker] | None:
    """Return what makes unpackers for a WARC packed by gzip or Zstandard, None for a plain one."""
    head = file.read(4)
    file.seek(0)
    if head.startswith(_PLAIN):
        return None
    return partial(unpacker, "gz") if head.startswith(b"\x1f\x8b") else partial(zstd, zstd_dictionary(file))


def _loader() -> Any:
    try:
        return import_module("warcio.recordloader").ArcWarcRecordLoader(verify_http=False, arc2warc=False)
    except ImportError as error:
        raise SourceError(_HINT) from error


def _record(loader: Any, record: Any, address: str) -> _Record:
    """Read the HTTP headers of *record*; a body without any counts as what the record's own type says."""
    told = record.rec_headers.get_header
    headers = Headers(content_type=told("Content-Type") or "") if record.rec_type == "resource" else Headers()
    if record.rec_type != "resource":
        try:
            headers = read_headers(loader.load_http_headers(record.rec_type, address, record.raw_stream, record.length))
        except ReadError:
            raise
        except Exception as error:  # the parser expects files without faults
            raise ReadError(reasons.DAMAGED) from error
    date = told("archive-date") if record.format == "arc" else told("WARC-Date")
    stamp = _DIGITS.sub("", date or "")[:14].ljust(14, "0")
    digest = told("WARC-Payload-Digest") or ""
    return _Record(record.rec_type, address, stamp, digest, headers, record.raw_stream)


def _member(record: _Record, at: tuple[int, int]) -> Member | None:
    """Return what a record stands for, None where that is nothing: a redirect to itself, an empty answer."""
    headers = record.headers
    same = record.kind == "revisit" or headers.status == _NOT_MODIFIED
    redirects = _is_redirect(headers)
    path = path_of(record.address, html=headers.is_html or redirects)
    if not path or 100 <= headers.status < 200 or (redirects and _leads_to_itself(record, path)):
        return None
    missing = headers.status >= 400
    gone = missing and not (is_page(path) or may_be_page(path))
    spot = (*at, headers.status, headers.charset)
    return Member(path, spot, capture=Capture(record.stamp, record.digest, same, gone))


def _leads_to_itself(record: _Record, path: str) -> bool:
    """Whether the redirect stored as *path* leads where links to it are led anyway: https, a slash at the end."""
    target = joined(record.address, record.headers.location)
    folder_page = path.removesuffix(".html") + "/index.html"
    return path_of(target, html=True) in (path, folder_page) or path_of(target, html=False) == path


def _is_redirect(headers: Headers) -> bool:
    return 300 <= headers.status < 400 and headers.status != _NOT_MODIFIED and bool(headers.location)


def _redirect_page(record: _Record) -> bytes:
    """Return the page that mirroring tools store for a redirect."""
    target = html.escape(joined(record.address, record.headers.location), quote=True)
    page = io.StringIO()
    page.write('<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">')
    page.write(f"<title>{record.headers.status}</title>")
    page.write(f'<meta http-equiv="refresh" content="0; url={target}"></head><body></body></html>\n')
    return page.getvalue().encode("utf-8", "replace")
