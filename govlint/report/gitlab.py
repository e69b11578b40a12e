"""GitLab's Code Quality report: a JSON array of issues, of which merge requests show the new ones.

Faults alone: GitLab knows no answer between fault and pass. Source: GitLab's documentation, "Code Quality report
format". Issues with equal fingerprints collapse into one there, so no two here are alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Any, TextIO

from govlint.finding import Severity
from govlint.report.encode import encoder
from govlint.report.model import Report
from govlint.report.rows import Row, faults

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "minor"}
_encode = encoder()


def write(reports: Sequence[Report], stream: TextIO, *, language: str = "zh") -> None:
    """Write the faults of *reports* to *stream* as one array, an issue a line."""
    several = len(reports) > 1
    rows = (_issue(row, report.prefix if several else "") for report in reports for row in faults(report, language))
    opening = "[\n"
    for issue in rows:
        stream.write(opening + _encode(issue))
        opening = ",\n"
    stream.write("\n]\n" if opening == ",\n" else "[]\n")


def _issue(row: Row, site: str) -> dict[str, Any]:
    # Fingerprints are of paths inside a site; where there are several sites, the site is made part of them.
    fingerprint = (
        sha256(f"{site}\0{row.fingerprint}".encode("utf-8", "replace")).hexdigest() if site else row.fingerprint
    )
    return {
        "description": row.message,
        "check_name": f"{row.rule_id} {row.slug}".strip(),
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[row.severity],
        "location": {
            "path": row.path,
            "lines": {"begin": row.region.start_line, "end": row.region.end_line},
        },
    }
