"""GitHub's ``primaryLocationLineHash``: a fingerprint of a line by the text that begins there.

The hash of a line covers the first 100 UTF-16 code units from its start, running on into the lines below, with spaces
and tabs left out and every line end counted as one line feed; behind the end of the file stand one unit 0xFFFF and
zeros. It is the polynomial Σ cᵢ·37^(99-i) modulo 2^64, in hexadecimal, followed by how often the same hash has been
seen so far in the file. Source: github/codeql-action, ``src/fingerprints.ts``.
"""

from __future__ import annotations

import re
from itertools import accumulate

from govlint.lazy_re import lazy_re

_WINDOW = 100
_BASE = 37
_MASK = (1 << 64) - 1
_END_OF_FILE = "\uffff" + "\0" * _WINDOW
_LINE_END = lazy_re("\r\n?")
_ASTRAL = lazy_re("[\U00010000-\U0010ffff]")


class LineHashes:
    """The hashes of the lines of a text, worked out for those that are asked for.

    GitHub reads every file as UTF-8, whatever its encoding, so to get its very values make it of
    ``data.decode("utf-8", "replace")``. Time and memory are linear in the length of the text.
    """

    def __init__(self, text: str) -> None:
        self._windows = _windows(text)

    def __len__(self) -> int:
        """The number of lines; what stands behind the last line end is one."""
        return len(self._windows)

    def of(self, line: int) -> str:
        """Return the hash of *line*, which counts from 1; ``""`` for a line that is not there."""
        if not 1 <= line <= len(self._windows):
            return ""
        window = self._windows[line - 1]
        value = 0
        for unit in map(ord, window):
            value = value * _BASE + unit
        return f"{value & _MASK:x}:{self._windows[:line].count(window)}"


def _windows(text: str) -> list[str]:
    """Return what the hash of every line covers, a character for each code unit.

    No window reaches further than 100 units into a line: one that starts above it has spent units before, one that
    starts in it starts at its head. So a minified page of megabytes costs a hundred steps.
    """
    if "\r" in text:
        text = _LINE_END.sub("\n", text)
    heads = [f"{line}\n"[:_WINDOW] for line in _units(text.replace(" ", "").replace("\t", "")).split("\n")]
    heads[-1] = heads[-1].removesuffix("\n")
    starts = accumulate(map(len, heads), initial=0)
    joined = "".join(heads) + _END_OF_FILE
    return [joined[start : start + _WINDOW] for start, _ in zip(starts, heads, strict=False)]


def _units(text: str) -> str:
    """Return *text* with every character outside the basic plane as its two surrogates."""
    return text if text.isascii() else _ASTRAL.sub(_surrogates, text)


def _surrogates(match: re.Match[str]) -> str:
    high, low = divmod(ord(match[0]) - 0x10000, 0x400)
    return chr(0xD800 + high) + chr(0xDC00 + low)
