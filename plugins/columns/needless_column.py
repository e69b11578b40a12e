"""GOV1007 NeedlessColumn: columns that nobody seems to need; review them, and delete those that nobody does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from govlint.finding import Finding, Location, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, review, rule
from govlint.site.model import Column, ColumnState
from govlint.site.site import Site

from .judged import columns_in
from .sample_pages import site_with

YEARS = 2
"""A column whose few items are older than this counts as given up; the figure is ours."""
FEW = 2
_MOST_NAMED = 3
_MOST_RELATED = 50
_DAY = date(2017, 3, 31)
_OLD = '<ul class="list"><li><span>2013-05-06</span><a href="./t1.html">关于开展读书月活动的通知</a></li></ul>'
_NEW = _OLD.replace("2013-05-06", "2017-03-06")

EXAMPLES = (
    Example(
        Text("只有一条四年前的内容", "one item of four years ago"), site_with("读书月", "dsy", _OLD),
        (Expected("index.html", words="读书月", verdict=Verdict.REVIEW),), as_of=_DAY,
    ),
    Example(
        Text("空白，也没有标准要求它", "blank, and no standard demands it"),
        site_with("读书月", "dsy", '<ul class="list">此栏目暂无任何信息</ul>'),
        (Expected("index.html", words="读书月", verdict=Verdict.REVIEW),), as_of=_DAY,
    ),
    Example(Text("有近期内容", "a recent item"), site_with("读书月", "dsy", _NEW), as_of=_DAY),
)  # fmt: skip


@rule(
    "GOV1007",
    "NeedlessColumn",
    scope=Scope.SITE,
    severity=Severity.NOTE,
    summary=Text(
        "可能无人需要的栏目：空白，或者多年没有内容。", "Columns that nobody may need: blank, or given up for years."
    ),
    why=Text(
        "没有内容保障的栏目会一直空白或者停更，计入否决；检查要求梳理栏目，无人需要的删除。",
        "A column that nobody keeps up stays blank or stale and counts to a veto; inspectors ask to review the columns "
        "and delete those that nobody needs.",
    ),
    remedy=Text(
        "逐个梳理：有需要的补充内容，其余的并入其他栏目或者删除，连同指向它的链接。",
        "Go through them: fill those that are needed, merge or delete the others with the links to them.",
    ),
    basis=("guideline-2017:needless-columns",),
    examples=EXAMPLES,
)
def needless_column(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one review that names the columns of *site* that no standard knows and nothing shows in use."""
    blank = [*columns_in(site, ColumnState.BLANK), *columns_in(site, ColumnState.PLACEHOLDER)]
    old = [column for column in columns_in(site, ColumnState.FILLED) if _is_given_up(column, context.as_of)]
    found = [column for column in (*blank, *old) if not column.concepts and not site.vocabulary.is_filter(column.name)]
    if found:
        yield _finding(site, found)


def _is_given_up(column: Column, as_of: date) -> bool:
    """Whether *column* holds so little, and that so old, that it is no column any more."""
    dated = [item.day for _, item in column.items if item.day is not None]
    return (
        0 < len(column.items) <= FEW
        and len(dated) == len(column.items)
        and not column.pages
        and column.newest is not None
        and (as_of - column.newest).days > YEARS * 365
    )


def _finding(site: Site, found: list[Column]) -> Finding:
    names = "、".join(f"“{column.name[:12]}”" for column in found[:_MOST_NAMED])
    more = "等 " if len(found) > _MOST_NAMED else " "
    notes = {ColumnState.FILLED: Text("只有几条多年前的内容", "a few items of years ago")}
    blank = Text("空白", "blank")
    return review(
        Text(
            f"请梳理栏目：{names}{more}{len(found)} 个栏目空白或者多年没有内容，标准也没有要求，"
            "无人需要的请合并或删除。",
            f"{len(found)} columns are blank or given up for years, and no standard demands them; delete those that "
            "nobody needs.",
        ),
        site.home.path,
        key="needless",
        reason=Text(
            "文件看不出是否有人需要这些栏目；由主管处室和访问量决定。",
            "Files do not tell whether anyone needs them; the office in charge and the visits do.",
        ),
        related=[
            Location(column.path, note=notes.get(column.state, blank)) for column in found[:_MOST_RELATED]
        ],
        number=len(found),
    )  # fmt: skip
