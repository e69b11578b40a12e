"""The reporters of this plugin by name; the modules behind them, and their libraries, are imported when one is used."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, TextIO

from govlint.finding import Text
from govlint.report.model import Report
from govlint.report.reporter import LedgerRow, Reporter, Write


def _lazy(module: str) -> Write:
    """Return ``write`` of a module of this package, imported when it is called."""

    def write(
        reports: Sequence[Report], stream: TextIO, /, *, language: str = "zh", **options: Any
    ) -> Sequence[Text] | None:
        remarks: Sequence[Text] | None = import_module(f"{__package__}.{module}").write(
            reports, stream, language=language, **options
        )
        return remarks

    return write


def _read_ledger(path: Path) -> Sequence[LedgerRow]:
    from .returned import read

    return read(path)


REPORTERS = (
    Reporter(
        "html",
        _lazy("html"),
        Text("一个自足的网页，供浏览和打印", "one self-contained page, to browse and print"),
        overview=True,
    ),
    Reporter(
        "xlsx",
        _lazy("xlsx"),
        Text("整改台账和月度自查表", "the ledger and the monthly self-check table"),
        binary=True,
        overview=True,
        read_back=_read_ledger,
    ),
    Reporter(
        "docx",
        _lazy("docx"),
        Text("自查整改报告（Word）", "the self-check report, for Word"),
        binary=True,
        overview=True,
    ),
)
