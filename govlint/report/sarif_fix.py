"""The fix of a finding as SARIF 3.55 has it: replacements, file by file."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from govlint.finding import Edit, Fix, Region
from govlint.report.model import Report
from govlint.report.sarif_artifacts import Artifacts

MOST_FILES = 100
"""Files of one fix that are shown; the property ``files`` counts all. ``govlint check --fix`` mends all of them."""


def fixes(fix: Fix, report: Report, artifacts: Artifacts) -> dict[str, Any]:
    """Return the SARIF fix but for its description, nothing for files in an archive and where no place is known."""
    if report.archive is not None:
        return {}
    by_file: dict[str, list[tuple[Region, Edit]]] = {}
    unplaced = {edit.path for edit in fix.edits if edit.region is None}
    for edit in fix.edits:
        if edit.region is not None and edit.path not in unplaced:
            by_file.setdefault(edit.path, []).append((edit.region, edit))
    if not by_file:
        return {}
    changes = [
        {"artifactLocation": artifacts.location(path), "replacements": _replacements(edits)}
        for path, edits in islice(by_file.items(), MOST_FILES)
    ]
    files = len(by_file) + len(unplaced)
    return {"artifactChanges": changes, "properties": {"files": files, "safe": fix.safe}}


def _replacements(edits: Iterable[tuple[Region, Edit]]) -> list[dict[str, Any]]:
    return [
        {
            "deletedRegion": {
                "startLine": region.start_line,
                "startColumn": region.start_column,
                "endLine": region.end_line,
                "endColumn": region.end_column,
            },
            "insertedContent": {"text": edit.text},
        }
        for region, edit in edits
    ]
