"""What a page brings in from elsewhere and where a footer may come from: includes and pages loaded by script."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.lint.hints import Hint, all_within
from govlint.page.words import holds_any

from .live_source import LiveSource
from .mark_words import places

_INCLUDE = lazy_re(r"""#\s{0,3}include\s{1,3}(?:virtual|file)\s{0,3}=\s{0,3}["']([^"'<>]{1,300})""")
_ATTRIBUTE = lazy_re(
    r"""\s(?:w3-include-html|data-include|include-html|data-load|include|src|page|file|template)\s{0,3}=\s{0,3}"""
    r"""["']([^"'<>]{1,300})["']"""
)
_INCLUDE_TAG = lazy_re(
    r"<(?:\w{1,20}:)?[Ii]nclude\b[^<>]{1,300}|<\w{1,20}\s[^<>]{0,200}?include(?:-html)?\s{0,3}=[^<>]{1,300}"
)
_LOAD = lazy_re(
    r"""(?:\.load\s{0,3}\(|\$\.get\s{0,3}\(|fetch\s{0,3}\(|\burl\s{0,3}:|axios(?:\.get)?\s{0,3}\()\s{0,9}["']([^"'\s<>]{1,300})"""
)
_LOADERS = (".load", ".get", "fetch", "url", "axios")
# Tags of template languages that are still to be filled in: what comes in their place is not to be seen.
_TEMPLATE_TAGS = ("<%", "<?php", "<@", "{%", "#parse(", "{template", "{pc:", "{$", "<trs_template", "<TRS_TEMPLATE")
_INCLUDE_TAGS = ("<#include", "[#include", "#include(", "{include", "<cms:include", "<stl:include", "<jsp:include")
_INCLUDED = Hint(("nclude",))
_TEMPLATE = tuple((tag, Hint((tag,))) for tag in _TEMPLATE_TAGS)
_FEET = tuple((name, Hint((name,))) for name in ("foot", "Foot", "bottom", "copyright", "dibu"))
_EMPTY_FOOT = lazy_re(r"(?:[Ff]oot|bottom|copyright|dibu)[^<>]{0,100}>\s{0,200}</(?:div|footer|section|DIV)>")
_MOST = 20
_KEPT = 256  # scripts that repeat on many pages of a site


class Pulls(NamedTuple):
    """*addresses* are those of includes and of pages loaded by script; *template* is whether template tags are left.

    *hollow* is whether a footer's element stands empty, to be filled by a script.
    """

    addresses: tuple[str, ...] = ()
    template: bool = False
    hollow: bool = False


NO_PULLS = Pulls()


@lru_cache(maxsize=_KEPT)
def _loaded_by(script: str) -> tuple[str, ...]:
    if not holds_any(script, _LOADERS):
        return ()
    return tuple(match[1].partition(" ")[0] for match in _LOAD.finditer(script))


def find_pulls(live: LiveSource) -> Pulls:
    """Return what the page brings in."""
    found: dict[str, None] = {}
    for part in live.comments:
        if "include" in part.text:
            found |= {match[1]: None for match in _INCLUDE.finditer(part.text)}
    includes = _INCLUDED.within(live.source)
    if includes:
        for tag in _INCLUDE_TAG.finditer(live.markup):
            found |= {match[1]: None for match in _ATTRIBUTE.finditer(tag[0])}
    for part in live.scripts:
        found |= dict.fromkeys(_loaded_by(part.text))
    held = all_within(live.source)
    template = holds_any(live.markup, [tag for tag, hint in _TEMPLATE if hint.among(held)])
    if not template and includes:
        template = holds_any(live.markup, _INCLUDE_TAGS)
    feet = (place for name, hint in _FEET if hint.among(held) for place in places(name, live.markup))
    hollow = any(_EMPTY_FOOT.match(live.markup, place) for place in feet)
    return Pulls(tuple(found)[:_MOST], template, hollow)
