"""The stretch of a source line around a finding: what a stored report keeps of it, and what a page shows."""

from __future__ import annotations

from typing import NamedTuple

from govlint.finding import Location
from govlint.page.lines import offset_in

_BEFORE, _ROOM = 60, 240
_MOST_OFFSET = 10_000


class Clip(NamedTuple):
    """*text* is the part of the line, *start* and *end* the marked stretch in it (characters, the end exclusive).

    *offset* is how many UTF-16 code units of the line stand before *text*.
    """

    text: str
    start: int
    end: int
    offset: int = 0


def clip(place: Location) -> Clip | None:
    """Return the part of the source line of *place* with its mark, None where the line is not known."""
    line, region = place.line_text, place.region
    if line is None or region is None:
        return None
    first = offset_in(line, region.start_column)
    last = len(line) if region.end_line > region.start_line else max(offset_in(line, region.end_column), first)
    indent = len(line) - len(line.lstrip())
    begin = min(indent, first) if first - indent <= _BEFORE else first - _BEFORE
    text = line[begin : begin + _ROOM]
    offset = begin if line.isascii() else len(line[:begin].encode("utf-16-le", "surrogatepass")) // 2
    return Clip(text, first - begin, min(last - begin, len(text)), offset)


def unclip(text: str, offset: int) -> str | None:
    """Return a line that holds *text* behind *offset* columns (blanks), None where it stood too far out."""
    return " " * offset + text if offset <= _MOST_OFFSET else None
