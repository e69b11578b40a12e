"""From the findings of a run to the scorecard of a standard: rows, caps, vetoes, and the total as an interval.

The order is the official one. Vetoes come first; one that is met fails the site, whatever the rest comes to. A fault
is charged once: rows that name others in ``once_with`` leave what those have charged. Reviews and what files cannot
decide widen the interval and never deduct.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from govlint.finding import Finding, Text
from govlint.lint.result import Result
from govlint.score.card import Outcome, ScoreCard, ScoredClause, ScoredRow, Span, State
from govlint.score.count import column_of, count, most
from govlint.score.evidence import Evidence, rules_of
from govlint.standard.model import Clause, Part, Row, Scoring, Standard

NO_SERVICES = "no-services"
"""The condition under which what is about services does not apply: the organ serves no public."""

_NOTHING = Span()
_FROM_MEMORY = Text("未见原文。", "The text was not at hand.")
_WAIVED = Text("本单位没有对外服务职能，不适用。", "Not for organs without outward services.")


def score(result: Result, standard: Standard, *, no_services: bool = False) -> ScoreCard:
    """Return the scorecard of the site in *result* by *standard* (one of those it was judged by, extensions resolved).

    *no_services* says that the organ has no services for the public: what is about them then does not apply, and the
    other deductions are scaled up to the base again.
    """
    if result.apart is not None:  # what is wrong with templates alone is on no page yet
        apart = frozenset(result.apart.all_files)
        result = replace(result, findings=tuple(found for found in result.findings if found.location.path not in apart))
    rows = _Rows(result, standard, no_services).scored()
    deductions = [row for row in rows if row.part.kind == "deduction" and row.counted and row.exempt is None]
    total = by_files = lost = bonus = None
    if standard.scoring is not None and deductions:
        scale = _scale(standard, standard.scoring, no_services)
        lost = _sum(deductions, [row.lost for row in deductions]).times(scale)
        total = lost.below(standard.scoring.base)
        by_files = _sum(deductions, [row.by_files for row in deductions]).times(scale).below(standard.scoring.base)
        bonus = _bonus(rows, standard.scoring, total)
    return ScoreCard(
        standard=standard,
        target=result.name,
        prefix=result.prefix,
        home=result.home.path,
        site_name=result.site_name,
        kind=result.kind,
        clock=result.clock,
        rows=rows,
        outcome=_outcome(rows, standard.scoring, total),
        lost=lost,
        total=total,
        by_files=by_files,
        bonus=bonus,
        notes=tuple(_notes(result, standard, rows, no_services)),
    )


class _Rows:
    """Scores the rows of one standard, remembering what each has charged."""

    def __init__(self, result: Result, standard: Standard, no_services: bool) -> None:
        self._evidence = Evidence(result, standard)
        self._standard = standard
        self._kind = result.kind.kind
        self._no_services = no_services
        self._charged: dict[str, set[tuple[str, ...]]] = {}

    def scored(self) -> tuple[ScoredRow, ...]:
        """Return all rows in the order of the table, vetoes first; rows that leave faults to others come last to it."""
        parts = {part.id: part for part in self._standard.parts}
        done = {}
        for row in sorted(self._standard.rows, key=lambda row: bool(row.once_with)):
            done[row.id] = self._row(row, parts.get(row.part) or Part(row.part, row.title))
        order = {part.id: (part.kind != "veto", number) for number, part in enumerate(self._standard.parts)}
        last = (True, len(order))
        return tuple(
            sorted((done[row.id] for row in self._standard.rows), key=lambda row: order.get(row.part.id, last))
        )

    def _row(self, row: Row, part: Part) -> ScoredRow:
        applies = self._kind in row.kinds and self._kind in self._standard.kinds
        advice = not applies and part.kind == "deduction"
        exempt = self._why_exempt(row, part, applies or advice)
        if exempt is not None:
            return ScoredRow(row, part, State.EXEMPT, _NOTHING, _NOTHING, counted=False, exempt=exempt)
        charged = {fault for other in row.once_with for fault in self._charged.get(other, ())}
        clauses = tuple(self._clause(clause, row, part, charged) for clause in row.clauses or (_whole(row),))
        lost, by_files = _NOTHING, _NOTHING
        for scored in clauses:
            lost = lost.plus(scored.lost)
            by_files = by_files.plus(scored.by_files)
        made = ScoredRow(row, part, State.CLEAR, lost.at_most(row.cap), by_files.at_most(row.cap), clauses, not advice)
        self._charged[row.id] = {_fault(finding) for finding in made.faults}
        return replace(made, state=_state(made))

    def _why_exempt(self, row: Row, part: Part, applies: bool) -> Text | None:
        if self._no_services and NO_SERVICES in (part.optional, row.optional):
            return _WAIVED
        return None if applies else Text("不适用于此类网站。", "Not for this kind of site.")

    def _clause(self, clause: Clause, row: Row, part: Part, charged: set[tuple[str, ...]]) -> ScoredClause:
        rules = rules_of(clause, row)
        found = [] if part.kind == "bonus" else self._evidence.of(rules, clause)
        findings = [finding for finding in found if _fault(finding) not in charged]
        reasons = [clause.open_reason] if clause.open_reason else []
        reasons += self._evidence.gaps(rules, clause) if rules else []
        seen = count(clause, row, self._evidence, findings)
        counted = Span(seen.low, max(seen.high, most(clause, row))) if reasons else seen
        return ScoredClause(
            clause=clause,
            count=counted,
            lost=_points(clause, counted),
            by_files=_points(clause, seen),
            faults=tuple(finding for finding in findings if finding.is_fault),
            reviews=tuple(finding for finding in findings if not finding.is_fault),
            open_reasons=tuple(reasons),
            doubt=_doubt(clause, row, self._standard),
            met=row.veto and counted.low >= (clause.limit or 1),
        )


def _whole(row: Row) -> Clause:
    """Return a row without clauses as its own single clause."""
    return Clause(
        row.id, row.title, row.points, "item", limit=row.limit, rules=row.rules, open_reason=row.open_reason,
        confidence=row.confidence,
    )  # fmt: skip


def _points(clause: Clause, counted: Span) -> Span:
    if not clause.points:
        return _NOTHING
    least = clause.limit or 0
    counted = Span(counted.low if counted.low >= least else 0, counted.high if counted.high >= least else 0)
    return counted.times(clause.points).at_most(clause.at_most)


def _fault(finding: Finding) -> tuple[str, ...]:
    """Return what makes a fault the same in two rows: the column it is about, else the finding itself."""
    if any(name == "column" and value for name, value in finding.properties):
        return column_of(finding)
    return finding.rule_id, finding.location.path, finding.key, finding.message.zh


def _state(row: ScoredRow) -> State:
    if row.row.veto:
        if any(clause.met for clause in row.clauses):
            return State.VETO
        can_be = any(clause.is_open or clause.count.high >= (clause.clause.limit or 1) for clause in row.clauses)
        return State.OPEN if can_be else State.CLEAR
    if row.lost.low > 0 or (row.part.kind == "demand" and row.faults):
        return State.LOST
    if not row.lost.is_exact:
        return State.OPEN
    undecided = row.part.kind == "demand" and (row.reviews or any(clause.is_open for clause in row.clauses))
    return State.OPEN if undecided else State.CLEAR


def _doubt(clause: Clause, row: Row, standard: Standard) -> Text | None:
    """Say what figure of *clause* has no source: its own, its row's, or the period that makes a column stale."""
    if "unverified" in (clause.confidence, row.confidence):
        return row.note or _FROM_MEMORY
    for period in standard.periods:
        named = not set(period.concepts).isdisjoint(clause.concepts)
        if period.confidence == "unverified" and (named or (clause.besides and not period.concepts)):
            return period.note or _FROM_MEMORY
    return None


def _sum(rows: Sequence[ScoredRow], spans: Sequence[Span]) -> Span:
    """Return the points of *rows* together, those of a part held below the part's own."""
    parts: dict[str, Span] = {}
    for row, span in zip(rows, spans, strict=True):
        parts[row.part.id] = parts.get(row.part.id, _NOTHING).plus(span).at_most(row.part.points)
    total = _NOTHING
    for span in parts.values():
        total = total.plus(span)
    return total


def _scale(standard: Standard, scoring: Scoring, no_services: bool) -> float:
    """Return by what deductions are scaled up where optional parts do not apply (2019: 100 / 75)."""
    skipped = sum(
        part.points or 0
        for part in standard.parts
        if no_services and part.kind == "deduction" and part.optional == NO_SERVICES
    )
    return scoring.base / (scoring.base - skipped) if skipped < scoring.base else 1


def _bonus(rows: Iterable[ScoredRow], scoring: Scoring, total: Span) -> Span | None:
    """Return what the bonus part can add, None where the total can never be high enough for it."""
    if scoring.bonus_above is None or total.high <= scoring.bonus_above:
        return None
    bonus = [row for row in rows if row.part.kind == "bonus" and row.exempt is None]
    return Span(0, _sum(bonus, [row.lost for row in bonus]).high)


def _outcome(rows: Sequence[ScoredRow], scoring: Scoring | None, total: Span | None) -> Outcome:
    if any(row.state is State.VETO for row in rows):
        return Outcome.UNQUALIFIED
    if scoring is None:
        return Outcome.UNSCORED
    if total is None:
        return Outcome.OPEN
    if total.high < scoring.passing:
        return Outcome.UNQUALIFIED
    settled = not any(row.row.veto and row.state is State.OPEN for row in rows)
    return Outcome.QUALIFIED if settled and total.low >= scoring.passing else Outcome.OPEN


def _notes(result: Result, standard: Standard, rows: Sequence[ScoredRow], no_services: bool) -> Iterable[Text]:
    """Yield what a reader must know of the card as a whole."""
    evidence = Evidence(result, standard)
    if not standard.is_valid(result.clock.day):
        yield Text(
            f"判定日期 {result.clock.day} 不在此标准的施行期内。",
            f"This standard is not in force on {result.clock.day}.",
        )
    if result.kind.kind not in standard.kinds:
        yield Text("此标准不适用于此类网站。", "This standard is not for this kind of site.")
    elif any(not row.counted and row.exempt is None for row in rows):
        yield Text(
            "扣分只用于门户网站：本网站只查单项否决，下列扣分仅供参考，不计总分。",
            "Deductions are for portals: this site is only held to the vetoes; the deductions below are advice.",
        )
    if no_services and any(row.exempt is _WAIVED for row in rows):
        yield Text(
            "没有对外服务职能：不查办事服务，其余扣分按比例折算。",
            "No outward services: these are left out, and the other deductions scaled up.",
        )
    if (why := evidence.incomplete) is not None:
        yield Text(f"{why.zh}各项都可能有未见的问题。", f"{why.en} Any row may hold faults not seen.")
    if result.clock.origin == "today":
        yield Text(
            "判定日期取当天；这份导出是哪一天的，请用 --as-of 指定。",
            "Judged as of today; tell the day of the export by --as-of.",
        )
    if evidence.unread:
        yield Text(
            f"有 {evidence.unread} 个文件没有读取或没有读完。",
            f"{evidence.unread} files were not read, or only in part.",
        )
    if result.suppressed:
        number = len(result.suppressed)
        yield Text(f"已抑制的 {number} 项没有计入。", f"Suppressed findings ({number}) are not counted.")
    if any(not broken.rule_id for broken in result.broken):
        yield Text("有插件出错，结果不完整。", "A plugin failed; the results are not complete.")
    if any(row.is_unverified for row in rows):
        yield Text(
            "注明“未核实”的数字未见原文，不能作为依据。",
            "Figures marked “unverified” have no source; do not rely on them.",
        )
