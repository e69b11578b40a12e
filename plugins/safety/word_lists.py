"""The user's lists of forbidden words: read once, and found in a text in one pass, however many words there are.

An index by the first two characters is all it takes: with 10,000 words it reads about five million characters a
second, three times as many as an Aho-Corasick automaton with its native code gave in the same run and over thirty times
as many as one large regular expression (``benchmarks/word_lists.py``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple


class Word(NamedTuple):
    """A forbidden word as it is looked for, and what to write in its place (``""``: nothing is said)."""

    text: str
    instead: str = ""


class Hit(NamedTuple):
    """A word found at the offset *start* of a text."""

    word: Word
    start: int


class WordIndex:
    """The words of all lists, ready to be looked for."""

    def __init__(self, words: Iterable[Word]) -> None:
        self._single: dict[str, Word] = {}
        self._by_head: dict[str, list[Word]] = {}
        for word in words:
            folded = fold(word.text)
            if len(folded) == 1:
                self._single.setdefault(folded, word)
            elif folded:
                self._by_head.setdefault(folded[:2], []).append(Word(folded, word.instead))

    def __bool__(self) -> bool:
        return bool(self._single or self._by_head)

    def find(self, text: str) -> Iterator[Hit]:
        """Yield the words in *text* (folded as ``fold`` does) in order; Latin ones only where they stand alone."""
        by_head, single = self._by_head, self._single
        for start, head in enumerate(map(str.__add__, text, text[1:] + " ")):
            if head in by_head:
                for word in by_head[head]:
                    if text.startswith(word.text, start) and _stands_alone(text, start, word.text):
                        yield Hit(word, start)
            if single and head[0] in single:
                yield Hit(single[head[0]], start)


def fold(text: str) -> str:
    """Return *text* as words are compared: of the same length, Latin letters in lower case, full-width ones narrow."""
    return "".join(map(_fold_character, text)) if not text.isascii() else text.lower()


def parse_list(text: str) -> Iterator[Word]:
    """Yield the words of a list: one a line, what to write in its place behind a tab; ``#`` begins a comment."""
    for line in text.splitlines():
        word, _, instead = line.partition("\t")
        word = word.strip()
        if word and not word.startswith("#"):
            yield Word(word, instead.strip())


@lru_cache(maxsize=8)
def load_words(words: tuple[str, ...], paths: tuple[str, ...]) -> WordIndex:
    """Return the index of *words* and of the lists at *paths* (UTF-8). Raises OSError for one that cannot be read."""
    listed = [word for path in paths for word in parse_list(Path(path).read_text(encoding="utf-8-sig"))]
    return WordIndex(dict.fromkeys([*map(Word, words), *listed]))


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    if "！" <= character <= "～":  # full-width ASCII
        character = chr(ord(character) - 0xFEE0)
    lower = character.lower()
    return lower if len(lower) == 1 else character


def _stands_alone(text: str, start: int, word: str) -> bool:
    """Say whether a Latin word is not part of a longer one; Chinese words have no borders."""
    end = start + len(word)
    before, behind = text[start - 1 : start], text[end : end + 1]
    return not ((_is_latin(word[0]) and _is_latin(before)) or (_is_latin(word[-1]) and _is_latin(behind)))


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
