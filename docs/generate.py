"""Writes what of the documentation is made from the program itself.

::

    python docs/generate.py

A test compares what stands here with what would be written (``tests/house/test_documented.py``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from govlint.cli import cli
from govlint.cli.options import settings_options
from govlint.config.page import configuration_page
from govlint.config.schema import config_schema
from govlint.lint.rule_page import rule_page
from govlint.registry import load_registry

ROOT = Path(__file__).resolve().parents[1]
WIDE = 1000
"""So that no help text is broken into lines."""


def generated() -> dict[str, str]:
    """Return the text of each generated file by its path in the repository."""
    registry = load_registry()
    rules = registry.rules
    schema = json.dumps(config_schema(registry), ensure_ascii=False, indent=2)
    return {
        "docs/commands.md": commands_page(),
        "docs/configuration.md": configuration_page(),
        "docs/rules.md": rules_page(),
        "schemas/config.schema.json": f"{schema}\n",
        **{f"docs/rules/{rule_id}.md": rule_page(rule) for rule_id, rule in rules.items()},
    }


def rules_page() -> str:
    """Return the list of all rules."""
    lines = ["# 规则 / Rules", "", "| | 级别 / severity | 名称 / name | |", "|---|---|---|---|"]
    for rule in load_registry().rules.values():
        words = f"{rule.summary.zh}<br>{rule.summary.en}".replace("|", "\\|")
        lines.append(f"| [{rule.id}](rules/{rule.id}.md) | {rule.severity.value} | `{rule.slug}` | {words} |")
    return "\n".join(lines) + "\n"


def commands_page() -> str:
    """Return the reference of the command line: every command with its options, and every format."""
    lines = ["# 命令 / Commands", "", "由 `--help` 生成 / made from `--help`.", ""]
    with click.Context(cli, info_name="govlint", terminal_width=WIDE) as context:
        lines += _table(cli.get_params(context), context)
        for name, command in _inner(cli, context):
            lines += _command(command, name, context, "##")
        lines += ["## 共用选项 / Shared options", ""]
        lines += _table(_shared().params, context)
    lines += ["## 格式 / Formats", "", "| `--format` | |", "|---|---|"]
    for reporter in load_registry().reporters.values():
        lines.append(f"| `{reporter.name}` | {reporter.summary.zh} / {reporter.summary.en} |")
    return "\n".join(lines) + "\n"


def _command(command: click.Command, name: str, parent: click.Context, heading: str) -> Iterator[str]:
    with click.Context(command, info_name=name, parent=parent, terminal_width=WIDE) as context:
        usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
        yield from (f"{heading} `{context.command_path}`", "", f"`{usage}`", "", _paragraphs(command.help or ""), "")
        shared = {parameter.name for parameter in _shared().params}
        own = [parameter for parameter in command.get_params(context) if parameter.name not in shared]
        yield from _table(own, context)
        if shared <= {parameter.name for parameter in command.params}:
            yield from ("以及[共用选项](#共用选项--shared-options) / and the shared options.", "")
        if isinstance(command, click.Group):
            for inner, found in _inner(command, context):
                yield from _command(found, inner, context, f"{heading}#")


def _shared() -> click.Command:
    """Return a command with nothing but the options that many commands share."""

    @click.command()
    @settings_options
    def shared(**_chosen: object) -> None:
        """Do nothing."""

    return shared


def _table(parameters: Iterable[click.Parameter], context: click.Context) -> Iterator[str]:
    """Yield what options mean, one a row; arguments say nothing of themselves."""
    records = [
        record
        for parameter in parameters
        if isinstance(parameter, click.Option)
        and "--help" not in parameter.opts
        and (record := parameter.get_help_record(context))
    ]
    if records:
        yield from ("| | |", "|---|---|")
        for term, meaning in records:
            yield f"| `{_cell(term)}` | {_cell(' '.join(meaning.split()))} |"
        yield ""


def _inner(group: click.Group, context: click.Context) -> Iterator[tuple[str, click.Command]]:
    for name in group.list_commands(context):
        if (command := group.get_command(context, name)) is not None:
            yield name, command


def _paragraphs(text: str) -> str:
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def main() -> None:
    """Write every generated file, and take away pages of rules that are no more."""
    files = generated()
    for path in (ROOT / "docs" / "rules").glob("*.md"):
        if path.relative_to(ROOT).as_posix() not in files:
            path.unlink()
    for name, text in files.items():
        (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / name).write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{len(files)} → {ROOT}")


if __name__ == "__main__":
    main()
