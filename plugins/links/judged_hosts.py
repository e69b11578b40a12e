"""The hosts that a site links to and should not, each with the reason: what GOV5003 says, before it is put in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.facts import PageFacts, Zone
from govlint.site.site import Site

from .hosts import HostClass, HostLists
from .places import Place, Places
from .survey import Outside, survey

_NAMED_BEFORE = lazy_re(
    r"(?:技术支持|技术维护|网站建设|网站制作|设计制作|制作维护|制作单位|开发维护|Powered by)\s*+[:：]?\s*+$", re.I
)
_OPEN_TO_TEXT = frozenset(
    (HostClass.UNKNOWN, HostClass.COMMERCIAL, HostClass.RAW_ADDRESS, HostClass.PARKED, HostClass.HIDDEN)
)
_FRAME = frozenset((Zone.HEADER, Zone.NAV, Zone.ASIDE, Zone.FOOTER))


class Fault(StrEnum):
    """What is wrong with a host."""

    HARMFUL = "harmful"
    VENDOR = "vendor"
    COMMERCIAL = "commercial"
    RAW_ADDRESS = "raw-address"
    BROKEN = "broken"
    STATISTICS = "statistics"
    HIDDEN = "hidden"
    PARKED = "parked"
    UNKNOWN = "unknown"


_BY_CLASS = {
    HostClass.RAW_ADDRESS: Fault.RAW_ADDRESS,
    HostClass.BROKEN: Fault.BROKEN,
    HostClass.COMMERCIAL: Fault.COMMERCIAL,
    HostClass.HIDDEN: Fault.HIDDEN,
    HostClass.PARKED: Fault.PARKED,
}


class JudgedHost(NamedTuple):
    """A *host* with what is wrong with it, where its links stand, and the *text* of one."""

    host: str
    fault: Fault
    places: Places
    text: str = ""


def judged_hosts(site: Site, lists: HostLists) -> Iterator[JudgedHost]:
    """Yield the hosts that links of *site* should not lead to, and those that nothing is known of."""
    makers = _Makers(site)
    for host, outside in survey(site).outside.items():
        judged = _judge(lists, makers, host, outside)
        if judged is not None:
            yield judged


def may_be_cited(site: Site, place: Place) -> bool:
    """Say whether the link at *place* stands where a document may cite it: not in the frame around the content."""
    return place.link >= 0 and site.pages[place.path].links[place.link].zone not in _FRAME


def _judge(lists: HostLists, makers: _Makers, host: str, outside: Outside) -> JudgedHost | None:
    judged = lists.judge(host)
    every = outside.links if outside.links.links else outside.resources
    if judged is HostClass.HARMFUL:
        return JudgedHost(host, Fault.HARMFUL, every)
    if judged is HostClass.STATISTICS:
        return JudgedHost(host, Fault.STATISTICS, every)
    if not outside.links.links or judged not in {*_BY_CLASS, HostClass.UNKNOWN}:
        return None
    if judged in _OPEN_TO_TEXT:
        for text, places in outside.texts.items():
            if lists.is_harmful_text(text):
                return JudgedHost(host, Fault.HARMFUL, places, text)
    if judged is HostClass.UNKNOWN:
        return _judge_unknown(lists, makers, host, outside)
    return JudgedHost(host, _BY_CLASS[judged], outside.links)


def _judge_unknown(lists: HostLists, makers: _Makers, host: str, outside: Outside) -> JudgedHost | None:
    for text, places in outside.texts.items():
        if lists.is_vendor_text(text) or makers.are_named_at(places.first):
            return JudgedHost(host, Fault.VENDOR, places, text)
    if outside.texts and all(lists.names_public_body(text) for text in outside.texts):
        return None
    return JudgedHost(host, Fault.UNKNOWN, outside.links, next(iter(outside.texts), ""))


class _Makers:
    """Knows the links before which a page says that the makers of the site are named next; looks at a page once."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._links: dict[str, frozenset[int]] = {}

    def are_named_at(self, place: Place) -> bool:
        """Say whether the link at *place* is one of those."""
        links = self._links.get(place.path)
        if links is None:
            links = self._links[place.path] = _introduced(self._site.pages[place.path])
        return place.link in links


def _introduced(page: PageFacts) -> frozenset[int]:
    return frozenset(
        run.link
        for before, run in pairwise(page.runs)
        if run.link >= 0 and before.kind == "text" and _NAMED_BEFORE.search(before.text)
    )
