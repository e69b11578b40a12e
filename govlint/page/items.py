"""Finds the rows of lists: repeated siblings that hold a link, mostly with a date.

Only the elements above links are looked at, each a fixed number of times, so a page of any size and depth takes
linear time. Where the ways up from two links meet, there is the list; what it holds of each link is the row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from govlint.lazy_re import lazy_re
from govlint.page.dates import FoundDate
from govlint.page.draft import Draft
from govlint.page.facts import FRAME, Item, Link
from govlint.page.gaps import dates_between, gaps
from govlint.page.outline import Outline, leads_nowhere, outline
from govlint.page.rows import (
    RowTexts,
    date_within,
    dated_text,
    holds_own_date,
    read_date,
    read_title,
    row_texts,
    texts_in,
)
from govlint.page.words import fold, words

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROW_TAGS = words("li tr dd dt dl")  # two of them make a list; of other elements three do, or two with dates
_HEAD_TAGS = words("li dl dd")  # may hold a link with a list of its own under it
_GRID_TAGS = words("li tr dd p")  # may hold several rows side by side
_CLOSE_LISTS = words("ul ol table tbody")  # between their rows stands nothing
_INLINE = words("a span font b strong em i u small label")
_LEAST_ROWS = 2
_LOOSE_ROWS = 3
_COMPOUND_LINKS = 6  # a row may hold more than its title: its column, its picture, "more"
_COMPOUND_BLOCK_LINKS = 3
_ROW_TEXT = 600  # characters beside the link; more is an article
_PROSE = 12  # characters between two links; a menu has fewer, a sentence more
_LONE_CLIMB = 12  # elements
_LONE_TEXT = 40  # characters beside the link of the only row of a list
_LONE_BLOCK_TEXT = 14
_LONE_BLOCKS = words("p div")
_BYLINE = lazy_re(r"来源|作者|浏览|阅读|点击|字[体号]|打印|责任编辑|附件|分享")
_NEIGHBOUR = lazy_re(r"\W{0,4}[上下前后]一?[篇条]")
_NO_TEXTS = RowTexts([], [])
_ANCHORED = frozenset(("href", "onclick"))  # not the links that a script writes: they stand nowhere in the tree
_NUMBERS = r"[\s<>«»‹›＜＞.…|\[\]()\d]*+"
_TURNS = lazy_re(
    rf"{_NUMBERS}(?:首\s?页|[上下前后]\s?一?\s?页|[尾末]\s?页|最[后末]一?页|第[一\d]++页|转到|跳转|go|prev\w{{0,8}}|next|first|last)?+"
    rf"{_NUMBERS}",
    re.IGNORECASE,
)
_ORNAMENT = r"[\s<>»›＞+\[\]【】(（)）.…-]*+"
_MORE = lazy_re(
    rf"{_ORNAMENT}(?:(?:查看|点击|阅读|了解)?+(?:更多|详情|详细|全文|全部)(?:内容|信息)?+|more|details?+){_ORNAMENT}",
    re.IGNORECASE,
)


def find_items(draft: Draft, reference: date | None) -> tuple[Item, ...]:
    """Return the rows of all lists of a page in document order; menus in its header, navigation and footer are none.

    *reference* is the day that years missing from dates are supplied by; None leaves them out. A breadcrumb trail,
    links that turn pages and those to "more" are no rows.
    """
    links, zones = draft.links, draft.zones
    chosen = [number for number, link in enumerate(links) if zones[link.at] not in FRAME and _may_be_row(link)]
    if not chosen:
        return ()
    chosen.sort(key=lambda number: links[number].at)
    finder = _Finder(draft, links, chosen, outline(draft.parents, links, chosen), reference)
    return tuple(sorted(finder.items(), key=attrgetter("at")))


def _may_be_row(link: Link) -> bool:
    return link.tag == "a" and link.attribute in _ANCHORED and (link.text != "" or not leads_nowhere(link))


@lru_cache(maxsize=4096)  # menus and lists repeat on the pages of a site
def _turns(text: str) -> bool:
    return _TURNS.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def _is_more(text: str) -> bool:
    return _MORE.fullmatch(text) is not None


@dataclass(slots=True)
class _Row:
    """A row to be: the element *at*, the link that is its title, its texts, and the date *told* by them, if one is."""

    at: int
    link: int
    texts: RowTexts
    told: FoundDate | None


@dataclass(slots=True)
class _Finder:
    """Goes through the forks of the outline, outermost first.

    *lifted* names the list that the rows of a grid's line belong to; *settled* are the forks within a row.
    """

    draft: Draft
    links: Sequence[Link]
    chosen: Sequence[int]
    outline: Outline
    reference: date | None
    lifted: dict[int, int] = field(default_factory=dict)
    settled: set[int] = field(default_factory=set)

    def items(self) -> Iterator[Item]:
        """Yield the items of all lists."""
        yield from self._lone_items(self.outline.roots)
        for fork in self.outline.forks:
            if fork in self.settled:
                self._settle(self.outline.kids[fork])
            else:
                yield from self._fork_items(fork)

    def _settle(self, kids: Iterable[int]) -> None:
        self.settled.update(self.outline.fork[kid] for kid in kids if not self.outline.is_single(kid))

    def _fork_items(self, fork: int) -> Iterator[Item]:
        tags = self.draft.tags
        by_tag: dict[str, list[int]] = {}
        for kid in self.outline.kids.get(fork, ()):
            by_tag.setdefault(tags[kid], []).append(kid)
        least = _LEAST_ROWS if fork not in self.lifted else 0
        for tag, kids in by_tag.items():
            rows, grids = self._rows(tag, kids) if len(kids) >= least else ([], [])
            if len(rows) + len(grids) >= least and self._is_list(fork, tag, rows, len(grids)):
                list_at = self.lifted.get(fork, fork)
                self.lifted.update((grid, list_at) for grid in grids)
                yield from self._list_items(rows, list_at)
            else:
                yield from self._lone_items(kids)

    def _rows(self, tag: str, kids: Sequence[int]) -> tuple[list[_Row], list[int]]:
        """Return the rows among the *kids* of a fork, and the forks of those that hold several rows side by side."""
        rows: list[_Row] = []
        grids: list[int] = []
        singles = {kid: self._row(kid, self._title_link(kid)) for kid in kids if self.outline.is_single(kid)}
        compounds = self._compounds(tag, kids, singles) if len(singles) < len(kids) else {}
        for kid in kids:
            if kid in singles:
                outside = singles[kid].texts.outside
                if not outside or (sum(map(len, outside)) <= _ROW_TEXT and not _NEIGHBOUR.match(outside[0])):
                    rows.append(singles[kid])
            elif kid in compounds:
                rows.append(compounds[kid])
                self._settle((kid,))
            elif tag in _HEAD_TAGS and (head := self._head(kid)) is not None:
                rows.append(_Row(kid, head, _NO_TEXTS, None))
            elif tag in _GRID_TAGS and self._is_grid(kid):
                grids.append(self.outline.fork[kid])
        return rows, grids

    def _row(self, at: int, link: int) -> _Row:
        texts = row_texts(self.draft.elements[at], self.draft.elements[self.links[link].at])
        return _Row(at, link, texts, dated_text(texts.outside) if texts.outside else None)

    def _title_link(self, at: int) -> int:
        """Return the link in the element *at* that says most."""
        numbers = self.chosen[self.outline.first[at] : self.outline.last[at] + 1]
        if len(numbers) == 1:
            return numbers[0]
        return max(numbers, key=lambda number: 0 if _is_more(text := self.links[number].text) else len(text))

    def _compounds(self, tag: str, kids: Sequence[int], singles: Mapping[int, _Row]) -> dict[int, _Row]:
        """Return the rows among *kids* that hold several links and one date; a row alone of its kind is none."""
        most = _COMPOUND_LINKS if tag in _ROW_TAGS else _COMPOUND_BLOCK_LINKS
        small = [kid for kid in kids if kid not in singles and self.outline.count(kid) <= most]
        small.sort(key=lambda kid: self.draft.ends[kid] - kid)  # what is soon read may tell that the rest need not be
        alike = len(small) + sum(row.told is not None for row in singles.values())
        rows: dict[int, _Row] = {}
        for kid in small:
            if alike < _LEAST_ROWS:
                return {}
            row = self._row(kid, self._title_link(kid))
            if self._has_one_date(tag, row):
                rows[kid] = row
            else:
                alike -= 1
        return rows if alike >= _LEAST_ROWS else {}

    def _has_one_date(self, tag: str, row: _Row) -> bool:
        """Whether there is one date to the several links of *row*; a table may have more columns of dates."""
        if row.told is None:
            return False
        dates = sum(dated_text((text,)) is not None for text in row.texts.outside)
        return dates == 1 or (tag == "tr" and 0 < dates != self.outline.count(row.at))

    def _head(self, kid: int) -> int | None:
        """Return the link that heads the list which makes up the rest of the row *kid*."""
        first, *others = self.outline.kids[self.outline.fork[kid]]
        tag = self.draft.tags[first]
        if not self.outline.is_single(first) or all(self.draft.tags[other] == tag for other in others):
            return None
        return self._title_link(first)

    def _is_grid(self, kid: int) -> bool:
        parts = self.outline.kids[self.outline.fork[kid]]
        return self.outline.count(kid) <= _COMPOUND_LINKS and all(map(self.outline.is_single, parts))

    def _date_rows(self, fork: int, rows: Sequence[_Row]) -> int:
        """Find the dates that stand in *rows*, and where most have none, those between them too; return how many."""
        if 2 * sum(row.told is not None for row in rows) < len(rows) and not self._is_close(fork, rows):
            for row, between in zip(rows, dates_between(*self._gaps(fork, rows)), strict=True):
                row.told = row.told or between
        for row in rows:
            row.told = row.told or date_within(row.texts.inside)
        return sum(row.told is not None for row in rows)

    def _is_close(self, fork: int, rows: Sequence[_Row]) -> bool:
        """Whether *rows* are all there is in the fork, as in a proper list."""
        node = self.draft.elements[fork]
        return len(node) == len(rows) and node.tag in _CLOSE_LISTS

    def _gaps(self, fork: int, rows: Sequence[_Row]) -> tuple[list[list[str]], list[list[str]]]:
        return gaps(self.draft.elements[fork], [self.draft.elements[row.at] for row in rows], self._holds_links)

    def _holds_links(self, node: _Element) -> bool:
        return self.draft.number(node) in self.outline.up

    def _is_list(self, fork: int, tag: str, rows: Sequence[_Row], grids: int) -> bool:
        """Whether *rows* make a list together with the *grids*; on the way their dates are found."""
        dated = self._date_rows(fork, rows) >= (1 if tag in _ROW_TAGS else _LEAST_ROWS)
        is_line = fork in self.lifted
        least = _LEAST_ROWS if dated or tag in _ROW_TAGS else _LOOSE_ROWS
        if not is_line and len(rows) + grids < least:
            return False
        if dated:
            return True
        if tag in _INLINE and self._is_prose(fork, rows):
            return False
        return is_line or tag != "p" or self._plain_paragraphs(fork) <= len(rows) + grids

    def _is_prose(self, fork: int, rows: Sequence[_Row]) -> bool:
        """Whether the links of *rows* stand in sentences."""
        _, behind = self._gaps(fork, rows)
        return sum(len(fold(text)) for texts in behind for text in texts) > _PROSE * len(rows)

    def _plain_paragraphs(self, fork: int) -> int:
        """Return the number of paragraphs in the fork that hold text and no link."""
        paragraphs = self.draft.elements[fork].iterchildren("p")
        return sum(1 for node in paragraphs if not self._holds_links(node) and any(texts_in(node)))

    def _list_items(self, rows: Sequence[_Row], list_at: int) -> Iterator[Item]:
        """Yield the items of a list; none if it serves to turn pages."""
        turning = [_turns(self.links[row.link].text) for row in rows]
        if 2 * sum(turning) >= max(len(rows), 1):
            return
        for row, turns in zip(rows, turning, strict=True):
            if not turns or self.links[row.link].text == "首页":
                yield from self._item(row, list_at)

    def _item(self, row: _Row, list_at: int) -> Iterable[Item]:
        link = self.links[row.link]
        if _is_more(link.text):
            return ()
        elements = self.draft.elements
        title = read_title(link, elements[link.at], row.texts.inside)
        day, how, exact = read_date(elements[row.at], link, row.texts.inside, row.told, self.reference)
        return (Item(title, row.link, day, how, exact, link.at, list_at, self.draft.zones[link.at]),)

    def _lone_items(self, tops: Iterable[int]) -> Iterator[Item]:
        for top in filter(self.outline.is_single, tops):
            yield from self._lone_item(top)

    def _lone_item(self, top: int) -> Iterator[Item]:
        """Yield the item of the only row of a list, somewhere in *top*: a date beside the link, and hardly more."""
        link = self._title_link(top)
        at = self.links[link].at
        row = self._row(at, link)
        if holds_own_date(row.texts.inside) and self.outline.up[at] >= 0:
            row.told = date_within(row.texts.inside)
            above = self.outline.up[at]
            in_row = at != top and self.draft.tags[above] in _ROW_TAGS
            yield from self._item(row, self.outline.up[above] if in_row else above)
            return
        for _ in range(_LONE_CLIMB):
            if at == top:
                return
            at = self.outline.up[at]
            row = self._row(at, link)
            if row.texts.outside:
                break
        else:
            return
        if row.told is not None and self._is_lone_row(row):
            yield from self._item(row, self.outline.up[at])

    def _is_lone_row(self, row: _Row) -> bool:
        tag = self.draft.tags[row.at]
        limit = _LONE_TEXT if tag in _ROW_TAGS else _LONE_BLOCK_TEXT if tag in _LONE_BLOCKS else 0
        outside = " ".join(row.texts.outside)
        return len(outside) <= limit and not _BYLINE.search(outside)
