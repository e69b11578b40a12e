"""What a reporter is, and the ones the core brings: further ones enter by the hook ``govlint_reporters``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol, TextIO

from govlint.finding import Text
from govlint.report.model import Report


class Write(Protocol):
    """Writes the reports of a run, one a target, in a language, ``"zh"`` or ``"en"``.

    A writer may take options of its own by name.
    """

    def __call__(self, reports: Sequence[Report], stream: TextIO, /, *, language: str = ...) -> None:
        """Write *reports* to *stream*, whose encoding is UTF-8 but for terminals, with ``\\n`` as its line end."""


class Reporter(NamedTuple):
    """A name for ``--format``, what writes it and what it is for in one line."""

    name: str
    write: Write
    summary: Text


# Each format is imported when it is asked for: start-up time counts, and sarif_om is slow to load.


def _text(reports: Sequence[Report], stream: TextIO, /, *, language: str = "zh", **options: Any) -> None:
    from govlint.report.text import write

    write(reports, stream, language=language, **options)


def _sarif(reports: Sequence[Report], stream: TextIO, /, *, language: str = "zh", **options: Any) -> None:
    from govlint.report.sarif import write

    write(reports, stream, language=language, **options)


def _json(reports: Sequence[Report], stream: TextIO, /, *, language: str = "zh", **options: Any) -> None:
    from govlint.report.json import write

    write(reports, stream, language=language, **options)


CORE_REPORTERS = (
    Reporter("text", _text, Text("终端文本，供人阅读", "for people, in a terminal")),
    Reporter(
        "sarif", _sarif, Text("SARIF 2.1.0，供代码托管平台和编辑器读取", "SARIF 2.1.0, for code hosts and editors")
    ),
    Reporter("json", _json, Text("带版本的 JSON，供程序读取", "versioned JSON, for programs")),
)
