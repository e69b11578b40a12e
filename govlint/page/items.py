"""The rows of lists: repeated siblings that hold a link, mostly with a date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from govlint.page.dates import day_in_url, find_date, supply_year
from govlint.page.facts import Item, Link, Zone

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROWS = frozenset({"li", "tr", "dd", "p", "div"})


def find_items(
    elements: Sequence[_Element],
    index: Mapping[_Element, int],
    links: Sequence[Link],
    zones: Sequence[Zone],
    reference: date | None,
) -> tuple[Item, ...]:
    """Return the rows of all lists of a page, in document order."""
    items = []
    for number, link in enumerate(links):
        if link.tag != "a" or not link.text or link.attribute != "href":
            continue
        row = elements[link.at]
        while row is not None and row.tag not in _ROWS:
            row = row.getparent()
        if row is None or row.getparent() is None:
            continue
        around = "".join(row.itertext())[:300].replace(link.text, " ")
        day, how, exact = _day(around, link, reference)
        items.append(Item(link.text, number, day, how, exact, link.at, index[row.getparent()], zones[link.at]))
    return tuple(items)


def _day(around: str, link: Link, reference: date | None) -> tuple[date | None, str, bool]:
    for text, how in ((around, "text"), (link.text, "title"), (link.title, "attribute")):
        found = find_date(text)
        if found is not None and found.day is not None:
            return found.day, how, True
        if found is not None and reference is not None:
            return supply_year(found.month, found.day_of_month, reference), how, False
    day = day_in_url(link.href)
    return day, "url" if day else "", day is not None
