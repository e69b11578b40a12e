"""GOV1003 BlankFilterColumn: a column that only sorts or filters another one, left without its content."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, rule
from govlint.site.site import Site

from .column_fault import column_fault
from .filters import blank_filters
from .judged import CLAUSES_ON_BLANK_COLUMNS
from .sample_pages import FILLED, site_with

_SELECT = """<div class="filter"><label for="year">年份</label>
<select id="year"><option>2017年</option></select> <input type="button" value="检索"></div>
"""

EXAMPLES = (
    Example(
        Text("检索没有了，子栏目还在", "the search is gone, the column is still there"),
        site_with("按年份检索", "nf", _SELECT + '<ul class="list">\n</ul>'),
        (Expected("nf/index.html", line=11, column=1, words="按年份检索"),),
    ),
    Example(
        Text("分类列出文件", "the column lists documents"),
        site_with("按年份检索", "nf", FILLED.replace("./t2017", "../tzgg/t2017")),
    ),
)


@rule(
    "GOV1003",
    "BlankFilterColumn",
    scope=Scope.SITE,
    severity=Severity.ERROR,
    summary=Text(
        "检索或分类子栏目（按年份检索、按体裁分类等）空白。",
        "A column that filters another one (by year, by kind of document …) is blank.",
    ),
    why=Text(
        "改版去掉检索功能后常常留下这样的子栏目；它们同样计入空白栏目。",
        "A redesign that drops the search often leaves such columns behind; they count as blank columns all the same.",
    ),
    remedy=Text(
        "恢复检索或分类功能，让栏目列出文件；不再提供的，删除子栏目和指向它的链接。",
        "Restore the filter so that the column lists documents, or delete the column and the links to it.",
    ),
    basis=(*CLAUSES_ON_BLANK_COLUMNS, "city-2017:filters"),
    examples=EXAMPLES,
)
def blank_filter_column(site: Site, _context: Context) -> Iterator[Finding]:
    """Yield one finding for every blank filter column of *site*."""
    for column in blank_filters(site):
        yield column_fault(
            site,
            column,
            Text(
                f"检索分类栏目“{column.name}”没有列出任何内容，请恢复检索或分类功能；不再提供的，连同链接一并删除。",
                f"The filter column “{column.name}” lists nothing; restore the filter, or delete it with its links.",
            ),
        )
