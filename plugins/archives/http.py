"""The HTTP inside a crawl: what a response's headers say, and its body as the browser would have had it.

Servers and crawlers lie: bodies are stored decoded under headers that say gzip, and chunked ones without their chunks.
So every step is taken only where the bytes bear it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any, NamedTuple

from govlint.lazy_re import lazy_re
from govlint.source.model import ReadError

from . import reasons
from .unpack import STEP, Unpacker, unpack, unpacker

_CHARSET = lazy_re(r";\s*+charset\s*+=\s*+[\"']?([^\s\"';,]{1,40})", re.IGNORECASE)
_CHUNK_SIZE = lazy_re(rb"[ \t]*+([0-9A-Fa-f]{1,15})[ \t]*+(?:;[^\r\n]*+)?\r?\n")
_MOST_CODINGS = 4


class Headers(NamedTuple):
    """What a stored response says of itself. *status* is 0 where it says none."""

    status: int = 0
    content_type: str = ""
    location: str = ""
    chunked: bool = False
    codings: tuple[str, ...] = ()

    @property
    def charset(self) -> str:
        """The charset of the content type, ``""`` for none."""
        match = _CHARSET.search(self.content_type)
        return match[1] if match else ""

    @property
    def is_html(self) -> bool:
        """Whether the content is said to be HTML."""
        return self.content_type.partition(";")[0].strip().lower() in ("text/html", "application/xhtml+xml")


def read_headers(http: Any) -> Headers:
    """Return what warcio's headers of a response say; *http* may be None."""
    if http is None:
        return Headers()
    code = str(http.get_statuscode() or "")
    codings = [coding.strip().lower() for coding in (http.get_header("Content-Encoding") or "").split(",")]
    return Headers(
        int(code) if code.isdigit() and len(code) == 3 else 0,
        http.get_header("Content-Type") or "",
        (http.get_header("Location") or "").strip(),
        "chunked" in (http.get_header("Transfer-Encoding") or "").lower(),
        tuple(coding for coding in codings if coding)[:_MOST_CODINGS],
    )


def body(raw: bytes, headers: Headers, most: int) -> bytes:
    """Return the body that the stored bytes *raw* carry. Raises ReadError where it has more than *most* bytes."""
    data = _joined_chunks(raw) if headers.chunked else raw
    for coding in reversed(headers.codings):
        data = _decoded(data, coding, most)
    return data


def _joined_chunks(raw: bytes) -> bytes:
    """Return *raw* without its chunk sizes; as it is where it has none, and what is there of chunks cut short."""
    out, at = bytearray(), 0
    while match := _CHUNK_SIZE.match(raw, at):
        size = int(match[1], 16)
        out += raw[match.end() : match.end() + size]
        at = match.end() + size
        if not size or at >= len(raw):
            return bytes(out)
        at += 2 if raw.startswith(b"\r\n", at) else raw.startswith(b"\n", at)
    return bytes(out) + raw[at:] if out else raw


def _decoded(data: bytes, coding: str, most: int) -> bytes:
    """Undo one content coding; what is not coded that way, or damaged from its first byte on, is returned as it is."""
    for unpacking in _candidates(data, coding):
        try:
            out, ended = unpack(iter(_pieces(data)), unpacking, most)
        except ReadError as error:
            if error.text != reasons.DAMAGED:
                raise
            continue
        if out or ended:  # a response cut short by the crawler is shown as far as it goes
            return out
    return data


def _pieces(data: bytes) -> Iterator[bytes]:
    for at in range(0, len(data), STEP):
        yield data[at : at + STEP]


def _candidates(data: bytes, coding: str) -> Iterator[Unpacker]:
    if coding in ("gzip", "x-gzip"):
        if data.startswith(b"\x1f\x8b"):
            yield unpacker("gz")
    elif coding == "deflate":
        yield unpacker("zlib")
        yield unpacker("deflate")
    elif coding == "zstd":
        if data.startswith(b"\x28\xb5\x2f\xfd"):
            yield unpacker("zst")
    elif coding == "br" and data.lstrip()[:1] != b"<":
        yield _Brotli()


class _Brotli:
    """Google's decompressor with the interface of the others."""

    unused_data = b""

    def __init__(self) -> None:
        try:
            self._inner: Any = import_module("brotli").Decompressor()
        except ImportError as error:
            raise ReadError(reasons.lacking("Brotli")) from error

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        out: bytes = self._inner.process(data, output_buffer_limit=max_length)
        return out

    @property
    def eof(self) -> bool:
        return bool(self._inner.is_finished())

    @property
    def needs_input(self) -> bool:
        return bool(self._inner.can_accept_more_data())
