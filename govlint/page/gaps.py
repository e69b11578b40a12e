"""The texts between the rows of a list: some lists keep their dates there, before each row or behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from govlint.page.rows import dated_text, row_texts
from govlint.page.words import fold

if TYPE_CHECKING:
    from lxml.etree import _Element


def gaps(
    parent: _Element, rows: Sequence[_Element], holds_links: Callable[[_Element], bool]
) -> tuple[list[list[str]], list[list[str]]]:
    """Return for each of *rows*, children of *parent*, the texts before it and the texts behind it.

    They reach to the next child that *holds_links*: what stands between two rows is behind one and before the other.
    """
    starts = set(rows)
    before: list[list[str]] = []
    behind: list[list[str]] = []
    gap = [text] if (text := fold(parent.text or "")) else []
    for child in parent:
        if child in starts:
            before.append(gap)
            behind.append(gap := [])
        elif holds_links(child):
            gap = []
        elif isinstance(child.tag, str):
            gap.extend(piece.text for piece in row_texts(child, None))
        if text := fold(child.tail or ""):
            gap.append(text)
    return before, behind


def dated_gaps(before: list[list[str]], behind: list[list[str]]) -> list[list[str]] | None:
    """Return those of the two kinds of gaps (see ``gaps``) that hold the dates of the rows; None if neither does."""
    dates_before = [dated_text(texts) is not None for texts in before]
    dates_behind = [dated_text(texts) is not None for texts in behind]
    if 2 * max(sum(dates_before), sum(dates_behind)) < max(len(before), 1):
        return None
    if sum(dates_before) == sum(dates_behind):
        return before if dates_before[0] and not dates_behind[-1] else behind
    return before if sum(dates_before) > sum(dates_behind) else behind
