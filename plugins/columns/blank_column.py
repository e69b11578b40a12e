"""GOV1002 BlankColumn: a column whose list holds nothing."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, rule
from govlint.site.model import ColumnState
from govlint.site.site import Site

from .judged import CLAUSES_ON_BLANK_COLUMNS, columns_in
from .leading_links import leading_links
from .sample_pages import FILLED, site_with

EXAMPLES = (
    Example(
        Text("列表是空的", "the list is empty"),
        site_with("规划计划", "ghjh", '<ul class="list">\n</ul>\n<div class="page">共 0 条　第 1/1 页</div>'),
        (Expected("ghjh/index.html", line=12, column=1, words="规划计划"),),
    ),
    Example(
        Text("只有“暂无内容”", "nothing but a notice that there is nothing"),
        site_with("规划计划", "ghjh", '<ul class="list">此栏目暂无任何信息</ul>'),
        (Expected("ghjh/index.html", line=10, column=1, words="规划计划"),),
    ),
    Example(
        Text("列表里有内容", "the list has items"),
        site_with("规划计划", "ghjh", FILLED.replace("./t2017", "../tzgg/t2017")),
    ),
)


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
    basis=CLAUSES_ON_BLANK_COLUMNS,
    examples=EXAMPLES,
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
            concept=" ".join(sorted(column.concepts)),
            evidence=column.evidence,
        )
