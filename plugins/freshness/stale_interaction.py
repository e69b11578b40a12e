"""GOV4004 StaleInteraction: letters left unanswered; consultation, surveys and interviews without anything new."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, rule
from govlint.site.model import ColumnState
from govlint.site.site import Site

from .idleness import KINDS, Idleness
from .sample_pages import column as page
from .sample_pages import home, rows
from .sample_pages import site as sample

RULE = "GOV4004"
_DAY = date(2017, 3, 31)
_LETTERS = rows("2017-03-20", "2016-11-02").replace("<span>2016", "<span>办理中</span><span>2016")


def _example(zh: str, en: str, files: dict[str, str], *expected: Expected) -> Example:
    return Example(Text(zh, en), files, expected, ("national-2015",), "department", _DAY)


EXAMPLES = (
    _example(
        "来信五个月没有答复", "a letter of five months ago waits",
        {"index.html": home({"政务咨询": "./zx/"}), "zx/index.html": page("政务咨询", _LETTERS)},
        Expected("zx/index.html", 12, 5, "没有答复"),
    ),
    _example(
        "一年多没有征集活动", "no survey for more than a year",
        sample({"意见征集": ("zj", ("2015-11-20", "2015-03-06"))}), Expected("zj/index.html", 11, 5, "没有更新"),
    ),
    _example(
        "一年内只有两次征集", "two surveys in a year",
        sample({"意见征集": ("zj", ("2016-11-20", "2016-09-06"))}), Expected("zj/index.html", 11, 5, "只有 2 次"),
    ),
    _example("来信都已答复，征集有三次", "letters answered, three surveys", {
        **sample({"意见征集": ("zj", ("2017-01-20", "2016-11-20", "2016-09-06"))}),
        "zx/index.html": page("政务咨询", _LETTERS.replace("办理中", "已答复")),
    }),
)  # fmt: skip


@rule(
    RULE,
    "StaleInteraction",
    scope=Scope.SITE,
    severity=Severity.ERROR,
    summary=Text("互动栏目没有更新、活动过少或者来信超期未答复。", "Interaction is idle, or letters wait too long."),
    why=Text(
        "来信超过三个月不答复即单项否决；咨询、征集、访谈栏目长期不开展活动按栏目扣分。",
        "A letter unanswered for three months fails the site; idle consultation, surveys and interviews cost points.",
    ),
    remedy=Text(
        "及时答复来信并公开结果；按期开展调查征集和访谈。",
        "Answer letters and publish the answers; hold surveys and interviews regularly.",
    ),
    basis=("national-2015:veto-interaction", "national-2015:consultation", "national-2015:survey",
           "national-2015:interview", "national-2019:veto-interaction", "national-2019:messages-published"),
    examples=EXAMPLES,
)  # fmt: skip
def stale_interaction(site: Site, context: Context) -> Iterator[Finding]:
    """Yield the letters of *site* that wait (``case`` is ``unanswered``), and idle columns (``stale``, ``few``)."""
    idle = Idleness(RULE, context)
    for column in site.columns:
        if column.path and column.state is ColumnState.FILLED and not column.concepts.isdisjoint(KINDS):
            yield from idle.waiting(site, column)
            yield from idle.judge(column)
