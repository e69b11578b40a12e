"""GOV4001 StaleColumn: a column without a new item for longer than a standard allows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, rule
from govlint.lint.vetoes import column_of, veto_findings
from govlint.site.site import Site

from .periods import OPTIONS
from .sample_pages import site as sample
from .standing_still import StaleColumns

RULE = "GOV4001"
_DAY = date(2017, 3, 31)
_FRESH = ("2017-03-28", "2017-03-20")
_LATE = {f"{name}动态": (name, ("2017-02-01", "2017-01-20")) for name in ("发改", "基层", "行业", "市州", "部门")}


def _example(zh: str, en: str, files: dict[str, str], *expected: Expected) -> Example:
    return Example(Text(zh, en), files, expected, ("national-2015",), "department", _DAY)


EXAMPLES = (
    _example(
        "动态栏目九个月没有更新", "a news column nine months old",
        sample({"工作动态": ("gzdt", ("2016-06-21", "2016-05-30")), "通知公告": ("tzgg", _FRESH)}),
        Expected("gzdt/index.html", 11, 5, "“工作动态”已 283 天"),
    ),
    _example(
        "五个动态栏目逾期，达到单项否决", "five late news columns meet the veto",
        sample(_LATE),
        *(Expected(f"{folder}/index.html", 11, 5, "动态”已 58 天") for folder, _ in _LATE.values()),
        Expected("index.html", 1, 1, "单项否决"),
    ),
    _example(
        "列表没有日期，无法判断", "rows without dates: files cannot tell",
        sample({"通知公告": ("tzgg", ("", "", ""))}),
        Expected("tzgg/index.html", words="通知公告", verdict=Verdict.REVIEW),
    ),
    _example(
        "按设置，其他栏目三个月应更新", "by the settings, other columns are due in three months",
        sample({"安全生产": ("aqsc", ("2016-12-20", "2016-11-02"))}),
        Expected("aqsc/index.html", 11, 5, "3 个月"),
    )._replace(options={"months": 3}),
    _example(
        "各栏目都在期限内，公开指南只有一篇旧文", "all in time; a guide may be old",
        sample({"工作动态": ("dt", _FRESH), "规划计划": ("gh", ("2016-05-01",)), "公开指南": ("zn", ("2012-01-01",))}),
    ),
)  # fmt: skip


@rule(
    RULE,
    "StaleColumn",
    scope=Scope.SITE,
    severity=Severity.WARNING,
    summary=Text("栏目超过规定期限没有更新。", "A column has had nothing new for longer than allowed."),
    why=Text(
        "动态要闻、通知公告、政策文件等栏目逾期未更新按栏目扣分，达到规定数量即单项否决。",
        "News, notices, policies and other columns cost points when they stand still; a number of them fails the site.",
    ),
    remedy=Text(
        "发布新内容；没有内容可更新的栏目，并入其他栏目或者删除，连同指向它的链接。",
        "Publish something new. Merge a column that has nothing to say into another, or delete it with its links.",
    ),
    basis=("national-2015:basic-information", "national-2015:veto-columns", "national-2019:veto-columns",
           "national-2019:other-columns", "city-2017:freshness"),
    examples=EXAMPLES,
    options=OPTIONS,
)  # fmt: skip
def stale_column(site: Site, context: Context) -> Iterator[Finding]:
    """Yield a finding for every stale column of *site*, and one for every veto that their number meets."""
    judged = StaleColumns(site, context)
    yield from judged.findings()
    faults = [finding for finding in judged.findings() if finding.is_fault]
    yield from veto_findings(context, RULE, faults, site.home.path, column_of)
