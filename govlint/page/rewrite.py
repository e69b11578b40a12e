"""Changes of a text → changes of the bytes it was decoded from, every other byte as it was."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from govlint.page.byte_offsets import NoOffsetError, byte_offsets
from govlint.page.decode import decode
from govlint.page.labels import codec_of


class Change(NamedTuple):
    """What stands from offset *start* up to, not including, offset *end* of a text gives way to *text*."""

    start: int
    end: int
    text: str


class RewriteError(ValueError):
    """Bytes that cannot be changed with certainty; the message says why, for programmers."""


def rewrite(
    data: bytes, changes: Iterable[Change], *, http_charset: str | None = None, forced: str | None = None
) -> bytes:
    """Return *data* with *changes* made to the text that ``decode`` reads in it.

    What is put in is written in the page's own encoding, and as a character reference where that lacks a character;
    a byte-order mark stays. Raises RewriteError where changes overlap, where damage leaves a doubt about the place,
    and where the result would not be read as the text with its changes.
    """
    ordered = sorted(changes)
    decoded = decode(data, http_charset=http_charset, forced=forced)
    _check(ordered, len(decoded.text))
    try:
        offsets = byte_offsets(data, decoded, [at for change in ordered for at in (change.start, change.end)])
    except NoOffsetError as error:
        raise RewriteError(f"no place among the bytes for offset {error}") from error
    codec = codec_of(decoded.encoding.name)
    pieces, text, done, read = [], [], 0, 0
    for change, start, end in zip(ordered, offsets[::2], offsets[1::2], strict=True):
        written = change.text.encode(codec, "xmlcharrefreplace")
        pieces += [data[done:start], written]
        text += [decoded.text[read : change.start], written.decode(codec)]
        done, read = end, change.end
    changed = b"".join((*pieces, data[done:]))
    if decode(changed, http_charset=http_charset, forced=forced).text != "".join((*text, decoded.text[read:])):
        raise RewriteError("the result would be read as another text")
    return changed


def _check(ordered: list[Change], length: int) -> None:
    """Raise RewriteError for changes that overlap or lie outside the text."""
    last = 0
    for start, end, _ in ordered:
        if not last <= start <= end <= length:
            raise RewriteError(f"no change can be made from {start} to {end}")
        last = end
