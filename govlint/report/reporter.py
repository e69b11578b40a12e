"""What a reporter is, and the ones the core brings: further ones enter by the hook ``govlint_reporters``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TextIO

from govlint.finding import Text
from govlint.report.model import Report


class Write(Protocol):
    """Writes the reports of a run, one a target, in a language, ``"zh"`` or ``"en"``.

    A writer may take options of its own by name.
    """

    def __call__(self, reports: Sequence[Report], stream: TextIO, /, *, language: str = ...) -> Sequence[Text] | None:
        """Write *reports* to *stream*, whose encoding is UTF-8 but for terminals, with ``\\n`` as its line end.

        Returns what whoever runs govlint has to be told of it (what was left out), None or nothing where all is well.
        """


class CannotReport(Exception):
    """A report that cannot be written or read back, for a reason the user can put right: a library, a file."""

    def __init__(self, text: Text) -> None:
        super().__init__(f"{text.zh} / {text.en}")
        self.text = text


class LedgerRow(NamedTuple):
    """A row of a ledger (台账) that an office has filled in and returned.

    *number* is the row's own, *mark* what its fault is known again by (a fingerprint, or rule and hash of a key),
    *state* the word the office has chosen, *message* the fault in words. *site* names the site, ``""`` in the ledger of
    a single one.
    """

    number: str
    rule_id: str
    mark: str
    state: str
    message: str = ""
    page: str = ""
    site: str = ""


class Reporter(NamedTuple):
    """A name for ``--format``, what writes it and what it is for in one line.

    A *binary* one writes to the ``buffer`` of its stream. *overview* asks for ``Report.overview``. A *brief* one shows
    neither the pages of rules nor standards that are not in force. *read_back* reads the rows of a ledger from a
    returned file; it raises CannotReport.
    """

    name: str
    write: Write
    summary: Text
    binary: bool = False
    overview: bool = False
    read_back: Callable[[Path], Sequence[LedgerRow]] | None = None
    brief: bool = False


def _lazy(module: str) -> Write:
    """Return ``write`` of ``govlint.report.<module>``, imported when it is called: start-up time counts."""

    def write(
        reports: Sequence[Report], stream: TextIO, /, *, language: str = "zh", **options: Any
    ) -> Sequence[Text] | None:
        remarks: Sequence[Text] | None = import_module(f"govlint.report.{module}").write(
            reports, stream, language=language, **options
        )
        return remarks

    return write


CORE_REPORTERS = (
    Reporter("text", _lazy("text"), Text("终端文本，供人阅读", "for people, in a terminal"), brief=True),
    Reporter(
        "compact",
        _lazy("compact"),
        Text("每个结果一行，供 grep 和编辑器", "a line each, for grep and editors"),
        brief=True,
    ),
    Reporter(
        "sarif",
        _lazy("sarif"),
        Text("SARIF 2.1.0，供代码托管平台和编辑器读取", "SARIF 2.1.0, for code hosts and editors"),
    ),
    Reporter("json", _lazy("json"), Text("带版本的 JSON，供程序读取", "versioned JSON, for programs"), overview=True),
    Reporter(
        "markdown", _lazy("markdown"), Text("CI 步骤摘要、评论、邮件", "step summaries, comments, e-mails"), brief=True
    ),
    Reporter("github", _lazy("github"), Text("GitHub Actions 注解", "annotations in GitHub Actions"), brief=True),
    Reporter("gitlab", _lazy("gitlab"), Text("GitLab 代码质量报告", "GitLab's Code Quality report"), brief=True),
    Reporter("junit", _lazy("junit"), Text("JUnit XML，每条规则一个用例", "JUnit XML, a test case a rule"), brief=True),
    Reporter(
        "checkstyle",
        _lazy("checkstyle"),
        Text("Checkstyle XML，供 Jenkins 等", "Checkstyle XML, for Jenkins"),
        brief=True,
    ),
)
