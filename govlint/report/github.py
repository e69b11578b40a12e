"""Annotations in GitHub Actions, by workflow commands: for forks, whose runs may not upload SARIF.

GitHub shows the first ten of each level in a step; all of them stand in the log. Source: GitHub's documentation,
"Workflow commands for GitHub Actions".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TextIO

from govlint.finding import Severity
from govlint.report import summary
from govlint.report.cells import safe
from govlint.report.model import Report
from govlint.report.rows import Row, faults

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_IN_MESSAGES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_MESSAGES, ":": "%3A", ",": "%2C"}


def write(reports: Sequence[Report], stream: TextIO, *, language: str = "zh") -> None:
    """Write an annotation for each fault of *reports* to *stream*, and the verdict of each as a line of the log."""
    for report in reports:
        stream.writelines(_command(row) for row in faults(report, language))
        lines = (summary.verdict(report, language), *summary.details(report, language))
        stream.writelines(f"govlint: {safe(line)}\n" for line in lines)


def _command(row: Row) -> str:
    start_line, start_column, end_line, end_column = row.region
    place = {"file": row.path, "line": start_line, "endLine": end_line}
    if start_line == end_line:  # GitHub takes columns of annotations on a single line alone
        place |= {"col": start_column, "endColumn": end_column}
    title = f"{row.rule_id} {row.slug}".strip()
    said = {name: _escaped(str(value), _IN_PROPERTIES) for name, value in (*place.items(), ("title", title))}
    properties = ",".join(f"{name}={value}" for name, value in said.items())
    return f"::{_LEVELS[row.severity]} {properties}::{_escaped(row.message, _IN_MESSAGES)}\n"


def _escaped(text: str, codes: Mapping[str, str]) -> str:
    return "".join(codes.get(character, character) for character in text)
