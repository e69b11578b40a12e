"""Regions in the units of an editor: lines and characters from 0, characters in UTF-16 unless it asked otherwise."""

from __future__ import annotations

from lsprotocol import types

from govlint.finding import Region
from govlint.page.lines import Lines


class Positions:
    """The ranges of regions in one document; *encoding* is ``"utf-16"``, ``"utf-8"`` or ``"utf-32"``."""

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        self._lines = Lines(text)
        self._encoding = encoding

    def range(self, region: Region | None) -> types.Range:
        """Return the range of *region*, the start of the document for none."""
        if region is None:
            return types.Range(types.Position(0, 0), types.Position(0, 0))
        return types.Range(
            self._position(region.start_line, region.start_column), self._position(region.end_line, region.end_column)
        )

    def _position(self, line: int, column: int) -> types.Position:
        units = column - 1
        if self._encoding != "utf-16":
            before = self._lines.text(line).encode("utf-16-le", "surrogatepass")[: 2 * units]
            text = before.decode("utf-16-le", "replace")
            units = len(text) if self._encoding == "utf-32" else len(text.encode())
        return types.Position(line - 1, units)


def overlap(one: types.Range, other: types.Range) -> bool:
    """Whether two ranges share a place, be it the one where one of them ends."""
    return one.start <= other.end and other.start <= one.end
