"""GOV1009 MisplacedColumn: a column that exists, and not under the column where a standard wants it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from govlint.finding import Finding, Location, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, review, rule
from govlint.page.facts import Role, Zone
from govlint.site.model import Column, ColumnState
from govlint.site.site import Site

from .demands import Demand, demanded_columns
from .sample_pages import FILLED, column_page, home_page

RULE = "GOV1009"
_DAY = date(2017, 3, 31)
_FRAME = (Zone.HEADER, Zone.NAV, Zone.FOOTER)
_PARENT = Text("规定的上级栏目", "the column it belongs under")
_LINK = '<ul><li><a href="../ysq/">依申请公开</a></li></ul>'


def _example(zh: str, en: str, disclosure: str, request: str, *expected: Expected) -> Example:
    files = {
        "index.html": home_page({"信息公开": "./xxgk/", "依申请公开": "./ysq/"}),
        "xxgk/index.html": column_page("信息公开", FILLED + disclosure),
        "ysq/index.html": request,
    }
    return Example(Text(zh, en), files, expected, ("city-2017",), "department", _DAY)


_ALONE = column_page("依申请公开", "<p>公民、法人或者其他组织可以向本机关申请获取政府信息，请填写申请表。</p>")
EXAMPLES = (
    _example(
        "依申请公开和信息公开并列", "requests stand beside disclosure, not under it",
        "", _ALONE, Expected("ysq/index.html", 9, 54, "依申请公开"),
    ),
    _example(
        "没有位置导航，无法判断", "no breadcrumb: files cannot tell",
        "", _ALONE.replace("当前位置：", "").replace("position", "x").replace('<a href="../">首页</a> &gt;', ""),
        Expected("ysq/index.html", words="依申请公开", verdict=Verdict.REVIEW),
    ),
    _example("信息公开页链接到它", "the disclosure page links to it", _LINK, _ALONE),
)  # fmt: skip


@rule(
    RULE,
    "MisplacedColumn",
    scope=Scope.SITE,
    severity=Severity.WARNING,
    summary=Text("栏目没有设在规定的上级栏目下。", "A column does not stand under the column where it belongs."),
    why=Text(
        "信息公开的各项内容应集中在一个专栏里；散放在别处，公众和检查都难以找到。",
        "What belongs to disclosure is gathered in one place; elsewhere neither the public nor inspectors find it.",
    ),
    remedy=Text(
        "把栏目移到规定的上级栏目下，或者在上级栏目中加上链接。",
        "Move it under the column where it belongs, or link to it from there.",
    ),
    basis=("city-2017:disclosure", "disclosure-2019:blocks", "disclosure-2019:one-platform"),
    examples=EXAMPLES,
)
def misplaced_column(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for every demanded column of *site* of which none stands under the demanded parent."""
    for demand in demanded_columns(context):
        parents = [column for column in site.columns_of(demand.under) if demand.under and column.path]
        parents = [column for column in parents if column.state is ColumnState.FILLED]
        columns = [column for column in site.columns_of(demand.concept) if _is_page(site, column)]
        if parents and columns and not any(_is_under(site, column, parents) for column in columns):
            yield _finding(site, columns[0], parents[0], demand)


def _is_page(site: Site, column: Column) -> bool:
    page = site.pages.get(column.path)
    return page is not None and page.role is Role.PAGE and column.path != site.home.path


def _is_under(site: Site, column: Column, parents: Sequence[Column]) -> bool:
    """Whether *column* stands under one of *parents*: by its folder, its trail, or a link below the frame there."""
    above = {parent.path for parent in parents}
    folders = {path.rpartition("/")[0] for parent in parents for path in (parent.path, *parent.stubs)}
    if column.path in above or column.parent in above:
        return True
    if any(folder and column.path.startswith(f"{folder}/") for folder in folders):
        return True
    kinds = frozenset[str]().union(*(parent.concepts for parent in parents))
    if any(site.vocabulary.match(crumb.text) & kinds for crumb in site.pages[column.path].crumbs):
        return True
    return any(
        site.link(ref).zone not in _FRAME and (ref.page in above or ref.page.rpartition("/")[0] in folders - {""})
        for ref in column.links
    )


def _finding(site: Site, column: Column, parent: Column, demand: Demand) -> Finding:
    trail = site.pages[column.path].crumbs
    related = (Location(parent.path, note=_PARENT),)
    told: dict[str, Any] = {"column": column.name, "concept": demand.concept, "under": parent.name}
    message = Text(
        f"栏目“{column.name}”没有设在“{parent.name}”下，请移入该栏目，或者在那里加上链接。",
        f"The column “{column.name}” does not stand under “{parent.name}”; move it there, or link to it from there.",
    )
    if len(trail) > 1:
        return fail(message, column.path, trail[-1].at, key=demand.concept, related=related, **told)
    reason = Text(
        "页面没有位置导航，看不出上级栏目；打开导航菜单核对即可判断。",
        "The page shows no trail, so that its parent is unknown; the menu of the site decides it.",
    )
    return review(message, column.path, key=demand.concept, reason=reason, related=related, **told)
