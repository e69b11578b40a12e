"""The links that lead a visitor to a column: what to change when the column goes."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Location, Mark, Text
from govlint.site.model import Column
from govlint.site.site import Site

MOST_LINKS = 10
_NOTE = Text("指向这个栏目的链接", "a link to this column")


def leading_links(site: Site, column: Column) -> Iterator[Location]:
    """Yield where links to *column* stand, one a page, those of the home page first, at most ``MOST_LINKS``."""
    seen: set[str] = {column.path}
    for ref in sorted(column.links, key=lambda ref: (ref.page != site.home.path, ref)):
        if ref.page not in seen:
            seen.add(ref.page)
            yield Location(ref.page, Mark(site.link(ref).at), _NOTE)
        if len(seen) > MOST_LINKS:
            return
