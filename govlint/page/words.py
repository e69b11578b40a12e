"""White space: folding it, taking it out between Chinese characters, and splitting lists of words at it."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"(?<=[\u3400-\u9fff])\s++(?=[\u3400-\u9fff])")


def fold(text: str) -> str:
    """Return *text* with every stretch of white space (no-break and full-width spaces too) made one space."""
    return " ".join(text.split())


def close_up(text: str) -> str:
    """Return *text* folded, and without spaces between Chinese characters: ``"搜 索"`` → ``"搜索"``."""
    return _BETWEEN.sub("", fold(text))


def words(text: str) -> frozenset[str]:
    """Return the words of *text* as a set: a way to write long sets down."""
    return frozenset(text.split())
