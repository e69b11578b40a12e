"""``govlint survey``: what a batch comes to, as an office publishes it."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

import click

from govlint.batch import survey_json
from govlint.batch.survey import Survey, survey
from govlint.batch.survey_tables import TITLE, lead, site_table, tables
from govlint.batch.tables import write_csv, write_markdown, write_text
from govlint.cli.errors import UsageProblem, cannot_write
from govlint.cli.exit_codes import ExitCode
from govlint.cli.tables import most_rows, open_store, table_options, write_to
from govlint.registry import load_registry


@click.command("survey", short_help="批量检查的汇总 / What a batch comes to.")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@table_options
@click.option(
    "--parquet", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="另将全部问题写成 Parquet（需要 govlint[batch]） / Also write all findings as Parquet (govlint[batch]).",
)  # fmt: skip
@click.option(
    "--plugin", "plugins", multiple=True, metavar="MODULE",
    help="另外加载的插件模块（规则名称、问题分类） / Load this plugin too, for its rules and classes of faults.",
)  # fmt: skip
def command(
    folder: Path,
    output_format: str,
    top: int | None,
    bom: bool,
    output: Path | None,
    language: str,
    parquet: Path | None,
    plugins: tuple[str, ...],
) -> None:
    """汇总 govlint batch 的结果：各结论的网站数、三类问题、最常见的问题，按地区和类别。

    Sum up the results of govlint batch: sites by verdict, the three classes of faults, the most frequent faults, by
    region and kind. CSV is a row a site.

    退出码 / Exit codes: 0 · 2 用法 usage · 4 没有结果 no results · 5 有网站未能检查或尚未检查 some sites have no result
    """
    registry = load_registry(plugins)
    found = survey(open_store(folder), registry.fault_classes)

    def write(stream: TextIO) -> None:
        _write(found, stream, output_format, language, most_rows(top, output_format), plugins)

    write_to(output, output_format, bom, write)
    if parquet is not None:
        _write_parquet(found, folder, parquet)
    raise click.exceptions.Exit(_exit_code(found))


def _write(
    found: Survey, stream: TextIO, output_format: str, language: str, most: int | None, plugins: tuple[str, ...]
) -> None:
    rules = load_registry(plugins).rules
    match output_format:
        case "json":
            survey_json.write(found, stream)
        case "csv":
            write_csv(site_table(found, language), stream)
        case "markdown":
            title = TITLE.in_language(language)
            write_markdown(title, lead(found, language), tables(found, rules, language, most), stream, language)
        case _:
            write_text(lead(found, language), tables(found, rules, language, most), stream, language)


def _write_parquet(found: Survey, folder: Path, file: Path) -> None:
    from govlint.batch.parquet import NoDuckDB, write_parquet

    try:
        write_parquet(open_store(folder), found, file)
    except NoDuckDB as error:
        raise UsageProblem(error.text) from error
    except OSError as error:
        raise UsageProblem(cannot_write(str(file), error)) from error
    click.echo(f"parquet → {file}", err=True)


def _exit_code(found: Survey) -> ExitCode:
    inspected = sum(site.inspected for site in found.sites)
    if not inspected:
        return ExitCode.NOTHING
    return ExitCode.CLEAN if inspected == len(found.sites) else ExitCode.UNREAD
