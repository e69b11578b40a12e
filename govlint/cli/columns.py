"""``govlint columns``: the column tree as govlint sees it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import click

from govlint.cli.help import width
from govlint.cli.language import language_option
from govlint.cli.one_site import lint_site
from govlint.cli.options import settings_options
from govlint.finding import Text
from govlint.site.model import Column, ColumnState

STATES = {
    ColumnState.FILLED: Text("有内容", "filled"),
    ColumnState.BLANK: Text("空白", "blank"),
    ColumnState.PLACEHOLDER: Text("占位", "placeholder"),
    ColumnState.SCRIPTED: Text("脚本生成，待核", "filled by script"),
    ColumnState.EXTERNAL: Text("站外", "external"),
    ColumnState.MISSING: Text("页面不在导出中", "not in the export"),
    ColumnState.UNLINKED: Text("没有链接", "no link"),
    ColumnState.ERROR: Text("错误页", "error page"),
}


@click.command("columns", short_help="显示栏目树 / Show the column tree.")
@click.argument("path", metavar="PATH")
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@language_option(by_locale=True)
@settings_options
def command(path: str, output_format: str, language: str, **chosen: object) -> None:
    """显示 govlint 眼中的栏目树：名称、页面、条目数、最新日期、状态及识别方式。

    Show the column tree as govlint sees it: name, page, items, newest date, state, how it was recognised.
    """
    columns = lint_site(path, chosen).site.columns
    if output_format == "json":
        click.echo(json.dumps([_record(column) for column in columns], ensure_ascii=False, indent=2))
        return
    rows = list(_rows(columns, language))
    widths = [max(width(row[place]) for row in rows) if rows else 0 for place in range(5)]
    for row in rows:
        cells = [cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=False)]
        click.echo("  ".join([*cells, row[-1]]).rstrip())
    click.echo(_summary(columns, language))


def _rows(columns: Sequence[Column], language: str) -> Iterator[tuple[str, ...]]:
    """Yield a row a column: indented name, state, items, newest day, page, how it was recognised."""
    by_path = {column.path: column for column in columns if column.path}
    for column in columns:
        depth, parent, seen = 0, column.parent, {column.path}
        while parent in by_path and parent not in seen:
            seen.add(parent)
            depth, parent = depth + 1, by_path[parent].parent
        yield (
            "  " * depth + column.name,
            STATES[column.state].in_language(language),
            str(len(column.items)) if column.items else "",
            column.newest.isoformat() if column.newest else "",
            column.path or "-",
            ", ".join([*sorted(column.sources), *sorted(column.concepts)]),
        )


def _record(column: Column) -> dict[str, object]:
    return {
        "name": column.name,
        "names": list(column.names),
        "path": column.path,
        "parent": column.parent,
        "state": column.state.value,
        "evidence": column.evidence,
        "items": len(column.items),
        "newest": column.newest.isoformat() if column.newest else None,
        "sources": sorted(column.sources),
        "concepts": sorted(column.concepts),
        "links": len(column.links),
        "pages": list(column.pages),
    }


def _summary(columns: Sequence[Column], language: str) -> str:
    counts = [
        f"{STATES[state].in_language(language)} {number}"
        for state in ColumnState
        if (number := sum(column.state is state for column in columns))
    ]
    return f"{len(columns)} " + Text("个栏目", "columns").in_language(language) + ": " + ", ".join(counts)
