"""Findings as flat rows: what the formats share that know a file, a line, a level and a message, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from govlint.finding import Finding, Region, Severity
from govlint.report.model import Report, RuleInfo
from govlint.report.origins import origins_in_words

_FILE_START = Region(1, 1, 1, 1)


class Row(NamedTuple):
    """One finding. *path* leads from where govlint was run; *message* is one line, the reason of a review in it."""

    path: str
    region: Region
    severity: Severity
    rule_id: str
    slug: str
    message: str
    fingerprint: str


def faults(report: Report, language: str) -> Iterator[Row]:
    """Yield the faults of *report*, in order."""
    return _rows(report, language, (finding.is_fault for finding in report.findings))


def reviews(report: Report, language: str) -> Iterator[Row]:
    """Yield what a person has to decide, in order; its severity means nothing."""
    kept = set(map(id, report.reviews))
    return _rows(report, language, (id(finding) in kept for finding in report.findings))


def shown_path(report: Report, path: str) -> str:
    """Return a path of the target as it leads from where govlint was run; ``""``, the target, is its home page."""
    return report.prefix + (path or report.home) or report.target


def _rows(report: Report, language: str, wanted: Iterable[bool]) -> Iterator[Row]:
    rules = {rule.id: rule for rule in report.rules}
    for finding, fingerprint, kept in zip(report.findings, report.fingerprints, wanted, strict=True):
        if kept:
            yield _row(finding, fingerprint, report, rules, language)


def _origins(finding: Finding, language: str) -> str:
    said = origins_in_words([finding], language)
    return (f" {said}." if language == "en" else f"{said}。") if said else ""


def _row(finding: Finding, fingerprint: str, report: Report, rules: dict[str, RuleInfo], language: str) -> Row:
    rule = rules.get(finding.rule_id)
    gap = " " if language == "en" else ""
    reason = gap + finding.reason.in_language(language) if finding.reason else ""
    return Row(
        shown_path(report, finding.location.path),
        finding.location.region or _FILE_START,
        finding.severity,
        finding.rule_id,
        rule.slug if rule else "",
        " ".join((finding.message.in_language(language) + reason + _origins(finding, language)).split()),
        fingerprint,
    )
