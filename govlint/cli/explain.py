"""``govlint explain``: one rule in full."""

from __future__ import annotations

import click

from govlint.cli.completion import RULES
from govlint.cli.errors import UsageProblem
from govlint.lint.rule_page import rule_page
from govlint.lint.selection import select
from govlint.lint.settings import SettingsError
from govlint.registry import load_registry


@click.command("explain", short_help="说明一条规则 / Explain a rule.")
@click.argument("names", nargs=-1, required=True, metavar="RULE...", shell_complete=RULES)
def command(names: tuple[str, ...]) -> None:
    """说明规则查什么、为什么、怎么改，附正反例。RULE 是编号（GOV1002）或名称（blank-column）。

    Say what a rule looks for, why, and how to mend it, with examples.
    """
    registry = load_registry()
    try:
        pages = [
            rule_page(rule)
            for name in names
            for rule in select(registry.rules, [name], []).values()
            if not rule.id.startswith("GOV0")
            or name.upper().startswith("GOV0")
            or name.lower() in (rule.slug, rule.name.lower())
        ]
    except SettingsError as error:
        raise UsageProblem(str(error)) from error
    click.echo("\n".join(pages), nl=False)
