"""GOV6022 MissingSiteMap: a home page without a link to a map of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.finding import Finding, Mark, Severity, Text
from govlint.lazy_re import lazy_re
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, fail, rule
from govlint.page.facts import Link, Role
from govlint.page.table import bodies
from govlint.site.site import Site

from .footers import footer_at, footers_of
from .sample_pages import MAP, SPONSOR, WHOLE_FOOTER, footer_without, page

_TEXT = lazy_re(r"(?:网站|站点|本站|全站|栏目)\s*+(?:地图|导航|导览|索引)|site\s?map", re.IGNORECASE)
_ADDRESS = lazy_re(r"wzdt|zddt|wangzhanditu|site_?map(?!\.xml)|wzdh", re.IGNORECASE)


@rule(
    "GOV6022",
    "MissingSiteMap",
    scope=Scope.SITE,
    needs=Needs.HOME_LINK,
    severity=Severity.NOTE,
    summary=Text("首页没有网站地图的链接。", "The home page does not link to a site map."),
    why=Text(
        "网站地图让读者和读屏软件一眼看到全部栏目；本项依据未与原文核对，不计分。",
        "A site map shows all columns at once, to screen readers too. The clause was not checked against the text.",
    ),
    remedy=Text(
        "建一个列出全部栏目的页面，并在页脚链接到它。",
        "Make a page that lists all columns, and link to it in the footer.",
    ),
    examples=(
        Example(
            Text("页脚没有网站地图", "none in the footer"),
            {"index.html": footer_without(MAP)},
            (Expected("index.html", 5, 1, "网站地图"),),
        ),
        Example(Text("页脚有网站地图", "a link in the footer"), {"index.html": page(*WHOLE_FOOTER)}),
        Example(Text("“站点导航”", "another name"), {"index.html": page(SPONSOR, '<a href="m.html">站点导航</a>')}),
    ),
    basis=("guideline-2017:site-map",),
    tags=("identity",),
)
def missing_site_map(site: Site, _context: Context) -> Iterator[Finding]:
    """Yield one fault where the home page of *site* and what it includes link to no site map."""
    path = site.follow(site.home.path)[0] if site.home.path else ""
    footers = footers_of(site)
    if path not in footers.pages or site.pages[path].role is not Role.PAGE or footers.is_open(path):
        return
    shown = (path, *footers.within(path))
    if not any(_is_map(link) for found in shown for link in bodies(site.pages[found].links)):
        yield fail(
            Text(
                "首页没有网站地图的链接，请在页脚加上。",
                "The home page links to no site map; add a link in the footer.",
            ),
            path,
            Mark(footer_at(site, path)),
            key="site-map",
        )


def _is_map(link: Link) -> bool:
    return link.tag in ("a", "area", "option") and bool(
        _TEXT.search(f"{link.text} {link.title}") or _ADDRESS.search(link.href)
    )
