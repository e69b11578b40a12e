"""What a text says to the letter: its tags and lines of text in order, with holes where a template is to be filled.

A published page and the template it was made from are compared by these pieces. They are cut by what can be seen in
one line, so that a single line of a page gives the same pieces as the whole page does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.masking import INERT, drafted

_PIECE = lazy_re(r"<[^<>]*+>?|[^<\r\n]++")
_HOLES = lazy_re(f"{INERT}(?:[{INERT}\\s]*{INERT})?")
_NAME = lazy_re(r"</?+([a-zA-Z][\w:-]*+)")
_LETTERS = lazy_re(r"\w")
# What editors of articles write everywhere, and what every page begins with, says nothing.
_LOOKS = lazy_re(
    r"""\b(?:href\s*+=\s*+["']?(?:\#|javascript:)[^"'\s>]{0,40}["']?|(?:style|v?align|width|height|border|cellpadding
        |cellspacing|bgcolor|color|size|face|target|mso\w*
        |type|language|charset|http-equiv|xmlns(?::\w+)?)\s*+=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>"']++))""",
    re.IGNORECASE | re.VERBOSE,
)


class Piece(NamedTuple):
    """A tag or a line of text from offset *start* to *end*; *parts* are what is written out, between its holes.

    White space is folded. A piece without holes has one part; one that is nothing but a hole has only empty ones.
    """

    start: int
    end: int
    parts: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name of the tag in lower case, ``""`` for text."""
        found = _NAME.match(self.parts[0])
        return found[1].lower() if found else ""

    @property
    def is_whole(self) -> bool:
        """Whether it has no holes."""
        return len(self.parts) == 1

    @property
    def is_open(self) -> bool:
        """Whether it is nothing but a hole: anything, or nothing, may stand there."""
        return not any(self.parts)

    @property
    def weight(self) -> int:
        """How much it says by itself: see :func:`weight_of`; the name of a tag and its looks do not count."""
        written = "".join(self.parts)
        if not written.startswith("<"):
            return weight_of([written])
        return weight_of([_LOOKS.sub("", written)]) - len(self.name)

    def fits(self, text: str) -> bool:
        """Whether *text*, white space folded, is this piece with something, or nothing, put into its holes.

        What is put into the value of an attribute does not end that value.
        """
        first, *rest = self.parts
        if not rest:
            return text == first
        if not text.startswith(first) or len(first) + len(rest[-1]) > len(text) or not text.endswith(rest[-1]):
            return False
        at, stop = len(first), len(text) - len(rest[-1])
        quote = _open_quote("", first) if self.name else ""
        for part in rest[:-1]:
            found = text.find(part, at, stop)
            if found < 0 or (quote and quote in text[at:found]):
                return False
            at = found + len(part)
            quote = _open_quote(quote, part) if self.name else ""
        return not quote or quote not in text[at:stop]


def _open_quote(quote: str, part: str) -> str:
    """Return the quotation mark that is open behind *part* of a tag, *quote* being open before it, ``""`` for none."""
    for letter in part:
        if letter == quote:
            quote = ""
        elif not quote and letter in "\"'":
            quote = letter
    return quote


def pieces(text: str, spans: Iterable[tuple[int, int]] = ()) -> Iterator[Piece]:
    """Yield the pieces of *text*, in which the *spans* (in order, apart from each other) are holes."""
    draft = drafted(text, list(spans))
    for found in _PIECE.finditer(draft):
        written = found[0]
        if folded := fold_space(written):
            start = found.start() + len(written) - len(written.lstrip())
            yield Piece(start, start + len(written.strip()), parts_of(folded))


def parts_of(folded: str) -> tuple[str, ...]:
    """Return what is written out in *folded*, a text with holes and folded white space."""
    if INERT not in folded:
        return (folded,)
    first, *middle, last = _HOLES.split(folded)
    return (first, *(part for part in middle if part.strip()), last)


def fold_space(text: str) -> str:
    """Return *text* with every stretch of white space made one space, and none at its ends."""
    return " ".join(text.split())


def weight_of(parts: Sequence[str]) -> int:
    """Return how much *parts* of a text say by themselves: the bytes of UTF-8 in their letters and digits."""
    return len("".join(_LETTERS.findall("".join(parts))).encode("utf-8", "replace"))
