"""GOV4005 UndatedArticle: documents of a column that do not say when they were published."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Location, Severity, Text
from govlint.lazy_re import lazy_re
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, rule
from govlint.page.facts import PageFacts, Role, Zone
from govlint.page.table import bodies
from govlint.site.model import Column, TargetKind
from govlint.site.site import Site

from .periods import EXEMPT, OPTIONS
from .sample_pages import article, rows
from .sample_pages import column as column_page
from .sample_pages import home as home_page
from .tree import ColumnTree

RULE = "GOV4005"
_MOST_EXAMPLES = 10
_FEWEST_TEXT = 120
_LEAST_ITEMS = 2
_PASSED_OVER = (Zone.HEADER, Zone.NAV, Zone.FOOTER)
# Anything like a day, even one that cannot be read: 2017-3, 2017年3月, 3月20日.
_DAY = lazy_re(r"(?:19|20)\d\d\s*+[-/.年]\s*+\d{1,2}|\d{1,2}\s*+月\s*+\d{1,2}\s*+日|\d{1,2}-\d{1,2}\s++\d{1,2}:\d\d")
_LONG = "各科室：为做好有关工作，现将安排通知如下，请结合实际认真落实，按时报送情况，重要问题及时反馈。" * 4


def _files(day: str) -> dict[str, str]:
    titles = [f"关于第{number}项工作安排的通知" for number in (1, 2)]
    return {
        "index.html": home_page({"通知公告": "./tzgg/"}),
        "tzgg/index.html": column_page("通知公告", rows("2017-03-20", "2017-03-10")),
        "tzgg/1.html": article(titles[0], day, _LONG),
        "tzgg/2.html": article(titles[1], "2017-03-10 09:00", _LONG),
    }


EXAMPLES = (
    Example(
        Text("正文页没有发布日期", "a document without a day"), _files(""),
        (Expected("tzgg/1.html", 1, 1, "没有写明发布日期"),),
    ),
    Example(Text("标题下写明发布日期", "the day stands under the headline"), _files("2017-03-20 09:00")),
)  # fmt: skip


@rule(
    RULE,
    "UndatedArticle",
    scope=Scope.SITE,
    severity=Severity.NOTE,
    summary=Text("正文页没有发布日期。", "A document does not say when it was published."),
    why=Text(
        "没有发布日期的信息，检查时按未更新处理；读者也无从判断内容是否仍然有效。",
        "Inspectors take undated items as not updated, and readers cannot tell whether they still hold.",
    ),
    remedy=Text(
        "在模板的标题下输出发布时间，格式为 YYYY-MM-DD HH:MM，并写入 PubDate 标签。",
        "Let the template write the time under the headline as YYYY-MM-DD HH:MM, and into the META PubDate.",
    ),
    basis=("guideline-2017:time-format", "national-2015:veto-home-stale", "national-2019:veto-home-stale"),
    examples=EXAMPLES,
    options={"exempt": OPTIONS["exempt"]},
)
def undated_article(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for every column of *site* whose documents lack a day, at the first of them."""
    tree = ColumnTree(site)
    columns = {column.path for column in site.columns if column.path}
    seen: set[str] = set()
    exempt = context.options.get("exempt", EXEMPT)
    for column in sorted(tree.filled(), key=lambda one: -len(one.path)):
        if column.concepts.isdisjoint(exempt) and len(column.items) >= _LEAST_ITEMS:
            pages = [path for path in _documents(site, column) if path not in columns and path not in seen]
            seen.update(pages)
            undated = [path for path in pages if _is_undated(site.pages[path])]
            if undated:
                yield _finding(column, undated)


def _documents(site: Site, column: Column) -> Iterator[str]:
    for path, item in column.items:
        if item.link >= 0:
            target = site.target(path, bodies(site.pages[path].links)[item.link])
            if target.kind is TargetKind.PAGE:
                yield target.path


def _is_undated(page: PageFacts) -> bool:
    """Whether *page* is a text in which nothing looks like a day."""
    if page.role is not Role.PAGE or page.published is not None or page.paging is not None:
        return False
    middle = [run for run in page.runs if run.zone not in _PASSED_OVER]
    text = sum(run.length for run in middle if run.kind == "text" and run.zone is not Zone.BREADCRUMB)
    return text >= _FEWEST_TEXT and not any(_DAY.search(run.text) for run in middle) and not page.script.loaders


def _finding(column: Column, undated: list[str]) -> Finding:
    there = f"等 {len(undated)} 篇" if len(undated) > 1 else ""
    related = [Location(path, note=Text("同样没有日期", "undated as well")) for path in undated[1 : _MOST_EXAMPLES + 1]]
    message = Text(
        f"栏目“{column.name}”的正文页{there}没有写明发布日期，请在标题下显示发布时间。",
        f"{len(undated)} documents of “{column.name}” do not say when they were published; show the day.",
    )
    return fail(message, undated[0], key=column.path, related=related, column=column.name, pages=len(undated))
