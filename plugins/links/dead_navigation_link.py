"""GOV5002 DeadNavigationLink: an entry of the menu that reads like a column and leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from itertools import islice

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, fail, review, rule
from govlint.page.facts import Zone
from govlint.site.site import Site

from .menus import MENU, IdleEntry, is_column_name, leads_nowhere
from .places import Places
from .survey import nearest_first
from .wording import cut, listed, on_pages

_MANY = 5
_SAMPLE = 60  # pages
_SHARE = 4  # one in so many entries
_MENU = (
    '<html><body><div class="nav"><ul>\n<li><a href="/">首页</a></li>\n<li><a href="/zwgk/">政务公开</a></li>\n'
    '<li><a href="/bsfw/">办事服务</a></li>\n<li><a href="{}"{}>互动交流</a>{}</li>\n</ul></div></body></html>'
)
_PAGES = {"zwgk/index.html": "<html><body>1</body></html>", "bsfw/index.html": "<html><body>2</body></html>"}
_LEFT_OUT = Text(
    "很多菜单项都没有地址，可能是导出时去掉了，或是尚未完工的模板；请用原网站的导出核对。",
    "Many entries have no address: they may have been taken out on export, or this is an unfinished template; check "
    "an export of the site itself.",
)
_BOUND = Text(
    "脚本提到了这个菜单项所用的名称，点击可能由脚本处理；请在浏览器里点击核对。",
    "A script names what this entry stands in and may act on the click; click it in a browser.",
)


@rule(
    "GOV5002",
    "DeadNavigationLink",
    scope=Scope.SITE,
    needs=Needs.LITERAL,
    severity=Severity.WARNING,
    summary=Text("导航里的栏目没有链接地址。", "An entry of the menu has no address."),
    why=Text(
        "导航里点不开的栏目与打不开的链接一样扣分，公众会以为栏目空白。",
        "A column of the menu that does not open costs as much as a dead link, and looks like a blank column.",
    ),
    remedy=Text(
        "填上栏目的地址；栏目尚未开设或者已经取消的，从导航中去掉。",
        "Fill in the address of the column; take entries of columns that do not exist off the menu.",
    ),
    basis=("national-2015:link-availability", "national-2019:availability", "guideline-2017:links"),
    tags=("links",),
    examples=(
        Example(
            Text("导航里有一项没有地址", "One entry of the menu has no address"),
            {"index.html": _MENU.format("#", "", ""), **_PAGES},
            (Expected("index.html", 5, 8, "互动交流"),),
        ),
        Example(
            Text("点击时展开子菜单", "It opens a sub-menu"),
            {"index.html": _MENU.format("#", "", '<ul><li><a href="/zwgk/">局长信箱</a></li></ul>'), **_PAGES},
        ),
        Example(
            Text("点击由脚本处理", "A handler acts on the click"),
            {"index.html": _MENU.format("javascript:;", ' onclick="show(3)"', ""), **_PAGES},
        ),
    ),
)
def dead_navigation_link(site: Site, context: Context) -> Iterator[Finding]:
    """Yield one finding for every menu entry of *site* without an address; of many such entries one review in all."""
    idle, entries = _gather(site)
    if not idle:
        return
    live = _live_names(site, idle)
    dead = {text: places for text, places in idle.items() if text not in live}
    if len(dead) >= _MANY and _SHARE * len(dead) >= len(dead) + len(live):
        yield _many(dead)
        return
    mentioned = {name for script in site.facts.scripts.values() for name in script.mentions}
    for text, places in dead.items():
        path = places.first.path
        bound = not mentioned.union(site.pages[path].script.mentions).isdisjoint(entries[text].names)
        if bound or len(live) < 2:
            yield _unsure(text, places, _BOUND if bound else _LEFT_OUT)
        else:
            yield _dead(text, places, home=path == site.home.path)


def _gather(site: Site) -> tuple[dict[str, Places], dict[str, IdleEntry]]:
    """Return the entries without an address by their text: where they stand, and the first of each."""
    idle: dict[str, Places] = {}
    entries: dict[str, IdleEntry] = {}
    for page in nearest_first(site):
        for entry in page.extra.get(MENU, ()):
            entries.setdefault(entry.text, entry)
            idle.setdefault(entry.text, Places()).add(page.path, entry.at, "href")
    return idle, entries


def _live_names(site: Site, idle: Mapping[str, Places]) -> Set[str]:
    """Return the texts of menu entries with an address: on the pages where others have none, and on those near the
    home page, because the entry of the page one is on often has none."""
    pages = {places.first.path for places in idle.values()}
    pages.update(page.path for page in islice(nearest_first(site), _SAMPLE))
    return {
        link.text
        for path in pages
        for link in site.pages[path].links
        if link.zone is Zone.NAV and link.tag == "a" and is_column_name(link.text) and not leads_nowhere(link.href)
    }


def _dead(text: str, places: Places, *, home: bool) -> Finding:
    pages = on_pages(places)
    message = Text(
        f"导航中的“{cut(text)}”没有链接地址，点击没有反应；请填上栏目地址或去掉此项{pages.zh}。",
        f"“{cut(text)}” in the menu has no address and does nothing; fill it in or remove the entry{pages.en}.",
    )
    first = places.first
    return fail(
        message, first.path, first.mark, key=text, related=places.related(), pages=places.pages, home=home
    )  # fmt: skip


def _unsure(text: str, places: Places, reason: Text) -> Finding:
    pages = on_pages(places)
    message = Text(
        f"导航中的“{cut(text)}”没有链接地址，请核对点击后是否打开栏目{pages.zh}。",
        f"“{cut(text)}” in the menu has no address; check whether a click opens the column{pages.en}.",
    )
    first = places.first
    return review(
        message, first.path, first.mark, key=text, reason=reason, related=places.related(), pages=places.pages
    )


def _many(dead: Mapping[str, Places]) -> Finding:
    names = listed(list(dead))
    message = Text(
        f"导航中有 {len(dead)} 项没有链接地址（{names.zh}），请核对。",
        f"{len(dead)} entries of the menus have no address ({names.en}); check them.",
    )
    first = next(iter(dead.values())).first
    return review(message, first.path, first.mark, key="menu", reason=_LEFT_OUT, entries=len(dead))
