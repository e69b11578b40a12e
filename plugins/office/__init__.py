"""Reports that an office can hand in: a page for the browser, the ledger of what is to be mended, the Word report.

For a batch of many sites it is the bulletin (通报), as a page and for Word.

Their libraries come with ``pip install govlint[report]`` and are imported when a report is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from govlint.hookspecs import hookimpl
from govlint.report.reporter import Reporter

from . import reporters

if TYPE_CHECKING:
    from govlint.batch.bulletin import BulletinWriter


@hookimpl
def govlint_reporters() -> Iterable[Reporter]:
    """Return the reporters ``html``, ``xlsx`` and ``docx``."""
    return reporters.REPORTERS


@hookimpl
def govlint_bulletins() -> Iterable[BulletinWriter]:
    """Return the writers ``html`` and ``docx``."""
    from . import writers  # batches are not for those who check one page

    return writers.WRITERS
