"""Offsets of a decoded text → offsets of the bytes it was decoded from, exactly or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govlint.page.decode import Decoded, decode
from govlint.page.labels import codec_of

_MARKS = {"utf-8": b"\xef\xbb\xbf", "utf-16le": b"\xff\xfe", "utf-16be": b"\xfe\xff"}
_STATEFUL = "iso-2022-jp"
_NEAR = 4  # bytes: the longest character
_MOST_SEARCHES = 20  # damaged places that are worth the time


class NoOffsetError(ValueError):
    """An offset for which there is no certain place among the bytes."""


def byte_offsets(data: bytes, decoded: Decoded, offsets: Iterable[int]) -> list[int]:
    """Return the byte offset in *data* of each of *offsets* into ``decoded.text``, in their order.

    *decoded* is what ``decode`` made of *data*. Raises NoOffsetError where damaged bytes or an encoding with states
    leave a doubt: what comes back cuts the bytes just where the text is cut.
    """
    if decoded.encoding.name == _STATEFUL:
        raise NoOffsetError(_STATEFUL)
    wanted = sorted(set(offsets))
    found = dict(zip(wanted, _ascending(data, decoded, wanted), strict=True))
    return [found[offset] for offset in offsets]


def _ascending(data: bytes, decoded: Decoded, wanted: list[int]) -> Iterator[int]:
    """Yield the byte offset of each of the *wanted* ones: by encoding what stands between, or else by decoding."""
    text, name = decoded.text, decoded.encoding.name
    codec = codec_of(name)
    mark = _MARKS.get(name, b"")
    done, at = 0, len(mark) if mark and data.startswith(mark) else 0
    searches = 0
    for offset in wanted:
        try:
            between = text[done:offset].encode(codec)
        except UnicodeEncodeError:
            between = None
        if between is not None and data.startswith(between, at):
            at += len(between)
        else:
            searches += 1
            if searches > _MOST_SEARCHES:
                raise NoOffsetError(str(offset))
            at = _search(data, decoded, offset, at)
        done = offset
        yield at


def _search(data: bytes, decoded: Decoded, offset: int, low: int) -> int:
    """Return the byte offset of *offset*, not before *low*, by decoding beginnings of *data* of different length."""
    name, high = decoded.encoding.name, len(data)
    while low < high:
        middle = (low + high) // 2
        if len(decode(data[:middle], forced=name).text) < offset:
            low = middle + 1
        else:
            high = middle
    for at in range(max(0, low - _NEAR), low + _NEAR + 1):
        before, behind = (decode(part, forced=name) for part in (data[:at], data[at:]))
        if before.text == decoded.text[:offset] and behind.text == decoded.text[offset:]:
            return at
    raise NoOffsetError(str(offset))
