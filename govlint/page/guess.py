"""What encoding bytes are in, told from the bytes alone: for pages without a label and pages whose label lies.

Only what Chinese government sites hold is told apart: UTF-8 (also with damage), GB18030, Big5, UTF-16 without a mark,
and Western single bytes. The thresholds were checked on real pages: see the comments at each.
"""

from __future__ import annotations

from typing import NamedTuple

from govlint.lazy_re import lazy_re

_SAMPLE = 65536  # bytes looked at, from the first non-ASCII byte on
_ASCII = bytes(range(128))
_THREE = lazy_re(rb"[\xe2-\xef][\x80-\xbf][\x80-\xbf]")
_PAIR = lazy_re(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]|[\x80-\xff]")
_HIGH = lazy_re(rb"[\x80-\xff]")
_HIGH_RUN = lazy_re(rb"[\x80-\xff]++")
_GB_RUN = lazy_re(rb"(?:[\xa1-\xf7][\xa1-\xfe])++")


def guess_encoding(data: bytes) -> str:
    """Return the encoding (``utf-8``, ``gb18030``, ``big5``, ``windows-1252``, ``utf-16le``, ``utf-16be``) of *data*.

    ASCII and nothing count as ``utf-8``.
    """
    if wide := _wide(data):
        return wide
    if _is_utf8(data) or _mostly_utf8(data):
        return "utf-8"
    shape = _shape(data)
    if shape.looks_big5:
        return "big5"
    return "windows-1252" if shape.looks_western else "gb18030"


def contradicts(data: bytes, name: str) -> bool:
    """Say whether *data*, though it can be decoded as *name*, is plainly in another encoding.

    GBK and Big5 accept nearly every pair of bytes and Windows-1252 every byte, so that decoding proves little.
    """
    if name == "utf-8" or data.isascii():
        return False
    if name.startswith("utf-16"):
        return b"\0" not in data[:4096]
    if _is_wordy_utf8(data):
        return True
    if name == "windows-1252":
        return _is_gb_only(_sample(data))
    if name in ("gb18030", "big5"):
        return _is_other_chinese(data, name)
    return False


def non_ascii(text: str) -> int:
    """Return how many characters of *text* are not ASCII."""
    return len(text) - len(text.encode("ascii", "ignore"))


def _is_other_chinese(data: bytes, name: str) -> bool:
    """Say whether *data* is GB text under the name Big5, or Big5 text under the name GB 18030."""
    if name == "big5":
        return _shape(data).looks_gb2312
    try:
        _sample(data).decode("gb2312")  # quick, and right for nearly every page; Big5 does not get far in it
    except UnicodeDecodeError:
        return _shape(data).looks_big5
    return False


def _wide(data: bytes) -> str | None:
    """Name the UTF-16 of markup without a byte-order mark: every second byte of its tags is zero."""
    head = data[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 20 > len(head) and min(even, odd) * 4 < max(even, odd):
        return "utf-16le" if odd > even else "utf-16be"
    return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_wordy_utf8(data: bytes) -> bool:
    """Say whether *data* is UTF-8 and cannot well be another encoding that happens to pass for it.

    Short GBK words may be valid UTF-8 (the famous “联通”), yet then they read as letters of two bytes, and few.
    """
    if not _is_utf8(data):
        return False
    high = data.translate(None, _ASCII)
    return len(high) >= 32 or 6 * len(_THREE.findall(high)) >= len(high)


def _mostly_utf8(data: bytes) -> bool:
    """Say whether most of the non-ASCII bytes form UTF-8 characters: damage, or an include in another encoding.

    In GBK text some 3 % of the bytes do so by chance.
    """
    sample = _sample(data)
    high = len(sample.translate(None, _ASCII))
    return 6 * len(_THREE.findall(sample)) > high


class _Shape(NamedTuple):
    """What the pairs of bytes in a sample look like.

    *high* bytes stand alone *single* times; of the *pairs*, *low* have a second byte below 0x80 and *far* a first
    byte outside 0xA1 … 0xC6, where the common characters of Big5 are.
    """

    high: int
    single: int
    pairs: int
    low: int
    far: int

    @property
    def looks_big5(self) -> bool:
        """Big5 has a low second byte in two of five characters; in GBK text with many of those, half is far."""
        return self.pairs >= 8 and self.low * 7 > self.pairs and self.far * 10 < self.pairs

    @property
    def looks_gb2312(self) -> bool:
        """GB 2312 has no low second byte, and half of its text is far (pinyin q to z)."""
        return self.pairs >= 16 and self.low * 50 < self.pairs and self.far * 5 > self.pairs

    @property
    def looks_western(self) -> bool:
        """Western text has its few non-ASCII letters one by one."""
        return self.single * 5 > self.high * 2


def _shape(data: bytes) -> _Shape:
    sample = _sample(data)
    found = _PAIR.findall(sample)
    pairs = [pair for pair in found if len(pair) == 2]
    runs = [len(run) for run in _HIGH_RUN.findall(sample)]
    return _Shape(
        high=sum(runs),
        single=runs.count(1),
        pairs=len(pairs),
        low=sum(pair[1] < 0x80 for pair in pairs),
        far=sum(not 0xA1 <= pair[0] <= 0xC6 for pair in pairs),
    )


def _is_gb_only(sample: bytes) -> bool:
    """Say whether nearly all non-ASCII bytes stand in whole pairs of GB 2312, which Western text never does."""
    high = len(sample.translate(None, _ASCII))
    paired = sum(map(len, _GB_RUN.findall(sample)))
    return paired >= 4 and paired * 10 > high * 9


def _sample(data: bytes) -> bytes:
    first = _HIGH.search(data)
    return data[first.start() : first.start() + _SAMPLE] if first else b""
