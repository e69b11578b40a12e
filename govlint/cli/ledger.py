"""``govlint ledger``: what offices return, held against the site as it is now."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from govlint.cli.errors import UsageProblem
from govlint.cli.exit_codes import ExitCode
from govlint.cli.language import language as spoken
from govlint.cli.language import language_option
from govlint.cli.options import settings_options
from govlint.cli.setup import prepare
from govlint.cli.targets import open_targets
from govlint.cli.workers import workers
from govlint.finding import Finding, Text
from govlint.lint.engine import run
from govlint.lint.result import Result
from govlint.lint.settings import SettingsError
from govlint.registry import Registry
from govlint.report.build import build_report
from govlint.report.ledger import Check, Checked, LedgerCheck, check_ledger
from govlint.report.model import Report
from govlint.report.reporter import CannotReport, LedgerRow

_HEADS = {
    Check.NOT_MENDED: Text("标为已整改，实际没有整改", "Said to be mended, and not"),
    Check.HIDDEN: Text(
        "标为已整改，实际只是被抑制或列入基线", "Said to be mended, and only suppressed or in a baseline"
    ),
    Check.REVIEW: Text("标为已整改，须人工核实", "Said to be mended, for a person to review"),
    Check.UNKNOWN: Text("标为已整改，这次无法判断", "Said to be mended, and this run cannot tell"),
    Check.PAGE_GONE: Text(
        "页面已删除，请确认是否应当删除", "Page gone: a person should say whether it was meant to go"
    ),
    Check.MENDED: Text("标为已整改，确已整改", "Said to be mended, and is"),
    Check.GONE: Text("没有标为已整改，但已不再出现", "Not said to be mended, and gone"),
    Check.OPEN: Text("尚未整改", "Still open"),
}
_NEW = Text("台账中没有的新问题", "New, not in the ledger")
_UNDONE = (Check.NOT_MENDED, Check.HIDDEN)


@click.group("ledger", short_help="核对交回的整改台账 / Check a returned ledger.")
def command() -> None:
    """整改台账：由 govlint check --format xlsx=台账.xlsx 生成，填写后交回核对。

    The ledger that “govlint check --format xlsx=FILE” makes, filled in and returned.
    """


@command.command("check")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@click.argument("path", metavar="PATH")
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@language_option()
@settings_options
def check(file: Path, path: str, output_format: str, language: str | None, **chosen: Any) -> None:
    """重新检查网站 PATH，核对台账 FILE：标为“已整改”的是否真的整改，有哪些新问题。

    Lint PATH again and hold the ledger FILE against it: which rows marked 已整改 are mended, and what is new.

    退出码 / Exit codes: 0 标为已整改的都已整改 all true · 1 有的没有整改 some are not · 2 用法 usage ·
    3 规则或插件出错 failed · 4 没有可检查的内容 nothing to lint
    """
    _, settings, registry = prepare(chosen)
    rows = _rows(file, registry)
    (source,) = open_targets([path], settings, registry, "stdin.html")
    try:
        with workers(0, source.whole_site) as executor:
            result = run(source, settings, registry, executor=executor)
    except SettingsError as error:
        raise UsageProblem(str(error)) from error
    report = build_report(result, registry, ExitCode.CLEAN)
    complete = result.whole_site and not settings.partial
    checked = check_ledger(rows, report, complete=complete, files=result.site.facts.files if result.site else None)
    if output_format == "json":
        click.echo(json.dumps(_value(checked), ensure_ascii=False, indent=2))
    else:
        for line in _lines(checked, report, spoken(language)):
            click.echo(line)
    raise click.exceptions.Exit(_exit_code(result, checked))


def _rows(file: Path, registry: Registry) -> list[LedgerRow]:
    """Return the rows of *file*, read by the first reporter that can read ledgers back."""
    if not file.is_file():
        raise UsageProblem(Text(f"没有文件“{file}”", f"there is no file “{file}”"))
    readers = [reporter.read_back for reporter in registry.reporters.values() if reporter.read_back is not None]
    if not readers:
        raise UsageProblem(Text("没有能读取台账的插件", "no plugin can read ledgers"))
    try:
        return list(readers[0](file))
    except CannotReport as error:
        raise UsageProblem(error.text) from error


def _exit_code(result: Result, checked: LedgerCheck) -> ExitCode:
    if result.broken:
        return ExitCode.FAILED
    if not result.pages:
        return ExitCode.NOTHING
    return ExitCode.FINDINGS if any(checked.of(check) for check in _UNDONE) else ExitCode.CLEAN


def _lines(checked: LedgerCheck, report: Report, language: str) -> Iterator[str]:
    for check, head in _HEADS.items():
        found = checked.of(check)
        if not found:
            continue
        yield f"{head.in_language(language)}  {len(found)}"
        for row in found if check is not Check.OPEN else ():
            yield _line(row, report, language)
        yield ""
    if checked.new:
        yield f"{_NEW.in_language(language)}  {len(checked.new)}"
        yield from (f"  {_where(finding, report)}  {finding.rule_id}  {finding.message.in_language(language)}"
                    for finding in checked.new)  # fmt: skip
        yield ""
    total = Text(f"台账共 {len(checked.rows)} 行。", f"{len(checked.rows)} rows in the ledger.")
    yield total.in_language(language)


def _line(row: Checked, report: Report, language: str) -> str:
    number = f"#{row.row.number}" if row.row.number else ""
    where = _where(row.finding, report) if row.finding else report.prefix + row.row.page
    said = row.finding.message.in_language(language) if row.finding else row.row.message
    return "  " + "  ".join(filter(None, (number, where, row.row.rule_id, said)))


def _where(finding: Finding, report: Report) -> str:
    place = finding.location
    path = report.prefix + (place.path or report.home)
    return f"{path}:{place.region.start_line}:{place.region.start_column}" if place.region else path


def _value(checked: LedgerCheck) -> dict[str, Any]:
    return {
        "rows": [
            {
                "number": one.row.number,
                "ruleId": one.row.rule_id,
                "state": one.row.state,
                "check": one.check.value,
                "path": one.finding.location.path if one.finding else None,
                "message": one.finding.message.zh if one.finding else one.row.message,
            }
            for one in checked.rows
        ],
        "new": [
            {"ruleId": one.rule_id, "path": one.location.path, "message": one.message.zh, "key": one.key}
            for one in checked.new
        ],
    }
