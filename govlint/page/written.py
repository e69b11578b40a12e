"""Links that a script writes into the page with ``document.write``: read from the HTML fragments it gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

from govlint.page.facts import Link, Zone
from govlint.page.words import fold

_ANCHOR = re.compile(
    r"""<a\b(?P<before>[^<>]{0,300}?)\bhref\s*+=\s*+(?:"(?P<dq>[^"<>]*+)"?|'(?P<sq>[^'<>]*+)'?|(?P<bare>[^\s<>"']++))
        (?P<after>[^<>]{0,300}+)>?(?P<text>[^<]{0,300}(?:<(?!/?a\b)[^<>]{0,100}>[^<]{0,300}){0,4})""",
    re.IGNORECASE | re.VERBOSE,
)
_TAG = re.compile(r"<[^<>]*+>?")
_FRAGMENT_LIMIT = 50_000


def written_links(fragments: Iterable[str], at: int, zone: Zone) -> Iterator[Link]:
    """Yield the ``<a href>`` links in *fragments*, which the script at element *at* writes in the zone *zone*."""
    for fragment in fragments:
        for found in _ANCHOR.finditer(fragment[:_FRAGMENT_LIMIT]):
            href = unescape(found["dq"] or found["sq"] or found["bare"] or "").strip()
            yield Link("a", "script", href, fold(unescape(_TAG.sub("", found["text"]))), at, zone)
