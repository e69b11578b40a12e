"""GOV3005 MissingAnnualReport: last year's annual report is due, and the column of such reports does not have it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, review, rule
from govlint.page.facts import PageFacts
from govlint.page.table import bodies
from govlint.site.model import Column, ColumnState, TargetKind
from govlint.site.site import Site

from .places import heading_of, why_scripted, why_untold
from .platform import FAMILY
from .report_years import due_year, is_report, years_in
from .samples import item, site_of
from .titles import titles_on

_DAY = date(2021, 6, 1)
_OLD = item("./t1.html", "云霁市林业局2018年政府信息公开工作年度报告", "2019-01-20")


def _example(zh: str, en: str, rows: str, *expected: Expected) -> Example:
    files = site_of({"信息公开年报": ("nb", f"<h1>信息公开年报</h1>\n{rows}")})
    return Example(Text(zh, en), files, expected, (), "department", _DAY)


EXAMPLES = (
    _example(
        "最新的是 2018 年的", "the newest is that for 2018", _OLD,
        Expected("nb/index.html", line=10, column=1, words="2020年"),
    ),
    _example("有上一年的", "last year's is there", _OLD + item("./t2.html", "云霁市林业局2020年政府信息公开年报")),
    _example(
        "题名没有年份", "the titles name no year", item("./t1.html", "政府信息公开年度报告", "2019-01-20"),
        Expected("nb/index.html", words="2020年", verdict=Verdict.REVIEW),
    ),
)  # fmt: skip


@rule(
    "GOV3005",
    "MissingAnnualReport",
    scope=Scope.SITE,
    severity=Severity.WARNING,
    summary=Text(
        "年报栏目缺少上一年度的政府信息公开工作年度报告。", "Last year's annual report on disclosure is missing."
    ),
    why=Text(
        "年度报告应当按期公布；部门 1 月 31 日、政府 3 月 31 日（2019 年以前均为 3 月 31 日）的期限未与原文核对。",
        "The report must be out in time: 31 January for departments, 31 March for governments (dates not verified).",
    ),
    remedy=Text("公布上一年度的年度报告，题名写明年份。", "Publish last year's report, with the year in its title."),
    basis=("annual-report-2021:published", "disclosure-2019:report-date", "disclosure-2007:report-date"),
    examples=EXAMPLES,
)
def missing_annual_report(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding where the columns of *site* for annual reports lack the one that is due."""
    rows = context.rows("GOV3005")
    columns = [
        column
        for column in site.columns_of("disclosure-report")
        if column.path in site.pages and column.state in (ColumnState.FILLED, ColumnState.SCRIPTED)
    ]
    if not rows or not columns:
        return
    due = due_year(context.as_of, context.site_kind)
    years = {year for title in _report_titles(site, columns) for year in years_in(title)}
    if any(year >= due for year in years) or _undated_report(columns, due):
        return
    column = columns[0]
    path, mark = column.path, heading_of(site, column)
    reason = _why_unsure(site, columns, bool(years))
    basis = tuple(f"{standard.id}:{row.id}" for standard, row in rows)
    if reason is None:
        message = Text(
            f"栏目“{column.name}”没有{due}年的年度报告，最新的是{max(years)}年的，请补发（公布期限未核实）。",
            f"The column “{column.name}” lacks the annual report for {due}; the newest is that for {max(years)}. "
            "Publish it (the date it is due is not verified).",
        )
        yield fail(message, path, mark, key=str(due), column=column.name, year=due)._replace(basis=basis)
    else:
        message = Text(
            f"栏目“{column.name}”里没有看到{due}年的年度报告，请核对是否已经公布。",
            f"The annual report for {due} was not seen in the column “{column.name}”; check whether it is out.",
        )
        yield review(message, path, mark, key=str(due), reason=reason, column=column.name, year=due)._replace(
            basis=basis
        )


def _report_titles(site: Site, columns: list[Column]) -> Iterator[str]:
    """Yield the titles of reports: all in the columns, and those anywhere else that speak of 公开."""
    for column in columns:
        yield from (item.title for _, item in column.items if is_report(item.title))
        yield from (run.text for path in _paths(column) for run in bodies(site.pages[path].runs) if is_report(run.text))
    yield from (title for title in titles_on(site) if "公开" in title and is_report(title))


def _undated_report(columns: list[Column], due: int) -> bool:
    """Whether a report whose title names no year was published in the year after the one that is due, or later."""
    return any(
        item.day is not None and item.day.year > due and is_report(item.title) and not years_in(item.title)
        for column in columns
        for _, item in column.items
    )


def _why_unsure(site: Site, columns: list[Column], any_year: bool) -> Text | None:
    for column in columns:
        scripted = why_scripted(site, column.path)
        if scripted is not None:
            return scripted
    if any(_has_absent_pages(site, site.pages[path]) for column in columns for path in _paths(column)):
        return Text(
            "栏目的部分分页不在文件里；请打开栏目核对。",
            "Some pages of the column's list are not in the files; look there.",
        )
    if not any_year:
        return Text(
            "栏目里的题名没有年份；打开报告即可判断。",
            "No title in the column names a year; a look at the reports decides.",
        )
    return why_untold(site, FAMILY)


def _has_absent_pages(site: Site, page: PageFacts) -> bool:
    """Whether *page* links to a further page of its list that is not in the files."""
    numbers = (link for link in page.links if link.text.isdigit() or link.text in ("下一页", "下页", "尾页", "末页"))
    if any(site.target(page.path, link).kind is TargetKind.MISSING for link in numbers):
        return True
    return (
        page.paging is not None
        and (page.paging.pages or 1) > 1
        and not any(column.pages for column in site.columns if column.path == page.path)
    )


def _paths(column: Column) -> tuple[str, ...]:
    return (column.path, *column.pages)
