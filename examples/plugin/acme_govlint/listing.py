"""A format of ACME's own: the paths of pages with faults, for a script that opens them all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from govlint.finding import Text
from govlint.report.model import Report
from govlint.report.reporter import Reporter


def write(reports: Sequence[Report], stream: TextIO, /, *, language: str = "zh") -> None:
    """Write the path of each file with a fault once, as it leads from where govlint was run."""
    paths = {report.prefix + finding.location.path for report in reports for finding in report.faults}
    stream.writelines(f"{path}\n" for path in sorted(paths))


LISTING = Reporter("acme-list", write, Text("有问题的文件", "files with faults"))
