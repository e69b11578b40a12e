"""What the scripts of a page can do to a control, as far as the files of the site tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.facts import NO_SCRIPT, Link, PageFacts
from govlint.page.table import bodies
from govlint.site.model import TargetKind
from govlint.site.site import Site

# Libraries and services that every site loads. They bind nothing of the site's by themselves, so a page whose only
# unknown scripts are these can be judged. Told by the file's name …
_LIBRARY = lazy_re(
    r"(?:^|/)(?:jquery|superslide|swiper|slick|bootstrap|html5|respond|dd_belatedpng|iepngfix|pngfix|unitpngfix|wow|echarts"
    r"|highcharts|swfobject|zepto|polyfill|es5-sh|modernizr|animate|laydate|wdatepicker|video|jwplayer|jiucuo|marquee)"
    r"(?![\w.\-]*(?:search|sou|form|main|index|common|custom))[\w.\-]*\.js(?:[?#]|$)",
    re.IGNORECASE,
)
# … or by its host: the error-report entry, the party mark, and counters and share buttons.
_SERVICE = lazy_re(
    r"^(?:https?:)?//(?:[\w\-]++\.)*(?:conac\.cn|zfwzgl\.www\.gov\.cn|kaipuyun\.cn|hm\.baidu\.com|bdimg\.com|bdstatic\.com"
    r"|bshare\.cn|jiathis\.com|cnzz\.com|51\.la|google-analytics\.com|googletagmanager\.com|addthis\.com)(?:[:/]|$)",
    re.IGNORECASE,
)
_SPEAKS_OF_SEARCH = lazy_re(
    r"(?<!re)search|serch|sousuo|jiansuo|keyword|chaxun|(?:^|[^a-z])so?u(?:[_\-]|$)|搜索|检索", re.IGNORECASE
)
_SPEAKS_OF_SERVICE = lazy_re(r"jiucuo|errorinfo|zfwzgl|kaipuyun|conac|hm\.baidu|share", re.IGNORECASE)
_UNSEEN = frozenset(("vue", "react", "angular", "avalon", "layui", "load"))


OPEN_FACT = "search.open"  # in PageFacts.extra: includes or template tags stand in the page, unfilled


class Reach(NamedTuple):
    """What the scripts of one page know.

    *defines* and *mentions* are those of all scripts that can be read; *outside* the addresses of scripts that cannot:
    on another host, missing from the files, or empty files. *texts* are what they write and where they jump to,
    *unseen* the marks of libraries that bind by attributes of their own or bring in further markup; *is_open* says
    that the page has includes or template tags, which may bring in anything.
    """

    defines: frozenset[str]
    mentions: frozenset[str]
    outside: tuple[str, ...]
    texts: tuple[str, ...]
    unseen: frozenset[str]
    is_open: bool = False

    @property
    def hints(self) -> tuple[str, ...]:
        """Whatever the known scripts name, write or jump to that speaks of searching, the shortest first."""
        found = filter(_hints_at_search, (*self.defines, *self.mentions, *self.texts))
        return tuple(sorted(found, key=lambda hint: (len(hint), hint)))


NO_REACH = Reach(frozenset(), frozenset(), (), (), frozenset())


def reach_of(site: Site, page: PageFacts) -> Reach:
    """Return what the inline and the included scripts of *page* can reach."""
    known = [page.script]
    outside: list[str] = []
    for link in _script_links(page):
        if _is_harmless(link.href):
            continue
        target = site.resolve(page.path, link.href)
        facts = site.facts.scripts.get(target.path, NO_SCRIPT) if target.kind is TargetKind.FILE else NO_SCRIPT
        if facts == NO_SCRIPT:
            outside.append(link.href)
        else:
            known.append(facts)
    defines = frozenset(name for facts in known for name in facts.defines)
    mentions = frozenset(name for facts in known for name in facts.mentions)
    texts = tuple(text for facts in known for text in (*facts.redirects, *facts.writes))
    unseen = _UNSEEN & {mark for facts in known for mark in facts.loaders}
    return Reach(defines, mentions, tuple(dict.fromkeys(outside)), texts, unseen, OPEN_FACT in page.extra)


def _script_links(page: PageFacts) -> Iterator[Link]:
    return (link for link in bodies(page.links) if link.tag == "script" and link.href)


def _hints_at_search(name: str) -> bool:
    return bool(_SPEAKS_OF_SEARCH.search(name)) and not _SPEAKS_OF_SERVICE.search(name)


def _is_harmless(href: str) -> bool:
    """Whether the script *href* is a library or a service that binds no control of the site."""
    return bool(_LIBRARY.search(href) or _SERVICE.match(href))
