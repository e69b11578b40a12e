"""``govlint standards``: the standards there are, and what each demands."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import click

from govlint.cli.completion import STANDARDS
from govlint.cli.errors import UsageProblem
from govlint.cli.help import width
from govlint.cli.language import language_option
from govlint.cli.standard_page import kinds, page, validity
from govlint.finding import Text
from govlint.registry import load_registry
from govlint.standard.dump import dump
from govlint.standard.load import StandardError, resolve
from govlint.standard.model import Standard


@click.command("standards", short_help="列出标准 / List the standards.")
@click.argument("names", nargs=-1, metavar="[ID]...", shell_complete=STANDARDS)
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@language_option(by_locale=True)
def command(names: tuple[str, ...], output_format: str, language: str) -> None:
    """列出可用的标准；给出编号时逐行显示其要求：分值、上限、否决、由哪些规则判定或为什么不能判定。未核实的数字会注明。

    单个标准的 JSON 就是标准文件的格式，可以存成文件，改成自己的标准。

    List the standards; with an ID, show its rows: points, caps, vetoes, the rules that decide each or why none can.
    The JSON of one standard has the form of a standard file: save it to make your own of it.
    """
    registry = load_registry()
    try:
        found = resolve(registry.standards.values(), names or registry.standards)
    except StandardError as error:
        raise UsageProblem(str(error)) from error
    if output_format == "json":
        data: object = [_summary(standard) for standard in found] if not names else [dump(one) for one in found]
        if len(names) == 1:
            data = dump(found[0])
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    elif names:
        click.echo("\n\n".join("\n".join(page(standard, language)) for standard in found))
    else:
        for line in _table(found, language):
            click.echo(line)


def _summary(standard: Standard) -> dict[str, object]:
    return {
        "id": standard.id,
        "title": standard.title._asdict(),
        "number": standard.source.number,
        "issued": standard.source.issued.isoformat() if standard.source.issued else None,
        "validFrom": standard.valid_from.isoformat() if standard.valid_from else None,
        "validTo": standard.valid_to.isoformat() if standard.valid_to else None,
        "kinds": list(standard.kinds),
        "default": standard.default,
        "scored": standard.scoring is not None,
        "rows": len(standard.rows),
        "confidence": standard.source.confidence,
    }


def _table(standards: Iterable[Standard], language: str) -> list[str]:
    heads = (
        Text("编号", "id"),
        Text("文号", "document"),
        Text("施行期", "in force"),
        Text("网站", "sites"),
        Text("采用", "taken up"),
        Text("评分", "points"),
        Text("名称", "title"),
    )
    rows = [[head.in_language(language) for head in heads]]
    rows += [[cell.in_language(language) for cell in _cells(standard)] for standard in standards]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return [_line(row, widths) for row in rows]


def _cells(standard: Standard) -> tuple[Text, ...]:
    scoring = standard.scoring
    return (
        Text(standard.id, standard.id),
        Text(standard.source.number or "-", standard.source.number or "-"),
        validity(standard),
        kinds(standard.kinds),
        Text("缺省", "by default") if standard.default else Text("点名", "by name"),
        Text(f"{scoring.base:g} 分", f"{scoring.base:g}") if scoring else Text("-", "-"),
        standard.title,
    )


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (wide - width(cell)) for cell, wide in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()
