"""Identity numbers, mobile numbers and bank cards in any text: found, proven by their check digits, and masked.

How much of a number may be shown follows the one concrete rule found in official notices (永安市 2023-01-04):
``138****1234`` and ``35*************123``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from govlint.lazy_re import lazy_re


class Kind(StrEnum):
    """What a number is."""

    IDENTITY = "identity"
    MOBILE = "mobile"
    CARD = "card"


class Number(NamedTuple):
    """A number in a text: its *start* and *end* there, its *digits* without what stands between them."""

    kind: Kind
    start: int
    end: int
    digits: str

    @property
    def shown(self) -> str:
        """The number as it may be printed."""
        head, tail = _KEPT[self.kind]
        return self.digits[:head] + "*" * (len(self.digits) - head - tail) + self.digits[-tail:]

    @property
    def born(self) -> date | None:
        """The day of birth in an identity number."""
        return _day(self.digits) if self.kind is Kind.IDENTITY else None


_KEPT = {Kind.IDENTITY: (2, 3), Kind.MOBILE: (3, 4), Kind.CARD: (4, 4)}

# Pastes from word processors cut numbers in pieces; cells of a table never do.
_INLINE = r"(?:</?(?:span|font|b|strong|em|i|u|o:p)\b[^<>]{0,200}>)*+"
_GAP = rf"{_INLINE}(?:[ \-\u00a0]|&nbsp;)?+{_INLINE}"
_PART_OF_MORE = "0-9A-Za-z０-９_"
_END = rf"(?!{_INLINE}[{_PART_OF_MORE}*])"


def _digits(*classes: str) -> str:
    return _INLINE.join(classes)


def _run(count: int) -> str:
    return _digits(*["[0-9]"] * count)


# Provinces; years from 1900 to 2099; months; days. The check digit and the calendar are looked at afterwards.
_IDENTITY = lazy_re(
    rf"[1-8](?<![{_PART_OF_MORE}][1-8]){_INLINE}[0-9]{_INLINE}{_run(4)}{_GAP}"
    rf"(?:1{_INLINE}9|2{_INLINE}0){_INLINE}{_run(2)}{_INLINE}[01]{_INLINE}[0-9]{_INLINE}[0-3]{_INLINE}[0-9]{_GAP}"
    rf"{_run(3)}{_INLINE}[0-9Xx]{_END}"
)
_MOBILE = lazy_re(
    rf"1(?<![{_PART_OF_MORE}/=%.*]1)(?<![0-9]-1)(?<!\+1){_INLINE}[3-9]{_INLINE}[0-9]{_GAP}{_run(4)}{_GAP}{_run(4)}{_END}"
    r"(?!\.\w|-[0-9]|%)"
)
_CARD = lazy_re(
    rf"[3-69](?<![{_PART_OF_MORE}./=%][3-69]){_INLINE}{_run(3)}(?:{_GAP}{_run(4)}){{3}}(?:{_GAP}[0-9]{{1,3}}+)?+{_END}"
    r"(?!\.\w)"
)
_PATTERNS = ((Kind.IDENTITY, _IDENTITY), (Kind.MOBILE, _MOBILE), (Kind.CARD, _CARD))
_PROVINCES = frozenset(
    (*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66), 71, 81, 82, 83)
)
_WEIGHTS = tuple(pow(2, 17 - place, 11) for place in range(17))  # GB 11643-1999, ISO 7064 MOD 11-2
_CHECKS = "10X98765432"
_ISSUERS = ("62", "4", "5", "9558", "60", "3568")
_NOT_DIGITS = lazy_re(r"<[^<>]*+>|&nbsp;|[^0-9Xx]")
_ENOUGH_DIGITS = lazy_re(r"[0-9](?<![0-9][0-9])(?:(?:<[^<>]*+>|[ \-\u00a0]|&nbsp;)*+[0-9]){10}")
_MAYBE = lazy_re(r"[0-9](?:[^0-9\n]*+[0-9]){10}")
_TAG_OR_DIGIT = lazy_re(r"<[^<>]*+>|[0-9Xx]")


def numbers(text: str) -> Iterator[Number]:
    """Yield the personal numbers in *text*: markup or plain, never raises, linear time. Masked numbers are none."""
    taken = set()
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            digits = _NOT_DIGITS.sub("", match[0])
            if match.start() not in taken and _PROOFS[kind](digits):
                taken.add(match.start())
                yield Number(kind, match.start(), match.end(), digits)


def has_enough_digits(text: str) -> bool:
    """Whether digits stand close enough together for a number: on most pages none do, and none need be looked for.

    Only tags, spaces and strokes may part them, so that no number goes on behind a tag and a line end.
    """
    return _ENOUGH_DIGITS.search(text) is not None


def masked(text: str) -> str:
    """Return *text* of the same length with every personal number in it masked."""
    if _MAYBE.search(text) is None:
        return text
    for kind, pattern in _PATTERNS:
        text = pattern.sub(partial(_mask, kind), text)
    return text


def is_identity(digits: str) -> bool:
    """Say whether 18 *digits* (the last one may be X) are an identity number: province, calendar and check digit."""
    if len(digits) != 18 or int(digits[:2]) not in _PROVINCES or _day(digits) is None:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return _CHECKS[total % 11] == digits[17].upper()


def is_card(digits: str) -> bool:
    """Say whether *digits* can be a bank card: 16 to 19 of them, a known issuer, and the check digit (Luhn)."""
    if not 16 <= len(digits) <= 19 or not digits.startswith(_ISSUERS) or len(set(digits)) < 4:
        return False
    doubled = [int(digit) * 2 for digit in digits[-2::-2]]
    total = sum(int(digit) for digit in digits[::-2]) + sum(double // 10 + double % 10 for double in doubled)
    return total % 10 == 0


def is_mobile(digits: str) -> bool:
    """Say whether eleven *digits* can be a mobile number in use: specimens repeat a few digits."""
    return len(set(digits)) > 3


_PROOFS: Mapping[Kind, Callable[[str], bool]] = {
    Kind.IDENTITY: is_identity,
    Kind.MOBILE: is_mobile,
    Kind.CARD: is_card,
}


def _day(digits: str) -> date | None:
    try:
        return date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        return None


def _mask(kind: Kind, match: re.Match[str]) -> str:
    """Return the match as it stands in the text, with its digits replaced by those that may be shown."""
    number = Number(kind, match.start(), match.end(), _NOT_DIGITS.sub("", match[0]))
    if not _PROOFS[kind](number.digits):
        return match[0]
    shown = iter(number.shown)
    return _TAG_OR_DIGIT.sub(lambda part: part[0] if part[0][0] == "<" else next(shown, "*"), match[0])
