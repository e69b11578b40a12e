"""The columns of a site as a tree: what stands above and below each of them, and what they list of one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from govlint.lazy_re import lazy_re
from govlint.page.facts import Role
from govlint.site.model import Column, ColumnState
from govlint.site.site import Site

_TOPIC = lazy_re(r"专题|专栏|专项|主题教育|热点")
_SAME_SHARE = 0.8


class ColumnTree:
    """The columns of one site by page, with their parents as breadcrumbs tell them."""

    def __init__(self, site: Site) -> None:
        self.home = site.home.path
        self._vocabulary = site.vocabulary
        self._by_path: dict[str, Column] = {}
        for column in site.columns:
            page = site.pages.get(column.path)
            if page is not None and page.role is Role.PAGE and column.path != self.home:
                self._by_path.setdefault(column.path, column)
        self._children: dict[str, list[Column]] = defaultdict(list)
        for column in self._by_path.values():
            if column.parent in self._by_path and column.parent != column.path:
                self._children[column.parent].append(column)
        self._titles: dict[str, frozenset[str]] = {}

    def filled(self) -> Iterator[Column]:
        """Yield the columns that hold something, each page once; filters are none, nor are topics (专题)."""
        for column in self._by_path.values():
            if (
                column.state is ColumnState.FILLED
                and not self._vocabulary.is_filter(column.name)
                and not self.is_topic(column)
            ):
                yield column

    def above(self, column: Column) -> Iterator[Column]:
        """Yield the parent of *column*, its parent, and so on."""
        seen = {column.path}
        above = self._by_path.get(column.parent)
        while above is not None and above.path not in seen:
            seen.add(above.path)
            yield above
            above = self._by_path.get(above.parent)

    def below(self, column: Column) -> Iterator[Column]:
        """Yield the children of *column*, their children, and so on."""
        seen = {column.path}
        waiting = list(self._children.get(column.path, ()))
        while waiting:
            child = waiting.pop()
            if child.path not in seen:
                seen.add(child.path)
                yield child
                waiting += self._children.get(child.path, ())

    def newest(self, column: Column) -> date | None:
        """Return the newest day of *column* and of all columns below it."""
        days = [one.newest for one in (column, *self.below(column)) if one.newest is not None]
        return max(days, default=None)

    def lists_its_children(self, column: Column) -> bool:
        """Whether what *column* lists is what the columns below it list: its parts are judged, not the whole again."""
        own = self._titles_of(column)
        if not own:
            return False
        below = frozenset[str]().union(*map(self._titles_of, self.below(column)))
        return len(own & below) >= _SAME_SHARE * len(own)

    def lists_the_same(self, one: Column, other: Column) -> bool:
        """Whether two columns list the same items, mostly: one is summed up in the other, or shown twice."""
        own, others = self._titles_of(one), self._titles_of(other)
        return bool(own) and len(own & others) >= _SAME_SHARE * max(len(own), len(others))

    def is_topic(self, column: Column) -> bool:
        """Whether *column* is about one event or campaign: it ends with it and is archived, not kept up."""
        return any(_TOPIC.search(name) for one in (column, *self.above(column)) for name in one.names)

    def _titles_of(self, column: Column) -> frozenset[str]:
        found = self._titles.get(column.path)
        if found is None:
            found = frozenset(item.title for _, item in column.items if item.day is not None)
            self._titles[column.path] = found
        return found
