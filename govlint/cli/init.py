"""``govlint init``: a commented configuration for a site, with what can be guessed filled in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from govlint.cli.errors import UsageProblem, cannot_write
from govlint.config.keys import KEYS
from govlint.config.load import OWN_NAME
from govlint.finding import Text
from govlint.lint.engine import run
from govlint.lint.settings import Settings
from govlint.registry import load_registry
from govlint.source.directory import open_folder
from govlint.source.model import SourceError


@click.command("init", short_help="生成配置文件 / Write a configuration.")
@click.argument("folder", default=".", metavar="[DIR]")
@click.option("-o", "--output", default=OWN_NAME, show_default=True, metavar="FILE")
@click.option("--force", is_flag=True, help="覆盖已有文件 / Overwrite a file that is there.")
def command(folder: str, output: str, force: bool) -> None:
    """看一遍网站目录，猜测网站类别、域名和首页，写出带注释的 govlint.toml。

    Look at the folder of a site, guess its kind, hosts and home page, and write a commented govlint.toml.
    """
    target = Path(output)
    if target.exists() and not force:
        raise UsageProblem(Text(f"“{output}”已存在，用 --force 覆盖", f"“{output}” exists; --force overwrites it"))
    try:
        source = open_folder(Path(folder))
    except SourceError as error:
        raise UsageProblem(error.text) from error
    registry = load_registry()
    result = run(source, Settings(select=("GOV0004",)), registry)
    guessed: dict[str, tuple[str, str]] = {}
    if result.site is not None:
        guessed["site-kind"] = (f'"{result.kind.kind}"', result.kind.reason)
        if hosts := sorted(result.site.hosts):
            guessed["hosts"] = (str(hosts).replace("'", '"'), "seen in the pages")
        if result.home.path:
            guessed["home"] = (f'"{result.home.path}"', result.home.how)
        guessed["standards"] = (str([standard.id for standard in result.standards]).replace("'", '"'), "default")
    try:
        target.write_text("\n".join(_lines(guessed)) + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageProblem(cannot_write(output, error)) from error
    click.echo(f"→ {target}")


def _lines(guessed: dict[str, tuple[str, str]]) -> Iterator[str]:
    """Yield the lines of the file: what was guessed is set, everything else stands as a comment."""
    yield "# govlint 的配置，见 govlint config schema / The configuration of govlint"
    for name, key in KEYS.items():
        yield ""
        yield f"# {key.meaning.zh} / {key.meaning.en}"
        if name in guessed:
            value, reason = guessed[name]
            yield f"{name} = {value}  # 猜测，依据 / guessed from: {reason}"
        else:
            yield f"# {name} = {key.sample}"
    yield ""
    yield "# 按规则设置级别（error、warning、note、off）和选项 / severity and options by rule"
    yield "# [rules.GOV1002]"
    yield '# severity = "error"'
    yield ""
    yield "# 按路径改变规则 / rules by path"
    yield "# [[overrides]]"
    yield '# paths = ["archive/"]'
    yield '# ignore = ["GOV4001"]'
