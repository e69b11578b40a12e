"""The vocabulary of column names: which names on real sites mean which column (栏目) of the standards."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from govlint.finding import Text
from govlint.lazy_re import lazy_re
from govlint.standard import names as spelling

__all__ = ["Concept", "Filters", "Vocabulary", "load_vocabulary", "normalise"]

_SEPARATORS = lazy_re(r"[/|｜、&＆\\]")
_LONGEST_FRONT = 14
_LONGEST_BACK = 6
_SHORTEST_TYPO = 5
_SHORTEST_ANAGRAM = 4


class Concept(NamedTuple):
    """One kind of column, by whatever name a site calls it.

    *id* names it in standards (``disclosure-guide``), *name* is what the official documents call it, *parent* the id of
    the kind it belongs under or ``""``. *names* are accepted as they stand, also behind an organ's name; *contains*
    are phrases that make a longer name one of this kind, with ``*`` where more may stand and ``?`` for one character
    (``*概况``, ``走进??``); *hints* are too general to count alone (``指南``) and are accepted with one of the *slugs*
    (parts of an address) or under the right parent; *excludes* are words that make a longer name something else
    (false friends); *near* are names that come close and are not accepted. *entry* says that a picture with such an
    ``alt`` or ``title`` is as good as a link with such a text.
    """

    id: str
    name: Text
    parent: str = ""
    names: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    slugs: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    entry: bool = False


class Filters(NamedTuple):
    """How columns are called that only filter another one (按年份检索): *names* as they stand, or 按 … one of *verbs*.

    A name that holds one of *excludes* is none (按揭查询).
    """

    names: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()


NO_FILTERS = Filters()


class _Phrase(NamedTuple):
    """A phrase to look for in a name, and how many characters may stand before and behind it, least and most."""

    text: str
    front: tuple[int, int]
    back: tuple[int, int]

    @classmethod
    def read(cls, written: str) -> _Phrase:
        """Read ``*概况`` (any number of characters, within reason) or ``??简介`` (as many as there are marks)."""
        text = written.strip("*?")
        front, back = written.partition(text)[::2]
        return cls(spelling.fold(text), _room(front, _LONGEST_FRONT), _room(back, _LONGEST_BACK))

    @property
    def is_open(self) -> bool:
        return self.back != (0, 0)

    def fits(self, name: str) -> bool:
        at = name.rfind(self.text)
        rest = len(name) - at - len(self.text)
        return at >= 0 and self.front[0] <= at <= self.front[1] and self.back[0] <= rest <= self.back[1]


def _room(marks: str, most: int) -> tuple[int, int]:
    return (0, most) if marks == "*" else (len(marks), len(marks))


@lru_cache(maxsize=4096)
def normalise(name: str) -> str:
    """Return the shortest writing of a column's name: folded, without the organ in front and 专栏, 平台 … behind.

    ``【XX县人民政府信息公开指南】 更多>>`` becomes ``信息公开指南``. The organ goes only up to a word that can end an
    organ's name and only where four characters or more stay, so that ordinary words are not cut.
    """
    folded = spelling.fold(name)
    short = spelling.without_suffix(folded)
    shortest = short
    for rest in spelling.without_organ(short):
        if len(rest) >= _SHORTEST_ANAGRAM:
            shortest = rest
    return shortest


class Vocabulary:
    """The concepts, asked by name. Built once for a run; answers are kept, names repeat on every page of a site."""

    def __init__(self, concepts: Iterable[Concept], filters: Filters = NO_FILTERS, titles: Iterable[str] = ()) -> None:
        self.concepts: Mapping[str, Concept] = {concept.id: concept for concept in concepts}
        self.filters = filters
        self.titles = tuple(titles)
        self._answers: dict[str, frozenset[str]] = {}

    @classmethod
    def merge(cls, vocabularies: Iterable[Vocabulary]) -> Vocabulary:
        """Return one vocabulary of all: the words for a concept are put together, its first name and parent stay."""
        concepts: dict[str, Concept] = {}
        filters = NO_FILTERS
        titles: dict[str, None] = {}
        for vocabulary in vocabularies:
            for concept in vocabulary.concepts.values():
                known = concepts.get(concept.id)
                concepts[concept.id] = concept if known is None else _joined(known, concept)
            filters = Filters(*map(_union, filters, vocabulary.filters))
            titles.update(dict.fromkeys(vocabulary.titles))
        return cls(concepts.values(), filters, titles)

    def match(self, name: str, *, slug: str = "", parent: str = "") -> frozenset[str]:
        """Return the ids of the concepts that a column called *name* is of; empty where it is none of them.

        Accepted names come first, phrases within the name only where no accepted name fits. *slug* (an address or a
        part of one) and *parent* (the concept of the column above) only support a general name such as 指南; they
        never decide alone. A name of two parts (``公示、公告``) may be of two concepts.
        """
        if len(name) > spelling.LONGEST_WRITING:
            return frozenset()
        found = self._answers.get(name)
        if found is None:
            found = self._answers[name] = self._match(name)
        if found or not (slug or parent):
            return found
        return frozenset(self._hinted(spelling.fold(name), slug, parent))

    def near(self, name: str) -> str | None:
        """Return the concept that *name* comes close to without being accepted, or None.

        Close is: a name listed as such, the same characters as a name of four or more in another order, or one
        character too many or too few in a name of five or more.
        """
        folded = spelling.fold(name)
        if not 2 <= len(folded) <= spelling.LONGEST_NAME or self._is_title(folded) or self.match(name):
            return None
        for form in spelling.forms(folded):
            listed = self._near.get(form)
            if listed is not None:
                return listed
        short = normalise(name)
        if len(short) < _SHORTEST_ANAGRAM:
            return None
        return next((id for id in self._resembling(short) if self._allowed(id, folded)), None)

    def is_filter(self, name: str) -> bool:
        """Whether *name* is that of a column which only filters another one (按年份检索, 主题分类)."""
        folded = spelling.fold(name)
        if any(word in folded for word in self.filters.excludes):
            return False
        forms = spelling.forms(folded)
        return any(form in self._filter_names or self._filter_pattern.fullmatch(form) for form in forms)

    def normalise(self, name: str) -> str:
        """Return the shortest writing of *name*; see the function of the same name."""
        return normalise(name)

    def lineage(self, concept: str) -> tuple[str, ...]:
        """Return *concept* and the concepts above it, nearest first."""
        found: list[str] = []
        while concept in self.concepts and concept not in found:
            found.append(concept)
            concept = self.concepts[concept].parent
        return tuple(found)

    def _match(self, name: str) -> frozenset[str]:
        folded = spelling.fold(name)
        if not folded or len(folded) > spelling.LONGEST_NAME:
            return frozenset()
        whole = self._exact.get(folded) or self._exact.get(spelling.without_suffix(folded))
        if whole is not None:
            return whole
        if self._is_title(folded):
            return frozenset()
        parts = [part for part in map(spelling.fold, _SEPARATORS.split(name)) if part]
        found: set[str] = set()
        for part in parts if 1 < len(parts) <= 4 else [folded]:
            found.update(self._match_part(part))
        return frozenset(found)

    def _match_part(self, folded: str) -> Iterable[str]:
        for form in spelling.forms(folded):
            found = {id for id in self._exact.get(form, ()) if form == folded or self._allowed(id, folded)}
            if found:
                return found
        return self._containing(folded)

    def _containing(self, folded: str) -> Iterator[str]:
        ends = (self._endings.get(folded[at:], ()) for at in range(min(len(folded), _LONGEST_FRONT + 1)))
        for phrase, id in chain(chain.from_iterable(ends), self._openings):
            if phrase.fits(folded) and self._allowed(id, folded):
                yield id

    def _hinted(self, folded: str, slug: str, parent: str) -> Iterator[str]:
        steps = frozenset(re.split(r"[^0-9a-z_]+", slug.casefold())) if slug else frozenset()
        short = spelling.without_suffix(folded)
        for id in self._hints.get(folded, self._hints.get(short, ())):
            concept = self.concepts[id]
            if (parent and concept.parent == parent) or not steps.isdisjoint(concept.slugs):
                yield id

    def _resembling(self, short: str) -> Iterator[str]:
        yield from self._same_letters.get("".join(sorted(short)), ())
        yield from self._one_missing.get(short, ())
        for fewer in spelling.one_fewer(short):
            if len(fewer) >= _SHORTEST_TYPO:
                yield from sorted(self._exact.get(fewer, ()))

    def _is_title(self, folded: str) -> bool:
        return any(mark in folded for mark in self.titles)

    def _allowed(self, id: str, folded: str) -> bool:
        return not any(word in folded for word in self.concepts[id].excludes)

    @cached_property
    def _exact(self) -> Mapping[str, frozenset[str]]:
        return _index((name, concept.id) for concept in self.concepts.values() for name in concept.names)

    @cached_property
    def _hints(self) -> Mapping[str, frozenset[str]]:
        return _index((name, concept.id) for concept in self.concepts.values() for name in concept.hints)

    @cached_property
    def _phrases(self) -> tuple[tuple[_Phrase, str], ...]:
        phrases = ((text, concept.id) for concept in self.concepts.values() for text in concept.contains)
        return tuple((_Phrase.read(text), id) for text, id in phrases)

    @cached_property
    def _endings(self) -> Mapping[str, list[tuple[_Phrase, str]]]:
        found: dict[str, list[tuple[_Phrase, str]]] = {}
        for phrase, id in self._phrases:
            if not phrase.is_open:
                found.setdefault(phrase.text, []).append((phrase, id))
        return found

    @cached_property
    def _openings(self) -> tuple[tuple[_Phrase, str], ...]:
        return tuple((phrase, id) for phrase, id in self._phrases if phrase.is_open)

    @cached_property
    def _near(self) -> Mapping[str, str]:
        return {spelling.fold(name): concept.id for concept in self.concepts.values() for name in concept.near}

    @cached_property
    def _same_letters(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name, ids in self._exact.items():
            if len(name) >= _SHORTEST_ANAGRAM:
                found.setdefault("".join(sorted(name)), []).extend(sorted(ids))
        return found

    @cached_property
    def _one_missing(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name, ids in self._exact.items():
            if len(name) >= _SHORTEST_TYPO:
                for fewer in spelling.one_fewer(name):
                    found.setdefault(fewer, []).extend(sorted(ids))
        return found

    @cached_property
    def _filter_names(self) -> frozenset[str]:
        return frozenset(map(spelling.fold, self.filters.names))

    @cached_property
    def _filter_pattern(self) -> re.Pattern[str]:
        return lazy_re(rf"按.{{1,8}}?(?:{'|'.join(map(re.escape, self.filters.verbs)) or '(?!)'})")


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, id in pairs:
        found.setdefault(spelling.fold(name), set()).add(id)
    return {name: frozenset(ids) for name, ids in found.items()}


def load_vocabulary(path: Path) -> Vocabulary:
    """Read a vocabulary from the JSON file *path* (``schemas/vocabulary.schema.json``), UTF-8.

    Raises OSError where the file cannot be read, ValueError where it is not such a document.
    """
    data = json.loads(path.read_text(encoding="utf-8"))
    try:
        concepts = [_concept(item) for item in data["concepts"]]
        filters = data.get("filters", {})
        made = Filters(**{key: tuple(filters.get(key, ())) for key in ("names", "verbs", "excludes")})
        return Vocabulary(concepts, made, data.get("titles", ()))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{path.name}: not a vocabulary ({error!r})") from error


_WORD_LISTS = ("names", "contains", "hints", "slugs", "excludes", "near")


def _concept(item: Mapping[str, Any]) -> Concept:
    words: dict[str, Any] = {key: tuple(item.get(key, ())) for key in _WORD_LISTS}
    name = Text(item["name"]["zh"], item["name"]["en"])
    return Concept(item["id"], name, item.get("parent", ""), **words, entry=bool(item.get("entry", False)))


def _joined(one: Concept, other: Concept) -> Concept:
    words: dict[str, Any] = {key: _union(getattr(one, key), getattr(other, key)) for key in _WORD_LISTS}
    return Concept(one.id, one.name, one.parent, **words, entry=one.entry or other.entry)


def _union(one: Iterable[str], other: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))
