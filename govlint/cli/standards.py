"""``govlint standards``: the standards there are, and what each demands."""

from __future__ import annotations

from collections.abc import Iterator

import click

from govlint.cli.errors import UsageProblem
from govlint.registry import load_registry
from govlint.standard.load import StandardError, resolve
from govlint.standard.model import SITE_KINDS, Standard

_CONFIDENCE = {
    "verified": "",
    "single": "（一个来源 / one source）",
    "observed": "（据实际页面 / observed）",
    "unverified": "（未核实 / unverified）",
}


@click.command("standards", short_help="列出标准 / List the standards.")
@click.argument("names", nargs=-1, metavar="[ID]...")
@click.option("--lang", "language", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
def command(names: tuple[str, ...], language: str) -> None:
    """列出可用的标准；给出编号时显示其全部要求，未核实的数字会注明。

    List the standards; with an ID, show all its demands. Unverified figures say so.
    """
    registry = load_registry()
    if not names:
        for standard in registry.standards.values():
            issued = standard.source.issued.isoformat() if standard.source.issued else ""
            click.echo(f"{standard.id:<20}  {standard.source.number}  {issued}  {standard.title.in_language(language)}")
        return
    try:
        found = resolve(registry.standards.values(), names)
    except StandardError as error:
        raise UsageProblem(str(error)) from error
    for standard in found:
        for line in _lines(standard, language):
            click.echo(line)


def _lines(standard: Standard, language: str) -> Iterator[str]:
    source = standard.source
    yield f"{standard.id}  {standard.title.in_language(language)}"
    yield f"  {source.number}  {source.url}".rstrip() + _CONFIDENCE.get(source.confidence, "")
    for demand in standard.columns:
        kinds = "" if set(demand.kinds) == set(SITE_KINDS) else f" [{', '.join(demand.kinds)}]"
        yield f"  栏目 / column: {demand.name.in_language(language)}{kinds}{_CONFIDENCE.get(demand.confidence, '')}"
    for document in standard.documents:
        yield f"  文件 / document: {document.name.in_language(language)}{_CONFIDENCE.get(document.confidence, '')}"
    for row in standard.rows:
        points = "否决 / veto" if row.veto else "" if row.points is None else f"{row.points:g}"
        cap = f" ≤{row.cap:g}" if row.cap is not None else ""
        rules = (
            ", ".join(row.rules) if row.rules else (row.open_reason.in_language(language) if row.open_reason else "")
        )
        sure = _CONFIDENCE.get(row.confidence, "")
        yield f"  {row.id}: {row.title.in_language(language)} [{points}{cap}] {rules}{sure}"
