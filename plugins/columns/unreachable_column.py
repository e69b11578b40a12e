"""GOV1008 UnreachableColumn: a column whose page exists, and to which no way leads from the home page."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, review, rule
from govlint.page.facts import Role
from govlint.site.model import Column, ColumnState
from govlint.site.site import Site

from .readable import why_unreadable
from .sample_pages import FILLED, column_page, home_page, site_with
from .ways import reached

_MOST_SHARE = 0.3
_STATES = (ColumnState.FILLED, ColumnState.BLANK)
_SHOWN = ("breadcrumb", "meta", "title", "menu")
_PAGING = '<div class="page"><a href="index_1.html">下一页</a></div>'
_HIDDEN = {**site_with("规划计划", "ghjh", FILLED), "rsxx/index.html": column_page("人事信息", FILLED)}

EXAMPLES = (
    Example(
        Text("栏目页还在，没有链接指向它", "the page is there, and nothing links to it"),
        _HIDDEN, (Expected("rsxx/index.html", 1, 1, "人事信息"),),
    ),
    Example(
        Text("菜单由脚本生成，无法判断", "a script makes the menu: files cannot tell"),
        {**_HIDDEN, "index.html": home_page({}).replace("</body>", '<script src="menu.js"></script></body>')},
        (Expected("index.html", words="没有看到", verdict=Verdict.REVIEW),),
    ),
    Example(Text("从上级栏目可以到达", "its parent links to it"), {
        **_HIDDEN,
        "ghjh/index.html": column_page("规划计划", FILLED + '<a href="../rsxx/">人事信息</a>'),
    }),
)  # fmt: skip


@rule(
    "GOV1008",
    "UnreachableColumn",
    scope=Scope.SITE,
    severity=Severity.WARNING,
    summary=Text("栏目存在，但从首页出发无法到达。", "A column exists, and no way leads to it from the home page."),
    why=Text(
        "没有入口的栏目公众找不到，检查时等于没有；改版留下的旧栏目还会带着过期内容被搜索到。",
        "A column without an entry cannot be found and counts as missing; what a redesign left behind turns up in "
        "searches with outdated content.",
    ),
    remedy=Text(
        "在导航或上级栏目中加上链接；不再使用的，连同页面一起删除。",
        "Link to it from the menu or its parent column, or delete its pages.",
    ),
    basis=("guideline-2017:columns",),
    examples=EXAMPLES,
)
def unreachable_column(site: Site, _context: Context) -> Iterator[Finding]:
    """Yield one finding for every column of *site* without a way to it, one review where files do not tell."""
    home = site.pages.get(site.home.path)
    if home is None or home.role is not Role.PAGE or site.facts.partial:
        return
    ways = reached(site)
    columns = [column for column in site.columns if column.path and column.state in _STATES]
    lost = [
        column
        for column in columns
        if column.path not in ways and ways.isdisjoint((*column.pages, *column.stubs))
        and not column.sources.isdisjoint(_SHOWN) and column.items
    ]  # fmt: skip
    if not lost:
        return
    reason = why_unreadable(site)
    if reason is not None or _lacks_parents(site) or len(lost) > max(1, _MOST_SHARE * len(columns)):
        yield _unsure(site, lost, reason)
        return
    for column in lost:
        message = Text(
            f"从首页出发无法到达栏目“{column.name}”，请在导航或上级栏目中加上链接，不再使用的删除。",
            f"No way leads from the home page to the column “{column.name}”; link to it, or delete it.",
        )
        concept = " ".join(sorted(column.concepts))
        yield fail(message, column.path, key=column.path, column=column.name, concept=concept)


def _lacks_parents(site: Site) -> bool:
    """Whether columns of the navigation are not stored: the way may lead through one of them."""
    return any(
        column.state in (ColumnState.MISSING, ColumnState.UNLINKED)
        and not column.sources.isdisjoint(("navigation", "menu"))
        for column in site.columns
    )


def _unsure(site: Site, lost: list[Column], reason: Text | None) -> Finding:
    message = Text(
        f"有 {len(lost)} 个栏目（“{lost[0].name}”等）没有看到从首页到达的链接，请核对。",
        f"No way was seen from the home page to {len(lost)} columns (“{lost[0].name}” …); check them.",
    )
    reason = reason or Text(
        "首页或者导航里的页面可能不完整，或者菜单由脚本生成；用浏览器从首页点一遍即可判断。",
        "The home page or pages of the menu may be incomplete, or made by script; click through them in a browser.",
    )
    return review(message, site.home.path, key="unreachable", reason=reason, number=len(lost))
