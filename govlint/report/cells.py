"""Text on a terminal: how many cells it takes, and what of it may be sent there at all."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category, east_asian_width

from govlint.lazy_re import lazy_re

# C0 and C1 controls, line and paragraph separators, and the marks that turn the direction of writing:
# a page that is quoted must not steer the terminal or reorder what a reader sees.
_UNSAFE = lazy_re("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_NO_CELL = frozenset({"Mn", "Me", "Cf"})


def safe(text: str) -> str:
    """Return *text* on one line for a terminal: white space as spaces, every other control as ``?``.

    Each character stays one character, so that positions in the text stay right.
    """
    return _UNSAFE.sub(_replacement, text)


def _replacement(match: re.Match[str]) -> str:
    return " " if match[0] in "\t\n\r\v\f" else "?"


def width(text: str) -> int:
    """Return how many cells *text*, made safe before, takes: two for Chinese, none for combining marks."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def fitting(text: str, room: int) -> int:
    """Return how many characters of *text* fit into *room* cells."""
    taken = 0
    for at, character in enumerate(text):
        taken += _cells(character)
        if taken > room:
            return at
    return len(text)


@lru_cache(maxsize=4096)
def _cells(character: str) -> int:
    if east_asian_width(character) in "WF":
        return 2
    return 0 if category(character) in _NO_CELL else 1
