"""GOV4003 StaleStateCouncilReposts: the column of State Council information has not been kept up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from govlint.finding import Finding, Mark, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, rule
from govlint.site.model import ColumnState
from govlint.site.site import Site

from .sample_pages import site as sample

RULE = "GOV4003"
CONCEPT = "state-council"
WINDOW = timedelta(days=14)
"""国办函〔2016〕68号 asks for reposts within 24 hours, which only a live comparison can show. The central portal has
something new every few days, so that two weeks without a repost are more than 24 hours late; the figure is ours."""
_DAY = date(2017, 6, 30)


def _example(zh: str, en: str, days: tuple[str, ...], *expected: Expected) -> Example:
    files = sample({"国务院信息": ("gwyxx", days)})
    return Example(Text(zh, en), files, expected, ("guideline-2017",), "portal", _DAY)


EXAMPLES = (
    _example(
        "两个月没有转载", "no repost for two months",
        ("2017-04-28", "2017-04-20"), Expected("gwyxx/index.html", 11, 5, "63 天没有转载"),
    ),
    _example("上周还有转载", "a repost of last week", ("2017-06-26", "2017-04-20")),
)  # fmt: skip


@rule(
    RULE,
    "StaleStateCouncilReposts",
    scope=Scope.SITE,
    severity=Severity.WARNING,
    summary=Text("国务院重要信息栏目没有及时转载。", "The column of State Council information is not kept up."),
    why=Text(
        "各级政府门户应在 24 小时内转载国务院重要政策信息，检查时逐条核对。",
        "Government portals repost important State Council information within 24 hours; inspectors compare.",
    ),
    remedy=Text(
        "转载中国政府网发布的重要政策信息，注明来源；已经改为链接中国政府网的，让栏目直接指向它。",
        "Repost what the central portal publishes and name the source, or let the column link to the central portal.",
    ),
    basis=("guideline-2017:reposts",),
    examples=EXAMPLES,
)
def stale_state_council_reposts(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding where every column of State Council information of *site* is two weeks old or more."""
    demanded = any(
        demand.concept == CONCEPT and context.site_kind in demand.kinds
        for standard in context.standards
        for demand in standard.columns
    )
    if not demanded and not context.rows(RULE):
        return
    columns = site.columns_of(CONCEPT)
    dated = [(column.newest, column.path, column) for column in columns if column.newest is not None]
    if not dated or any(column.state in (ColumnState.EXTERNAL, ColumnState.SCRIPTED) for column in columns):
        return
    newest, _, column = max(dated)
    days = (context.as_of - newest).days
    if newest + WINDOW >= context.as_of:
        return
    path, item = next((path, item) for path, item in column.items if item.day == newest)
    yield fail(
        Text(
            f"“{column.name}”已 {days} 天没有转载：最新一条是 {newest}，国务院重要政策信息应在 24 小时内转载。",
            f"“{column.name}” has had no repost for {days} days (the newest is of {newest}); State Council "
            "information is due within 24 hours.",
        ),
        path,
        Mark(item.at),
        key=column.path,
        column=column.name,
        concept=CONCEPT,
        newest=newest.isoformat(),
        days=days,
    )
