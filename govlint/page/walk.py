"""The one walk over the trees of a page: every element is entered and left once, and the Draft is filled on the way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from lxml import etree

from govlint.lazy_re import lazy_re
from govlint.page.draft import Draft
from govlint.page.facts import Zone
from govlint.page.openers import OPENERS, Gatherer
from govlint.page.styles import style_urls
from govlint.page.words import words
from govlint.page.zones import BOXES, NO_CLAIM, Zoner, claim

if TYPE_CHECKING:
    from lxml.etree import _Element

_EVENTS: tuple[Literal["start", "end", "comment", "pi"], ...] = ("start", "end", "comment", "pi")
_HIDDEN_SAID = lazy_re(r"hidden[\s=/>]")
_HIDDEN = etree.XPath("//*[@hidden]")
_BACKGROUNDS = etree.XPath("//*[@background]")
_STYLE_LOADS = lazy_re(r"style\s*+=\s*+(?:\"[^\"<>]*?|'[^'<>]*?)url\(", re.IGNORECASE)
_LOADING_STYLES = etree.XPath("//*[contains(@style, 'url(') or contains(@style, 'URL(')]")

# Text runs on through these; every other tag ends it. A <span> with a class or an id ends it too.
_INLINE = (
    words("a abbr acronym b bdo bdi big cite code del dfn em font i ins kbd label mark nobr o:p q rp rt ruby s samp")
    | words("script small span strike strong style sub sup time tt u var wbr st1:chsdate")
)  # fmt: skip
# Scripts bind search buttons by class: such an element is one though nothing else in the markup says so.
_SEARCH_SAID = lazy_re(r"earch[\w-]{0,20}(?:[bB]t|[bB]utton|[iI]co)")
_SEARCH_NAMED = etree.XPath("//*[contains(@class, 'earch') or contains(@id, 'earch')]")
_LEAF = 2
_CLICKABLE = words("span div li i em")


def walk(tops: Sequence[_Element], text: str) -> Draft:
    """Return the raw material of the page whose roots are *tops*; *text* is what they were parsed from."""
    draft = Draft(text)
    gatherer = Gatherer(draft)
    zoner = Zoner()
    hidden = set(_HIDDEN(tops[0])) if tops and _may_hide(text) else set()
    for top in tops:
        _walk_tree(top, gatherer, zoner, hidden)
    gatherer.flush()
    draft.index = dict(zip(draft.elements, range(len(draft.elements)), strict=True))
    if tops and ("background=" in text or "BACKGROUND" in text):
        for node in _BACKGROUNDS(tops[0]):
            at = draft.index[node]
            gatherer.add_link(node, "background", node.get("background"), "", at, draft.zones[at])
    if tops and ("url(" in text or "URL(" in text) and _STYLE_LOADS.search(text) is not None:
        for node in _LOADING_STYLES(tops[0]):
            at = draft.index[node]
            for address in style_urls(node.get("style", "")):
                gatherer.add_link(node, "style", address.href, "", at, draft.zones[at])
    if tops and _SEARCH_SAID.search(text) is not None:
        draft.clickables += (at for at in map(draft.index.__getitem__, _SEARCH_NAMED(tops[0])) if _is_leaf(draft, at))
    return draft


def _is_leaf(draft: Draft, at: int) -> bool:
    """Whether an element holds so little that it can be a button."""
    return draft.tags[at] in _CLICKABLE and draft.ends[at] - at <= _LEAF


def _may_hide(text: str) -> bool:
    """Whether *text* may use the ``hidden`` attribute: cheaper to ask than every element."""
    return _HIDDEN_SAID.search(text) is not None or "HIDDEN" in text


def _walk_tree(top: _Element, gatherer: Gatherer, zoner: Zoner, hidden: set[_Element]) -> None:
    """Walk one tree. This loop runs twice for every element of every page: what can be said shorter is not always."""
    draft = gatherer.draft
    elements, tags, parents, ends, zones = draft.elements, draft.tags, draft.parents, draft.ends, draft.zones
    pending, muted, open_links = gatherer.pending, gatherer.muted, gatherer.open_links
    opener_of = OPENERS.get
    zone = Zone.OTHER
    stack = [-1]
    at = 0
    for event, node in etree.iterwalk(top, events=_EVENTS):
        if event == "start":
            at = len(elements)
            tag: str = node.tag  # type: ignore[assignment]
            if tag in BOXES:
                said = claim(tag, node.get("class"), node.get("id"))
                if said is not NO_CLAIM:
                    zone = zoner.enter(zone, said, len(stack) - 1)
                    if said.trail:
                        draft.trails.append(at)
            elements.append(node)
            tags.append(tag)
            parents.append(stack[-1])
            ends.append(at)
            zones.append(zone)
            stack.append(at)
            if pending and (tag not in _INLINE or (tag == "span" and _is_named(node))):
                gatherer.break_text()
            opener = opener_of(tag)
            if opener is not None:
                opener(gatherer, node, at, zone)
            elif tag in _CLICKABLE and node.get("onclick") is not None:
                draft.clickables.append(at)
            if hidden and node in hidden:
                muted.append(at)
            text = node.text
        else:
            if event == "end":
                at = stack.pop()
                ends[at] = len(elements) - 1
                if pending and tags[at] not in _INLINE:
                    gatherer.break_text()
                if open_links and open_links[-1][0] == at:
                    gatherer.close_link()
                while muted and muted[-1] == at:
                    muted.pop()
                zone = zones[stack[-1]]
            at = stack[-1]
            text = node.tail
        if text and not muted:
            if pending:
                pending.append(text)
            elif not text.isspace():
                gatherer.pending_at = at
                pending.append(text)


def _is_named(node: _Element) -> bool:
    return node.get("class") is not None or node.get("id") is not None
