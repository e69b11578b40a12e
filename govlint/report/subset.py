"""Smaller reports of a report: some verdicts only, or no more results than a reader takes."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.report.model import Notification, NotificationKind, Report


def with_verdicts(report: Report, verdicts: Collection[Verdict]) -> Report:
    """Return *report* with the findings of those verdicts alone."""
    kept = [at for at, finding in enumerate(report.findings) if finding.verdict in verdicts]
    return report if len(kept) == len(report.findings) else _keep(report, kept)


def cut(report: Report, most: int) -> Report:
    """Return *report* with at most *most* results, in their order; what is left out it says itself.

    The gravest findings are kept, then the faults set aside, then those that are gone.
    """
    lost = len(report.findings) + len(report.set_aside) + len(report.gone) - most
    if lost <= 0:
        return report
    by_weight = sorted(range(len(report.findings)), key=lambda at: _weight(report.findings[at]))
    kept = sorted(by_weight[:most])
    room = most - len(kept)
    message = Text(
        f"结果超过 {most} 条，按严重程度保留前 {most} 条，另有 {lost} 条未写入。请用文本或 JSON 格式查看全部结果。",
        f"Of the results the {most} gravest are kept and {lost} are left out. The text and JSON formats show all.",
    )
    return _keep(report, kept)._replace(
        set_aside=report.set_aside[:room],
        gone=report.gone[: max(room - len(report.set_aside), 0)],
        notifications=(*report.notifications, Notification(NotificationKind.CUT, Severity.WARNING, message)),
    )


def _weight(finding: Finding) -> int:
    """Return 0 for an error and more for what weighs less: faults by severity, then reviews, then passes."""
    if finding.is_fault:
        return Severity.ERROR.rank - finding.severity.rank
    return 3 if finding.verdict is Verdict.REVIEW else 4


def _keep(report: Report, positions: Iterable[int]) -> Report:
    kept = tuple(positions)
    return report._replace(
        findings=tuple(report.findings[at] for at in kept),
        fingerprints=tuple(report.fingerprints[at] for at in kept),
    )
