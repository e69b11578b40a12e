"""``govlint compare``: two batches side by side, and the sites at fault in both."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

import click

from govlint.batch.compare import Comparison, compare
from govlint.batch.compare_write import TITLE, lead, tables, write_faults, write_json
from govlint.batch.tables import write_markdown, write_text
from govlint.cli.errors import UsageProblem
from govlint.cli.exit_codes import ExitCode
from govlint.cli.tables import FORMATS, TOP, most_rows, open_store, table_options
from govlint.cli.writing import write_table
from govlint.finding import Severity, Text


@click.command("compare", short_help="比较两次批量检查 / Compare two batches.")
@click.argument("old", type=click.Path(path_type=Path), metavar="OLD")
@click.argument("new", type=click.Path(path_type=Path), metavar="NEW")
@click.option(
    "--severity", type=click.Choice([severity.value for severity in Severity]), default="error", show_default=True,
    help="达到此级别才算有问题的网站 / The least severity that makes a site one at fault.",
)  # fmt: skip
@click.option(
    "--format", "output_format", type=click.Choice(FORMATS), default="text", show_default=True,
    help="输出格式 / Output format.",
)  # fmt: skip
@table_options
def command(
    old: Path,
    new: Path,
    severity: str,
    output_format: str,
    top: int | None,
    bom: bool,
    output: Path | None,
    language: str,
) -> None:
    """比较两次 govlint batch 的结果：已整改、新出现、仍存在的问题，两次都有问题的网站，消失和新增的网站。

    Compare two results of govlint batch: faults mended, new and standing, sites at fault in both, sites gone and new.
    CSV is a row a fault.

    退出码 / Exit codes: 0 没有两次都有问题的网站 no repeat offenders · 1 有 there are · 2 用法 usage ·
    4 没有两次都有结果的网站 no site with results in both
    """
    found = comparison(old, new, Severity(severity))

    def write(stream: TextIO) -> None:
        _write(found, stream, output_format, language, most_rows(top, TOP if output_format == "text" else None))

    write_table(output_format, output, write, bom=bom)
    if not found.pairs:
        raise click.exceptions.Exit(ExitCode.NOTHING)
    raise click.exceptions.Exit(ExitCode.FINDINGS if found.repeat_offenders else ExitCode.CLEAN)


def comparison(old: Path, new: Path, bar: Severity = Severity.ERROR) -> Comparison:
    """Return the batches in two folders compared. Raises UsageProblem where they cannot be read."""
    try:
        return compare(open_store(old), open_store(new), bar)
    except (OSError, ValueError, KeyError, EOFError) as error:
        raise UsageProblem(Text(f"结果无法读取：{error}", f"the results cannot be read: {error}")) from error


def _write(found: Comparison, stream: TextIO, output_format: str, language: str, most: int | None) -> None:
    match output_format:
        case "json":
            write_json(found, stream)
        case "csv":
            write_faults(found, stream, language)
        case "markdown":
            title = TITLE.in_language(language)
            write_markdown(title, lead(found, language), tables(found, language, most), stream, language)
        case _:
            write_text(lead(found, language), tables(found, language, most), stream, language)
