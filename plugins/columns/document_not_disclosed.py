"""GOV3008 DocumentNotDisclosed: policy documents of a column that the disclosure catalogue does not list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from govlint.finding import Finding, Location, Mark, Severity, Text, Verdict
from govlint.lazy_re import lazy_re
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, review, rule
from govlint.site.model import Column
from govlint.site.site import Site
from govlint.standard.names import fold

from .disclosed import disclosed_documents
from .sample_pages import column_page, home_page

RULE = "GOV3008"
_MOST_RELATED = 20
# What the office itself has made and numbered; a law of the state or a form is published elsewhere.
_DOCUMENT = lazy_re(
    r"关于.{2,60}的(?:通知|意见|决定|通告|批复|办法|规定|细则|方案)$|(?:办法|细则|规定)(?:[(（].{1,8}[)）])?$"
)
_DAY = date(2021, 3, 31)
_ROW = '<li><span>2021-03-{0}</span><a href="../wj/t{0}.html">关于做好第{0}项工作的通知</a></li>'
_HERE = Text("公开目录里没有这份文件", "the catalogue does not list this document")


def _site(*listed: int, paging: str = "") -> dict[str, str]:
    rows = "\n".join(_ROW.format(day) for day in (10, 11, 12))
    catalogue = "\n".join(_ROW.format(day) for day in listed).replace("../wj", "../../wj")
    return {
        "index.html": home_page({"信息公开": "./xxgk/", "信息公开目录": "./xxgk/ml/", "政策文件": "./wj/"}),
        "wj/index.html": column_page("政策文件", f"<ul>\n{rows}\n</ul>"),
        "xxgk/index.html": column_page("信息公开", '<ul><li><a href="ml/">信息公开目录</a></li></ul>'),
        "xxgk/ml/index.html": column_page("信息公开目录", f"<ul>\n{catalogue}\n</ul>{paging}").replace(
            "../wj", "../../wj"
        ),
    }


def _example(zh: str, en: str, files: dict[str, str], *expected: Expected) -> Example:
    return Example(Text(zh, en), files, expected, ("disclosure-2019",), "department", _DAY)


EXAMPLES = (
    _example(
        "目录漏了一份文件", "the catalogue lacks a document",
        _site(10, 11), Expected("wj/index.html", 13, 28, "1 份文件"),
    ),
    _example(
        "目录的后几页没有导出", "further pages of the catalogue are not exported",
        _site(10, 11, paging='<script>createPageHTML(3, 0, "index", "html");</script>'),
        Expected("wj/index.html", words="1 份文件", verdict=Verdict.REVIEW),
    ),
    _example("目录列出了全部文件", "the catalogue lists them all", _site(10, 11, 12)),
)  # fmt: skip


@rule(
    RULE,
    "DocumentNotDisclosed",
    scope=Scope.SITE,
    severity=Severity.WARNING,
    summary=Text("政策文件没有列入信息公开目录。", "A policy document is not in the disclosure catalogue."),
    why=Text(
        "主动公开的文件应当在信息公开专栏集中列出，只发在处室栏目里的文件公众难以查到。",
        "What is made public is listed in the disclosure column; one that stands only elsewhere is hard to find.",
    ),
    remedy=Text("把文件同时发布到信息公开目录。", "Publish the document to the disclosure catalogue as well."),
    basis=("disclosure-2019:by-site",),
    examples=EXAMPLES,
)
def document_not_disclosed(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for every policy column of *site* with documents that the catalogue does not list."""
    disclosed = disclosed_documents(site) if context.rows(RULE) else None
    if disclosed is None:
        return
    for column in site.columns_of("policies"):
        if not column.path or column.path in disclosed.columns:
            continue
        documents = {fold(item.title): (path, item) for path, item in column.items if _DOCUMENT.search(item.title)}
        lacking = [row for title, row in documents.items() if title not in disclosed.titles]
        # A catalogue that shares nothing with the column is of another kind, and says nothing of its documents.
        if lacking and len(lacking) < len(documents):
            places = [Location(path, Mark(item.at), _HERE) for path, item in lacking]
            yield _finding(column, places, disclosed.is_whole)


def _finding(column: Column, places: list[Location], sure: bool) -> Finding:
    first, number = places[0], len(places)
    message = Text(
        f"“{column.name}”有 {number} 份文件没有列入信息公开目录，请补充到目录。",
        f"{number} documents of “{column.name}” are not in the disclosure catalogue; add them.",
    )
    concept, related = " ".join(sorted(column.concepts)), places[1:_MOST_RELATED]
    if sure:
        return fail(message, first.path, first.mark, key=column.path, related=related, column=column.name,
                    concept=concept, number=number)  # fmt: skip
    reason = Text(
        "目录的后几页不在文件里，或者由程序提供，文件可能列在那里；打开目录检索即可判断。",
        "Further pages of the catalogue are not stored, or come from a program, and may list them; search it there.",
    )
    return review(message, first.path, first.mark, key=column.path, reason=reason, related=related,
                  column=column.name, concept=concept, number=number)  # fmt: skip
