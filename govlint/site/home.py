"""The home page of a site: told, found by its name, or the page that links called 首页 lead to."""

from __future__ import annotations

from collections import Counter

from govlint.lazy_re import lazy_re
from govlint.page.table import bodies
from govlint.site.model import HomePage, SiteFacts, TargetKind
from govlint.site.redirects import follow
from govlint.site.resolve import Resolver

_NAMES = ("", "main.html", "main.htm")
_LINK_TEXT = lazy_re(r"(?:返回|回到|回)?(?:网站|本站|站点)?首\s*页")


def find_home(facts: SiteFacts, resolver: Resolver) -> HomePage:
    """Find the home page; a redirect stub in its place is followed as long as it leads to a page."""
    if facts.home:
        found = resolver.find(facts.home)
        return HomePage(found, "told") if found else HomePage("", f"told, not there: {facts.home}")
    named = _by_name(facts, resolver)
    found, how = (named, f"name: {named}") if named else _by_links(facts, resolver)
    if not found:
        return HomePage("", "none")
    path, stubs, _ = follow(found, facts, resolver)
    return HomePage(path, f"{how} → {path}") if stubs and path in facts.pages else HomePage(found, how)


def _by_name(facts: SiteFacts, resolver: Resolver) -> str:
    """Return the page that stands at a root under a home page's name: its index or default page, or main.html."""
    return next((found for name in _NAMES if (found := resolver.find(name)) in facts.pages), "")


def _by_links(facts: SiteFacts, resolver: Resolver) -> tuple[str, str]:
    """Return the page that links called 首页 lead to on most of the pages that have one, and how that shows."""
    votes: Counter[str] = Counter()
    for page in facts.pages.values():
        targets = {
            resolver.resolve(page.path, link.href, page.base_href)
            for link in bodies(page.links)
            if "页" in link.text and _LINK_TEXT.fullmatch(link.text)
        }
        votes.update({target.path for target in targets if target.kind is TargetKind.PAGE})
    if not votes:
        return "", ""
    path, count = min(votes.items(), key=lambda vote: (-vote[1], vote[0]))
    return (path, f"links: 首页 on {count} pages") if count > 1 and 2 * count > votes.total() else ("", "")
