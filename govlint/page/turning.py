"""Reads the links that turn pages: how many pages there are, as far as their numbers and addresses tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.facts import Link

_ARROWS = r"[\s<>«»‹›＜＞→←|\[\]]*+"
_NEXT = lazy_re(rf"{_ARROWS}(?:下\s?一?\s?页|后\s?一?页|next(?: page)?){_ARROWS}", re.IGNORECASE)
_LAST = lazy_re(rf"{_ARROWS}(?:[尾末]\s?页|最[后末]一?页|last(?: page)?){_ARROWS}", re.IGNORECASE)
_BACK = lazy_re(rf"{_ARROWS}(?:上\s?一?\s?页|前\s?一页|prev(?:ious)?(?: page)?){_ARROWS}", re.IGNORECASE)
_DIGITS = lazy_re(r"\[?(\d{1,5})\]?")
_NUMBERED = (
    lazy_re(r"[_-](\d{1,5})\.[a-z]{3,5}$", re.IGNORECASE),  # index_2.html
    lazy_re(r"/(\d{1,5})\.[a-z]{3,5}$|^(\d{1,5})\.[a-z]{3,5}$", re.IGNORECASE),  # tzgg/2.htm
    lazy_re(r"[?&](?:page|p|pn|pageNo|pageNum|pageIndex|currentPage|curpage|totalpage)=(\d{1,5})\b", re.IGNORECASE),
)
_LEAST_NUMBERS = 2
_MAY_TURN = lazy_re(r"\d|页|next|prev|last", re.IGNORECASE)
_LONGEST = 16  # characters


class Turning(NamedTuple):
    """What the links tell: *pages* in total and the *current* page from 0, None where unknown; *at* the first link."""

    pages: int | None
    current: int | None
    at: int


def read_turning(links: Iterable[Link], path: str) -> Turning | None:
    """Return what those of *links* tell that turn the pages of the list on the page *path*; None if there are none.

    A page's number in the address may count from 0 or 1 (``index_1.html``, ``index_2.html`` for the second page), or
    backwards from the last page, which is 1 (``tzgg/1.htm``).
    """
    anchors = [link for link in links if link.tag == "a" and len(link.text) <= _LONGEST and _may_turn(link.text)]
    turns = [link for link in anchors if _turns(link.text)]
    pairs = _number_pairs(anchors)
    if not turns and len(pairs) < _LEAST_NUMBERS:
        return None
    first = turns[0].at if turns else next(link.at for link in anchors if _DIGITS.fullmatch(link.text))
    here = _number_in(path, _forms_of(anchors))
    if _counts_backwards(pairs):
        pages = max(text + number for text, number in pairs) - 1
        return Turning(pages, pages - here if here is not None and here < pages else 0, first)
    shift = _shift(pairs, turns, here)
    last = _numbers(link for link in turns if _LAST.fullmatch(link.text))
    ahead = _numbers(link for link in turns if _NEXT.fullmatch(link.text))
    known = [number + shift for number in last] + [text for text, _ in pairs]
    if here is not None and turns and not ahead:
        known.append(here + shift)
    current = here + shift - 1 if here is not None and (pairs or turns) else 0
    return Turning(max(known, default=None), max(current, 0), first)


@lru_cache(maxsize=4096)  # menus repeat on every page
def _may_turn(text: str) -> bool:
    return _MAY_TURN.search(text) is not None


def _turns(text: str) -> bool:
    return any(form.fullmatch(text) for form in (_NEXT, _LAST, _BACK))


def _number_pairs(anchors: Iterable[Link]) -> list[tuple[int, int]]:
    """Return (the number shown, the number in the address) of the links that show a number, if they agree."""
    pairs = []
    for link in anchors:
        shown = _DIGITS.fullmatch(link.text)
        number = _address_number(link.href) if shown else None
        if shown and number is not None:
            pairs.append((int(shown[1]), number))
    ahead = {number - text for text, number in pairs}
    backwards = {number + text for text, number in pairs}
    return pairs if ahead in ({0}, {-1}) or len(backwards) == 1 else []


def _counts_backwards(pairs: Sequence[tuple[int, int]]) -> bool:
    ahead = {number - text for text, number in pairs}
    return bool(pairs) and ahead not in ({0}, {-1})


def _shift(pairs: Sequence[tuple[int, int]], turns: Iterable[Link], here: int | None) -> int:
    """Return what to add to the number in an address to get the page's number from 1."""
    if pairs:
        text, number = pairs[0]
        return text - number
    ahead = _numbers(link for link in turns if _NEXT.fullmatch(link.text))
    return 1 if here is None and ahead == [1] else 0


def _forms_of(anchors: Iterable[Link]) -> Sequence[re.Pattern[str]]:
    """Return the one form in which the addresses of *anchors* are numbered; the page's own is numbered so, or not."""
    for link in anchors:
        for form in _NUMBERED:
            if form.search(link.href):
                return (form,)
    return _NUMBERED[:1]


def _numbers(links: Iterable[Link]) -> list[int]:
    return [number for link in links if (number := _address_number(link.href)) is not None]


def _address_number(href: str) -> int | None:
    return _number_in(href, _NUMBERED)


def _number_in(address: str, forms: Iterable[re.Pattern[str]]) -> int | None:
    for form in forms:
        found = form.search(address)
        if found is not None:
            return int(next(filter(None, found.groups())))
    return None
