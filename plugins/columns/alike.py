"""Columns that are the same twice: by their name under one parent, or by what they list."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from govlint.page.facts import Role
from govlint.site.model import Column, ColumnState
from govlint.site.site import Site
from govlint.standard.names import fold

SAME_SHARE = 0.8
"""Two lists are the same when so much of the longer one stands in the other as well; this share is ours."""
_FEWEST_ROWS = 4
_MOST_COLUMNS = 5_000
_STATES = (ColumnState.FILLED, ColumnState.BLANK, ColumnState.PLACEHOLDER)


class Twins(NamedTuple):
    """Two columns that are alike; *by* is ``"name"`` or ``"items"``, *rows* how many items they share."""

    first: Column
    second: Column
    by: str
    rows: int = 0

    @property
    def is_level(self) -> bool:
        """Whether both stand side by side: under one parent, or in the site's navigation."""
        one, other = self.first, self.second
        if one.parent or other.parent:
            return one.parent == other.parent
        return "navigation" in one.sources and "navigation" in other.sources


def twins(site: Site) -> Iterator[Twins]:
    """Yield each later column with the first one that it doubles, in the order of the navigation."""
    columns = [
        column
        for column in site.columns[:_MOST_COLUMNS]
        if column.state in _STATES and (page := site.pages.get(column.path)) is not None and page.role is Role.PAGE
    ]
    doubled: set[str] = set()
    for pair in [*_same_list(columns), *_same_name(site, columns)]:
        if pair.second.path not in doubled and not _is_mirrored(pair.first, pair.second):
            doubled.add(pair.second.path)
            yield pair


def _same_name(site: Site, columns: Sequence[Column]) -> Iterator[Twins]:
    """Yield columns of one name, both in the site's navigation or both under one parent."""
    by_name: dict[tuple[str, str], list[Column]] = defaultdict(list)
    for column in columns:
        place = column.parent or ("navigation" if "navigation" in column.sources else "")
        if place and not site.vocabulary.is_filter(column.name):
            by_name[fold(column.name), place].append(column)
    for alike in by_name.values():
        for other in alike[1:]:
            yield Twins(alike[0], other, "name")


def _same_list(columns: Sequence[Column]) -> Iterator[Twins]:
    """Yield columns that list the same items, none of them above the other; asked only of those that share a row."""
    titles = [frozenset(item.title for _, item in column.items if item.day is not None) for column in columns]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(titles):
        if len(own) >= _FEWEST_ROWS:
            for title in own:
                holders[title].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if len(numbers) <= 10:  # what more columns list is a notice to all
            shared.update(combinations(numbers, 2))
    for (one, other), rows in sorted(shared.items()):
        if rows >= SAME_SHARE * max(len(titles[one]), len(titles[other])):
            first, second = columns[one], columns[other]
            if first.path != second.parent and second.path != first.parent:
                yield Twins(first, second, "items", rows)


def _is_mirrored(one: Column, other: Column) -> bool:
    """Whether one address is the other's behind a further folder: a mobile or traditional edition of the site."""
    short, long = sorted((one.path, other.path), key=len)
    return long.endswith(f"/{short}")
