"""Which part of the page an element opens: landmark tags, then the words of its class and id, then its place.

A wrong header or footer on main content costs more than no answer, so a name counts only if all its words are known:
``page-header`` opens the header, ``news_top`` opens nothing.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.facts import Zone
from govlint.page.words import words


class Claim(NamedTuple):
    """What an element says it opens: *zone* (None for nothing), whether that is *sure*, and whether its name says
    that a breadcrumb trail stands in it (*trail*; only what is in it can prove it)."""

    zone: Zone | None
    sure: bool = False
    trail: bool = False


NO_CLAIM = Claim(None)

BOXES = words("aside div dl footer header main menu nav ol section table td ul")
"""Tags that may open a zone."""

_LANDMARKS = {
    "header": Claim(Zone.HEADER, True),
    "nav": Claim(Zone.NAV, True),
    "main": Claim(Zone.MAIN, True),
    "aside": Claim(Zone.ASIDE, True),
    "footer": Claim(Zone.FOOTER, True),
}

_WORD = lazy_re("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


_HEADER = words("header head topbar toubu pagetop sitehead banner top logo")
_HEADER_SURE = words("header head topbar toubu")
_FOOTER = words("footer foot footbar copyright banquan dibu yejiao bottom")
_FOOTER_SURE = words("footer foot copyright banquan yejiao")
_NAV = words("nav navbar mainnav topnav navi navigation navigator menu mainmenu topmenu daohang caidan")
_ASIDE = words("aside side sidebar sidemenu sidenav leftmenu leftnav leftbar subnav submenu")
_MAIN = words("main maincontent mainbody pagemain maincon mainbox zhengwen newscontent articlecontent")
_CONTENT = words("content article zoom detail")
_TRAIL = words(
    "crumb crumbs breadcrumb breadcrumbs bread position location local curmb curmbs dqwz wz weizhi weizi dangqian"
    " curpos curposition nowposition place path address"
)
_SIDES = words("left right")
# Words that say nothing of the part of the page.
_PLAIN = words(
    "site page pz wrap wrapper box bg bj con cont container inner in out outer public common web index home gov by nr"
    " layout region div area block part pc new mod module full fl fr f l w wd width clearfix clear fix cf auto row col"
    " xs sm md lg mt mb h bar x y z s n g the my main id cls style img pic color white blue red line"
    " mobile wap phone slide gd dropdown"
)


@lru_cache(maxsize=4096)
def claim(tag: str, classes: str | None, ident: str | None) -> Claim:
    """Return what an element with this tag, class and id opens."""
    landmark = _LANDMARKS.get(tag)
    if landmark is not None:
        return landmark
    names = (*(classes or "").split()[:8], *([ident] if ident else ()))
    claims = [_claim_of_name(name[:64]) for name in names]
    trail = any(found.trail for found in claims)
    best = next((found for found in claims if found.sure), None)
    best = best or next((found for found in claims if found.zone is not None), NO_CLAIM)
    return best._replace(trail=trail) if trail else best


def _claim_of_name(name: str) -> Claim:
    said = {word.lower() for word in _WORD.findall(name)}
    rest = said - _PLAIN
    trail = bool(said & _TRAIL)
    if not rest:
        return Claim(Zone.MAIN, True, trail) if "main" in said else Claim(None, trail=trail)
    if rest <= _FOOTER:
        return Claim(Zone.FOOTER, bool(rest & _FOOTER_SURE), trail)
    if rest <= _HEADER:
        return Claim(Zone.HEADER, bool(rest & _HEADER_SURE), trail)
    if rest & _ASIDE and rest <= _ASIDE | _SIDES | _NAV:
        return Claim(Zone.ASIDE, True, trail)
    if rest & _NAV:
        if rest & _SIDES and rest <= _NAV | _SIDES:
            return Claim(Zone.ASIDE, True, trail)
        return Claim(Zone.NAV if rest <= _NAV | _HEADER else None, bool(rest <= _NAV), trail)
    if rest <= _MAIN | _CONTENT:
        return Claim(Zone.MAIN, bool(rest & _MAIN), trail)
    return Claim(None, trail=trail)


# The deepest element (html is 0) that an unsure "top" or "bottom" may stand on: deeper ones are parts of blocks.
_SHALLOW = 5


class Zoner:
    """The zone of each element in turn, as the walk enters it: what it claims, weighed with where it stands."""

    __slots__ = ("_seen_header", "_seen_main")

    def __init__(self) -> None:
        self._seen_header = False
        self._seen_main = False

    def enter(self, outer: Zone, said: Claim, depth: int) -> Zone:
        """Return the zone of an element *depth* levels down that makes the claim *said* inside the zone *outer*."""
        zone = said.zone
        if zone is None or zone is outer or outer is Zone.FOOTER:
            return outer
        if zone is Zone.HEADER:
            return self._header(outer, said, depth)
        if zone is Zone.FOOTER:
            return zone if said.sure or (depth <= _SHALLOW and outer is Zone.OTHER) else outer
        if zone is Zone.MAIN:
            return self._main(outer, said)
        if zone is Zone.NAV:
            return self._nav(outer, said)
        return zone if outer in (Zone.OTHER, Zone.MAIN) else outer

    def _header(self, outer: Zone, said: Claim, depth: int) -> Zone:
        # The header comes before all content: a "header" behind it is the head of a block.
        if outer is not Zone.OTHER or self._seen_main or not (said.sure or depth <= _SHALLOW):
            return outer
        self._seen_header = True
        return Zone.HEADER

    def _main(self, outer: Zone, said: Claim) -> Zone:
        # Before any header, "main" is the wrapper of the whole page; inside one, it is not closed in time.
        if not self._seen_header or (outer is not Zone.OTHER and not said.sure):
            return outer
        self._seen_main = True
        return Zone.MAIN

    def _nav(self, outer: Zone, said: Claim) -> Zone:
        if outer is Zone.ASIDE or not (said.sure or outer is Zone.HEADER):
            return outer
        if outer is not Zone.MAIN:
            self._seen_header = True
        return Zone.NAV
