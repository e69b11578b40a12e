"""``govlint plugins``: the plugins that are loaded, and those that failed."""

from __future__ import annotations

import click

from govlint.cli.exit_codes import ExitCode
from govlint.registry import Registry, load_registry


@click.command("plugins", short_help="列出插件 / List the plugins.")
@click.option("--plugin", "extra", multiple=True, metavar="MODULE", help="另外加载的插件模块 / Load this plugin too.")
def command(extra: tuple[str, ...]) -> None:
    """列出已加载的插件：名称、版本、所用的钩子；加载失败的也列出（退出码 3）。

    List the plugins with versions and hooks, and those that failed (exit code 3).
    """
    registry = load_registry(tuple(extra))
    ask_all(registry)
    for info in registry.infos:
        version = f"{info.distribution} {info.version}".strip()
        click.echo(f"{info.name}  ({version})  {', '.join(info.hooks)}")
    for failure in registry.failures:
        click.echo(f"失败 / failed: {failure.plugin}: {failure.hook}: {failure.error}", err=True)
    if registry.failures:
        raise click.exceptions.Exit(ExitCode.FAILED)


def ask_all(registry: Registry) -> None:
    """Ask every hook once, so that what fails only when asked is known too."""
    _ = (
        registry.rules,
        registry.standards,
        registry.vocabulary,
        registry.sources,
        registry.dialects,
        registry.reporters,
        registry.redactors,
        registry.fault_classes,
        registry.bulletins,
        registry.page_facts,
    )
