"""GOV1002 BlankColumn: a column whose list holds nothing."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, rule
from govlint.lint.vetoes import column_of, veto_findings
from govlint.site.model import ColumnState
from govlint.site.site import Site

from . import blank_filter_column, placeholder_column
from .column_fault import column_fault
from .judged import CLAUSES_ON_BLANK_COLUMNS, columns_in
from .sample_pages import FILLED, column_page, home_page, site_with

RULE = "GOV1002"
_OTHER_RULES = (blank_filter_column.blank_filter_column, placeholder_column.placeholder_column)
_EMPTY = '<ul class="list">此栏目暂无任何信息</ul>'
_NAMES = ("规划计划", "人事信息", "统计数据", "重要会议", "财政信息")

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
        Text("五个空白栏目，达到单项否决", "five blank columns meet the veto"),
        {
            "index.html": home_page({name: f"./{name}/" for name in _NAMES}),
            **{f"{name}/index.html": column_page(name, _EMPTY) for name in _NAMES},
        },
        (
            *(Expected(f"{name}/index.html", line=10, column=1, words=name) for name in _NAMES),
            Expected("index.html", line=1, column=1, words="单项否决"),
        ),
        standards=("national-2019",),
    ),
    Example(
        Text("列表里有内容", "the list has items"),
        site_with("规划计划", "ghjh", FILLED.replace("./t2017", "../tzgg/t2017")),
    ),
)


@rule(
    RULE,
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
def blank_column(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for every blank column of *site* that is no filter (those are GOV1003's), and one for a veto
    that blank columns of all kinds meet by their number."""
    blank = list(_blank(site))
    yield from blank
    others = (rule.check(site, context) for rule in _OTHER_RULES)
    faults = [*blank, *(finding for found in others for finding in found if finding.is_fault)]
    yield from veto_findings(context, RULE, faults, site.home.path, column_of)


def _blank(site: Site) -> Iterator[Finding]:
    for column in columns_in(site, ColumnState.BLANK):
        if site.vocabulary.is_filter(column.name):
            continue
        yield column_fault(
            site,
            column,
            Text(
                f"栏目“{column.name}”是空白栏目，请发布内容；不再需要的，连同指向它的链接一并删除。",
                f"The column “{column.name}” is blank; publish something, or delete it with the links to it.",
            ),
        )
