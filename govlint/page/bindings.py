"""Attributes that a script or an engine computes: what is written beside them is a sample, and never put out.

``<a href="#" th:href="@{/news}" th:text="${name}">sample</a>`` is a link to an unknown place with an unknown text. The
binding is given the name of the attribute it makes, with an unknown value, and the sample is blanked; all keeps its
length and its lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.masking import INERT
from govlint.page.tags import StartTag, attributes, start_tags
from govlint.page.template import Dialect
from govlint.page.words import words

_MADE = words("action alt content for href id label lang name placeholder poster src title value")
_CHARACTER = lazy_re(r"[^\r\n]")
_VALUE = lazy_re(r"""=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))""")
_SAMPLE = 2_000  # characters of a sample text
_NO_CONTENT = words("br img input link meta script style")


class _Change(NamedTuple):
    start: int
    end: int
    text: str


def unbound(markup: str, dialects: Sequence[Dialect]) -> str:
    """Return the *markup* of a template in *dialects* with its computed attributes in the places of their samples."""
    binds = "|".join(dialect.binds for dialect in dialects if dialect.binds)
    if not binds:
        return markup
    fills = words(" ".join(dialect.fills for dialect in dialects))
    binding = re.compile(rf"(?P<prefix>{binds})(?P<name>[a-z][\w-]*+)", re.IGNORECASE)
    signs = re.compile("|".join((binding.pattern, *map(re.escape, sorted(fills)))), re.IGNORECASE)
    if signs.search(markup) is None:
        return markup
    pieces: list[str] = []
    done = 0
    for change in _changes(markup, signs, binding, fills):
        if change.start >= done:
            pieces += (markup[done : change.start], change.text)
            done = change.end
    return "".join((*pieces, markup[done:]))


def _changes(markup: str, signs: re.Pattern[str], binding: re.Pattern[str], fills: frozenset[str]) -> Iterator[_Change]:
    """Yield the changes of each start tag, in order."""
    for tag in start_tags(markup):
        if signs.search(markup, tag.start, tag.end) is None:
            continue
        yield from sorted(_in_tag(markup, tag, binding))
        if not fills.isdisjoint(attributes(markup, tag)) and tag.name not in _NO_CONTENT:
            end = markup.find(f"</{tag.name}", tag.end, tag.end + _SAMPLE)
            if end > tag.end:
                yield _blank(markup, tag.end, end)


def _in_tag(markup: str, tag: StartTag, binding: re.Pattern[str]) -> Iterator[_Change]:
    written = attributes(markup, tag)
    for name, (start, end) in written.items():
        found = binding.fullmatch(name)
        if found is None or (made := _made(found["name"])) is None:
            continue
        value = _VALUE.search(markup, start + len(name), end)
        if value is None:
            continue
        if made in written:
            yield _blank(markup, *written[made])
        first, last = value.span(value.lastindex or 0)
        text = f"{made:>{len(name)}}{markup[start + len(name) : first]}"
        inside = _CHARACTER.sub(INERT, markup[first:last]) or markup[first:last]
        yield _Change(start, end, f"{text}{inside}{markup[last:end]}")


def _made(name: str) -> str | None:
    """Return the attribute that the binding *name* makes, None for one that makes none that matters."""
    name = name.lower()
    return "name" if name == "field" else name if name in _MADE else None


def _blank(markup: str, start: int, end: int) -> _Change:
    return _Change(start, end, _CHARACTER.sub(" ", markup[start:end]))
