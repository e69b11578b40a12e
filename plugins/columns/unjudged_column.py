"""GOV1005 UnjudgedColumn: a column whose list is filled by script or a template, so that files cannot tell."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, review, rule
from govlint.site.model import ColumnState
from govlint.site.site import Site

from .judged import columns_in
from .sample_pages import FILLED, site_with

_LOADED = """<ul class="list" id="rows"></ul>
<script>$.getJSON("data.json", function (rows) { $("#rows").html(rows.join("")); });</script>"""

EXAMPLES = (
    Example(
        Text("列表由脚本读取", "a script loads the list"),
        site_with("规划计划", "ghjh", _LOADED),
        (Expected("ghjh/index.html", words="规划计划", verdict=Verdict.REVIEW),),
    ),
    Example(
        Text("列表在页面里", "the list is in the page"),
        site_with("规划计划", "ghjh", FILLED.replace("./t2017", "../tzgg/t2017")),
    ),
)


@rule(
    "GOV1005",
    "UnjudgedColumn",
    scope=Scope.SITE,
    severity=Severity.NOTE,
    summary=Text(
        "栏目内容由脚本或模板生成，从文件无法判断是否空白、是否更新。",
        "Script or a template fills a column; files cannot tell whether it is blank or fresh.",
    ),
    why=Text(
        "列表在浏览器里才读取数据，文件里是空的；这不等于栏目空白，需要人工核对。",
        "The list is loaded in the browser and is empty in the files. That does not make the column blank: look at it.",
    ),
    remedy=Text(
        "用浏览器打开栏目核对内容和日期；最好把列表直接生成到页面里。",
        "Open the column in a browser and look at items and dates; better, write the list into the page itself.",
    ),
    basis=("national-2015:veto-columns", "national-2019:veto-columns"),
    examples=EXAMPLES,
)
def unjudged_column(site: Site, _context: Context) -> Iterator[Finding]:
    """Yield one review for every column of *site* that script or a template fills."""
    for column in columns_in(site, ColumnState.SCRIPTED):
        yield review(
            Text(
                f"栏目“{column.name}”的列表由脚本或模板生成，文件里看不到内容，请打开核对。",
                f"Script or a template fills the column “{column.name}”; files do not show its content. Look at it.",
            ),
            column.path,
            column.at,
            key=column.path,
            reason=Text(
                f"依据：{column.evidence}。用浏览器打开该页，或者把列表生成到页面里再检查，即可判断。",
                f"Evidence: {column.evidence}. A browser decides it, or an export with the list in the page.",
            ),
            column=column.name,
            concept=" ".join(sorted(column.concepts)),
            evidence=column.evidence,
        )
