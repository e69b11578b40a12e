"""Tables as people read them: aligned in a terminal, as Markdown, as CSV for spreadsheets."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TextIO

from govlint.finding import Text
from govlint.lazy_re import lazy_re
from govlint.report.cells import fitting, safe, width
from govlint.report.spreadsheet import no_formula

Cell = str | int | float | None

_MARKDOWN = lazy_re(r"([\\`*_\[\]<>|])")
_WIDEST = 60


class Table(NamedTuple):
    """A title, the heads of the columns, and the rows. *more* is how many rows were left out."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    more: int = 0

    def limited(self, most: int | None) -> Table:
        """Return the table with at most *most* rows (None: all)."""
        if most is None or len(self.rows) <= most:
            return self
        return self._replace(rows=self.rows[:most], more=len(self.rows) - most)


def write_text(lead: Iterable[str], tables: Iterable[Table], stream: TextIO, language: str) -> None:
    """Write *lead* and *tables* for a terminal; what has no rows is left out."""
    for line in lead:
        stream.write(safe(line) + "\n")
    for table in tables:
        if not table.rows:
            continue
        cells = [[_cut(_shown(cell)) for cell in row] for row in (table.heads, *table.rows)]
        numeric = [
            all(isinstance(row[at], (int, float, type(None))) for row in table.rows) for at in range(len(cells[0]))
        ]
        widths = [max(width(row[at]) for row in cells) for at in range(len(cells[0]))]
        stream.write(f"\n{safe(table.title)}\n")
        for row in cells:
            padded = (_pad(cell, widths[at], right=numeric[at]) for at, cell in enumerate(row))
            stream.write(("  " + "  ".join(padded)).rstrip() + "\n")
        if table.more:
            stream.write(f"  {_more(table.more).in_language(language)}\n")


def write_markdown(title: str, lead: Iterable[str], tables: Iterable[Table], stream: TextIO, language: str) -> None:
    """Write *title*, *lead* and *tables* as Markdown."""
    stream.write(f"# {_escaped(title)}\n\n")
    stream.write("\n\n".join(map(_escaped, lead)) + "\n")
    for table in tables:
        if not table.rows:
            continue
        stream.write(f"\n## {_escaped(table.title)}\n\n")
        for number, row in enumerate((table.heads, *table.rows)):
            stream.write("| " + " | ".join(_escaped(_shown(cell)) for cell in row) + " |\n")
            if number == 0:
                stream.write("|" + " --- |" * len(row) + "\n")
        if table.more:
            stream.write(f"\n{_more(table.more).in_language(language)}\n")


def write_csv(table: Table, stream: TextIO) -> None:
    """Write *table* to *stream*, opened with ``newline=""``; what a spreadsheet takes for a formula becomes text."""
    write_rows(table.heads, table.rows, stream)


def write_rows(heads: Sequence[str], rows: Iterable[Sequence[Cell]], stream: TextIO) -> None:
    """Write *heads* and *rows* as :func:`write_csv` does, however many there are."""
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(heads)
    for row in rows:
        writer.writerow([_plain(cell) for cell in row])


def _more(number: int) -> Text:
    return Text(f"…… 另有 {number} 行", f"… {number} more")


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    return f"{cell:g}" if isinstance(cell, float) else safe(str(cell))


def _plain(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return f"{cell:g}" if isinstance(cell, float) else cell
    return no_formula(safe(cell))


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", safe(text))


def _cut(text: str) -> str:
    return text if width(text) <= _WIDEST else text[: fitting(text, _WIDEST - 1)] + "…"


def _pad(text: str, cells: int, *, right: bool) -> str:
    space = " " * (cells - width(text))
    return space + text if right else text + space
