"""Words in markup: white space and character references, and whether some of many words stand there."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

from govlint.lazy_re import lazy_re

if TYPE_CHECKING:
    from lxml.etree import _Element

_BETWEEN = lazy_re(r"(?<=[\u3400-\u9fff])\s++(?=[\u3400-\u9fff])")
# No name is longer: in what is, the rest of the page has not been shut out.
_TEXTS = 100
_TEXT_LIMIT = 1_000


def fold(text: str) -> str:
    """Return *text* with every stretch of white space (no-break and full-width spaces too) made one space."""
    return " ".join(text.split())


def unescaped(text: str) -> str:
    """Return *text* with its character references read as HTML does."""
    if "&" not in text:
        return text
    from html import unescape  # with the table of all names

    return unescape(text)


def close_up(text: str) -> str:
    """Return *text* folded, and without spaces between Chinese characters: ``"搜 索"`` → ``"搜索"``."""
    return _BETWEEN.sub("", fold(text))


def text_of(node: _Element, *tags: str) -> str:
    """Return the text in *node*, folded; of a node that holds a good part of the page only the beginning.

    With *tags*, only what stands in and behind elements of these tags counts.
    """
    if not len(node) and not tags:
        return fold((node.text or "")[:_TEXT_LIMIT])
    return fold("".join(islice(node.itertext(*tags), _TEXTS))[:_TEXT_LIMIT])


def holds_any(text: str, wanted: Iterable[str]) -> bool:
    """Return whether *text* holds one of *wanted*.

    It looks from the end: on pages of Chinese and markup CPython finds a word backwards several times as fast as
    ``in`` does.
    """
    return any(text.rfind(word) >= 0 for word in wanted)


def words(text: str) -> frozenset[str]:
    """Return the words of *text* as a set: a way to write long sets down."""
    return frozenset(text.split())
