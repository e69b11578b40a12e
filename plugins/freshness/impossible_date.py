"""GOV4006 ImpossibleDate: a publication date that has not come yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from govlint.finding import Finding, Mark, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, review, rule
from govlint.page.facts import Role
from govlint.page.table import bodies
from govlint.site.model import TargetKind
from govlint.site.site import Site

from .sample_pages import site as sample

RULE = "GOV4006"
GRACE = timedelta(days=1)
"""A site may be exported in one time zone or night and judged in another: a day more is no mistake."""
_SURE = ("text", "attribute")
# If more of a site's items are ahead, it is the day of judgement that is wrong.
_WRONG_CLOCK = 0.05
_FEW = 5
_TODAY = date(2017, 3, 31)
_AHEAD = tuple(f"2018-01-{day:02}" for day in range(10, 20))

EXAMPLES = (
    Example(
        Text("列表里有明年的日期", "a day of next year in a list"),
        sample({"通知公告": ("tzgg", ("2017-03-28", "2071-03-20"))}),
        (Expected("tzgg/index.html", 12, 5, "2071-03-20"),), as_of=_TODAY,
    ),
    Example(
        Text("判断日期早于网站内容", "the site is newer than the day it is judged on"),
        sample({"通知公告": ("tzgg", _AHEAD)}),
        (Expected("index.html", words="判断日期", verdict=Verdict.REVIEW),), as_of=_TODAY,
    ),
    Example(
        Text("日期都已到", "no day ahead"), sample({"通知公告": ("tzgg", ("2017-03-31", "2017-04-01"))}), as_of=_TODAY,
    ),
)  # fmt: skip


class _Ahead(NamedTuple):
    path: str
    mark: Mark
    title: str
    day: date


@rule(
    RULE,
    "ImpossibleDate",
    scope=Scope.SITE,
    severity=Severity.WARNING,
    summary=Text("发布日期晚于检查当天。", "A publication date lies in the future."),
    why=Text(
        "写错或者预先写好的日期会让栏目看起来一直在更新；检查把弄虚作假的日期列为严重问题。",
        "A wrong or forged date makes a column look fresh; inspectors treat forged dates as a grave fault.",
    ),
    remedy=Text("改正发布日期。", "Correct the publication date."),
    basis=("national-2015:veto-errors", "national-2019:veto-safety"),
    examples=EXAMPLES,
)
def impossible_date(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for every item of a column of *site* that bears a day after the day of judgement."""
    total = 0
    ahead: dict[tuple[str, date], _Ahead] = {}
    for column in site.columns:
        for path, item in column.items:
            if item.day is None or not item.exact or item.how not in (*_SURE, "page"):
                continue
            total += 1
            if item.day > context.as_of + GRACE:
                found = _Ahead(path, Mark(item.at), item.title, item.day)
                target = site.target(path, bodies(site.pages[path].links)[item.link]) if item.link >= 0 else None
                key = target.path if target is not None and target.kind is TargetKind.PAGE else item.title
                if not _page_denies(site, key, item.day):
                    ahead.setdefault((key, item.day), found)
    if len(ahead) > max(_FEW, _WRONG_CLOCK * total):
        yield _wrong_clock(site, context, len(ahead), max(found.day for found in ahead.values()))
        return
    for found in ahead.values():
        message = Text(
            f"“{found.title[:40]}”的日期是 {found.day}，晚于判断日期，请改正。",
            f"“{found.title[:40]}” is dated {found.day}, after the day of judgement; correct it.",
        )
        yield fail(message, found.path, found.mark, key=f"{found.title} {found.day}", day=found.day.isoformat())


def _page_denies(site: Site, path: str, day: date) -> bool:
    """Whether the document itself tells another day: then the list's day is that of an event, or was read wrongly."""
    page = site.pages.get(path)
    return page is not None and page.role is Role.PAGE and page.published is not None and page.published < day


def _wrong_clock(site: Site, context: Context, number: int, newest: date) -> Finding:
    return review(
        Text(
            f"有 {number} 条内容的日期晚于判断日期 {context.as_of}（最晚 {newest}），请核对判断日期。",
            f"{number} items are dated after the day of judgement {context.as_of} (up to {newest}); check that day.",
        ),
        site.home.path,
        key="clock",
        reason=Text(
            "这么多内容晚于判断日期，多半是判断日期早于导出日期；用 --as-of 给出导出的日期即可判断。",
            "So many speak for a day of judgement before the day of export; give that day with --as-of.",
        ),
    )
