"""Links that a script writes into the page with ``document.write``: read from the HTML fragments it gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from govlint.lazy_re import lazy_re
from govlint.page.facts import Link, Zone
from govlint.page.words import fold, unescaped

_ANCHOR = lazy_re(
    r"""<a\b(?P<before>[^<>]{0,300}?)\bhref\s*+=\s*+(?:"(?P<dq>[^"<>]*+)"?|'(?P<sq>[^'<>]*+)'?|(?P<bare>[^\s<>"']++))
        (?P<after>[^<>]{0,300}+)>?(?P<text>[^<]{0,300}(?:<(?!/?a\b)[^<>]{0,100}>[^<]{0,300}){0,4})""",
    re.IGNORECASE | re.VERBOSE,
)
_TAG = lazy_re(r"<[^<>]*+>?")
# Fragments leave out what only running the script would tell; these addresses show that something is left out.
_HOLE = lazy_re(r"$|.*[^:/]//|.*=(?:&|$)|(?:.*/)?\.[a-z]+$", re.IGNORECASE | re.DOTALL)
_LIMIT = 200_000


def written_links(fragments: Iterable[str], at: int, zone: Zone) -> Iterator[Link]:
    """Yield the ``<a href>`` links of the *fragments* that a script writes: that at element *at*, in the zone *zone*.

    An address that is plainly a part of one (``"../" + folder + "/"``) is left out.
    """
    for href, text in _anchors(tuple(fragments)):
        yield Link("a", "script", href, text, at, zone)


@lru_cache(maxsize=256)  # the same scripts stand on many pages of a site
def _anchors(fragments: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return the address and the text of each link in *fragments*."""
    found: list[tuple[str, str]] = []
    for anchor in _ANCHOR.finditer("".join(fragments)[:_LIMIT]):
        href = unescaped(anchor["dq"] or anchor["sq"] or anchor["bare"] or "").strip()
        if not _HOLE.match(href):
            found.append((href, fold(unescaped(_TAG.sub("", anchor["text"])))))
    return tuple(found)
