"""Which of many words stand in a text: one search for all of them in place of one for each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from govlint.lazy_re import lazy_re

_WORTH_A_PATTERN = 100_000  # characters of text, by which the pattern has paid for being made


class ManyWords:
    """Words to look for, none of them empty."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(dict.fromkeys(words))
        self._read = 0
        self._met: dict[str, tuple[str, ...]] = {}

    def within(self, text: str) -> set[str]:
        """Return those that stand in *text*."""
        self._read += len(text)
        if self._read < _WORTH_A_PATTERN:
            return {word for word in self._words if text.rfind(word) >= 0}
        found = set(self._pattern.findall(text))
        hidden = {other for word in found for other in self._met.get(word) or self._meeting(word)} - found
        return found.union(word for word in hidden if text.rfind(word) >= 0)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return lazy_re(_alternatives(_tree(self._words)) or r"(?!)")

    @cached_property
    def _by_letter(self) -> dict[str, list[str]]:
        by_letter: dict[str, list[str]] = defaultdict(list)
        for word in self._words:
            by_letter[word[0]].append(word)
        return by_letter

    def _meeting(self, word: str) -> tuple[str, ...]:
        """Return the words that begin within *word*: a search that has found it goes on behind it."""
        ends = [word[at:] for at in range(len(word))]
        met = (
            other
            for end in ends
            for other in self._by_letter.get(end[0], ())
            if other != word and (end.startswith(other) or other.startswith(end))
        )
        self._met[word] = tuple(dict.fromkeys(met))
        return self._met[word]


def _tree(words: Iterable[str]) -> dict[str, Any]:
    """Return *words* letter by letter; ``""`` stands where one ends."""
    tree: dict[str, Any] = {}
    for word in words:
        branch = tree
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return tree


def _alternatives(tree: dict[str, Any]) -> str:
    """Return the pattern of the words of *tree*, of which the longest that stands in a place is found."""
    branches = [re.escape(letter) + _rest(branch) for letter, branch in tree.items() if letter]
    return "|".join(branches)


def _rest(tree: dict[str, Any]) -> str:
    rest = _alternatives(tree)
    if not rest:
        return ""
    return f"(?:{rest})?" if "" in tree else f"(?:{rest})"
