"""GOV1004 PlaceholderColumn: a column that shows nothing but a notice such as 栏目建设中."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, rule
from govlint.site.model import ColumnState
from govlint.site.site import Site

from .column_fault import column_fault
from .judged import CLAUSES_ON_BLANK_COLUMNS, columns_in
from .sample_pages import site_with

EXAMPLES = (
    Example(
        Text("整个栏目只有“建设中”", "the notice is the whole column"),
        site_with("规划计划", "ghjh", "<p>栏目建设中，敬请期待！</p>"),
        (Expected("ghjh/index.html", line=10, column=1, words="规划计划"),),
    ),
    Example(
        Text("正文里的“建设中”是普通词语", "建设中 is an ordinary word in a text"),
        site_with("规划计划", "ghjh", "<p>正在建设中的林场道路共有三条，全长四十二公里，计划年底前完工。</p>"),
    ),
)


@rule(
    "GOV1004",
    "PlaceholderColumn",
    scope=Scope.SITE,
    severity=Severity.ERROR,
    summary=Text(
        "栏目只有“建设中”“敬请期待”之类的提示。",
        "A column shows nothing but a notice that it is being made.",
    ),
    why=Text(
        "只有提示、没有内容的栏目按空白栏目计算。",
        "A column with a notice and no content counts as a blank column.",
    ),
    remedy=Text(
        "发布内容后再开放栏目；短期内不能提供内容的，先撤下栏目和链接。",
        "Open the column when there is something in it; until then take it down with the links to it.",
    ),
    basis=CLAUSES_ON_BLANK_COLUMNS,
    examples=EXAMPLES,
)
def placeholder_column(site: Site, _context: Context) -> Iterator[Finding]:
    """Yield one finding for every column of *site* that holds only a notice."""
    for column in columns_in(site, ColumnState.PLACEHOLDER):
        yield column_fault(
            site,
            column,
            Text(
                f"栏目“{column.name}”只有提示语，没有内容，请发布内容；暂时不能提供的，先撤下栏目和链接。",
                f"The column “{column.name}” shows only a notice; publish something, or take it down with its links.",
            ),
        )
