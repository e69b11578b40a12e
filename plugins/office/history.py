"""Several reports of one site: what came and what went from day to day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from govlint.report.ledger import cause_mark
from govlint.report.model import Counts, Report


class Day(NamedTuple):
    """One report of a history: its counts, and how many causes it has that the one before had not, and lost."""

    day: date
    counts: Counts
    new: int
    mended: int


def by_site(reports: Iterable[Report]) -> list[list[Report]]:
    """Return *reports* grouped by site, each group by its days.

    Reports are of one site when they tell one host, name or target; two of the same day stand apart.
    """
    groups: dict[tuple[str, int], list[Report]] = {}
    for report in reports:
        name = report.host or report.site_name or report.target
        number = 0
        while any(known.as_of == report.as_of for known in groups.get((name, number), ())):
            number += 1
        groups.setdefault((name, number), []).append(report)
    return [sorted(group, key=lambda report: report.as_of) for group in groups.values()]


def history(reports: Sequence[Report]) -> list[Day]:
    """Return the days of *reports*, which are of one site and in order."""
    days = []
    before: frozenset[str] | None = None
    for report in reports:
        causes = frozenset(cause_mark(finding.rule_id, finding.key) for finding in report.findings if finding.is_fault)
        known = causes if before is None else before
        days.append(Day(report.as_of, report.counts, len(causes - known), len(known - causes)))
        before = causes
    return days
