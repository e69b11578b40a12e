"""GOV1001 MissingMandatoryColumn: a column that a standard demands and that the site does not have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from govlint.finding import Finding, Location, Mark, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, fail, review, rule
from govlint.page.facts import Zone
from govlint.site.site import Site

from .demands import Demand, demanded_columns, why_waived
from .presence import presence_on
from .readable import why_hidden, why_unreadable
from .sample_pages import home_page

_DAY = date(2017, 3, 31)
_COLUMNS = {"通知公告": "./tzgg/", "政务咨询": "./zwzx/"}
_SCRIPTED = '<html lang="zh-CN"><body><div class="nav" id="nav"></div><script src="menu.js"></script></body></html>'
_HERE = Text("应当开设在这个栏目下", "it belongs under this column")


def _example(zh: str, en: str, home: str, *expected: Expected) -> Example:
    return Example(Text(zh, en), {"index.html": home}, expected, ("national-2015",), "department", _DAY)


EXAMPLES = (
    _example(
        "没有调查征集栏目", "there is no column for surveys",
        home_page(_COLUMNS), Expected("index.html", line=6, column=5, words="调查征集"),
    ),
    _example("用别的名称开设", "it goes by another accepted name", home_page({**_COLUMNS, "民意征集": "./myzj/"})),
    _example(
        "导航由脚本生成，无法判断", "a script makes the menu: files cannot tell", _SCRIPTED,
        Expected("index.html", words="调查征集", verdict=Verdict.REVIEW),
        Expected("index.html", words="政务咨询", verdict=Verdict.REVIEW),
    ),
)  # fmt: skip


@rule(
    "GOV1001",
    "MissingMandatoryColumn",
    scope=Scope.SITE,
    needs=Needs.MENU,
    severity=Severity.ERROR,
    summary=Text("缺少标准要求开设的栏目。", "A column that a standard demands is missing."),
    why=Text(
        "检查时逐项核对规定的栏目，缺少的栏目按项扣分；公众也无处查阅应当公开的信息。",
        "Inspectors go through the demanded columns one by one; each that is missing costs points, and what must be "
        "published there cannot be found.",
    ),
    remedy=Text(
        "开设该栏目，在首页导航或上级栏目中给出链接并发布内容；栏目已有其他名称的，改用标准名称，"
        "或者在标准文件中登记该名称。",
        "Open the column, link to it from the home page's menu or its parent column, and fill it. If it goes by "
        "another name, use the standard's name, or add the name to your own standard file.",
    ),
    basis=(
        "national-2015:consultation",
        "national-2015:survey",
        "national-2019:veto-interaction",
        "disclosure-2019:duties",
        "disclosure-2019:blocks",
        "guideline-2017:column-set",
    ),
    examples=EXAMPLES,
)
def missing_mandatory_column(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for every demanded column that nothing on *site* matches."""
    demands = demanded_columns(context)
    if not demands:
        return
    presence = presence_on(site)
    absent = [demand for demand in demands if not presence.shows(demand.concept, demand.names)]
    unreadable = why_unreadable(site) if absent else None
    mark = _menu(site)
    for demand in absent:
        reason = unreadable or why_hidden(site, _parent(site, demand)) or why_waived(demand)
        yield _finding(site, demand, mark, reason)._replace(basis=demand.basis, weight=demand.severity)


def _finding(site: Site, demand: Demand, mark: Mark, reason: Text | None) -> Finding:
    path, key = site.home.path, demand.concept
    if reason is None:
        parents = site.columns_of(demand.under) if demand.under else ()
        above = next((column for column in parents if column.path), None)
        related = (Location(above.path, note=_HERE),) if above else ()
        message = _message(demand, above.name if above else "")
        return fail(message, path, mark, key=key, related=related, column=demand.name.zh, concept=key)
    message = Text(
        f"没有看到栏目“{demand.name.zh}”，请核对是否已经开设。",
        f"No column “{demand.name.en}” was seen; check whether there is one.",
    )
    return review(message, path, mark, key=key, reason=reason, column=demand.name.zh, concept=key)


def _message(demand: Demand, above: str) -> Text:
    note = demand.note or Text("", "")
    zh = f"在“{above}”下开设" if above else "开设该栏目并在首页给出链接"
    en = f"open it under “{above}”" if above else "open it and link to it from the home page"
    return Text(
        f"缺少栏目“{demand.name.zh}”：全站没有找到，请{zh}，发布内容。{note.zh}",
        f"The column “{demand.name.en}” is missing from the whole site; {en}, and fill it. {note.en}".rstrip(),
    )


def _menu(site: Site) -> Mark:
    """Return the place of the home page's menu: the start tag of its first link; else the page as a whole."""
    home = site.pages.get(site.home.path)
    links = home.links if home else ()
    return next((Mark(link.at) for link in links if link.zone is Zone.NAV and link.tag == "a"), Mark())


def _parent(site: Site, demand: Demand) -> str:
    concept = site.vocabulary.concepts.get(demand.concept)
    return demand.under or (concept.parent if concept else "")
