"""The reporters of this plugin by name; the modules behind them, and their libraries, are imported when one writes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TextIO

from govlint.finding import Text
from govlint.report.model import Report
from govlint.report.reporter import Reporter


def _html(reports: Sequence[Report], stream: TextIO, /, *, language: str = "zh", **options: Any) -> None:
    from .html import write

    write(reports, stream, language=language, **options)


REPORTERS = (
    Reporter(
        "html",
        _html,
        Text("一个自足的网页，供浏览和打印", "one self-contained page, to browse and print"),
        overview=True,
    ),
)
