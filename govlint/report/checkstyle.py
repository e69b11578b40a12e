"""Checkstyle's XML, which Jenkins, SonarQube and many others read: the faults, by file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from govlint.finding import Severity
from govlint.report.model import CORE, Report
from govlint.report.rows import Row, faults
from govlint.report.xml import child, root, write_document

_VERSION = "4.3"
"""The version of the format, the one its readers know."""

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "info"}


def write(reports: Sequence[Report], stream: TextIO, *, language: str = "zh") -> None:
    """Write the faults of *reports* to *stream* as one document; columns count UTF-16 code units."""
    document = root("checkstyle", version=_VERSION)
    by_path: dict[str, list[Row]] = {}
    for report in reports:
        for row in faults(report, language):
            by_path.setdefault(row.path, []).append(row)
    for path, rows in by_path.items():
        file = child(document, "file", name=path)
        for row in rows:
            child(
                file,
                "error",
                line=row.region.start_line,
                column=row.region.start_column,
                severity=_SEVERITIES[row.severity],
                message=row.message,
                source=".".join(filter(None, (CORE, row.rule_id, row.slug))),
            )
    write_document(document, stream)
