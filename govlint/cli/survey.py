"""``govlint survey``: what a batch comes to, as an office publishes it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TextIO

import click

from govlint.batch import compare_write, survey_json
from govlint.batch.bulletin import Bulletin, Earlier
from govlint.batch.survey import Survey, survey
from govlint.batch.survey_tables import TITLE, lead, site_table, tables
from govlint.batch.tables import Table, write_csv, write_markdown, write_text
from govlint.cli.bulletins import write_bulletin
from govlint.cli.compare import comparison
from govlint.cli.completion import BULLETINS
from govlint.cli.errors import UsageProblem, cannot_write
from govlint.cli.exit_codes import ExitCode
from govlint.cli.tables import FORMATS, TOP, TOP_OF_BULLETINS, most_rows, open_store, table_options
from govlint.cli.writing import write_table
from govlint.finding import Text
from govlint.registry import Registry, load_registry

_FOR_PROGRAMS = ("json", "csv")


@click.command("survey", short_help="批量检查的汇总和通报 / What a batch comes to; a bulletin.")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--format", "output_format", default="text", show_default=True, metavar="FORMAT", shell_complete=BULLETINS,
    help="输出格式：text、json、csv、markdown；html、docx 为通报 / "
    "Output format: text, json, csv, markdown; html and docx make a bulletin.",
)  # fmt: skip
@table_options
@click.option(
    "--against", "earlier", type=click.Path(path_type=Path), metavar="OLD",
    help="上次批量检查的结果目录，列出两次都有问题的网站 / The batch before: name the repeat offenders.",
)  # fmt: skip
@click.option(
    "--template", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="docx 所用的 Word 模板，可自行编辑 / The Word template for docx; edit it as you like.",
)  # fmt: skip
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
    earlier: Path | None,
    template: Path | None,
    parquet: Path | None,
    plugins: tuple[str, ...],
) -> None:
    """汇总 govlint batch 的结果：各结论的网站数、三类问题、最常见的问题，按地区和类别；或写成通报。

    Sum up the results of govlint batch: sites by verdict, the three classes of faults, the most frequent faults, by
    region and kind. CSV is a row a site. html and docx make the bulletin (通报) that an office publishes of it.

    退出码 / Exit codes: 0 · 2 用法 usage · 4 没有结果 no results · 5 有网站未能检查或尚未检查 some sites have no result
    """
    registry = load_registry(plugins)
    known = [*FORMATS, *(name for name in registry.bulletins if name not in FORMATS)]
    if output_format not in known:
        listed = "、".join(known)
        raise UsageProblem(
            Text(f"没有格式“{output_format}”，可用：{listed}", f"no format “{output_format}”; there are: {listed}")
        )
    if earlier is not None and output_format in _FOR_PROGRAMS:
        raise UsageProblem(
            Text(
                "--against 不用于 json 和 csv，请用 govlint compare",
                "--against is not for json and csv: govlint compare",
            )
        )
    found = survey(open_store(folder), registry.fault_classes)
    for failure in registry.failures:
        click.echo(f"插件出错 / plugin failed: {failure.plugin} {failure.hook}: {failure.error}", err=True)
    before = _earlier(earlier, folder, registry) if earlier is not None else None
    if output_format in FORMATS:
        most = most_rows(top, TOP if output_format == "text" else None)

        def write(stream: TextIO) -> None:
            _write(found, before, stream, output_format, language, most, registry)

        write_table(output_format, output, write, bom=bom)
    else:
        bulletin = Bulletin(found, registry.rules, registry.standards, open_store(folder).findings, before)
        most = most_rows(top, TOP_OF_BULLETINS)
        write_bulletin(registry.bulletins[output_format], bulletin, output, language, most, template)
    if parquet is not None:
        _write_parquet(found, folder, parquet)
    raise click.exceptions.Exit(_exit_code(found))


def _earlier(old: Path, new: Path, registry: Registry) -> Earlier:
    return Earlier(survey(open_store(old), registry.fault_classes), comparison(old, new))


def _write(
    found: Survey, before: Earlier | None, stream: TextIO, output_format: str, language: str, most: int | None,
    registry: Registry,
) -> None:  # fmt: skip
    match output_format:
        case "json":
            survey_json.write(found, stream)
        case "csv":
            write_csv(site_table(found, language), stream)
        case _:
            lines = [*lead(found, language), *(compare_write.lead(before.comparison, language) if before else ())]
            summed = tables(found, registry.rules, language, most, registry.standards)
            shown = chain(summed, _compared(before, language, most))
            if output_format == "markdown":
                write_markdown(TITLE.in_language(language), lines, shown, stream, language)
            else:
                write_text(lines, shown, stream, language)


def _compared(before: Earlier | None, language: str, most: int | None) -> Iterator[Table]:
    if before is not None:
        yield from compare_write.tables(before.comparison, language, most)


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
