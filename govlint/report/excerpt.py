"""The source line of a finding with the exact columns marked below it, in as much room as a terminal has."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.report.cells import fitting, safe, width

_ASTRAL = lazy_re("[\U00010000-\U0010ffff]")
_INDENT = lazy_re(r"\s*+")
_CUT = "..."
"""Not an ellipsis: that takes one cell on some terminals and two on Chinese ones."""


class Excerpt(NamedTuple):
    """What is shown of a line, and the marked stretch of it: cells before it and cells it takes (1 at least)."""

    text: str
    before: int
    marked: int


def excerpt(line: str, start: int, end: int, room: int) -> Excerpt:
    """Return the part of *line* around the columns from *start* to *end* that fits into *room* cells.

    Columns are 1-based UTF-16 code units, the end exclusive; columns outside the line are moved to its edge. The
    indentation is left out, and of a longer line whatever is too far from *start*. Takes time for the room, not for
    the length of the line, but for one look per line at where its astral characters are.
    """
    first = _index(line, start)
    last = max(_index(line, end), first)
    begin = _begin(line, first, room)
    front = _CUT if line[:begin].strip() else ""
    shown = safe(line[begin : begin + 2 * room])
    back = ""
    if begin + len(shown) < len(line) or width(front + shown) > room:
        shown = shown[: fitting(shown, max(room - len(front) - len(_CUT), 1))]
        back = _CUT if begin + len(shown) < len(line) else ""
    before = shown[: first - begin]
    marked = shown[first - begin : last - begin]
    return Excerpt(front + shown + back, len(front) + width(before), max(width(marked), 1))


def _begin(line: str, first: int, room: int) -> int:
    """Return the index of the first character to show: the end of the indentation or, too far from *first*, later."""
    indent = _INDENT.match(line, 0, first)
    begin = max(indent.end() if indent else 0, first - room)
    lead = safe(line[begin:first])
    if width(lead) <= room // 2:
        return begin
    return first - fitting(lead[::-1], room // 3)


def _index(line: str, column: int) -> int:
    """Return the index in *line* of the character at a UTF-16 column."""
    units = max(column - 1, 0)
    return min(units - bisect_left(_astral(line), units), len(line))


@lru_cache(maxsize=4)
def _astral(line: str) -> tuple[int, ...]:
    """Return the UTF-16 offset of each character of *line* that takes two units; kept for the next finding there."""
    if line.isascii():
        return ()
    return tuple(match.start() + number for number, match in enumerate(_ASTRAL.finditer(line)))
