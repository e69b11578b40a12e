"""Reports that an office can hand in: a page for the browser, the ledger of what is to be mended, the Word report.

Their libraries come with ``pip install govlint[report]`` and are imported when a report is written.
"""

from __future__ import annotations

from collections.abc import Iterable

from govlint.hookspecs import hookimpl
from govlint.report.reporter import Reporter

from . import reporters


@hookimpl
def govlint_reporters() -> Iterable[Reporter]:
    """Return the reporters ``html``, ``xlsx`` and ``docx``."""
    return reporters.REPORTERS
