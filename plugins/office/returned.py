"""A ledger that comes back: read with another library than the one that wrote it, whoever edited it in between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from govlint.finding import Text
from govlint.report.reporter import CannotReport, LedgerRow

from .ledger_sheet import SHEET, names
from .libraries import needs

_WANTED = ("number", "rule", "mark", "state", "fault", "page", "site")
_MOST_HEAD = 20
"""The head is looked for in this many first rows: offices put titles and notes above it."""


def read(path: Path) -> list[LedgerRow]:
    """Return the rows of the ledger in *path* (.xlsx, .xls, .ods). Raises CannotReport where there is none in it."""
    with needs("python_calamine"):
        from python_calamine import CalamineWorkbook
    try:
        book = CalamineWorkbook.from_path(str(path))
        sheets = sorted(book.sheet_names, key=lambda name: name not in (SHEET.zh, SHEET.en))
        tables = (book.get_sheet_by_name(name).to_python() for name in sheets)
        rows = next((list(_rows(table)) for table in tables if _head(table) is not None), None)
    except Exception as error:  # the library raises its own errors and those of zip files
        raise CannotReport(
            Text(f"无法读取台账“{path}”：{error}", f"cannot read the ledger “{path}”: {error}")
        ) from error
    if rows is None:
        raise CannotReport(
            Text(
                f"“{path}”里没有找到台账：缺少“整改状态”或隐藏的“指纹”列",
                f"no ledger in “{path}”: the column “State” or the hidden column “Mark” is missing",
            )
        )
    return rows


def _head(table: Sequence[Sequence[object]]) -> tuple[int, dict[str, int]] | None:
    """Return the row of the head and where the wanted columns stand, None where mark or state is missing."""
    for at, row in enumerate(table[:_MOST_HEAD]):
        cells = [str(cell).strip() for cell in row]
        found = {id: cells.index(name) for id in _WANTED for name in names(id) if name in cells}
        if "mark" in found and "state" in found:
            return at, found
    return None


def _rows(table: Sequence[Sequence[object]]) -> Iterator[LedgerRow]:
    head = _head(table)
    if head is None:
        return
    start, places = head
    for row in table[start + 1 :]:
        cells = {id: _text(row[at]) if at < len(row) else "" for id, at in places.items()}
        if cells["mark"]:
            yield LedgerRow(
                cells.get("number", ""), cells.get("rule", ""), cells["mark"], cells["state"], cells.get("fault", ""),
                cells.get("page", ""), cells.get("site", ""),
            )  # fmt: skip


def _text(cell: object) -> str:
    return f"{cell:g}" if isinstance(cell, float) else str(cell).strip()
