"""What was put into a page from outside: advertising titles, foreign scripts and frames, coded writers, switches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from govlint.finding import Mark
from govlint.lazy_re import lazy_re
from govlint.page.css import declarations
from govlint.page.hiding import how_hidden, pixels
from govlint.page.inline import read_script
from govlint.page.model import Page

from .foreign import foreign_host, is_harmful_host
from .harm import advertises, promotes
from .script_layers import Layer, layers

FACT = "safety.injected"
"""The key of these facts in ``PageFacts.extra``."""


class What(StrEnum):
    """What was found."""

    TITLE = "title"
    EARLY = "early"
    LATE = "late"
    FRAME = "frame"
    CODED = "coded"
    SWITCH = "switch"


class Suspect(NamedTuple):
    """Something put in: *host* is the foreign host it loads from or sends to (``""``: none is known), *how* details."""

    what: What
    mark: Mark
    host: str
    how: str
    sure: bool


_ROOT = lazy_re(r"<!doctype\b|<html\b", re.IGNORECASE)
_LOADS = lazy_re(r"<(script|i?frame)\b[^<>]{0,300}?\bsrc\s*+=\s*+[\"']?([^\"'\s<>]{1,500})", re.IGNORECASE)
_LOADS_BY_CODE = lazy_re(
    r"""(?:\.\s?src\s?=|location(?:\.href)?\s?=|location\.(?:replace|assign)\s?\()\s?["']([^"'\s]{1,500})"""
)
_CODED_TEXT = lazy_re(r"(?:&#x?[0-9a-f]{2,6};\s*+){4}", re.IGNORECASE)
_VISITOR = lazy_re(r"document\s?\.\s?referrer|navigator\s?\.\s?userAgent", re.IGNORECASE)
_ENGINES = lazy_re(
    r"baidu|sogou|google|haosou|360spider|\bso\.com|bing\.com|yahoo|soso|spider|sm\.cn|bytespider", re.IGNORECASE
)
_SWAPS_TITLE = lazy_re(r"document\s?\.\s?title\s?=(?!=)")
_ABOUT_PAGE = frozenset(("keywords", "description"))
_NO_SIZE = 1.0
_LEAST_CODE = 20  # characters of a script that can do anything
_TAIL = 20_000  # characters behind </html> that are looked at


def find(page: Page) -> tuple[Suspect, ...]:
    """Return what looks put into *page* from outside."""
    return (*_titles(page), *_outside(page), *_frames(page), *_scripts(page))


def _titles(page: Page) -> Iterator[Suspect]:
    facts = page.facts
    texts = [(title.text, Mark(title.at, "text")) for title in facts.titles]
    texts += [(meta.content, Mark(meta.at, "@content")) for meta in facts.metas if meta.name.lower() in _ABOUT_PAGE]
    harmful = [(text, mark) for text, mark in texts if advertises(text)]
    if harmful:
        coded = _CODED_TEXT.search(page.source) is not None
        sure = coded or promotes(text for text, _ in texts)
        yield Suspect(What.TITLE, harmful[0][1], "", "coded" if coded else "", sure)


def _outside(page: Page) -> Iterator[Suspect]:
    """Yield what stands before the document begins or behind its end."""
    source = page.source
    root = _ROOT.search(source)
    if root is None:
        return
    for found in _LOADS.finditer(source, 0, root.start()):
        yield from _loaded(What.EARLY, found)
    end = max(source.rfind("</html"), source.rfind("</HTML"))
    if end >= 0:
        for found in _LOADS.finditer(source, end, end + _TAIL):
            yield from _loaded(What.LATE, found)


def _loaded(what: What, found: re.Match[str]) -> Iterator[Suspect]:
    host = foreign_host(found[2])
    if host:
        yield Suspect(
            what, Mark(span=found.span()), host, found[1].lower(), what is What.EARLY or is_harmful_host(host)
        )


def _frames(page: Page) -> Iterator[Suspect]:
    for link in page.facts.links:
        if link.tag in ("iframe", "frame") and (host := foreign_host(link.href)):
            node = page.elements[link.at]
            style = declarations(node.get("style", ""))
            sides = [style.get(side) or node.get(side) or "" for side in ("width", "height")]
            if how_hidden(style) or all(0 <= pixels(side, 99.0) <= _NO_SIZE for side in sides):
                yield Suspect(What.FRAME, Mark(link.at), host, "", True)


def _scripts(page: Page) -> Iterator[Suspect]:
    for at, code in page.scripts:
        if len(code) > _LEAST_CODE:
            mark = Mark(at)
            for layer in layers(code):
                if (suspect := _coded(layer, mark)) is not None:
                    yield suspect
                    break
            if _asks_for_visitor(code) and (switch := _switch(code, mark)) is not None:
                yield switch


@lru_cache(maxsize=256)  # the same scripts stand on many pages of a site
def _asks_for_visitor(code: str) -> bool:
    return _VISITOR.search(code) is not None


def _coded(layer: Layer, mark: Mark) -> Suspect | None:
    """Return the suspect that the decoded *layer* makes: it loads from a foreign host, or advertises."""
    addresses = [found[2] for found in _LOADS.finditer(layer.text)]
    addresses += [found[1] for found in _LOADS_BY_CODE.finditer(layer.text)]
    host = next(filter(None, map(foreign_host, addresses)), "")
    if host:  # vendors and counters write their script tags in escapes, too
        return Suspect(What.CODED, mark, host, layer.how, layer.how != "escapes" or is_harmful_host(host))
    if advertises(layer.text[:5_000]):
        return Suspect(What.CODED, mark, "", layer.how, True)
    return None


def _switch(code: str, mark: Mark) -> Suspect | None:
    """Return the suspect of a script that treats those who come by a search engine, or its robots, in another way."""
    if not any(_ENGINES.search(code, found.end(), found.end() + 300) for found in _VISITOR.finditer(code)):
        return None
    facts = read_script(code).facts
    addresses = [*facts.redirects, *(found[2] for text in facts.writes for found in _LOADS.finditer(text))]
    hosts = list(filter(None, map(foreign_host, addresses)))
    if hosts:
        return Suspect(What.SWITCH, mark, hosts[0], "jump", True)
    if _SWAPS_TITLE.search(code):
        return Suspect(What.SWITCH, mark, "", "title", True)
    return None
