"""How long a column may stand without a new item: the periods of the standards in force, by kind of column."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from govlint.finding import Text
from govlint.lint.context import Context
from govlint.site.model import Column

from .tree import ColumnTree

if TYPE_CHECKING:
    from govlint.standard.model import Period, Standard

EXEMPT = frozenset(
    ("disclosure", "disclosure-guide", "disclosure-rules", "disclosure-catalogue", "disclosure-request",
     "request-form", "disclosure-report", "interaction", "consultation", "survey", "interview", "overview",
     "organisation", "leaders", "contact", "services", "social-media", "site-search", "site-map", "accessibility",
     "error-report", "power-list", "state-council")
)  # fmt: skip
"""Kinds of column that no standard wants updated by the month: they hold one document each (a guide, a form, a list of
powers), a platform, or have a rule of their own. This is govlint's own choice; the option ``exempt`` replaces it."""


OPTIONS = {
    "months": {
        "type": "integer", "minimum": 0, "maximum": 1200, "default": 0,
        "description": "标准没有写明期限的栏目，几个月内应更新；0 采用标准文件的默认值 / "
        "Months for columns that the standard gives no period; 0 takes the standard file's default.",
    },
    "exempt": {
        "type": "array", "items": {"type": "string"}, "default": sorted(EXEMPT),
        "description": "不要求按期更新的栏目类别（词表编号） / Kinds of column that need no updates, by vocabulary id.",
    },
}  # fmt: skip
"""The settings of the rules that judge columns by their age."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """What a standard grants a column: *concepts* are the kinds of the column that *period* names, empty for the rest.

    *months* is the period's, or the user's own for the rest.
    """

    standard: Standard
    period: Period
    concepts: frozenset[str]
    months: int

    def first_day(self, as_of: date) -> date:
        """The day that the newest item must not be older than, counted back from *as_of* as inspectors do."""
        if self.period.days:
            return as_of - timedelta(days=self.period.days)
        return later(as_of, -self.months)

    @property
    def length(self) -> Text:
        """The period in words."""
        if self.period.days:
            return Text(f"{self.period.days} 天", f"{self.period.days} days")
        return Text(f"{self.months} 个月", f"{self.months} months")

    @property
    def is_official(self) -> bool:
        """Whether the figure is the document's and not this tool's."""
        return self.period.confidence != "unverified"


def later(day: date, months: int) -> date:
    """Return *day* moved by *months* (negative: back), on the last day of a month that is too short for it."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.max if year > date.max.year else date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def deadlines(tree: ColumnTree, column: Column, context: Context) -> list[Deadline]:
    """Return what each standard in force grants *column*, the strictest first; nothing where it is exempt."""
    found = [
        deadline
        for standard in context.standards
        if context.site_kind in standard.kinds and (deadline := _of(standard, tree, column, context)) is not None
    ]
    return sorted(found, key=lambda deadline: deadline.first_day(date(2001, 1, 1)), reverse=True)


def _of(standard: Standard, tree: ColumnTree, column: Column, context: Context) -> Deadline | None:
    periods = [period for period in standard.periods if context.site_kind in period.kinds]
    for period in periods:
        named = column.concepts.intersection(period.concepts)
        if named and (not period.first_level or is_first_level(tree, column, named)):
            return Deadline(standard, period, named, period.months)
    exempt: Collection[str] = context.options.get("exempt", EXEMPT)
    if not column.concepts.isdisjoint(exempt):
        return None
    rest = next((period for period in periods if not period.concepts), None)
    if rest is None:
        return None
    return Deadline(standard, rest, frozenset(), int(context.options.get("months") or rest.months))


def is_first_level(tree: ColumnTree, column: Column, concepts: Collection[str]) -> bool:
    """Whether *column* is the top one (一级栏目) of its kind: no column above it is of one of *concepts*, and the home
    page leads to it."""
    if any(not above.concepts.isdisjoint(concepts) for above in tree.above(column)):
        return False
    return "navigation" in column.sources or any(ref.page == tree.home for ref in column.links)
