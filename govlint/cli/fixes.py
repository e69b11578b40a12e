"""The options ``--fix``, ``--unsafe-fixes`` and ``--diff``: mend what is certain, or show what would be mended."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from govlint.cli.errors import UsageProblem, cannot_write
from govlint.finding import Text
from govlint.lint.result import Result
from govlint.lint.settings import Settings
from govlint.source.abilities import OnDisk
from govlint.source.model import Source

if TYPE_CHECKING:
    from govlint.lint.findings.fixing import Changed, Fixed

_Command = TypeVar("_Command", bound=Callable[..., Any])


class FixChoice(NamedTuple):
    """What is to be done about fixes: made in the files, or shown as a *diff*; the *unsafe* ones too."""

    fix: bool = False
    unsafe: bool = False
    diff: bool = False

    def check(self) -> FixChoice:
        """Return the choice itself. Raises UsageProblem for one that says nothing, or two things."""
        if self.fix and self.diff:
            raise UsageProblem(Text("--fix 和 --diff 只能选一个", "choose one of --fix and --diff"))
        if self.unsafe and not (self.fix or self.diff):
            raise UsageProblem(
                Text("--unsafe-fixes 要和 --fix 或 --diff 一起用", "--unsafe-fixes goes with --fix or --diff")
            )
        return self


def fix_options(command: _Command) -> _Command:
    """Add the three options."""
    options = (
        click.option("--fix", is_flag=True, help="修复可以确定的问题 / Mend what is certain, in the files themselves."),
        click.option(
            "--unsafe-fixes", is_flag=True,
            help="也做须人工核对的修复 / Make the fixes too that a person has to look over.",
        ),
        click.option(
            "--diff", is_flag=True,
            help="只显示会怎样修复，不写文件，不出报告 / Show what --fix would change, and write nothing.",
        ),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def mended(
    source: Source, settings: Settings, run: Callable[[Source], Result], choice: FixChoice
) -> tuple[Result, int]:
    """Run over *source* and do what *choice* says; return the result of what is left, and how many files change.

    Raises UsageProblem for a target whose files cannot be written: an archive, standard input.
    """
    if not (choice.fix or choice.diff):
        return run(source), 0
    if not isinstance(source, OnDisk):
        raise UsageProblem(
            Text(f"“{source.name}”不是磁盘上的目录或文件，不能修复", f"“{source.name}” is no folder or file on disk")
        )
    from tempfile import TemporaryDirectory

    from govlint.lint.findings.fixing import fix

    with TemporaryDirectory(prefix="govlint-") as folder:
        fixed = fix(source, settings, run, Path(folder), unsafe=choice.unsafe)
        for path, reason in fixed.refused:
            click.echo(f"{source.prefix}{path}: {reason.zh} / {reason.en}", err=True)
        if choice.diff:
            for each in fixed.changed:
                before, after = source.read(each.path), fixed.after.read(each.path)
                sys.stdout.writelines(_diff(source.prefix + each.path, before, after, settings.encoding))
        else:
            _take_over(source, fixed)
        return fixed.result, len(fixed.changed)


def _take_over(source: OnDisk, fixed: Fixed) -> None:
    """Write all changed files, and say how many there were."""
    for each in fixed.changed:
        _write(source.file_of(each.path), each, fixed.after.read(each.path))
    fixes = sum(each.fixes for each in fixed.changed)
    files = len(fixed.changed)
    click.echo(f"已修复 {fixes} 处，{files} 个文件 / mended {fixes} in {files} file(s)", err=True)


def _write(file: Path, changed: Changed, after: bytes) -> None:
    """Put *after* in the place of *file* at one stroke. Raises UsageProblem where that cannot be done."""
    import shutil
    from hashlib import sha256
    from tempfile import NamedTemporaryFile

    unfinished = None
    try:
        if sha256(file.read_bytes()).hexdigest() != changed.digest:
            raise UsageProblem(Text(f"“{changed.path}”刚被改动，未修复", f"“{changed.path}” has just been changed"))
        with NamedTemporaryFile(dir=file.parent, prefix=".govlint-", delete=False) as stream:
            unfinished = stream.name
            stream.write(after)
        shutil.copymode(file, unfinished)
        Path(unfinished).replace(file)
    except OSError as error:
        raise UsageProblem(cannot_write(str(file), error)) from error
    finally:
        if unfinished is not None:
            Path(unfinished).unlink(missing_ok=True)


def _diff(shown: str, before: bytes, after: bytes, forced: str | None) -> Iterator[str]:
    """Yield a unified diff of one file as text: only line feeds end a line, so ``patch`` takes it for UTF-8 files."""
    import difflib

    from govlint.page.decode import decode

    old, new = (_lines(decode(data, forced=forced).text) for data in (before, after))
    for line in difflib.unified_diff(old, new, f"a/{shown}", f"b/{shown}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1].removesuffix("\n")
    return lines if lines[-1] else lines[:-1]
