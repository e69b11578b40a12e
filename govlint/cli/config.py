"""``govlint config``: the configuration that is in force, and its schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from govlint.cli.errors import UsageProblem
from govlint.config.keys import KEYS
from govlint.config.load import Config, ConfigError, find_config, load_config
from govlint.config.schema import config_schema
from govlint.registry import load_registry


@click.group("config", short_help="查看配置 / Show the configuration.")
def command() -> None:
    """查看生效的配置、它来自哪个文件，以及配置的 JSON Schema。

    Show the configuration in force, where it comes from, and its schema.
    """


@command.command("show")
@click.option("--config", "named", metavar="FILE", help="配置文件，缺省时向上查找 / The file; looked for upwards.")
@click.option("--origin", is_flag=True, help="显示每个值来自哪里 / Say where each value comes from.")
def show(named: str | None, origin: bool) -> None:
    """显示生效的配置 / Show the configuration in force."""
    registry = load_registry()
    try:
        path = Path(named) if named else find_config(Path())
        config = load_config(path, registry) if path else Config()
    except ConfigError as error:
        raise UsageProblem(error.text) from error
    if config.path is None:
        click.echo("没有配置文件，全部用缺省值 / no configuration file: all defaults", err=True)
    names = [*KEYS, *(name for name in config.values if name not in KEYS)]
    for name in names:
        given = name in config.values
        if given or origin:
            click.echo(_line(name, config.values.get(name), given, config.path if origin else None))


def _line(name: str, value: Any, given: bool, path: Path | None) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str) if given else "（缺省 / default）"
    source = f"  # {path}" if given and path else ""
    return f"{name} = {text}{source}"


@command.command("schema")
def schema() -> None:
    """输出配置的 JSON Schema，供编辑器使用 / Print the JSON Schema of the configuration, for editors."""
    click.echo(json.dumps(config_schema(load_registry()), ensure_ascii=False, indent=2))
