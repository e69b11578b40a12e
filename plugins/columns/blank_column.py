"""GOV1002 BlankColumn: a column whose list holds nothing."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Scope, fail, rule
from govlint.site.model import ColumnState
from govlint.site.site import Site

from .judged import columns_in
from .leading_links import leading_links


@rule(
    "GOV1002",
    "BlankColumn",
    scope=Scope.SITE,
    severity=Severity.ERROR,
    summary=Text("栏目空白：列表里没有任何内容。", "A column is blank: its list holds nothing."),
    why=Text(
        "空白栏目达到规定数量即单项否决，未达到的按个扣分。",
        "A certain number of blank columns fails the site at once; below that each one costs points.",
    ),
    remedy=Text(
        "发布内容；没有内容可发、公众也不需要的栏目，连同指向它的链接一并删除，或并入其他栏目。",
        "Publish something. Delete a column that nobody needs, with the links to it, or merge it into another.",
    ),
)
def blank_column(site: Site, _context: Context) -> Iterator[Finding]:
    """Yield one finding for every blank column of *site* that is no filter (those are GOV1003's)."""
    for column in columns_in(site, ColumnState.BLANK):
        if site.vocabulary.is_filter(column.name):
            continue
        yield fail(
            Text(
                f"栏目“{column.name}”是空白栏目，请发布内容；不再需要的，连同指向它的链接一并删除。",
                f"The column “{column.name}” is blank; publish something, or delete it with the links to it.",
            ),
            column.path,
            column.at,
            key=column.path,
            related=leading_links(site, column),
            column=column.name,
            evidence=column.evidence,
        )
