"""Which report goes where: the ``--format`` and ``--output`` options made into files and streams."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import click

from govlint.cli.errors import UsageProblem
from govlint.cli.exit_codes import ExitCode
from govlint.finding import Text
from govlint.lint.result import Result
from govlint.registry import Registry


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
    results: Sequence[Result], plan: Sequence[Output], registry: Registry, language: str, code: ExitCode
) -> None:
    """Write every planned report. Files are written beside their place and renamed, so none is ever half there."""
    from govlint.report.build import build_report

    reports = [build_report(result, registry, code) for result in results]
    for name, file in plan:
        write = registry.reporters[name].write
        if file is None:
            write(reports, sys.stdout, language=language)
            continue
        unfinished = file.with_name(file.name + ".part")
        try:
            with unfinished.open("w", encoding="utf-8", newline="\n", errors="backslashreplace") as stream:
                write(reports, stream, language=language)
            unfinished.replace(file)
        except OSError as error:
            raise UsageProblem(
                Text(f"无法写入“{file}”：{error.strerror}", f"cannot write “{file}”: {error.strerror}")
            ) from error
        click.echo(f"{name} → {file}", err=True)
