"""Offsets of a text → lines and columns as SARIF counts them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from io import StringIO
from itertools import accumulate

from govlint.finding import Region
from govlint.lazy_re import lazy_re

_ASTRAL = lazy_re("[\U00010000-\U0010ffff]")


def line_bounds(text: str, end: str = "") -> list[int]:
    """Return the offsets at which the lines of *text* begin, and that at which it ends.

    *end* is what ends a line: ``""`` for ``\\r\\n``, ``\\n`` and a lone ``\\r``, ``"\\n"`` for line feeds alone.
    """
    return list(accumulate(map(len, StringIO(text, newline=end)), initial=0))


class Lines:
    """The lines of a text, ended by ``\\r\\n``, ``\\n`` or a lone ``\\r``; both numbers count from 1.

    Columns are in UTF-16 code units: a character outside the basic plane (an emoji, a rare surname) takes two.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._starts = line_bounds(source)
        if source and source[-1] not in "\r\n":
            self._starts.pop()  # the end of the last line begins no other

    def __len__(self) -> int:
        """The number of lines; an empty text has one."""
        return len(self._starts)

    def at(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of the character at *offset*, which may be the end of the text."""
        line = bisect_right(self._starts, offset)
        start = self._starts[line - 1]
        wide = bisect_left(self._astral, offset) - bisect_left(self._astral, start) if self._astral else 0
        return line, offset - start + wide + 1

    def text(self, line: int) -> str:
        """Return the text of *line* without its end, ``""`` for a line that is not there."""
        return self._source[slice(*self.span(line))]

    def span(self, line: int) -> tuple[int, int]:
        """Return the offsets of *line* without its end; an empty span for a line that is not there."""
        if not 1 <= line <= len(self._starts):
            return (0, 0)
        start = self._starts[line - 1]
        if line == len(self._starts):
            return start, len(self._source)
        stop = self._starts[line]
        return start, stop - (2 if self._source.startswith("\r\n", stop - 2) else 1)

    def region(self, start: int, end: int) -> Region:
        """Return the region from offset *start* up to, not including, offset *end*."""
        return Region(*self.at(start), *self.at(end))

    @cached_property
    def _astral(self) -> list[int]:
        """The offsets of the characters that take two code units."""
        return [match.start() for match in _ASTRAL.finditer(self._source)] if has_astral(self._source) else []


def has_astral(text: str) -> bool:
    """Whether *text* has characters that take two UTF-16 code units; quicker than to look for them."""
    return not text.isascii() and len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)


def offset_in(line: str, column: int) -> int:
    """Return the index in *line* of the character at *column*, which counts from 1 in UTF-16 code units."""
    units = column - 1
    if line.isascii() or max(line) < "\U00010000":
        return min(units, len(line))
    at = 0
    for index, character in enumerate(line):
        if at >= units:
            return index
        at += 2 if character >= "\U00010000" else 1
    return len(line)
