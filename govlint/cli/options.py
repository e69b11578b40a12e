"""The options that several commands share; ``govlint.cli.setup`` makes settings of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from govlint.cli.completion import FORMATS, RULES, STANDARDS
from govlint.cli.language import language_option
from govlint.report.reporter import CORE_REPORTERS
from govlint.standard.kinds import SITE_KINDS

Command = TypeVar("Command", bound=Callable[..., Any])

_FORMATS = "、".join(reporter.name for reporter in CORE_REPORTERS)
DAY = click.DateTime(formats=["%Y-%m-%d"])

_SETTINGS = (
    click.option("--config", metavar="FILE", help="配置文件，缺省时向上查找 / The configuration; looked for upwards."),
    click.option("--no-config", is_flag=True, help="不读配置文件 / Read no configuration."),
    click.option(
        "--standard", "standards", multiple=True, metavar="ID|FILE", shell_complete=STANDARDS,
        help="采用的标准（可多个；.json 为自己的文件） / Standards to apply, repeatable; a .json file is your own.",
    ),
    click.option(
        "--site-kind", type=click.Choice(SITE_KINDS), default=None,
        help="网站类别：门户、部门、县级部门；缺省时猜测 / The kind of site; guessed where not told.",
    ),
    click.option(
        "--as-of", type=DAY, metavar="YYYY-MM-DD",
        help="以哪一天为准判断更新 / The day the site is judged on.",
    ),
    click.option(
        "--base-url", metavar="URL",
        help="网站首页的地址，可带路径 / The address of the site's home page, with its path.",
    ),
    click.option(
        "--host", "hosts", multiple=True, metavar="HOST",
        help="网站自己的域名，可多个 / The site's own hosts.",
    ),
    click.option(
        "--home", metavar="PATH",
        help="首页文件，相对检查目录 / The home page, relative to the folder.",
    ),
    click.option(
        "--encoding", metavar="LABEL",
        help="强制采用的编码 / The encoding to force on every page.",
    ),
    click.option(
        "--partial", is_flag=True,
        help="导出不完整，不判断缺失 / The export is partial: call nothing missing.",
    ),
    click.option(
        "--page-seconds", type=click.FloatRange(min=0), default=None, metavar="SECONDS",
        help="每页最多用多少 CPU 秒，0 为不限，缺省 20 / CPU seconds a page may take, 0 for no end; 20 if not told.",
    ),
    click.option(
        "--dialect", "dialects", multiple=True, metavar="NAME",
        help="模板方言（如 trs），可多个；none 为不是模板；缺省时识别 / Template dialects, or none; recognised.",
    ),
    click.option(
        "--select", multiple=True, metavar="RULE", shell_complete=RULES,
        help="只运行这些规则：编号、前缀或名称 / Run only these rules.",
    ),
    click.option(
        "--ignore", multiple=True, metavar="RULE", shell_complete=RULES,
        help="不运行这些规则 / Leave these rules out.",
    ),
    click.option(
        "--plugin", "plugins", multiple=True, metavar="MODULE",
        help="另外加载的插件模块 / Load this plugin too.",
    ),
    click.option(
        "--no-plugin", "disabled", multiple=True, metavar="NAME",
        help="不加载的插件 / Do not load this plugin.",
    ),
)  # fmt: skip

_OUTPUT = (
    click.option(
        "--format", "formats", multiple=True, metavar="FORMAT[=FILE]", shell_complete=FORMATS,
        help=f"输出格式，可多个：{_FORMATS} / Output formats, repeatable; “=FILE” writes to a file.",
    ),
    click.option(
        "-o", "--output", metavar="FILE",
        help="写入文件，代替标准输出 / Write to FILE instead of standard output.",
    ),
    language_option(),
    click.option(
        "--sarif-profile", type=click.Choice(["full", "github"]),
        help="SARIF 的内容：full 全部（缺省），github 只有问题 / What SARIF holds: all (full), faults alone (github).",
    ),
    click.option(
        "--sarif-fingerprints", type=click.Choice(["line", "logical"]), default="line", show_default=True,
        help="GitHub 用的指纹：按行，或按问题（页面只有一行时） / GitHub's fingerprints: by line, or by fault.",
    ),
    click.option(
        "--sarif-provenance", is_flag=True,
        help="在 SARIF 中写明代码仓库和提交 / Name repository and commit in SARIF.",
    ),
)  # fmt: skip


def settings_options(command: Command) -> Command:
    """Add the options that become Settings."""
    for option in reversed(_SETTINGS):
        command = option(command)
    return command


def output_options(command: Command) -> Command:
    """Add the options that say which reports go where."""
    for option in reversed(_OUTPUT):
        command = option(command)
    return command
