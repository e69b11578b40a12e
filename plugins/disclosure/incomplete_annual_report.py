"""GOV3006 IncompleteAnnualReport: an annual report on disclosure that lacks one of the six sections."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.findings.grouping import group
from govlint.lint.rule import Example, Expected, Scope, fail, review, rule
from govlint.page.facts import PageFacts
from govlint.site.site import Site

from .documents import REPORT, REPORT_HEADINGS, DocumentFacts, names_of
from .report_years import years_in
from .samples import site_of

_FIRST_YEAR = 2021
_SHORTEST = 300
_DAY = date(2023, 6, 1)
_NAME = "云霁市林业局2022年政府信息公开工作年度报告"
_SECTIONS = "\n".join(
    f"<h2>{name}</h2><p>本局认真执行条例，健全制度，明确责任，按时公开各类政府信息，规范办理公开申请，"
    f"加强平台建设和监督保障，现将本年度的有关情况如实报告如下，欢迎监督。</p>"
    for name in REPORT_HEADINGS
)


def _example(zh: str, en: str, main: str, *expected: Expected) -> Example:
    site = site_of({"信息公开年报": ("nb", f"<h1>{_NAME}</h1>\n{main}")}, {"nb/nb.pdf": ""})
    return Example(Text(zh, en), site, expected, ("annual-report-2021",), "department", _DAY)


EXAMPLES = (
    _example(
        "没有写行政复议、行政诉讼", "nothing on review and litigation",
        _SECTIONS.replace("行政复议、行政诉讼情况", "附件"),
        Expected("nb/index.html", line=10, column=1, words="行政复议"),
    ),
    _example("六个部分都有", "all six are there", _SECTIONS),
    _example(
        "报告在附件里", "the report is a file", '<a href="./nb.pdf">年度报告</a>',
        Expected("nb/index.html", words="年度报告", verdict=Verdict.REVIEW),
    ),
)  # fmt: skip


@rule(
    "GOV3006",
    "IncompleteAnnualReport",
    scope=Scope.SITE,
    severity=Severity.NOTE,
    summary=Text("政府信息公开工作年度报告缺少规定的部分。", "An annual report on disclosure lacks a section."),
    why=Text(
        "年度报告有统一格式；六个部分的名称出自记忆，未与原文核对，请以原文为准。",
        "The report has a set form. The names of its six sections are from memory; the original decides.",
    ),
    remedy=Text("按格式补全各部分。", "Add the section as the form demands."),
    basis=("annual-report-2021:headings",),
    examples=EXAMPLES,
)
def incomplete_annual_report(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for every report for 2021 or later that lacks a section; like ones are made one."""
    rows = context.rows("GOV3006")
    if rows:
        basis = tuple(f"{standard.id}:{row.id}" for standard, row in rows if row.elements)
        yield from group((finding._replace(basis=basis) for finding in _findings(site)), site.home.path)


def _findings(site: Site) -> Iterator[Finding]:
    for path, page in site.pages.items():
        facts: DocumentFacts | None = page.extra.get(REPORT)
        if facts is None or not _is_due(page) or any(item.day and item.link >= 0 for item in page.items):
            continue
        missing = [name for name in REPORT_HEADINGS if name not in facts.held]
        if facts.length < _SHORTEST or (facts.closed and len(missing) > 1):
            if missing and facts.closed:
                yield _doubt(path, facts.at)
        elif missing:
            yield fail(
                Text(
                    f"年度报告没有“{'”“'.join(missing)}”部分，请按格式补全（部分名称未核实）。",
                    f"The annual report lacks {len(missing)} of its six sections; add them (names not verified).",
                ),
                path,
                facts.at,
                key="、".join(missing),
                missing=len(missing),
            )


def _doubt(path: str, at: int) -> Finding:
    return review(
        Text(
            "页面上没有看到年度报告全文，请核对其六个部分。",
            "The text of the annual report was not seen; check its six sections.",
        ),
        path,
        at,
        key="sections",
        reason=Text(
            "全文可能在附件、图片或脚本里；打开该页即可判断。",
            "It may be in a file, a picture or a script; a look at it decides.",
        ),
    )


def _is_due(page: PageFacts) -> bool:
    """Whether the page is the report for a year from which the form is in force."""
    years = [year for name, _ in names_of(page) for year in years_in(name)]
    return bool(years) and min(years) >= _FIRST_YEAR
