"""One line a finding, as compilers write it: for ``grep``, and for editors that jump to errors.

``path:line:column: error: message [GOV1002]``; what a person has to decide is ``info``. Columns count UTF-16 code
units.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from govlint.report.cells import safe
from govlint.report.model import Report
from govlint.report.rows import Row, faults, reviews


def write(reports: Sequence[Report], stream: TextIO, *, language: str = "zh") -> None:
    """Write the faults of *reports* to *stream*, then what is to be reviewed; nothing where there is neither."""
    for report in reports:
        stream.writelines(_line(row, row.severity.value) for row in faults(report, language))
        stream.writelines(_line(row, "info") for row in reviews(report, language))


def _line(row: Row, level: str) -> str:
    place = f"{row.path}:{row.region.start_line}:{row.region.start_column}"
    return safe(f"{place}: {level}: {row.message} [{row.rule_id}]") + "\n"
