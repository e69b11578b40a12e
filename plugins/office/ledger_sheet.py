"""The layout of the ledger (整改台账), shared by what writes it and what reads it back."""

from __future__ import annotations

from typing import NamedTuple

from govlint.finding import Text

SHEET = Text("整改台账", "Ledger")
TABLE_SHEET = Text("月度自查表", "Monthly self-check")
STATES = ("未整改", "整改中", "已整改", "不属实")
"""What an office can say of a row; the words are the same in both languages, for they are read back."""

OPEN = STATES[0]


class Column(NamedTuple):
    """A column of the ledger: what it is called and how wide it is, in characters."""

    id: str
    name: Text
    width: int


COLUMNS = (
    Column("number", Text("序号", "No."), 6),
    Column("site", Text("网站", "Site"), 18),
    Column("level", Text("级别", "Severity"), 8),
    Column("page", Text("页面", "Page"), 34),
    Column("pages", Text("页面数", "Pages"), 8),
    Column("column", Text("栏目", "Column"), 16),
    Column("fault", Text("问题", "Fault"), 48),
    Column("basis", Text("依据", "Basis"), 32),
    Column("points", Text("分值", "Points"), 14),
    Column("remedy", Text("整改办法", "What to do"), 40),
    Column("office", Text("责任单位", "Responsible office"), 14),
    Column("deadline", Text("整改时限", "Deadline"), 12),
    Column("state", Text("整改状态", "State"), 10),
    Column("evidence", Text("整改情况及佐证", "Evidence"), 30),
    Column("rule", Text("规则", "Rule"), 10),
    Column("mark", Text("指纹（勿改）", "Mark (do not change)"), 10),
)
"""In the order of the sheet. The last one is hidden: it says which fault a row is, wherever the row is moved to. The
site is told, and shown, where there are several."""


def names(id: str) -> tuple[str, str]:
    """Return what the column *id* is called in either language."""
    return next((column.name.zh, column.name.en) for column in COLUMNS if column.id == id)
