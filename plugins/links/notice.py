"""The notice that a visitor is about to leave for another site: does any page or script hold it?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from govlint.lazy_re import lazy_re
from govlint.lint.hints import Hint
from govlint.page.facts import NO_SCRIPT, PageFacts
from govlint.page.model import Page
from govlint.site import urls
from govlint.site.model import TargetKind
from govlint.site.site import Site

LEAVES = "links.leaves"
"""The key of this fact in ``PageFacts.extra``: the page, or a script in it, speaks of leaving the site."""

_LEAVE = Hint(("离开",))
_LEAVING = lazy_re(r"(?:即将|将要?|正在|确[定认]要?)离开|离开(?:本|该)(?:网站|站)")
# Names of functions and of pages that stand between a link and another site.
_GUARD_NAME = lazy_re(
    r"leave|outlink|out_?site|exit_?site|external|wyly|wailian|jump_?out|link_?confirm", re.IGNORECASE
)
_LIBRARY = lazy_re(
    r"jquery|swiper|slide|bootstrap|layui|echarts|vue|angular|html5|respond|cnzz|51\.la|tongji|analytics|conac|jiucuo"
    r"|share|jiathis|(?:^|/)hm\.js",
    re.IGNORECASE,
)
_SAMPLE = 500  # pages whose links are looked at
_PASSED_ON = lazy_re(r"[?&](?:url|link|target|to|href|u)=(?:https?(?::|%3a)|www\.)", re.IGNORECASE)


def warns_of_leaving(page: Page) -> bool:
    """Say whether *page*, its scripts included, holds the words of a leave notice."""
    return _LEAVE.on(page) and _LEAVING.search(page.source) is not None


def has_notice(site: Site) -> bool:
    """Say whether any page or script of *site* holds a leave notice, or something that may be one."""
    scripts = [*site.facts.scripts.values(), *(page.script for page in site.pages.values())]
    return (
        any(page.extra.get(LEAVES) for page in site.pages.values())
        or any(script.warns_of_leaving or any(map(_GUARD_NAME.search, script.defines)) for script in scripts)
        or any(map(_passes_on, islice(site.pages.values(), _SAMPLE)))
    )


def unread_scripts(site: Site) -> Iterator[str]:
    """Yield the sources of scripts that the home page loads and that cannot be read: they may hold the notice.

    Those of well-known libraries do not.
    """
    home = site.pages.get(site.home.path)
    for link in home.links if home else ():
        if link.tag == "script" and link.attribute == "src" and not _LIBRARY.search(link.href):
            target = site.target(site.home.path, link)
            if target.kind is not TargetKind.FILE or site.facts.scripts.get(target.path, NO_SCRIPT) == NO_SCRIPT:
                yield urls.tidy(link.href)


def _passes_on(page: PageFacts) -> bool:
    """Whether links of *page* lead to other sites by way of a page that is told their address."""
    return any(link.tag == "a" and "=" in link.href and _PASSED_ON.search(link.href) for link in page.links)
