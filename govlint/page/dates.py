"""Reading dates out of the short texts of Chinese pages: list rows, lines under a headline, META, file names.

A date is only what is written as one: a year and a month are none, nor are ranges of years, numbers of documents,
versions or telephone numbers. A month and a day without a year count where they stand alone, in brackets at an end
of the text, behind a word for date, or as X月X日. Years outside 1990 … 2100 and impossible days are no dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from govlint.lazy_re import lazy_re

FIRST_YEAR = 1990
LAST_YEAR = 2100


class FoundDate(NamedTuple):
    """A date in a text, at the offsets *start* to *end*.

    *day* is None and *exact* False where the text does not tell the year; *month* and *day_of_month* are always set.
    """

    day: date | None
    month: int
    day_of_month: int
    exact: bool
    start: int
    end: int


_DASH = "-－‐‑–—−"
_SLASH = "/／"
_DOT = ".．"
_ONES = "一二三四五六七八九"
_YEAR = rf"\d{{4}}|[〇○◯零OＯo{_ONES}]{{4}}"
_MONTH = rf"\d{{1,2}}+|十[一二]?+|[{_ONES}元]"
_DAY = rf"\d{{1,2}}+|[二三]?+十[{_ONES}]?+|[廿卅][{_ONES}]?+|[{_ONES}]"
_HINT = lazy_re(rf"\d\s?[{_DASH}{_SLASH}{_DOT}年月日]|[{_ONES}十元]\s?月")
_WRITTEN_OUT = lazy_re(
    rf"(?<![\d{_DOT}])(?P<year>\d{{4}})(?P<mark>[{_DASH}{_SLASH}{_DOT}])(?P<month>\d{{1,2}}+)"
    rf"(?P=mark)(?P<day>\d{{1,2}}+)(?!\d|[{_DOT}]\d)"
    rf"|(?:(?<!\d)(?P<han_year>{_YEAR})\s*+年\s*+|(?<![\d十年{_ONES}])(?<!年\s))"
    rf"(?P<han_month>{_MONTH})\s*+月\s*+(?P<han_day>{_DAY})(?:\s*+(?P<end>[日号])|(?!\w))"
)
_SHORT_HINT = lazy_re(rf"(?<![-－{_SLASH}\d])\d\d[-－{_SLASH}]\d\d(?![-－{_SLASH}\d])")
_SHORT = rf"(?P<month>\d\d)[-－{_SLASH}](?P<day>\d\d)"
_OPEN = r"\s\[(（【〔［《<|·•"
_CLOSE = r"\s\])）】〕］》>|·•"
_CLOSED = lazy_re(r"\s*+[\])）】〕］]\s*+")
_OPENING = ("[", "(", "（", "【", "〔", "［")
_ALONE = lazy_re(rf"[{_OPEN}]*+{_SHORT}(?!\d)[{_CLOSE}]*+(?:\d{{1,2}}[:：]\d\d(?:[:：]\d\d)?+[{_CLOSE}]*+)?+")
_BRACKETS = rf"[\[(（【〔［]\s*+{_SHORT}\s*+[\])）】〕］]"
_BRACKETS_FIRST = lazy_re(rf"\s*+{_BRACKETS}")
_BRACKETS_LAST = lazy_re(rf"{_BRACKETS}\s*+\Z")
_BEHIND_WORD = lazy_re(rf"(?:日\s?期|(?:发布|发表|公布|更新|添加)(?:时间)?+)\s*+[:：]\s*+{_SHORT}(?![{_DASH}\d:：])")
_APART = r"[-—–|,，/]*+\s[-—–|,，/\s]*+"
_ONE_OR_TWO = r"\d{1,2}+"
_SPLIT = tuple(
    lazy_re(rf"[-—–|\s]*+{form}[-—–|\s]*+")
    for form in (
        rf"(?P<month>{_ONE_OR_TWO})[-./月](?P<day>{_ONE_OR_TWO})日?+{_APART}(?P<year>\d{{4}})年?+",
        rf"(?P<day>{_ONE_OR_TWO})日?+{_APART}(?P<year>\d{{4}})[-./年](?P<month>{_ONE_OR_TWO})月?+",
        rf"(?P<year>\d{{4}})年?+{_APART}(?P<month>{_ONE_OR_TWO})[-./月](?P<day>{_ONE_OR_TWO})日?+",
        rf"(?P<year>\d{{4}})[-./年](?P<month>{_ONE_OR_TWO})月?+{_APART}(?P<day>{_ONE_OR_TWO})日?+",
        rf"(?P<day>{_ONE_OR_TWO})日?+{_APART}(?P<month>{_ONE_OR_TWO})月(?:{_APART}(?P<year>\d{{4}})年?+)?+",
        rf"(?P<month>{_ONE_OR_TWO})月{_APART}(?P<day>{_ONE_OR_TWO})日?+(?:{_APART}(?P<year>\d{{4}})年?+)?+",
    )
)
_LONGEST_SPLIT = 40
_KNOWN_LENGTH = 80  # characters of a text that may stand in a list again


def find_date(text: str) -> FoundDate | None:
    """Return the date of *text*, or None: one in brackets at its end, else the first.

    So a day that a headline tells of does not hide the day of publication: ``5月4日大会召开(2020-05-06)``. A text that
    is nothing but a date in pieces (``05/21 2024``) is read as one date.
    """
    return _known_date(text) if len(text) <= _KNOWN_LENGTH else _find_date(text)


def _find_date(text: str) -> FoundDate | None:
    dates = find_dates(text)
    if len(dates) > 1 and _CLOSED.fullmatch(text, dates[-1].end):
        last = dates[-1]
        return last if text[: last.start].rstrip().endswith(_OPENING) else dates[0]
    return dates[0] if dates else None


_known_date = lru_cache(maxsize=4096)(_find_date)  # rows of lists share their days, and pages their rows


def find_dates(text: str) -> list[FoundDate]:
    """Return all dates in *text* in their order; none overlaps another."""
    if not _HINT.search(text):
        return []
    dates = [found for match in _WRITTEN_OUT.finditer(text) if (found := _read_written_out(match))]
    if not (dates and dates[0].exact) and (split := _find_split(text)):
        return [split]
    if _SHORT_HINT.search(text):
        taken = {offset for found in dates for offset in range(found.start, found.end)}
        dates += [found for found in _find_short(text) if found.start not in taken]
        dates.sort(key=lambda found: found.start)
    return dates


def join_split(parts: Sequence[str]) -> FoundDate | None:
    """Read a date that the page shows in pieces (``05/21`` over ``2024``, ``23`` over ``2020-12``).

    *parts* are the texts of the pieces in document order; the offsets count in these joined by single spaces, the
    white space around each and empty ones left out.
    """
    return find_date(" ".join(part.strip() for part in parts if part.strip()))


def day_in_url(url: str) -> date | None:
    """Return the day that the path of *url* names, or None: ``/t20180213_21515402.html``, ``/2017-07/18/`` ….

    It is the day the file was made, which for content taken over from an older site is not the day of publication.
    """
    path = re.split("[?#]", url, maxsplit=1)[0]
    for form in _IN_PATH:
        for match in form.finditer(path):
            if day := _date(*map(int, match.groups())):
                return day
    return None


_IN_PATH = (
    lazy_re(r"(?:^|/)t(\d{4})(\d\d)(\d\d)_\d"),  # TRS: t20180213_21515402.html
    lazy_re(r"(?:^|/)[PW]0(\d{4})(\d\d)(\d\d)\d{9}"),  # TRS attachments: P020191216374807388864.pdf
    lazy_re(r"(?:^|/)(\d{4})[-/_](\d{1,2})[-/_](\d{1,2})(?=[/_.]|$)"),
    lazy_re(r"(?:^|/)(\d{4})-?(\d\d)/(\d\d)(?=[/_.]|$)"),  # /2017-07/18/, /201707/18/
    lazy_re(r"(?:^|/)(\d{4})/?(\d\d)(\d\d)(?=[/_.-]|$)"),  # /20170718/, /2017/0718/
)


def supply_year(month: int, day: int, reference: date) -> date:
    """Return the latest *day* of *month* that is not after *reference* (29 February may be years back).

    Raises ValueError for a day that no year has.
    """
    date(2000, month, day)  # a leap year: raises for the impossible
    year = reference.year
    while True:
        found = _date_of(year, month, day)
        if found and found <= date(reference.year, reference.month, reference.day):
            return found
        year -= 1


_TIME = lazy_re(
    r"[T\s]*+(?P<half>上午|下午|[AaPp][Mm])?+\s*+(?P<hour>\d{1,2})[:：](?P<minute>\d\d)(?:[:：](?P<second>\d\d))?+"
    r"(?:\.\d++)?+\s*+(?P<half_after>[AaPp][Mm])?+(?P<zone>Z|[+-]\d\d:?\d\d)?+"
)
_COMPACT = lazy_re(r"\s*+(\d{4})(\d\d)(\d\d)(?:[T\s]?+(\d\d):?(\d\d):?(\d\d)?)?+\s*+")


def parse_published(text: str) -> datetime | date | None:
    """Read the value of a META such as PubDate: a datetime where the text tells a time, a date where it does not.

    A datetime is naive and in China's time. Take ``date(found.year, found.month, found.day)`` before comparing: a
    datetime cannot be compared with a date. None where the text holds no date with a year.
    """
    if compact := _COMPACT.fullmatch(text):
        year, month, day, hour, minute, second = (int(group or 0) for group in compact.groups())
        found = _date(year, month, day)
        return _at_time(found, hour, minute, second) if found and compact[4] else found
    dated = find_date(text)
    if dated is None or dated.day is None:
        return None
    time = _TIME.match(text, dated.end)
    if time is None:
        return dated.day
    hour = int(time["hour"])
    half = (time["half"] or time["half_after"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half in ("下午", "pm") else 0)
    moment = _at_time(dated.day, hour, int(time["minute"]), int(time["second"] or 0))
    return _in_china(moment, time["zone"]) if isinstance(moment, datetime) and time["zone"] else moment


def _at_time(day: date, hour: int, minute: int, second: int) -> datetime | date:
    """Add a time of day to *day*; an impossible time leaves the day."""
    if hour > 23 or minute > 59 or second > 59:
        return day
    return datetime(day.year, day.month, day.day, hour, minute, second)


def _in_china(moment: datetime, zone: str) -> datetime:
    """Turn a *moment* in a *zone* such as ``Z`` or ``+08:00`` into China's time (UTC+8)."""
    east = timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:])) if zone != "Z" else timedelta()
    return moment - (east if zone[0] != "-" else -east) + timedelta(hours=8)


def _read_written_out(match: re.Match[str]) -> FoundDate | None:
    year, _, month, day, han_year, han_month, han_day, end = match.groups()
    if year:
        return _found(year, month, day, match.span())
    if han_year or end:
        return _found(han_year, han_month, han_day, match.span())
    return None


def _find_short(text: str) -> Iterator[FoundDate]:
    """Yield the dates such as 06-23 where their place in *text* says that they are dates."""
    if alone := _ALONE.fullmatch(text):
        matches = [alone]
    else:
        matches = [match for match in (_BRACKETS_FIRST.match(text), _BRACKETS_LAST.search(text)) if match]
        matches += _BEHIND_WORD.finditer(text)
    for match in matches:
        if found := _found(None, match["month"], match["day"], (match.start("month"), match.end("day"))):
            yield found


def _find_split(text: str) -> FoundDate | None:
    if len(text) > _LONGEST_SPLIT or " " not in text:
        return None
    for form in _SPLIT:
        if match := form.fullmatch(text):
            spans = [match.span(name) for name in ("year", "month", "day") if match[name]]
            if found := _found(match["year"], match["month"], match["day"], (min(spans)[0], max(spans)[1])):
                return found
    return None


def _found(year: str | None, month: str, day: str, span: tuple[int, int]) -> FoundDate | None:
    """Make a date of its pieces in either kind of numerals, None where there is no such day."""
    numbers = _number(month), _number(day)
    if year:
        exact = _date(_year(year), *numbers)
        return FoundDate(exact, *numbers, True, *span) if exact else None
    return FoundDate(None, *numbers, False, *span) if _date_of(2000, *numbers) else None


def _date(year: int, month: int, day: int) -> date | None:
    return _date_of(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None


def _date_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_VALUES = {numeral: value for value, numeral in enumerate(_ONES, 1)} | {"十": 10, "廿": 20, "卅": 30, "元": 1}


def _number(text: str) -> int:
    """Read a number up to 31 in Arabic or Chinese numerals."""
    if text[0].isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if ten:
        return 10 * _VALUES.get(tens, 1) + _VALUES.get(ones, 0)
    return sum(_VALUES[numeral] for numeral in text)


def _year(text: str) -> int:
    """Read a year of four digits in Arabic or Chinese numerals."""
    if text.isdecimal():
        return int(text)
    return int("".join(str(_VALUES.get(numeral, 0)) for numeral in text))
