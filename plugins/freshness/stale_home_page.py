"""GOV4002 StaleHomePage: nothing new on the home page in two weeks, or too little."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from govlint.finding import Finding, Mark, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, review, rule
from govlint.page.facts import Role
from govlint.site.site import Site

from .home_days import HomeDays, home_days
from .sample_pages import home, rows

RULE = "GOV4002"
WINDOW = timedelta(days=14)
"""两周: the period of 国办发〔2015〕15号 and 国办秘函〔2019〕19号 for the home page."""
FEWEST = 10
"""国办发〔2015〕15号: fewer new items than this on the home page in two weeks cost points."""
_LEAST = 3
_DAY = date(2017, 3, 31)
_MANY = tuple(f"2017-03-{day}" for day in range(18, 30))


def _example(zh: str, en: str, days: tuple[str, ...], *expected: Expected, script: str = "") -> Example:
    page = home({"通知公告": "./tzgg/"}, f"{rows(*days, prefix='tzgg/')}{script}")
    return Example(Text(zh, en), {"index.html": page}, expected, ("national-2015",), "department", _DAY)


EXAMPLES = (
    _example(
        "首页最新内容在两个月以前", "the newest item on the home page is two months old",
        ("2017-01-20", "2017-01-18", "2017-01-10"), Expected("index.html", 10, 5, "两周没有更新"),
    ),
    _example(
        "两周内只更新了 3 条", "three new items in two weeks",
        ("2017-03-30", "2017-03-28", "2017-03-24", "2017-01-10"), Expected("index.html", 10, 5, "只更新了 3 条"),
    ),
    _example(
        "多数内容没有日期", "most rows have no date",
        ("2017-03-30", "2017-03-28", "2017-03-24", *[""] * 9), Expected("index.html", verdict=Verdict.REVIEW),
    ),
    _example("两周内更新 12 条", "twelve new items in two weeks", _MANY),
)  # fmt: skip


@rule(
    RULE,
    "StaleHomePage",
    scope=Scope.SITE,
    severity=Severity.ERROR,
    summary=Text("首页两周没有更新，或者更新太少。", "The home page shows nothing new in two weeks, or too little."),
    why=Text(
        "首页栏目两周没有更新即单项否决；按 2015 年评分表，两周内更新少于 10 条扣 5 分。",
        "Two weeks without anything new on the home page fail the site; under the 2015 table fewer than ten new items "
        "cost five points.",
    ),
    remedy=Text(
        "更新首页各栏目，并让列表显示发布日期。",
        "Publish to the columns of the home page, and show the day of each item in its lists.",
    ),
    basis=("national-2015:veto-home-stale", "national-2015:home-columns", "national-2019:veto-home-stale"),
    examples=EXAMPLES,
)
def stale_home_page(site: Site, context: Context) -> Iterator[Finding]:
    """Yield at most one finding: nothing new (``case`` is ``stale``), or too little (``few``)."""
    page = site.pages.get(site.home.path)
    cases = {clause.case for _, row in context.rows(RULE) for clause in row.clauses if RULE in clause.rules}
    if page is None or page.role is not Role.PAGE or not cases:
        return
    found = home_days(site, context.as_of)
    new = found.since(context.as_of - WINDOW)
    scripted = bool(page.script.loaders)
    if len(found.days) >= _LEAST and new == 0 and "stale" in cases:
        yield _stale(page.path, found, context.as_of, scripted)
    elif len(found.days) >= _LEAST and 0 < new < FEWEST and "few" in cases:
        yield _few(page.path, found, new, new + found.unknown < FEWEST and not scripted)


def _stale(path: str, found: HomeDays, as_of: date, scripted: bool) -> Finding:
    days = (as_of - found.days[0]).days
    message = Text(
        f"首页两周没有更新：最新内容的日期是 {found.days[0]}，已过去 {days} 天，请尽快更新首页栏目。",
        f"The home page has had nothing new in two weeks: its newest item is of {found.days[0]}, {days} days ago.",
    )
    newest, key, case, mark = found.days[0].isoformat(), "home stale", "stale", Mark(found.at)
    if not scripted:
        return fail(message, path, mark, key=key, case=case, newest=newest, days=days)
    reason = Text(
        "首页有由脚本读取的列表，文件里看不到它们的内容；请用浏览器打开首页核对。",
        "Scripts load lists into the home page, which files do not show; open it in a browser.",
    )
    return review(message, path, mark, key=key, reason=reason, case=case, newest=newest, days=days)


def _few(path: str, found: HomeDays, new: int, sure: bool) -> Finding:
    message = Text(
        f"首页两周内只更新了 {new} 条，少于 {FEWEST} 条，请增加首页栏目的更新。",
        f"The home page has only {new} new items of the last two weeks, fewer than {FEWEST}.",
    )
    if sure:
        return fail(message, path, Mark(found.at), key="home few", case="few", new=new)
    reason = Text(
        f"首页另有 {found.unknown} 条没有日期，或者有列表由脚本读取，可能是新的；核对它们的日期即可判断。",
        f"{found.unknown} more rows bear no day, or a script loads some, and may be new; their days decide it.",
    )
    return review(message, path, Mark(found.at), key="home few", reason=reason, case="few", new=new)
