"""``govlint rules``: the rules there are."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path

import click

from govlint.cli.help import width
from govlint.cli.language import language_option
from govlint.lint.rule import Rule
from govlint.lint.rule_page import rule_page
from govlint.registry import load_registry


@click.command("rules", short_help="列出规则 / List the rules.")
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@language_option(by_locale=True)
@click.option(
    "--write", "folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
    help="把每条规则写成一页 Markdown / Write a page of Markdown for each rule.",
)  # fmt: skip
def command(output_format: str, language: str, folder: Path | None) -> None:
    """列出所有规则：编号、级别、名称、说明。

    List all rules: id, severity, name, summary.
    """
    registry = load_registry()
    rules = registry.rules.values()
    if folder is not None:
        _write_pages(rules, folder)
        return
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


def _write_pages(rules: Collection[Rule], folder: Path) -> None:
    """Write the page of each rule to *folder*, and take away pages of rules that are no more."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("GOV*.md"):
        if path.stem not in {rule.id for rule in rules}:
            path.unlink()
    for rule in rules:
        (folder / f"{rule.id}.md").write_text(rule_page(rule), encoding="utf-8", newline="\n")
    click.echo(f"{len(rules)} → {folder}")
