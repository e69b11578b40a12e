"""Which links lead to a path: an index over all links of the site, eight bytes a link."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping

from govlint.page.facts import Link, PageFacts
from govlint.page.table import bodies
from govlint.site.model import LinkRef, Target

_LINK_BITS = 32
_LINK_MASK = (1 << _LINK_BITS) - 1


class IncomingLinks:
    """All links by the path they lead to (a missing one as well), in order of page and place."""

    def __init__(self, pages: Mapping[str, PageFacts], target: Callable[[str, Link], Target]) -> None:
        self._pages = sorted(pages)
        self._links: dict[str, array[int]] = {}
        for number, path in enumerate(self._pages):
            for index, link in enumerate(bodies(pages[path].links)):
                led_to = target(path, link).path
                if led_to:
                    self._links.setdefault(led_to, array("Q")).append(number << _LINK_BITS | index)

    def to(self, path: str) -> tuple[LinkRef, ...]:
        """Return the links that lead to *path*."""
        pages = self._pages
        return tuple(LinkRef(pages[packed >> _LINK_BITS], packed & _LINK_MASK) for packed in self._links.get(path, ()))
