"""``govlint rules``: the rules there are."""

from __future__ import annotations

import json

import click

from govlint.cli.help import width
from govlint.registry import load_registry


@click.command("rules", short_help="列出规则 / List the rules.")
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--lang", "language", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
def command(output_format: str, language: str) -> None:
    """列出所有规则：编号、级别、名称、说明。

    List all rules: id, severity, name, summary.
    """
    registry = load_registry()
    rules = registry.rules.values()
    if output_format == "json":
        rows = [
            {
                "id": rule.id,
                "name": rule.name,
                "slug": rule.slug,
                "severity": rule.severity.value,
                "confidence": rule.confidence.value,
                "scope": rule.scope.value,
                "basis": list(rule.basis),
                "plugin": registry.rule_plugins[rule.id],
                "summary": rule.summary._asdict(),
            }
            for rule in rules
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    longest = max(width(rule.name) for rule in rules)
    for rule in rules:
        click.echo(f"{rule.id}  {rule.severity.value:<7}  {rule.name:<{longest}}  {rule.summary.in_language(language)}")
