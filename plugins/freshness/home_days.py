"""The days that a home page shows: of its own rows, and of the documents that rows without a day lead to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from govlint.page.facts import FRAME, Item, PageFacts, Role
from govlint.page.table import bodies
from govlint.site.model import TargetKind
from govlint.site.site import Site

_SHORTEST_TITLE = 8


@dataclass(frozen=True, slots=True)
class HomeDays:
    """What a home page lists: *days* of its rows, each document once, newest first, and how many rows have none.

    A year that had to be supplied makes a day the newest it can be. *at* is the element of the newest row, *unknown*
    counts rows with a title of some length that lead to no known column and whose day nothing tells.
    """

    days: Sequence[date]
    unknown: int
    at: int

    def since(self, day: date) -> int:
        """Return how many rows are of *day* or later."""
        return sum(one >= day for one in self.days)


def home_days(site: Site, as_of: date) -> HomeDays:
    """Return what the home page of *site* lists; days that have not come on *as_of* are left out."""
    home = site.pages[site.home.path]
    days: dict[str, tuple[date, int]] = {}
    unknown: set[str] = set()
    columns = {column.path for column in site.columns if column.path}
    for item in home.items:
        day = item.day or _told_by_page(site, home, item)
        if day is None:
            if len(item.title) >= _SHORTEST_TITLE and _target_path(site, home, item) not in columns:
                unknown.add(item.title)
        elif day <= as_of + timedelta(days=1):
            days[item.title] = max(days.get(item.title, (day, item.at)), (day, item.at))
    for title, told in _linked_days(site, home, as_of):
        days.setdefault(title, (told, -1))
    found = sorted(days.values(), reverse=True)
    return HomeDays([day for day, _ in found], len(unknown - days.keys()), found[0][1] if found else -1)


def _linked_days(site: Site, home: PageFacts, as_of: date) -> list[tuple[str, date]]:
    """Return title and day of stored documents that the home page links to outside of lists: a headline, a picture."""
    listed = {item.link for item in home.items}
    found = []
    for number, link in enumerate(home.links):
        if link.tag == "a" and number not in listed and link.zone not in FRAME:
            target = site.target(home.path, link)
            there = site.pages.get(target.path) if target.kind is TargetKind.PAGE else None
            if there is not None and there.role is Role.PAGE and there.published and there.published <= as_of:
                found.append((link.text or target.path, there.published))
    return found


def _told_by_page(site: Site, home: PageFacts, item: Item) -> date | None:
    there = site.pages.get(_target_path(site, home, item))
    return there.published if there is not None and there.role is Role.PAGE else None


def _target_path(site: Site, home: PageFacts, item: Item) -> str:
    return site.target(home.path, bodies(home.links)[item.link]).path if item.link >= 0 else ""
