"""Jumps to another page: ``<meta refresh>``, and location assignments that run when the page is loaded."""

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
_JUMP = lazy_re(
    r"""(?<![\w$.])(?:(?:window|self|top|parent|document|this)\s*+\.\s*+){0,2}location\s*+
        (?:(?:\.\s*+href\s*+)?=(?!=)|\.\s*+(?:replace|assign)\s*+\()\s*+(?P<quote>["'])(?P<url>[^"'\r\n]{1,2000})(?P=quote)
        \s*+(?=[;)\r\n}"']|$)""",
    re.VERBOSE,
)
_OTHER_DEVICE = lazy_re(r"userAgent|screen\.width|matchMedia|navigator\.platform|isMobile", re.IGNORECASE)
_TOKEN = lazy_re(
    r"""//[^\n]*+ | /\*.*?(?:\*/|\Z) | "(?:[^"\\\n]|\\.)*+"? | '(?:[^'\\\n]|\\.)*+'? | `(?:[^`\\]|\\.)*+`?
      | (?P<function>\bfunction\b|=>) | (?P<brace>[{}])""",
    re.VERBOSE | re.DOTALL,
)
# (function () { … })() and !function () { … }() run at once, and so, a little later, does what setTimeout is given.
_AT_ONCE = lazy_re(r"(?:^|[^\w$)\]\s])\s*+\(\s*+$|!\s*+$|setTimeout\s*+\(\s*+$")
_PARAMETERS = lazy_re(r"[\s\w$]*+\([^(){}]{0,500}\)\s*+$|\s*+$")
_SCRIPT_LIMIT = 200_000


def meta_redirects(metas: Iterable[Meta]) -> Iterator[Redirect]:
    """Yield the jumps of the ``<meta http-equiv="refresh">`` of a page that name an address."""
    for meta in metas:
        if meta.name.strip().lower() == "refresh":
            yield from _refresh(meta.content, meta.at)


def script_redirects(source: str) -> Iterator[str]:
    """Yield the addresses that the inline script *source* jumps to as it is loaded: not those inside functions.

    A script that first asks what device it runs on is left out: it sends telephones elsewhere, not everybody.
    """
    if "location" not in source or len(source) > _SCRIPT_LIMIT or _OTHER_DEVICE.search(source):
        return
    for jump in _JUMP.finditer(_top_level(source)):
        yield jump["url"].strip()


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


def _top_level(source: str) -> str:
    """Return *source* without comments and without the bodies of functions that are not run at once."""
    kept: list[str] = []
    braces: list[bool] = []  # for each open brace, whether it hides what is in it
    hidden = 0
    pending = False  # a function has begun whose body has not
    start = 0
    done = 0
    for token in _TOKEN.finditer(source):
        if token["function"]:
            pending = not _AT_ONCE.search(source, max(0, token.start() - 40), token.start())
            if token["function"] == "=>":
                pending = True
            start = token.end()
        elif token["brace"] == "{":
            hides = pending and _PARAMETERS.match(source, start, token.start()) is not None
            pending = False
            braces.append(hides)
            if hides and not hidden:
                kept.append(source[done : token.start()])
            hidden += hides
        elif token["brace"] == "}":
            if braces and braces.pop():
                hidden -= 1
                if not hidden:
                    done = token.end()
        elif token[0].startswith(("//", "/*")) and not hidden:
            kept.append(source[done : token.start()])
            done = token.end()
    if not hidden:
        kept.append(source[done:])
    return "".join(kept)
