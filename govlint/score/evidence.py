"""Which findings of a run a clause of a table counts.

What a clause reads of a finding: its rule, its place, and the properties ``case`` (which of a rule's faults it is),
``concept`` (ids of the column vocabulary, parted by spaces), ``home`` (whether the thing stands on the home page),
``page_kind`` (the kind of all its pages), ``pages``, ``missing`` (see count.py) and ``summary`` (it only sums up
others, and counts nowhere).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from govlint.finding import Finding, Text, Verdict
from govlint.lint.result import Result
from govlint.page.facts import Role
from govlint.site.model import ColumnState
from govlint.standard.model import Clause, Row, Standard

_CUT = "GOV0008"
_ABSENT = (ColumnState.MISSING, ColumnState.UNLINKED)
_THERE = (ColumnState.FILLED, ColumnState.BLANK, ColumnState.PLACEHOLDER, ColumnState.SCRIPTED)


def properties_of(finding: Finding) -> dict[str, str | int | float | bool]:
    """Return the properties of *finding* by name."""
    return dict(finding.properties)


def pages_of(finding: Finding) -> int:
    """Return how many pages *finding* speaks of, at least 1."""
    pages = properties_of(finding).get("pages", 1)
    return max(pages, 1) if isinstance(pages, int) else 1


class Evidence:
    """The findings of *result* that speak of *standard*, and how far the run can be relied on."""

    def __init__(self, result: Result, standard: Standard) -> None:
        self._result = result
        self._standard = standard
        self._rules = {rule.id: rule for rule in result.rules}

    def of(self, rules: Iterable[str], clause: Clause) -> Sequence[Finding]:
        """Return the faults and reviews of *rules* that *clause* counts, in order."""
        wanted = set(rules)
        return [found for found in self._findings if found.rule_id in wanted and self._counts(clause, found)]

    def is_home(self, finding: Finding) -> bool:
        """Whether *finding* is about something that stands on the home page (and perhaps on others too)."""
        told = properties_of(finding).get("home")
        return bool(told) if isinstance(told, bool) else finding.location.path in self._home

    def kind_of(self, path: str) -> str:
        """Return ``home``, ``column``, ``article`` or ``""``: what kind of page *path* is, as far as files show."""
        if path in self._home:
            return "home"
        if path in self._column_pages:
            return "column"
        return "article" if path in self._article_pages else ""

    def pages_of_kind(self, kind: str) -> int:
        """Return how many pages there are of *kind* (``column`` or ``article``), 0 where files do not tell."""
        return len(self._column_pages if kind == "column" else self._article_pages)

    def gaps(self, rules: Iterable[str], clause: Clause) -> list[Text]:
        """Say why the run may have missed faults that *clause* counts: nothing where it may not."""
        wanted = list(rules)
        reasons = []
        if absent := [rule for rule in wanted if rule not in self._rules]:
            names = "、".join(absent)
            reasons.append(Text(f"规则 {names} 没有运行。", f"{names.replace('、', ', ')} did not run."))
        if broken := sorted({broken.rule_id for broken in self._result.broken} & set(wanted)):
            names = "、".join(broken)
            reasons.append(Text(f"规则 {names} 运行出错。", f"{names.replace('、', ', ')} broke down."))
        if self.incomplete is not None:
            reasons.append(self.incomplete)
        elif self.unread and clause.per != "site":
            reasons.append(Text("有文件没有读完。", "Not all files could be read."))
        return reasons

    @cached_property
    def incomplete(self) -> Text | None:
        """Why the target is not the whole site, None where it seems to be: any row may then hold faults not seen."""
        site = self._result.site
        if site is None:
            return None
        if site.facts.partial:
            return Text("导出不完整。", "The export is partial.")
        if not site.columns:
            return Text("没有认出任何栏目。", "No column was recognised.")
        absent = sum(column.state in _ABSENT for column in site.columns)
        if absent > sum(column.state in _THERE for column in site.columns):
            return Text("多数栏目的页面不在导出中。", "Most columns have no page in the export.")
        return None

    @cached_property
    def unread(self) -> int:
        """How many files were not read, or only in part."""
        return len(self._result.unread) + sum(finding.rule_id == _CUT for finding in self._result.findings)

    @cached_property
    def _findings(self) -> Sequence[Finding]:
        return [
            finding
            for finding in self._result.findings
            if finding.verdict is not Verdict.PASS
            and not properties_of(finding).get("summary")
            and self._speaks(finding)
        ]

    def _speaks(self, finding: Finding) -> bool:
        """Whether *finding* is one by this standard: a basis of its own, beside its rule's, tells by which it is."""
        rule = self._rules.get(finding.rule_id)
        if rule is None or finding.basis == rule.basis:
            return True
        return any(basis.partition(":")[0] == self._standard.id for basis in finding.basis)

    def _counts(self, clause: Clause, finding: Finding) -> bool:
        properties = properties_of(finding)
        if clause.case and properties.get("case") != clause.case:
            return False
        concepts = set(str(properties.get("concept", "")).split())
        if clause.concepts and concepts.isdisjoint(clause.concepts):
            return False
        return concepts.isdisjoint(clause.besides) and self._is_on(clause, finding, properties.get("page_kind"))

    def _is_on(self, clause: Clause, finding: Finding, page_kind: object) -> bool:
        match clause.pages:
            case "home":
                return self.is_home(finding)
            case "inner":
                return not self.is_home(finding) or (clause.per == "page" and pages_of(finding) > 1)
            case "column" | "article":
                return page_kind == clause.pages if page_kind else True
        return True

    @cached_property
    def _home(self) -> frozenset[str]:
        """The path of the home page and, where that is a stub, of the page it leads to; ``""`` is the target itself."""
        home, site = self._result.home.path, self._result.site
        return frozenset(("", home, site.follow(home)[0] if site is not None and home else ""))

    @cached_property
    def _column_pages(self) -> frozenset[str]:
        site = self._result.site
        if site is None:
            return frozenset()
        lists = (c for c in site.columns if c.items or c.state in (ColumnState.BLANK, ColumnState.PLACEHOLDER))
        pages = {path for column in lists for path in (column.path, *column.pages)}
        return frozenset(path for path in pages if path in site.pages and path not in self._home)

    @cached_property
    def _article_pages(self) -> frozenset[str]:
        site = self._result.site
        if site is None:
            return frozenset()
        return frozenset(
            path
            for path, page in site.pages.items()
            if page.role is Role.PAGE
            and path not in self._home
            and (page.meta("ArticleTitle") or (page.published is not None and path not in self._column_pages))
        )


def rules_of(clause: Clause, row: Row) -> tuple[str, ...]:
    """Return the rules that decide *clause*: its own, else those of its *row*; none where it says why it is open."""
    return clause.rules or (() if clause.open_reason else row.rules)
