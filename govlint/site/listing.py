"""The lists that are a column's own, over all its stored pages: which of a page's rows count as what it published.

A page of a column also shows menus, "latest" boxes and links to other offices. A list that many pages show alike is
no column's own, nor one that comes back on every page of a column's paging; rows whose titles recur are a menu's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from govlint.page.facts import Item, PageFacts, Role, Zone
from govlint.page.table import bodies
from govlint.site.model import TargetKind
from govlint.site.recurrence import FEW, SHARE, Recurrence

if TYPE_CHECKING:
    from govlint.site.site import Site

_SURE = ("text", "attribute")
_MOSTLY = 0.5

Row = tuple[str, Item]
"""A row of a list, with the path of the page that shows it."""


class _Found(NamedTuple):
    """A list of a page: its rows, what makes it the same on two pages, and whether it stands beside the content."""

    path: str
    items: Sequence[Item]
    key: int
    aside: bool

    @property
    def is_dated(self) -> bool:
        """Whether most of its rows have a date."""
        return sum(item.day is not None for item in self.items) >= max(1, _MOSTLY * len(self.items))


class Listings:
    """The lists of one site; what has to be known of all pages is gathered once."""

    def __init__(self, site: Site, recurrence: Recurrence) -> None:
        self._site = site
        self._recurrence = recurrence
        counts: Counter[int] = Counter()
        total = 0
        for page in site.pages.values():
            if page.role is Role.PAGE:
                total += 1
                counts.update({found.key for found in _lists(page)})
        self._counts = counts
        self._limit = max(FEW, int(total * SHARE))

    def rows(self, paths: Sequence[str]) -> list[Row]:
        """Return the rows of the own lists of a column whose pages are *paths*, newest first, each document once.

        Rows without a date keep their order behind those that have one; where the document a row leads to is stored
        and says its day, that day is taken for a row that has none or only part of one.
        """
        rows: dict[tuple[str, str], Row] = {}
        for found in self._own(paths):
            for item in found.items:
                row = (found.path, self._dated(found.path, item))
                key = self._identity(found.path, item)
                known = rows.get(key)
                if known is None or (known[1].day is None and row[1].day is not None):
                    rows[key] = row
        return sorted(rows.values(), key=_age)

    def _own(self, paths: Sequence[str]) -> list[_Found]:
        everything = [found for path in paths for found in _lists(self._site.pages[path])]
        lists = [found for found in everything if self._counts[found.key] <= self._limit + len(paths)]
        lists = lists or [found for found in everything if found.is_dated and self._stays_in_folder(found, paths[0])]
        pages = Counter(key for _, key in {(found.path, found.key) for found in lists})
        once = [found for found in lists if pages[found.key] == 1]
        lists = [found for found in once if self._is_rare(found)] or [
            found for found in once or lists if found.is_dated or self._is_rare(found)
        ]
        middle = [found for found in lists if not found.aside]
        only_aside = any(found.is_dated for found in lists) and not any(found.is_dated for found in middle)
        return lists if only_aside else middle

    def _is_rare(self, found: _Found) -> bool:
        """Whether half of the rows or more have titles that few pages show: no menu, no box of the latest news."""
        limit, count = self._recurrence.limit, self._recurrence.count
        return 2 * sum(count(item.title) <= limit for item in found.items) >= len(found.items)

    def _stays_in_folder(self, found: _Found, path: str) -> bool:
        """Whether most rows lead to documents in the folder of the column *path*: they were published there."""
        folder = path.rpartition("/")[0]
        links = [bodies(self._site.pages[found.path].links)[item.link] for item in found.items if item.link >= 0]
        inside = sum(self._site.target(found.path, link).path.startswith(f"{folder}/") for link in links)
        return bool(folder) and 2 * inside > len(links)

    def _identity(self, path: str, item: Item) -> tuple[str, str]:
        """Return what makes two rows the same document: title and address, or the day where it has no address."""
        if item.link >= 0:
            link = bodies(self._site.pages[path].links)[item.link]
            target = self._site.target(path, link)
            if target.kind in (TargetKind.PAGE, TargetKind.FILE, TargetKind.MISSING):
                return item.title, target.path
            if target.kind is TargetKind.EXTERNAL:
                return item.title, link.href
        return item.title, str(item.day)

    def _dated(self, path: str, item: Item) -> Item:
        if item.link < 0 or (item.day is not None and item.exact and item.how in _SURE):
            return item
        target = self._site.target(path, bodies(self._site.pages[path].links)[item.link])
        there = self._site.pages.get(target.path) if target.kind is TargetKind.PAGE else None
        if there is None or there.published is None or there.role is not Role.PAGE:
            return item
        day = there.published
        if item.day is not None and not item.exact and (item.day.month, item.day.day) != (day.month, day.day):
            return item
        return item._replace(day=day, how="page", exact=True)


def newest_day(rows: Iterable[Row], site: Site) -> date | None:
    """Return the newest day in *rows* that is not after the day the site was stored on; None where there is none."""
    return max(
        (item.day for path, item in rows if item.day is not None and not _is_ahead(item.day, site.pages[path])),
        default=None,
    )


def _is_ahead(day: date, page: PageFacts) -> bool:
    """Whether *day* had not come when *page* was stored: a mistake, or the day of something announced."""
    return page.captured is not None and day > page.captured + timedelta(days=1)


def _lists(page: PageFacts) -> Iterator[_Found]:
    by_list: dict[int, list[Item]] = defaultdict(list)
    for item in page.items:
        by_list[item.list_at].append(item)
    for items in by_list.values():
        key = hash(tuple(item.title for item in items))
        yield _Found(page.path, items, key, all(item.zone is Zone.ASIDE for item in items))


def _age(row: Row) -> tuple[bool, int]:
    day = row[1].day
    return day is None, -day.toordinal() if day else 0
