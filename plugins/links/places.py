"""Where links that share a fault stand: all of them counted, the nearest to the home page kept."""

from __future__ import annotations

from typing import NamedTuple

from govlint.finding import Location, Mark, Text
from govlint.page.facts import Link, PageFacts

MOST_SHOWN = 11
"""How many places are kept: the one a finding stands on, and ten more as related locations."""

_ALSO_HERE = Text("同样的链接", "the same link")


class Place(NamedTuple):
    """A place in a file: *mark* as ``govlint.finding`` has it, *link* an index into the page's links or -1."""

    path: str
    mark: Mark
    link: int = -1


class Places:
    """The places of one fault. They must be added page by page, the page nearest to the home page first."""

    __slots__ = ("_last", "links", "pages", "shown")

    def __init__(self) -> None:
        self.pages = 0
        self.links = 0
        self.shown: list[Place] = []
        self._last = ""

    def add(self, path: str, at: int, attribute: str) -> None:
        """Count a link on the page *path*: the *attribute* of the element *at* names the URL."""
        if self._counts(path):
            self.shown.append(Place(path, _mark(at, attribute)))

    def add_link(self, page: PageFacts, link: Link, index: int) -> None:
        """Count *link* of *page*: the one of that *index* among its links, whose place need not be told, or -1."""
        if self._counts(page.path):
            at = page.links[index].at if index >= 0 else link.at
            self.shown.append(Place(page.path, _mark(at, link.attribute), index))

    def add_span(self, path: str, start: int, end: int) -> None:
        """Count an address in the style sheet *path*, at offsets of its text."""
        if self._counts(path):
            self.shown.append(Place(path, Mark(span=(start, end))))

    def _counts(self, path: str) -> bool:
        """Count one link on *path*; say whether its place is to be kept."""
        self.links += 1
        if path == self._last:
            return False
        self._last = path
        self.pages += 1
        return len(self.shown) < MOST_SHOWN

    @property
    def first(self) -> Place:
        """The place nearest to the home page."""
        return self.shown[0]

    def related(self, note: Text = _ALSO_HERE) -> tuple[Location, ...]:
        """Return the further places that are kept, as related locations."""
        return tuple(Location(place.path, place.mark, note) for place in self.shown[1:])


def _mark(at: int, attribute: str) -> Mark:
    """Return the mark of the attribute, of the text of a ``<style>``, or of the tag where a script wrote the link."""
    if attribute in ("text", "import"):
        return Mark(at, "text")
    return Mark(at) if attribute in ("script", "onclick", "") else Mark(at, f"@{attribute}")
