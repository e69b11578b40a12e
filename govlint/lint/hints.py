"""What a page must hold for a rule to find anything on it: asked once for all rules, and once for all pages alike.

Pages of one template share most of their source. So what each stretch of it holds is kept, and a page costs one look
into a table for every stretch, and a search in those that are new.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from govlint.lint.many_words import ManyWords

if TYPE_CHECKING:
    from govlint.page.model import Page

_ENDS = (">\r\n", ">\n")  # a stretch ends where a line ends with a tag
_START = 5_000  # characters of a source that show how its lines end
_MOST_KEPT = 2_000_000  # characters of stretches that each process keeps
_MOST_LEARNT = 400  # stretches of one page that are looked at one by one, to be known on the next
_NOTHING: frozenset[str] = frozenset()
_ANY_CASE = "i:"
_TEST = "test:"

Test = Callable[[str], bool]


class Hint:
    """Words of which a page must hold one, in any letter case with *any_case*.

    Hints are made when a module is loaded: each new one makes forgotten what is known of the pages so far.
    Raises ValueError for a word that may stand in two stretches at once.
    """

    def __init__(self, words: Iterable[str], *, any_case: bool = False) -> None:
        words = dict.fromkeys(word.lower() if any_case else word for word in words)
        if any(letter in word for word in words for letter in ">\n"):
            raise ValueError(f"a word of a hint may go over the end of a stretch: {sorted(words)}")
        self._keys = frozenset(_ANY_CASE + word if any_case else word for word in words)
        _memory.add(words, any_case=any_case)

    @classmethod
    def of(cls, name: str, test: Test, among: Iterable[str] = ()) -> Hint:
        """Return the hint that *test* takes: of stretches together it says what it says of one of them at least.

        It is only taken where one of the words *among* stands, if there are any: it never holds where none does.
        """
        words = cls(among)
        hint = cls(())
        hint._keys = frozenset((_TEST + name,))
        _memory.add_test(name, test, words._keys)
        return hint

    def on(self, page: Page) -> bool:
        """Whether *page* has it."""
        return self.within(page.source)

    def within(self, source: str) -> bool:
        """Whether *source*, that of a page, has it."""
        return self.among(_memory.held(source))

    def among(self, held: frozenset[str]) -> bool:
        """Whether it is among what a page holds of all hints, as ``all_within`` says it."""
        return not self._keys.isdisjoint(held)

    def stretches(self, source: str) -> Iterator[tuple[int, str]]:
        """Yield the stretches of *source* that may have it, all those that do among them, each with its offset."""
        at = 0
        gap = len(_end_in(source))
        keys = self._keys
        for stretch, held in _memory.known(source):
            if held is None or (held and not keys.isdisjoint(held)):
                yield at, stretch
            at += len(stretch) + gap


def all_within(source: str) -> frozenset[str]:
    """Return what *source*, that of a page, holds of all hints: few of the pages of a site differ in it."""
    return _memory.held(source)


class _Memory:
    """What stretches of sources hold: words as they are, others with a mark in front, and tests."""

    def __init__(self) -> None:
        self._exact: dict[str, str] = {}  # and as they are in lower case
        self._any_case: dict[str, None] = {}
        self._tests: dict[str, tuple[Test, frozenset[str]]] = {}
        self._words: ManyWords | None = None
        self.forget()

    def add(self, words: Iterable[str], *, any_case: bool) -> None:
        """Take in *words* of a new hint."""
        if any_case:
            self._any_case.update(dict.fromkeys(words))
        else:
            self._exact.update((word, word.lower()) for word in words)
        self._words = None
        self.forget()

    def add_test(self, name: str, test: Test, among: frozenset[str]) -> None:
        """Take in the *test* of a new hint, which asks for one of the words *among*."""
        self._tests[name] = (test, among)
        self.forget()

    def forget(self) -> None:
        """Begin anew: there are new hints, or there is no room."""
        self._known: dict[str, frozenset[str]] = {}
        self._sets: dict[frozenset[str], frozenset[str]] = {_NOTHING: _NOTHING}
        self._kept = 0
        self._last: tuple[str, frozenset[str], list[str]] = ("", _NOTHING, [""])

    def held(self, source: str) -> frozenset[str]:
        """Return what *source* holds."""
        return self._look(source)[1]

    def known(self, source: str) -> Iterator[tuple[str, frozenset[str] | None]]:
        """Return the stretches of *source*, and what is known of each."""
        stretches = self._look(source)[2]
        return zip(stretches, map(self._known.get, stretches), strict=True)

    def _look(self, source: str) -> tuple[str, frozenset[str], list[str]]:
        """Return *source*, what it holds and its stretches; the last one is remembered, as all rules ask for one."""
        last = self._last
        if last[0] is not source:
            stretches = source.split(_end_in(source))
            self._last = last = (source, self._held(stretches), stretches)
        return last

    def _held(self, stretches: list[str]) -> frozenset[str]:
        if self._kept > _MOST_KEPT:
            self._forget_but(stretches)
        known = self._known
        of_each = set(map(known.get, stretches))
        found = _NOTHING.union(*(held for held in of_each if held))
        if None in of_each:
            found |= self._learn(list(dict.fromkeys(stretch for stretch in stretches if stretch not in known)), known)
        return found

    def _forget_but(self, stretches: list[str]) -> None:
        """Forget all but *stretches*, those of one page: what all pages share stays known."""
        known = self._known
        self.forget()
        self._known = {stretch: known[stretch] for stretch in stretches if stretch in known}
        self._kept = sum(map(len, self._known))

    def _learn(self, stretches: list[str], known: dict[str, frozenset[str]]) -> frozenset[str]:
        """Return what *stretches*, all of them new, hold together, and keep in *known* what each of them does.

        *known* is not looked up again: what another thread has made forgotten meanwhile stays so.
        """
        together = _ENDS[-1].join(stretches)
        pieces = ">".join(set(together.split(">")))  # tags repeat, and no word goes over the end of one
        if self._words is None:
            self._words = ManyWords((*self._exact.values(), *self._any_case))
        words = self._words.within(pieces.lower())
        exact = [word for word, lower in self._exact.items() if lower in words and word in pieces]
        any_case = [word for word in self._any_case if word in words]
        tests = [
            (name, test)
            for name, (test, among) in self._tests.items()
            if not (among and among.isdisjoint(exact)) and test(together)
        ]
        for stretch in islice(stretches, _MOST_LEARNT):
            held = {word for word in exact if word in stretch}
            if any_case:
                lower = stretch.lower()
                held.update(_ANY_CASE + word for word in any_case if word in lower)
            held.update(_TEST + name for name, test in tests if test(stretch))
            kept = frozenset(held)
            known[stretch] = self._sets.setdefault(kept, kept)
            self._kept += len(stretch)
        return frozenset((*exact, *(_ANY_CASE + word for word in any_case), *(_TEST + name for name, _ in tests)))


def _end_in(source: str) -> str:
    """Return what ends the stretches of *source*."""
    return next((end for end in _ENDS if source.find(end, 0, _START) >= 0), _ENDS[-1])


_memory = _Memory()
