"""The pictures of a page that say nothing: without ``alt``, or the only thing in a link that so has no name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from enum import Enum
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.facts import Link
from govlint.page.model import Page

from .addresses import file_name, same_address

if TYPE_CHECKING:
    from lxml.etree import _Element

_ANCESTORS = 8
_HAIRLINE = 3  # pixels: spacers, rules, trackers
_ICON = 20  # pixels: what is no larger both ways is an ornament
# Names of ornaments as people and CMSs give them: spacers, rules, arrows, the lines and folders of a tree.
_ORNAMENT = lazy_re(
    r"(?:^|[_-])(?:blank|spacer?|transparent|pixel|1px|1x1|empty|line|tree_\w{1,20}|dot|point|arrow|bullet|shadow|bg|xian|"
    r"jiantou|fengexian|loading|folder)[_-]?\d*\.\w+$",
    re.IGNORECASE,
)
_COUNTER = lazy_re(r"cnzz\.|hm\.baidu|51\.la|51yes|google-analytics|tongji|counter|/stat", re.IGNORECASE)
_TEMPLATE = lazy_re(r"\{\{|\$\{|\{\$|<%|\[@|\[field:")
_HIDDEN = lazy_re(r"(?:display\s*+:\s*+none|visibility\s*+:\s*+hidden)", re.IGNORECASE)
_PIXELS = lazy_re(r"\s*+(\d{1,5})(?:px)?\s*+$")
# What an editor uploads gets its name from a clock or a hash; what belongs to the template has a name that speaks.
_UPLOADED = lazy_re(
    r"\d{6}|[0-9a-f]{16}|(?:^|/)wps|\.tmp\.|图片\s?\d|^file:|^data:|/(?:upload\w*|u(?:ser)?files?|attach\w*|d/file)/",
    re.IGNORECASE,
)
_LONGEST_NAME = 60
_LONGEST_ADDRESS = 400
_NOWHERE = lazy_re(r"#|javascript:|$", re.IGNORECASE)


class Part(Enum):
    """What a picture without a text is on its page: all that a *link* or button holds, an *icon*, a mere *image*.

    An icon or thumbnail stands beside the text of its link, or beside another link with a text to the same page: the
    template that writes one writes the other.
    """

    LINK = "link"
    ICON = "icon"
    IMAGE = "image"


class Picture(NamedTuple):
    """A picture that says nothing: *address* is equal from all pages of the site, *name* that of its file.

    *uploaded* is whether an editor put it there, so that it belongs to this page and not to the site's template.
    """

    address: str
    name: str
    at: int
    part: Part
    uploaded: bool


def mute_pictures(page: Page) -> Iterator[Picture]:
    """Yield the pictures of *page* that say nothing though they should, in document order."""
    candidates = [link for link in page.facts.links if link.tag == "img" and _is_candidate(link)]
    if not candidates:
        return
    anchors, named = _anchors(page)
    for link in candidates:
        image = page.elements[link.at]
        if _says(image) or _is_unseen(image):
            continue
        uploaded = _UPLOADED.search(link.href[:_LONGEST_ADDRESS]) is not None
        part = _part(page, image, _link_around(image, anchors), named, uploaded=uploaded)
        if part is Part.LINK or (image.get("alt") is None and not _is_ornament(image, link.href)):
            yield Picture(same_address(page, link.href), file_name(link.href), link.at, part, uploaded)


def _is_candidate(link: Link) -> bool:
    """Whether *link*, an ``<img>``, has no text; those that count visits or that templates fill are left alone."""
    if link.attribute != "src" or link.text or not link.href:
        return False
    address = link.href[:_LONGEST_ADDRESS]
    return _TEMPLATE.search(address) is None and _COUNTER.search(address) is None


def _part(page: Page, image: _Element, around: Link | None, named: Set[str], *, uploaded: bool) -> Part:
    """Return what a picture is within the link *around* it; *named* are the addresses of links with a text."""
    if around is None:
        return Part.LINK if image.get("onclick") else Part.IMAGE
    if _is_named(page, around):
        return Part.ICON
    if around.href in named:
        return Part.ICON if uploaded else Part.IMAGE
    return Part.LINK


def _anchors(page: Page) -> tuple[Mapping[_Element, Link], frozenset[str]]:
    """Return the links of *page* by their elements, and the addresses that some link with a text leads to."""
    anchors = {page.elements[link.at]: link for link in page.facts.links if link.tag == "a"}
    named = frozenset(link.href for link in anchors.values() if link.text and not _NOWHERE.match(link.href))
    return anchors, named


def _says(image: _Element) -> bool:
    """Whether something besides ``alt`` names *image*, or says that it is an ornament."""
    if image.get("aria-hidden") == "true" or image.get("role") in ("presentation", "none"):
        return True
    return any((image.get(name) or "").strip() for name in ("alt", "title", "aria-label", "aria-labelledby"))


def _is_unseen(image: _Element) -> bool:
    if image.get("hidden") is not None or _HIDDEN.search(image.get("style", "")):
        return True
    return any(
        up.tag in ("noscript", "template") or up.get("hidden") is not None or _HIDDEN.search(up.get("style", ""))
        for up in islice(image.iterancestors(), _ANCESTORS)
    )


def _link_around(image: _Element, anchors: Mapping[_Element, Link]) -> Link | None:
    return next((anchors[up] for up in islice(image.iterancestors(), _ANCESTORS) if up in anchors), None)


def _is_named(page: Page, link: Link) -> bool:
    return bool(link.text or link.title.strip() or page.elements[link.at].get("aria-label", "").strip())


def _is_ornament(image: _Element, address: str) -> bool:
    width, height = (_pixels(image, side) for side in ("width", "height"))
    if min(width, height) <= _HAIRLINE or max(width, height) <= _ICON:
        return True
    return _ORNAMENT.search(address.split("?", 1)[0].rsplit("/", 1)[-1][-_LONGEST_NAME:]) is not None


def _pixels(image: _Element, side: str) -> int:
    """Return how many pixels *image* is told to measure, a large number where it is not told."""
    found = _PIXELS.match(image.get(side, "")) or re.search(
        rf"(?<![\w-]){side}\s*+:\s*+(\d{{1,5}})px", image.get("style", ""), re.IGNORECASE
    )
    return int(found[1]) if found else 10_000
