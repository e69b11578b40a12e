"""The texts between the rows of a list: some lists keep their dates there, before each row or behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from govlint.page.dates import FoundDate
from govlint.page.rows import dated_text, holds_digit, texts_in
from govlint.page.words import fold

if TYPE_CHECKING:
    from lxml.etree import _Element


def gaps(
    parent: _Element, rows: Sequence[_Element], holds_links: Callable[[_Element], bool]
) -> tuple[list[list[str]], list[list[str]]]:
    """Return for each of *rows*, children of *parent*, the texts before it and the texts behind it, as written.

    They reach to the next child that *holds_links*: what stands between two rows is behind one and before the other.
    """
    starts = set(rows)
    before: list[list[str]] = []
    behind: list[list[str]] = []
    gap = [text] if (text := parent.text) and not text.isspace() else []
    for child in parent:
        if child in starts:
            before.append(gap)
            behind.append(gap := [])
        elif holds_links(child):
            gap = []
        elif isinstance(child.tag, str):
            gap.extend(texts_in(child))
        tail = child.tail
        if tail and not tail.isspace():
            gap.append(tail)
    return before, behind


def dates_between(before: Sequence[list[str]], behind: Sequence[list[str]]) -> list[FoundDate | None]:
    """Return the date of each row from the gaps before the rows or those behind them, wherever the dates are.

    None for all rows where fewer than half of the gaps hold a date (see ``gaps``).
    """
    dates_before = [_date_of(texts) if texts else None for texts in before]
    dates_behind = [_date_of(texts) if texts else None for texts in behind]
    count_before, count_behind = (sum(map(bool, dates)) for dates in (dates_before, dates_behind))
    if 2 * max(count_before, count_behind) < len(before):
        return [None] * len(before)
    if count_before == count_behind:
        return dates_before if before and dates_before[0] and not dates_behind[-1] else dates_behind
    return dates_before if count_before > count_behind else dates_behind


def _date_of(texts: Iterable[str]) -> FoundDate | None:
    return dated_text(map(fold, filter(holds_digit, texts)))
