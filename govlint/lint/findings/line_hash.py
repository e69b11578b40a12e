"""GitHub's ``primaryLocationLineHash``: a fingerprint of a line by the text that begins there.

The hash of a line covers the first 100 UTF-16 code units from its start, running on into the lines below, with spaces
and tabs left out and every line end counted as one line feed; behind the end of the file stand one unit 0xFFFF and
zeros. It is the polynomial Σ cᵢ·37^(99-i) modulo 2^64, in hexadecimal, followed by how often the same hash has been
seen so far in the file. Source: github/codeql-action, ``src/fingerprints.ts``.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from govlint.lazy_re import lazy_re
from govlint.page.lines import has_astral, line_bounds

_WINDOW = 100
_BASE = 37
_MASK = (1 << 64) - 1
_END_OF_FILE = "\uffff" + "\0" * _WINDOW
_ASTRAL = lazy_re("[\U00010000-\U0010ffff]")


class LineHashes:
    """The hashes of the lines of a text, worked out for those that are asked for.

    GitHub reads every file as UTF-8, whatever its encoding, so to get its very values make it of
    ``data.decode("utf-8", "replace")``. Time and memory are linear in the length of the text.
    """

    def __init__(self, text: str) -> None:
        lines = f"\n{_counted(text)}"  # each line stands behind a line feed, the first one too
        self._lines = lines + _END_OF_FILE
        self._heads = line_bounds(lines, "\n")[1:]
        if not lines.endswith("\n"):
            self._heads.pop()  # the end of the last line begins no other
        self._alike: dict[str, list[int]] = {}

    def __len__(self) -> int:
        """The number of lines; what stands behind the last line end is one."""
        return len(self._heads)

    def of(self, line: int) -> str:
        """Return the hash of *line*, which counts from 1; ``""`` for a line that is not there."""
        if not 1 <= line <= len(self._heads):
            return ""
        head = self._heads[line - 1]
        window = self._lines[head : head + _WINDOW]
        value = 0
        for unit in map(ord, window):
            value = value * _BASE + unit
        return f"{value & _MASK:x}:{bisect_right(self._heads_of(window), head)}"

    def _heads_of(self, window: str) -> list[int]:
        """Return where the lines begin whose hashes cover the same *window*."""
        if window not in self._alike:
            heads = self._alike[window] = []
            at = self._lines.find(f"\n{window}")
            while at >= 0:
                heads.append(at + 1)
                at = self._lines.find(f"\n{window}", at + 1)
        return self._alike[window]


def _counted(text: str) -> str:
    """Return what of *text* hashes are made of, a character for each code unit."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace(" ", "").replace("\t", "")
    return _ASTRAL.sub(_surrogates, text) if has_astral(text) else text


def _surrogates(match: re.Match[str]) -> str:
    high, low = divmod(ord(match[0]) - 0x10000, 0x400)
    return chr(0xD800 + high) + chr(0xDC00 + low)
