"""Which columns of a site stand still, and for how long: each is held against the periods of the standards in force."""

from __future__ import annotations

from collections.abc import Container, Sequence
from datetime import date
from functools import cached_property

from govlint.finding import Finding, Mark, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import fail, review
from govlint.lint.vetoes import counts
from govlint.site.model import Column
from govlint.site.site import Site

from .periods import Deadline, deadlines
from .tree import ColumnTree

RULE = "GOV4001"
# So many dated items show that a column goes on; a single one may be all it is for.
_FEWEST = 2
# So many rows without a date make a list of documents and not of sub-columns.
_UNDATED = 3


class StaleColumns:
    """The stale columns of one site."""

    def __init__(self, site: Site, context: Context) -> None:
        self._site = site
        self._context = context
        self._tree = ColumnTree(site)

    def findings(self) -> Sequence[Finding]:
        """Return a finding for every column that is late, and a review for those whose rows bear no date."""
        return self._findings

    @cached_property
    def _findings(self) -> Sequence[Finding]:
        found: dict[str, tuple[Column, Finding]] = {}
        for column in self._tree.filled():
            finding = self._judge(column)
            if finding is not None:
                found[column.path] = (column, finding)
        kept: list[tuple[Column, Finding]] = []
        for column, finding in found.values():
            same = (one for one, _ in kept if one.newest == column.newest and self._tree.lists_the_same(one, column))
            if not self._is_told_by_parts(column, found) and next(same, None) is None:
                kept.append((column, finding))
        return [finding for _, finding in kept]

    def _is_told_by_parts(self, column: Column, found: Container[str]) -> bool:
        """Whether *column* only lists what columns below it list, one of which is found stale itself."""
        late = any(below.path in found for below in self._tree.below(column))
        return late and self._tree.lists_its_children(column)

    def _judge(self, column: Column) -> Finding | None:
        granted = deadlines(self._tree, column, self._context)
        if not granted:
            return None
        newest = self._tree.newest(column)
        dated = sum(item.day is not None for _, item in column.items)
        if newest is None or dated == 0:
            named = any(deadline.concepts for deadline in granted)
            return _undated(column) if named and newest is None and len(column.items) >= _UNDATED else None
        late = [deadline for deadline in granted if newest < deadline.first_day(self._context.as_of)]
        if dated < _FEWEST:
            late = [deadline for deadline in late if deadline.concepts]
        return self._fault(column, newest, late) if late and 2 * dated >= len(column.items) else None

    def _fault(self, column: Column, newest: date, late: Sequence[Deadline]) -> Finding:
        first = next((deadline for deadline in late if deadline.concepts), late[0])
        days = (self._context.as_of - newest).days
        own = Text("", "") if first.is_official else Text("（期限为本工具默认值）", " (our own default)")
        title = first.standard.title
        message = Text(
            f"栏目“{column.name}”已 {days} 天没有更新：最新内容的日期是 {newest}，按“{title.zh}”"
            f"应在 {first.length.zh}内更新{own.zh}。请发布新内容，不再更新的合并或删除。",
            f"“{column.name}” has had nothing new for {days} days: the newest item is of {newest}, and “{title.en}” "
            f"grants {first.length.en}{own.en}.",
        )
        path, item = next(((path, item) for path, item in column.items if item.day == column.newest), column.items[0])
        kinds = self._unnamed(column)
        if first.concepts:
            kinds = frozenset().union(*(deadline.concepts for deadline in late))
        finding = fail(
            message, path, Mark(item.at), key=column.path, column=column.name,
            concept=" ".join(sorted(kinds)), newest=newest.isoformat(), days=days, period=first.length.en,
        )  # fmt: skip
        weight = Severity.ERROR if first.concepts and first.is_official else None
        return finding._replace(basis=self._basis(late, kinds), weight=weight)

    def _unnamed(self, column: Column) -> frozenset[str]:
        """Return the kinds of *column* that no period of the standards in force names."""
        named = {id for standard in self._context.standards for period in standard.periods for id in period.concepts}
        return column.concepts - named

    def _basis(self, late: Sequence[Deadline], kinds: frozenset[str]) -> tuple[str, ...]:
        standards = {deadline.standard.id for deadline in late}
        return tuple(
            f"{standard.id}:{row.id}"
            for standard, row in self._context.rows(RULE)
            if standard.id in standards
            and (not row.clauses or any(RULE in clause.rules and counts(clause, kinds) for clause in row.clauses))
        )


def _undated(column: Column) -> Finding:
    number = len(column.items)
    return review(
        Text(
            f"栏目“{column.name}”列出的 {number} 条内容都没有日期，无法判断是否按期更新，请标注发布日期。",
            f"None of the {number} items of “{column.name}” has a date, so its freshness is unknown; show the dates.",
        ),
        column.path,
        Mark(column.items[0][1].at) if column.items[0][0] == column.path else Mark(),
        key=column.path,
        reason=Text(
            "列表和正文里都读不到发布日期；检查时没有日期的信息按未更新处理。打开内容核对日期即可判断。",
            "Neither the list nor the documents show a day; inspectors take undated items as not updated. Open them.",
        ),
        column=column.name,
        concept=" ".join(sorted(column.concepts)),
    )
