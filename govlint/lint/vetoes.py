"""Which vetoes (单项否决) of the standards in force are met by the number of things at fault."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from govlint.finding import Finding, Location, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import fail

if TYPE_CHECKING:
    from govlint.standard.model import Clause, Row, Standard

MOST_RELATED = 50

Names = Callable[[Finding], str]


class _MetVeto(NamedTuple):
    """A clause of a veto row whose limit is reached, and the findings that reach it."""

    standard: Standard
    row: Row
    clause: Clause
    findings: Sequence[Finding]


def counts(clause: Clause, concepts: Iterable[str]) -> bool:
    """Whether *clause* counts a fault of a column of *concepts*."""
    of = set(concepts)
    return (not clause.concepts or not of.isdisjoint(clause.concepts)) and of.isdisjoint(clause.besides)


def veto_findings(
    context: Context, rule_id: str, faults: Sequence[Finding], home: str, named: Names
) -> Iterator[Finding]:
    """Yield one finding for every veto of *context* that the *faults* of *rule_id* meet by their number.

    It stands at the page *home*, is related to what was counted, and only sums up: its property ``summary`` is true
    and its ``case`` starts with ``veto-``, so that a scorecard does not count it besides the findings it counts. Where
    several standards have the same clause, it is said once. *named* says what a counted finding is about.
    """
    said: dict[str, Finding] = {}
    for met in _met(context, rule_id, faults):
        known = said.get(met.clause.id)
        basis = f"{met.standard.id}:{met.row.id}"
        if known is None:
            said[met.clause.id] = _finding(met, home, named)._replace(basis=(basis,), weight=Severity.ERROR)
        else:
            said[met.clause.id] = known._replace(basis=(*known.basis, basis))
    yield from said.values()


def _met(context: Context, rule_id: str, faults: Sequence[Finding]) -> Iterator[_MetVeto]:
    """Yield every veto clause of *context* that *rule_id* decides and that the *faults* meet.

    Only clauses that count columns and take more than one are looked at: where one is enough, the fault itself says
    so. The concepts of a fault are in its property ``concept``, parted by spaces.
    """
    for standard, row in context.rows(rule_id):
        for clause in row.clauses if row.veto else ():
            if rule_id in clause.rules and clause.per == "column" and clause.limit is not None and clause.limit > 1:
                counted = [fault for fault in faults if counts(clause, _concepts(fault))]
                if len(counted) >= clause.limit:
                    yield _MetVeto(standard, row, clause, counted)


def _finding(met: _MetVeto, home: str, named: Names) -> Finding:
    clause, number = met.clause, len(met.findings)
    names = "、".join(f"“{named(fault)[:12]}”" for fault in met.findings[:3])
    message = Text(
        f"单项否决：{clause.title.zh}，现有 {number} 个（{names}等），达到即判为不合格，请优先整改。",
        f"Veto: {clause.title.en}; there are {number}. It fails the site at once: mend these first.",
    )
    related = [
        Location(fault.location.path, fault.location.mark, Text(named(fault), named(fault)))
        for fault in met.findings[:MOST_RELATED]
    ]
    case, limit = f"veto-{clause.id}", clause.limit or 0
    return fail(message, home, key=case, related=related, case=case, summary=True, count=number, limit=limit)


def column_of(fault: Finding) -> str:
    """Return the name of the column that *fault* is about, as its property ``column`` tells it."""
    return str(dict(fault.properties).get("column", fault.key))


def _concepts(fault: Finding) -> Sequence[str]:
    return str(dict(fault.properties).get("concept", "")).split()
