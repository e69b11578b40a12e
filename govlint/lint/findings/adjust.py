"""What the user's settings change about findings: severities, and rules that do not count on some paths."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from govlint.finding import Finding, Severity
from govlint.lint.settings import Settings

OFF = "off"


def adjust(findings: Iterable[Finding], settings: Settings) -> list[Finding]:
    """Return *findings* with the severities the user set, without those that are switched off for their path.

    An override counts where one of its patterns (as ``.gitignore`` writes them) matches the path; of several
    overrides the last one wins.
    """
    severities = dict(settings.severities)
    overrides = [(matcher(override.paths), override) for override in settings.overrides]
    if not severities and not overrides:
        return list(findings)
    kept = []
    for finding in findings:
        severity = severities.get(finding.rule_id)
        for matches, override in overrides:
            if matches(finding.location.path):
                severity = dict(override.severities).get(finding.rule_id, severity)
                if finding.rule_id in override.ignore:
                    severity = OFF
        if severity != OFF:
            kept.append(finding._replace(severity=Severity(severity)) if severity else finding)
    return kept


def matcher(patterns: Iterable[str]) -> Callable[[str], bool]:
    """Return a function that says whether one of *patterns* (as ``.gitignore`` writes them) matches a path."""
    from pathspec import PathSpec

    spec = PathSpec.from_lines("gitignore", patterns)
    return spec.match_file
