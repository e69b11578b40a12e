"""Where the words of an index stand on a page: in what visitors read, in titles, META and the texts of pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from govlint.page.model import Page

from .surroundings import Surroundings, Where
from .word_lists import Word, WordIndex, fold

_INLINE = r"(?:</?(?:span|font|b|strong|em|i|u|o:p)\b[^<>]{0,200}>)*+"
_MOST = 100  # places of one word
_METAS = frozenset(("keywords", "description", "sitename", "columnname", "columndescription", "articletitle"))


class Place(NamedTuple):
    """A place on a page: a *span* of the source, or a *part* of the element *at*."""

    span: tuple[int, int] | None
    at: int = -1
    part: str = "tag"


def places(page: Page, index: WordIndex) -> dict[Word, list[Place]]:
    """Return the words of *index* on *page* with the places of each, in order.

    A word may be cut in pieces by inline tags; one whose characters no source shows (entities) points at its element.
    """
    texts = list(_texts(page))
    hits = [(hit.word, place) for text, place in texts for hit in index.find(fold(text))]
    joined = fold(page.text.replace("\n", ""))
    words = dict.fromkeys([word for word, _ in hits] + [hit.word for hit in index.find(joined)])
    if not words:
        return {}
    found: dict[Word, list[Place]] = {}
    source, around = fold(page.source), Surroundings(page.source)
    for word in words:
        spans = (match.span() for match in islice(_pattern(word).finditer(source), _MOST))
        shown = [Place(span) for span in spans if around.where(span[0]) is Where.TEXT]
        if shown := shown or [place for other, place in hits if other == word]:
            found[word] = shown
    return found


def _pattern(word: Word) -> re.Pattern[str]:
    return re.compile(_INLINE.join(map(re.escape, word.text)))


def _texts(page: Page) -> Iterator[tuple[str, Place]]:
    """Yield what is read of *page*, each text with the place it comes from."""
    facts = page.facts
    yield page.text, Place(None)
    for title in facts.titles:
        yield title.text, Place(None, title.at)
    for meta in facts.metas:
        if meta.name.lower() in _METAS:
            yield meta.content, Place(None, meta.at, "@content")
    for link in facts.links:
        if link.tag == "img" and link.text:
            yield link.text, Place(None, link.at)
