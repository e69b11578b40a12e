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
from govlint.page.words import holds_any, words
from govlint.page.zones import BOXES, NO_CLAIM, Zoner, claim

if TYPE_CHECKING:
    from lxml.etree import _Element

_EVENTS: tuple[Literal["start", "end", "comment", "pi"], ...] = ("start", "end", "comment", "pi")
_HIDDEN_SAID = lazy_re(r"hidden[\s=/>]")
_HIDDEN = etree.XPath("//*[@hidden]")
_BACKGROUNDS = etree.XPath("//*[@background]")
_STYLE_UP_TO = lazy_re(r"style\s*+=\s*+(?:\"[^\"]*+|'[^']*+)\Z", re.IGNORECASE)
_LOADING_STYLES = etree.XPath("//*[contains(@style, 'url(') or contains(@style, 'URL(')]")

# Text runs on through these; every other tag ends it. A <span> with a class or an id ends it too.
_INLINE = (
    words("a abbr acronym b bdo bdi big cite code del dfn em font i ins kbd label mark nobr o:p q rp rt ruby s samp")
    | words("script small span strike strong style sub sup time tt u var wbr st1:chsdate")
)  # fmt: skip
# Scripts bind search buttons by class: such an element is one though nothing else in the markup says so.
_SEARCH_SAID = lazy_re(r"earch[\w-]{0,20}(?:[bB]t|[bB]utton|[iI]co)")
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
    if tops and holds_any(text, ("background=", "BACKGROUND")):
        for node in _BACKGROUNDS(tops[0]):
            at = draft.index[node]
            gatherer.add_link(node, "background", node.get("background"), "", at, draft.zones[at])
    if tops and (_stands_in_style(text, "url(") or _stands_in_style(text, "URL(")):
        for node in _LOADING_STYLES(tops[0]):
            at = draft.index[node]
            for address in style_urls(node.get("style", "")):
                gatherer.add_link(node, "style", address.href, "", at, draft.zones[at])
    if _SEARCH_SAID.search(text) is not None:
        draft.clickables += (at for at, tag in enumerate(draft.tags) if tag in _CLICKABLE and _may_search(draft, at))
    return draft


def _may_search(draft: Draft, at: int) -> bool:
    """Whether an element holds so little that it can be a button, and is named for searching."""
    node = draft.elements[at]
    return draft.ends[at] - at <= _LEAF and ("earch" in node.get("class", "") or "earch" in node.get("id", ""))


def _may_hide(text: str) -> bool:
    """Whether *text* may use the ``hidden`` attribute: cheaper to ask than every element."""
    return text.rfind("HIDDEN") >= 0 or (text.rfind("hidden") >= 0 and _HIDDEN_SAID.search(text) is not None)


def _stands_in_style(text: str, word: str) -> bool:
    """Whether *word* may stand in a ``style`` attribute in *text*: what stands before it tells."""
    done = 0
    at = text.find(word) if text.rfind(word) >= 0 else -1
    while at >= 0:
        start = max(done, text.rfind("<", done, at), text.rfind(">", done, at))
        if _STYLE_UP_TO.search(text, start, at) is not None:
            return True
        done = at
        at = text.find(word, at + 1)
    return False


def _walk_tree(top: _Element, gatherer: Gatherer, zoner: Zoner, hidden: set[_Element]) -> None:
    """Walk one tree. This loop runs twice for every element of every page: what can be said shorter is not always."""
    draft = gatherer.draft
    elements, tags, parents, ends, zones = draft.elements, draft.tags, draft.parents, draft.ends, draft.zones
    pending, muted, open_links = gatherer.pending, gatherer.muted, gatherer.open_links
    opener_of = OPENERS.get
    zone = Zone.OTHER
    around: list[int] = []  # the open elements and -1 for the page, but for the innermost, which is *at*
    at = -1
    for event, node in etree.iterwalk(top, events=_EVENTS):
        if event == "start":
            around.append(at)
            at = len(elements)
            tag: str = node.tag  # type: ignore[assignment]
            if tag in BOXES:
                said = claim(tag, node.get("class"), node.get("id"))
                if said is not NO_CLAIM:
                    zone = zoner.enter(zone, said, len(around) - 1)
                    if said.trail:
                        draft.trails.append(at)
            elements.append(node)
            tags.append(tag)
            parents.append(around[-1])
            ends.append(at)
            zones.append(zone)
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
                ends[at] = len(elements) - 1
                if pending and tags[at] not in _INLINE:
                    gatherer.break_text()
                if open_links and open_links[-1][0] == at:
                    gatherer.close_link()
                while muted and muted[-1] == at:
                    muted.pop()
                at = around.pop()
                zone = zones[at]
            text = node.tail
        if text and not muted:
            if pending:
                pending.append(text)
            elif not text.isspace():
                gatherer.pending_at = at
                pending.append(text)


def _is_named(node: _Element) -> bool:
    return node.get("class") is not None or node.get("id") is not None
