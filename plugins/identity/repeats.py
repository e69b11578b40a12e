"""A fault that stands on many pages is told once: on the page nearest the home page, the others as its examples."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from govlint.finding import Location, Mark, Text
from govlint.site.site import Site

_MOST = 10  # of the other pages are shown; the finding's message or its property ``pages`` counts them all
_HERE_TOO = Text("这里也是", "here too")


def nearest_first(site: Site, paths: Iterable[str]) -> list[str]:
    """Return *paths* with the home page of *site* first, then by depth and name."""
    found = list(paths)
    if len(found) > 1:
        home = site.home.path
        found.sort(key=lambda path: (path != home, path.count("/"), path))
    return found


def elsewhere(places: Iterable[tuple[str, Mark]]) -> list[Location]:
    """Return the first of *places* (path and place) as related locations of a finding."""
    return [Location(path, place, _HERE_TOO) for path, place in islice(places, _MOST)]


def counted(pages: int) -> Text:
    """Return “（共 n 个页面）”, nothing for one page."""
    return Text(f"（共 {pages} 个页面）", f" (on {pages} pages)") if pages > 1 else Text("", "")
