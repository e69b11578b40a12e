"""Which report goes where: the ``--format`` and ``--output`` options made into files and streams."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple, TextIO

from govlint.cli.errors import UsageProblem
from govlint.cli.exit_codes import ExitCode
from govlint.cli.sarif_choice import SarifChoice
from govlint.cli.told import tell
from govlint.cli.writing import write_out
from govlint.finding import Text, Verdict
from govlint.lint.result import Result
from govlint.registry import Registry
from govlint.report.model import Provenance, Report
from govlint.report.reporter import Reporter


class Output(NamedTuple):
    """A format and the file it is written to, None for standard output."""

    format: str
    file: Path | None


def plan_outputs(formats: Sequence[str], output: str | None, registry: Registry) -> list[Output]:
    """Turn ``FORMAT`` and ``FORMAT=FILE`` into outputs, text to standard output where nothing is asked for.

    Raises UsageProblem for an unknown format, and where two reports would share standard output.
    """
    plan = []
    for word in formats or ("text",):
        name, equals, file = word.partition("=")
        if name not in registry.reporters:
            known = "、".join(registry.reporters)
            raise UsageProblem(Text(f"没有格式“{name}”，可用：{known}", f"no format “{name}”; there are: {known}"))
        if equals and not file:
            raise UsageProblem(Text(f"“{word}”缺少文件名", f"“{word}” lacks the name of a file"))
        plan.append(Output(name, Path(file) if file else Path(output) if output else None))
    targets = [entry.file for entry in plan]
    if len(set(targets)) < len(targets):
        raise UsageProblem(
            Text("几种格式不能写到同一处，请用 FORMAT=FILE", "several formats share one place; use FORMAT=FILE")
        )
    return plan


def write_outputs(
    results: Sequence[Result],
    plan: Sequence[Output],
    registry: Registry,
    language: str,
    code: ExitCode,
    sarif: SarifChoice,
) -> None:
    """Write every planned report: SARIF with what the ``--sarif-…`` options ask for, the others without passes."""
    from govlint.report.build import build_report
    from govlint.report.subset import with_verdicts

    if len(results) > 1:  # a baseline says nothing of targets: of several, none can tell that an entry is gone
        results = [replace(result, gone=()) for result in results]
    origin = _origin() if sarif.provenance else None
    overview = any(registry.reporters[name].overview for name, _ in plan)
    brief = all(registry.reporters[name].brief for name, _ in plan)
    whole = [
        build_report(result, registry, code, passes=True, provenance=origin, whole=overview, brief=brief)
        for result in results
    ]
    reports = [with_verdicts(report, {Verdict.FAIL, Verdict.REVIEW}) for report in whole]
    for name, file in plan:
        if name == "sarif":
            from govlint.cli.sarif_files import write_sarif

            write_sarif(whole, file, language, sarif)
        else:
            write_report(registry.reporters[name], file, reports, language)


def _origin() -> Provenance | None:
    from govlint.cli.provenance import provenance

    return provenance(Path())


def write_report(
    reporter: Reporter, file: Path | None, reports: Sequence[Report], language: str, **options: object
) -> None:
    """Write *reports* to *file*, else to standard output; *options* are the reporter's own. Raises UsageProblem."""
    if file is None and reporter.binary and sys.stdout.isatty():
        raise UsageProblem(Text(f"请用 --format {reporter.name}=文件名", f"binary: use --format {reporter.name}=FILE"))
    write = partial(reporter.write, language=language, **options)
    remarks: list[Text] = []

    def run(stream: TextIO) -> None:
        remarks.extend(write(reports, stream) or ())

    write_out(reporter.name, file, run)
    for remark in remarks:
        tell(f"{reporter.name}: {remark.zh} / {remark.en}")
