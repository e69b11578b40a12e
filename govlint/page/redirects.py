"""Jumps to another page by ``<meta refresh>``, in the page or written by a script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from govlint.lazy_re import lazy_re
from govlint.page.facts import Meta, Redirect

_REFRESH = lazy_re(
    r"""\s*+(?P<delay>\d{0,6})(?:\.\d*+)?\s*+[;,]?\s*+(?:url\s*+=\s*+)?(?P<quote>["']?)(?P<url>.*)""",
    re.IGNORECASE | re.DOTALL,
)
_WRITTEN_META = lazy_re(r"<meta\b([^>]{0,500})", re.IGNORECASE)
_IS_REFRESH = lazy_re(r"http-equiv\s*+=\s*+[\"']?\s*+refresh", re.IGNORECASE)
_CONTENT = lazy_re(r"""content\s*+=\s*+(?:"([^"]*+)|'([^']*+)|([^\s>]++))""", re.IGNORECASE)


def meta_redirects(metas: Iterable[Meta]) -> Iterator[Redirect]:
    """Yield the jumps of the ``<meta http-equiv="refresh">`` of a page that name an address."""
    for meta in metas:
        if meta.name.strip().lower() == "refresh":
            yield from _refresh(meta.content, meta.at)


def written_redirects(fragments: Iterable[str], at: int) -> Iterator[Redirect]:
    """Yield the jumps of ``<meta refresh>`` tags that a script writes."""
    for fragment in fragments:
        for tag in _WRITTEN_META.finditer(fragment):
            content = _CONTENT.search(tag[1])
            if content is not None and _IS_REFRESH.search(tag[1]):
                yield from _refresh(next(filter(None, content.groups()), ""), at)


def _refresh(content: str, at: int) -> Iterator[Redirect]:
    found = _REFRESH.match(content)
    if found is None:
        return
    url = found["url"]
    if found["quote"]:
        url = url.partition(found["quote"])[0]
    if url.strip():
        yield Redirect(url.strip(), "meta", int(found["delay"] or 0), at)
