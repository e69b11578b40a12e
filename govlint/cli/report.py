"""``govlint report``: stored JSON reports written in any other format."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from govlint.cli.errors import UsageProblem
from govlint.cli.language import language as spoken
from govlint.cli.language import language_option
from govlint.cli.outputs import plan_outputs, write_report
from govlint.finding import Text
from govlint.registry import load_registry
from govlint.report.model import Report


@click.command("report", short_help="由已存的 JSON 结果生成报告 / Make reports of stored results.")
@click.argument("results", nargs=-1, required=True, metavar="RESULT...", type=click.Path(path_type=Path))
@click.option(
    "--format", "formats", multiple=True, required=True, metavar="FORMAT[=FILE]",
    help="输出格式，可多个 / Output formats, repeatable: html, xlsx, docx, text …",
)  # fmt: skip
@click.option("-o", "--output", metavar="FILE", help="写入文件，代替标准输出 / Write to FILE.")
@click.option(
    "--template", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="docx 所用的 Word 模板，可自行编辑 / The Word template for docx; edit it as you like.",
)  # fmt: skip
@click.option("--plugin", "plugins", multiple=True, metavar="MODULE", help="另外加载的插件模块 / Load this plugin too.")
@language_option()
def command(
    results: tuple[Path, ...],
    formats: tuple[str, ...],
    output: str | None,
    template: Path | None,
    plugins: tuple[str, ...],
    language: str | None,
) -> None:
    """由 govlint check --format json 存下的结果生成网页、台账或 Word 报告，不再检查网站。

    同一网站几个日期的结果合为一份，显示问题的变化。

    Make a page, a ledger or a Word report of results that “govlint check --format json” stored; nothing is linted.
    Results of one site on several days become one report that shows how its faults changed.
    """
    registry = load_registry(plugins)
    plan = plan_outputs(formats, output, registry)
    reports = [report for path in results for report in read(path)]
    for name, file in plan:
        options: dict[str, Any] = {"template": template} if template is not None and name == "docx" else {}
        write_report(registry.reporters[name], file, reports, spoken(language), **options)


def read(path: Path) -> list[Report]:
    """Return the reports in the file *path*; raises UsageProblem where it cannot be read or holds none."""
    from govlint.report.read import ReadError, read_reports

    try:
        return read_reports(path.read_bytes())
    except OSError as error:
        raise UsageProblem(
            Text(f"无法读取“{path}”：{error.strerror}", f"cannot read “{path}”: {error.strerror}")
        ) from error
    except ReadError as error:
        raise UsageProblem(Text(f"“{path}”：{error.text.zh}", f"“{path}”: {error.text.en}")) from error
