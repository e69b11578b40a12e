"""``govlint score``: the scorecard of a site by an official table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from govlint.cli.errors import UsageProblem
from govlint.cli.exit_codes import ExitCode
from govlint.cli.language import language as spoken
from govlint.cli.language import language_option
from govlint.cli.one_site import lint_site
from govlint.cli.options import settings_options
from govlint.cli.writing import write_table
from govlint.finding import Text
from govlint.lint.result import Result
from govlint.score.card import Outcome, ScoreCard
from govlint.score.compute import score

Writer = Callable[..., None]

_MOST_SAID = 3
"""How many of the rules and plugins that failed are named; the card says which rows they leave open."""


@click.command("score", short_help="按官方评分表记分 / Score a site by an official table.")
@click.argument("path", metavar="PATH")
@settings_options
@click.option(
    "--no-services", is_flag=True,
    help="单位没有对外服务职能：办事服务不计，其余折算 / The organ serves no public: leave services out.",
)  # fmt: skip
@click.option(
    "-j", "--jobs", type=click.IntRange(min=0), default=0, show_default=True, metavar="N",
    help="并行进程数，0 为自动 / Worker processes, 0 for as many as pay off.",
)  # fmt: skip
@click.option(
    "--format", "output_format", type=click.Choice(["text", "json", "csv", "markdown"]), default="text",
    show_default=True, help="输出格式 / Output format.",
)  # fmt: skip
@click.option("--bom", is_flag=True, help="CSV 以 BOM 开头，供 Excel 打开 / Start CSV with a BOM, for Excel.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="写入文件，代替标准输出 / Write to FILE instead of standard output.",
)  # fmt: skip
@language_option()
def command(
    path: str,
    no_services: bool,
    jobs: int,
    output_format: str,
    bom: bool,
    output: Path | None,
    language: str | None,
    **chosen: Any,
) -> None:
    """按官方评分表逐行记分：先看单项否决，再列各行的扣分和依据。文件不能判定的行注明原因，总分因此是一个区间。

    缺省采用判定日期施行的评分表；用 --standard 指名的标准没有分值的，也逐行列出。

    Score a site row by row: vetoes first, then what each row loses and why. Rows that files cannot decide say the
    reason, so the total is an interval. Without --standard it is the table in force on the day.

    退出码 / Exit codes: 0 没有判为不合格 not found unqualified · 1 不合格 unqualified · 2 用法或配置 usage ·
    3 规则或插件出错 failed · 4 没有可检查的内容 nothing to lint
    """
    setup, result, _ = lint_site(path, chosen, jobs)
    cards = _cards(result, named=bool(setup.settings.standards), no_services=no_services)
    write = partial(_writer(output_format), cards, language=spoken(language, setup.config))
    write_table(output_format, output, write, bom=bom)
    raise click.exceptions.Exit(_exit_code(result, cards))


def _cards(result: Result, *, named: bool, no_services: bool) -> list[ScoreCard]:
    """Return a card for each standard of the run, only for those that give points where none was *named*."""
    wanted = [standard for standard in result.standards if named or standard.scoring is not None]
    if not wanted:
        day = result.clock.day
        raise UsageProblem(
            Text(
                f"{day} 没有施行中的评分表，请用 --standard 指定",
                f"no scoring table is in force on {day}; name one with --standard",
            )
        )
    return [score(result, standard, no_services=no_services) for standard in wanted]


def _exit_code(result: Result, cards: Sequence[ScoreCard]) -> ExitCode:
    if result.broken:
        for broken in result.broken[:_MOST_SAID]:
            name = broken.rule_id or broken.plugin
            text = Text(f"“{name}”出错：{broken.error}", f"“{name}” failed: {broken.error}")
            click.echo(f"{text.zh} / {text.en}", err=True)
        return ExitCode.FAILED
    unqualified = any(card.outcome is Outcome.UNQUALIFIED for card in cards)
    return ExitCode.FINDINGS if unqualified else ExitCode.CLEAN


def _writer(output_format: str) -> Writer:
    """Return the function that writes cards in a format, importing no other format's."""
    match output_format:
        case "json":
            from govlint.report.score_json import write
        case "csv":
            from govlint.report.score_table import write_csv as write
        case "markdown":
            from govlint.report.score_table import write_markdown as write
        case _:
            from govlint.report.score_text import write
    return write
