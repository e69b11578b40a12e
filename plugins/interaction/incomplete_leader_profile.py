"""GOV7005 IncompleteLeaderProfile: the page of a leader without a curriculum vitae."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.findings.grouping import group
from govlint.lint.rule import Example, Expected, Scope, fail, review, rule
from govlint.page.table import bodies
from govlint.site.model import ColumnState, TargetKind
from govlint.site.site import Site

from .leader_text import LEADER, LeaderFacts
from .samples import site_with_article

_DUTIES = "<p>县委常委、副县长</p><p>分工：负责农业、林业、水利工作。</p>"


def _example(zh: str, en: str, main: str, *expected: Expected) -> Example:
    files = site_with_article("领导信息", "ldxx", "周若兰", main, {"ldxx/jl.doc": ""})
    return Example(Text(zh, en), files, expected, ("national-2019",), "portal")


EXAMPLES = (
    _example("只有分工", "duties alone", _DUTIES, Expected("ldxx/t1.html", line=10, column=1, words="简历")),
    _example("有简历", "there is a CV", f"{_DUTIES}<p>简历：女，1970年2月出生，大学学历。</p>"),
    _example(
        "简历在附件里", "the CV may be in a file", f'{_DUTIES}<p><a href="./jl.doc">附件</a></p>',
        Expected("ldxx/t1.html", words="简历", verdict=Verdict.REVIEW),
    ),
)  # fmt: skip


@rule(
    "GOV7005",
    "IncompleteLeaderProfile",
    scope=Scope.SITE,
    severity=Severity.WARNING,
    summary=Text("领导信息没有简历。", "The page of a leader gives no curriculum vitae."),
    why=Text("领导的姓名、简历缺失的，每处扣 1 分。", "Each name or curriculum vitae that is missing costs a point."),
    remedy=Text("在领导信息页面补充简历。", "Add the curriculum vitae to the leader's page."),
    basis=("national-2019:leaders",),
    examples=EXAMPLES,
)
def incomplete_leader_profile(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for the pages of leaders on *site* that give no curriculum vitae."""
    rows = context.rows("GOV7005")
    if rows:
        basis = tuple(f"{standard.id}:{row.id}" for standard, row in rows)
        yield from group((finding._replace(basis=basis) for finding in _findings(site)), site.home.path)


def _findings(site: Site) -> Iterator[Finding]:
    for path in sorted(_leader_pages(site)):
        leader: LeaderFacts | None = site.pages[path].extra.get(LEADER)
        if leader is None or leader.vita:
            continue
        if leader.closed:
            yield review(
                Text(
                    "领导信息页面上没有看到简历，请核对。", "No curriculum vitae was seen on the leader's page; check."
                ),
                path,
                leader.at,
                key="vita",
                reason=Text(
                    "可能在附件、图片或脚本里；打开即可判断。",
                    "It may be in a file, a picture or a script; a look decides.",
                ),
            )
        else:
            message = Text("领导信息没有简历，请补充。", "The leader's page gives no curriculum vitae; add it.")
            yield fail(message, path, leader.at, key="vita")


def _leader_pages(site: Site) -> set[str]:
    """Return the pages that the rows of the leaders' columns lead to."""
    pages = set()
    columns = [column for column in site.columns_of("leaders") if column.state is ColumnState.FILLED]
    for column in columns:
        for path, item in column.items:
            target = site.target(path, bodies(site.pages[path].links)[item.link]) if item.link >= 0 else None
            if target is not None and target.kind is TargetKind.PAGE:
                pages.add(target.path)
    return pages - {column.path for column in site.columns}
