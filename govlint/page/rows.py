"""Reads one row of a list: its date, from the best place that has one, and its title without the date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.dates import LAST_YEAR, FoundDate, day_in_url, find_date, find_dates, join_split, supply_year
from govlint.page.facts import Link
from govlint.page.words import fold, text_of, words

if TYPE_CHECKING:
    from lxml.etree import _Element

ROW_ELEMENTS = 300  # what holds more is a part of the layout, no row
_SILENT = words("script style noscript template iframe textarea select")
_HEADINGS = words("h1 h2 h3 h4 h5 h6")
_BLOCKS = words("div p li dt dd td")
_YEAR = lazy_re(r"(?:19|20)\d\d")
_DIGIT = lazy_re(r"\d")
_MARKS = lazy_re(r"[\W_]++")
_NO_LETTERS = lazy_re(r"[\W_\d]++")
_OF_DATES = lazy_re(r"[\d〇○◯零OＯo一二三四五六七八九十元廿卅年月日号]")  # a date begins and ends with one of these
_ALONE = 14  # characters beside a date that leave it the point of its text: 发布时间：2020-01-02 10:30
_SENTENCE = _ALONE + 20  # characters without marks: no date has more than twenty of its own
_LABEL = lazy_re(r"(?:[\w ]{0,8}(?:时间|日期|日间|发布|更新|date|time))?\d*+", re.IGNORECASE)
_DEADLINE = lazy_re(r"截[止至]|结束|有效期|截稿|到期")
_PIECE = 12  # characters of a piece of a split date
_PIECES = 3
_DATED_ATTRIBUTE = lazy_re(r"date|time", re.IGNORECASE)
_NAMED = lazy_re(r"(?:时间|日期)\W{0,3}$")
_EARLY = timedelta(days=62)  # so much earlier than its text is published may a page be made
_EDGE = " []()（）【】〔〕［］《》:："
_SPAN_WORDS = frozenset("起前后止至到-—~～、")
_BRACKETS = "[](（）)【】〔〕［］"
_CUT_SHORT = ("...", "…", "..")


class RowTexts(NamedTuple):
    """The pieces of a row's visible text, folded: those *outside* its link, and those *inside*."""

    outside: list[str]
    inside: list[str]


class RowDate(NamedTuple):
    """The date of a row as an Item tells it: *day*, *how* it was read, and whether its year was told."""

    day: date | None
    how: str
    exact: bool


NO_DATE = RowDate(None, "", True)


def row_texts(row: _Element, link: _Element) -> RowTexts:
    """Return the pieces of text in *row*, in document order but for tails, which stand before what is nested.

    Of a row with more than ``ROW_ELEMENTS`` elements only the beginning is read.
    """
    if not len(link) and (row is link or (len(row) == 1 and link.getparent() is row)):
        return _plain_texts(row, link)
    texts = RowTexts([], [])
    inner = {link} if not len(link) else set(islice(link.iter(), ROW_ELEMENTS))
    for node in islice(row.iter(), ROW_ELEMENTS):
        text, tail = node.text, node.tail
        if text and not text.isspace() and isinstance(tag := node.tag, str) and tag not in _SILENT:
            texts[node in inner].append(fold(text))
        if tail and not tail.isspace() and node is not row:
            texts[node in inner and node is not link].append(fold(tail))
    return texts


def texts_in(node: _Element) -> Iterator[str]:
    """Yield the pieces of text in *node* as written, in the order of ``row_texts`` and as far as that reads."""
    for each in islice(node.iter(), ROW_ELEMENTS):
        text, tail = each.text, each.tail
        if text and not text.isspace() and isinstance(tag := each.tag, str) and tag not in _SILENT:
            yield text
        if tail and not tail.isspace() and each is not node:
            yield tail


def _plain_texts(row: _Element, link: _Element) -> RowTexts:
    """Return the texts of a row that holds its link and no other element."""
    texts = RowTexts([], [])
    if row is not link:
        before, behind = row.text, link.tail
        if before and not before.isspace():
            texts.outside.append(fold(before))
        if behind and not behind.isspace():
            texts.outside.append(fold(behind))
    within = link.text
    if within and not within.isspace():
        texts.inside.append(fold(within))
    return texts


def dated_text(texts: Iterable[str]) -> FoundDate | None:
    """Return the date that one of *texts* gives as its point, one with a year before one without; else None.

    A day that prose tells of, and the last day of something, are not taken. Pieces of a split date are joined.
    """
    loose: FoundDate | None = None
    pieces: list[str] = []
    for text in texts:
        if not _DIGIT.search(text):
            continue
        found = _alone(text)
        if found is not None and found.exact:
            return found
        loose = loose or found
        if len(text) <= _PIECE:
            pieces.append(text)
    return (_joined(pieces) if len(pieces) > 1 else None) or loose


def holds_digit(text: str) -> bool:
    """Whether *text* can hold a date at all."""
    return _DIGIT.search(text) is not None


def date_within(inside: Sequence[str]) -> FoundDate | None:
    """Return the date that one of the texts *inside* a link is, if there are others beside it."""
    return dated_text(filter(_is_mere_date, inside)) if len(inside) > 1 else None


def _alone(text: str) -> FoundDate | None:
    if len(text) > _SENTENCE and len(_MARKS.sub("", text)) > _SENTENCE:
        return None
    found = find_date(text)
    if found is None or found.end - found.start == len(text):
        return found
    beside = text[: found.start] + text[found.end :]
    if len(_MARKS.sub("", beside)) > _ALONE or _DEADLINE.search(text, 0, found.start):
        return None
    return found


def _is_mere_date(text: str) -> bool:
    """Whether *text* is a date, or a piece of one, with at most a label: in a link all else belongs to the title."""
    if len(text) > _SENTENCE and len(_NO_LETTERS.sub("", text)) > _SENTENCE:
        return False
    found = find_date(text) if _DIGIT.search(text) else None
    if found is None:
        return len(text) <= _PIECE and _MARKS.sub("", text).isdecimal()
    return _LABEL.fullmatch(_MARKS.sub("", text[: found.start] + text[found.end :])) is not None


def _joined(pieces: Sequence[str]) -> FoundDate | None:
    """Join neighbours among *pieces* to a date that has a year."""
    for start in range(min(len(pieces) - 1, _PIECES)):
        for count in (2, 3):
            found = join_split(pieces[start : start + count])
            if found is not None and found.exact:
                return found
    return None


def read_date(
    row: _Element, link: Link, inside: Sequence[str], told: FoundDate | None, reference: date | None
) -> RowDate:
    """Return the date of *row*, whose title is *link* with the texts *inside*; *told* is the date its texts tell.

    Where they tell none: the title, an attribute, the address, in this order. Where the year is missing another place
    tells it, or it is supplied: the day last before *reference*.
    """
    found = told
    if found is not None and found.day is not None:
        return RowDate(found.day, "text", True)
    how = "text" if found is not None else "title"
    if found is None and _DIGIT.search(link.text):
        found = next(filter(None, map(_dated_end, inside)), None) or _in_title(link.text)
    if found is not None and found.day is not None:
        return RowDate(found.day, how, True)
    stated = _in_attributes(row, link)
    if found is None:
        return _without_text(link, stated)
    if stated is not None and (stated.month, stated.day) == (found.month, found.day_of_month):
        return RowDate(stated, how, True)
    return RowDate(_with_year(found, link.href, reference), how, False)


def _without_text(link: Link, stated: date | None) -> RowDate:
    if stated is not None:
        return RowDate(stated, "attribute", True)
    made = day_in_url(link.href) if _YEAR.search(link.href) else None
    return RowDate(made, "url", True) if made is not None else NO_DATE


def _in_title(title: str) -> FoundDate | None:
    """Return the date at an end of a link's text: one without a year only in brackets, none that prose speaks of."""
    bare = title.strip(_EDGE)
    if not _OF_DATES.match(bare) and not _OF_DATES.match(bare[-1:]):
        return None
    found = find_date(title)
    if found is None or _bracketed(title, found):
        return found
    before, after = title[: found.start].strip(_EDGE), title[found.end :].strip(_EDGE)
    return found if found.exact and not (before and after) and after[:1] not in _SPAN_WORDS else None


def holds_own_date(inside: Sequence[str]) -> bool:
    """Whether the texts *inside* a link hold a date apart from the title: one by itself, or in brackets at an end."""
    return any(_dated_end(text) is not None for text in inside) or date_within(inside) is not None


def _dated_end(text: str) -> FoundDate | None:
    """Return the date in brackets at an end of *text*."""
    if text[:1] not in _BRACKETS and text[-1:] not in _BRACKETS:
        return None
    found = find_date(text) if _DIGIT.search(text) else None
    return found if found is not None and _bracketed(text, found) else None


def _bracketed(text: str, found: FoundDate) -> bool:
    """Whether a date *found* in *text* stands in brackets at one of its ends."""
    before, after = text[: found.start].rstrip(), text[found.end :].lstrip()
    return before[-1:] in tuple(_BRACKETS) and after[:1] in tuple(_BRACKETS) and (len(before) == 1 or len(after) == 1)


def _in_attributes(row: _Element, link: Link) -> date | None:
    """Return the date of an attribute made for it, or the one that a ``title`` calls the date of publication."""
    said = [("title", link.title)] if _tells_date(link.title) else []
    for node in islice(row.iter("*"), ROW_ELEMENTS):
        said += [(name, value) for name, value in node.items() if _is_for_dates(name)]
    for name, value in said:
        for found in find_dates(value) if _DIGIT.search(value) else ():
            is_named = name != "title" or _NAMED.search(value, 0, found.start) or _is_mere_date(value)
            if is_named and found.day is not None:
                return found.day
    return None


def _tells_date(title: str) -> bool:
    """Whether a ``title`` can call a day that of publication."""
    return "时间" in title or "日期" in title or (title != "" and _is_mere_date(title))


@lru_cache(maxsize=1024)
def _is_for_dates(attribute: str) -> bool:
    return _DATED_ATTRIBUTE.search(attribute) is not None


def _with_year(found: FoundDate, href: str, reference: date | None) -> date | None:
    """Supply the year of a date. A page is made when its text is published, or long after that, hardly before."""
    made = day_in_url(href)
    if made is not None and made.year < LAST_YEAR:
        latest = made + _EARLY
        reference = latest if reference is None else min(latest, max(reference, made))
    return supply_year(found.month, found.day_of_month, reference) if reference is not None else None


def read_title(link: Link, node: _Element, inside: Sequence[str]) -> str:
    """Return the title of a row: the text of its *link* (at *node*), without a date that stands apart in it.

    Of a link that is a whole block the heading or the longest of its texts (*inside*) is the title; a title cut short
    is taken from the ``title`` attribute.
    """
    title = link.text
    if len(node) and len(inside) > 1:
        title = _title_of_parts(node, [text for text in inside if not _is_mere_date(text)]) or title
    if _DIGIT.search(title):
        title = _without_date(title)
    if not title or (title.endswith(_CUT_SHORT) and link.title.startswith(title.rstrip(".… "))):
        return fold(link.title) or title
    return title


def _title_of_parts(node: _Element, texts: Sequence[str]) -> str:
    blocks = False
    for part in node.iter("*"):
        if part.tag in _HEADINGS and (heading := text_of(part)):
            return heading
        blocks = blocks or part.tag in _BLOCKS
    return max(texts, key=len, default="") if blocks else " ".join(texts)


def _without_date(title: str) -> str:
    found = _dated_end(title)
    if found is None:
        return title
    rest = title[: found.start].rstrip()[:-1] + title[found.end :].lstrip()[1:]
    return rest.strip() or title
