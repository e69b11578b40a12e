"""``govlint stats``: what a site has published, by kind and column, by source, by month or week."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from govlint.cli.help import width
from govlint.cli.language import language_option
from govlint.cli.one_site import lint_site
from govlint.cli.options import settings_options
from govlint.cli.writing import write_table
from govlint.finding import Text
from govlint.report.spreadsheet import no_formula
from govlint.site.site import Site
from govlint.site.statistics import Published, month_of, published, tally, week_of, within

_DAY = click.DateTime(formats=["%Y-%m-%d"])
_PERIODS: dict[str, Callable[[date | None], str]] = {"month": month_of, "week": week_of}
_HEADS = {
    "kinds": Text("按类别", "by kind"),
    "columns": Text("按栏目", "by column"),
    "sources": Text("按来源（处室）", "by source"),
    "periods": Text("按时间", "by period"),
}
_CSV_HEAD = ("column", "page", "kind", "source", "period", "items")


@click.command("stats", short_help="统计发布情况 / Count what was published.")
@click.argument("path", metavar="PATH")
@click.option(
    "--by",
    "period",
    type=click.Choice(sorted(_PERIODS)),
    default="month",
    show_default=True,
    help="按月或按周统计 / Count by month or by week.",
)
@click.option("--since", type=_DAY, metavar="YYYY-MM-DD", help="从哪一天起 / From this day on.")
@click.option("--until", type=_DAY, metavar="YYYY-MM-DD", help="到哪一天止 / Up to this day.")
@click.option(
    "--format", "output_format", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="写入文件 / Write to FILE (CSV with a byte order mark, as spreadsheets want it).",
)
@language_option(by_locale=True)
@settings_options
def command(
    path: str,
    period: str,
    since: datetime | None,
    until: datetime | None,
    output_format: str,
    output: Path | None,
    language: str,
    **chosen: Any,
) -> None:  # fmt: skip
    """统计网站发布了多少内容：按类别、栏目、来源（处室）和月份或周。

    Count what a site has published: by kind, column, source and month or week. A document that several columns list
    counts once, in the column whose folder holds it, else in the deepest.
    """
    site = lint_site(path, chosen).site
    documents = within(published(site), since.date() if since else None, until.date() if until else None)
    counted = _Count(site, documents, _PERIODS[period], language)
    writers = {"text": counted.text, "json": counted.json, "csv": counted.csv}
    text = writers[output_format]()
    write_table(output_format, output, lambda stream: stream.write(text), bom=output is not None)


class _Count:
    """The documents of one site, counted in every way and written in every format."""

    def __init__(
        self, site: Site, documents: Sequence[Published], period: Callable[[date | None], str], language: str
    ) -> None:
        self._site = site
        self._documents = documents
        self._period = period
        self._language = language

    def _kind(self, id: str) -> str:
        concept = self._site.vocabulary.concepts.get(id)
        return concept.name.in_language(self._language) if concept else ""

    def tables(self) -> dict[str, list[dict[str, Any]]]:
        """Return the four tables as rows of plain values."""
        newest = {one.column.path: one.day for one in reversed(self._documents) if one.day}
        columns = {one.column.path: one.column for one in self._documents}
        kinds = {one.column.path: one.kind for one in self._documents}
        return {
            "kinds": [
                {"kind": id, "name": self._kind(id), "items": items} for id, items in self._tally(lambda one: one.kind)
            ],
            "columns": [
                {"name": columns[path].name, "page": path, "kind": kinds[path], "items": items,
                 "newest": newest[path].isoformat() if path in newest else None}
                for path, items in self._tally(lambda one: one.column.path)
            ],
            "sources": [{"source": source, "items": items} for source, items in self._tally(lambda one: one.source)],
            "periods": [
                {"period": period, "items": items}
                for period, items in sorted(self._tally(lambda one: self._period(one.day)), reverse=True)
            ],
        }  # fmt: skip

    def _tally(self, of: Callable[[Published], str]) -> Sequence[tuple[str, int]]:
        return tally(self._documents, of)

    def json(self) -> str:
        """Return all tables as one JSON object."""
        whole = {"site": self._site.name, "items": len(self._documents), **self.tables()}
        return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"

    def csv(self) -> str:
        """Return a row for every column, source and period with something in it."""
        counts = Counter(
            (one.column.path, one.column.name, self._kind(one.kind), one.source, self._period(one.day))
            for one in self._documents
        )
        written = io.StringIO()
        writer = csv.writer(written, lineterminator="\r\n")
        writer.writerow(_CSV_HEAD)
        for (path, name, kind, source, period), items in sorted(counts.items()):
            writer.writerow([*map(no_formula, (name, path, kind, source, period)), items])
        return written.getvalue()

    def text(self) -> str:
        """Return the tables for people, with the total first."""
        lines = [f"{Text('共发布', 'Published').in_language(self._language)} {len(self._documents)}"]
        for name, rows in self.tables().items():
            lines += ["", _HEADS[name].in_language(self._language), *self._lines(name, rows)]
        return "\n".join(lines) + "\n"

    def _lines(self, table: str, rows: Sequence[dict[str, Any]]) -> Iterator[str]:
        none = Text("（未注明）", "(not stated)").in_language(self._language)
        other = Text("其他", "other").in_language(self._language)
        shown = []
        for row in rows:
            label = row.get("period", row.get("source")) or none
            if table == "kinds":
                label = row["name"] or other
            if table == "columns":
                label = row["name"]
            shown.append((label, str(row["items"]), row.get("newest") or "", row.get("page", "")))
        widest = max((width(cells[0]) for cells in shown), default=0)
        for label, items, newest, page in shown:
            yield f"  {label}{' ' * (widest - width(label))}  {items:>6}  {newest:10}  {page}".rstrip()
