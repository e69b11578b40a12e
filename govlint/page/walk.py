"""The one walk over the trees of a page: every element is entered and left once, and the Draft is filled on the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from sys import intern
from typing import TYPE_CHECKING, Literal

from lxml import etree

from govlint.page.draft import Draft
from govlint.page.facts import RUN_LIMIT, Heading, Link, Meta, Run, Zone
from govlint.page.words import close_up, fold, words
from govlint.page.zones import BOXES, NO_CLAIM, Zoner, claim

if TYPE_CHECKING:
    from lxml.etree import _Element

_EVENTS: tuple[Literal["start", "end", "comment", "pi"], ...] = ("start", "end", "comment", "pi")
_MARKED = etree.XPath("//*[@onclick or @hidden or @background]")

# Text runs on through these; every other tag ends it. A <span> with a class or an id ends it too.
_INLINE = words(
    "a abbr acronym b bdo bdi big cite code del dfn em font i ins kbd label mark nobr o:p q rp rt ruby s samp"
) | words("small span strike strong sub sup time tt u var wbr st1:chsdate")
# What stands in these is not shown, or is shown as something else than text.
_MUTED = words("script style title textarea select noscript template iframe noframes noembed button audio video")
_DATA_SCRIPT = re.compile(r"json|template|html|text/plain|x-tmpl|handlebars|mustache|vbscript", re.IGNORECASE)
_LOOKS_LIKE_URL = re.compile(
    r"(?:https?:)?//|\.{0,2}/|[\w%./-]*+\.(?:s?html?|aspx?|jspx?|php|do)(?:[?#]|$)|\?\w+=", re.IGNORECASE
)
_NOWHERE = re.compile(r"\s*+(?:#.{0,40}|javascript:.*+|)$", re.IGNORECASE | re.DOTALL)
_ATTACHMENT = re.compile(
    r"\.(?:docx?|docm|wps|rtf|pdf|ofd|ceb|xlsx?|xlsm|et|csv|pptx?|dps|zip|rar|7z|tar|gz|exe|apk|txt)(?:[?#]|$)",
    re.IGNORECASE,
)

_Opener = Callable[["_Walk", "_Element", int, Zone], None]


def walk(tops: Iterable[_Element]) -> Draft:
    """Return the raw material of the page whose roots are *tops*."""
    walker = _Walk()
    for top in tops:
        walker.run(top)
    return walker.draft


class _Walk:
    """The state of the walk: the open elements, the text that is gathering, the links that are open."""

    __slots__ = ("draft", "links", "marked", "muted", "open_links", "pending", "pending_at", "zoner")

    def __init__(self) -> None:
        self.draft = Draft()
        self.links = self.draft.links
        self.zoner = Zoner()
        self.marked: frozenset[_Element] = frozenset()
        self.muted: list[int] = []
        self.pending: list[str] = []
        self.pending_at = -1
        self.open_links: list[tuple[int, int]] = []

    def run(self, top: _Element) -> None:
        """Walk one root and all below it."""
        draft, muted, enter = self.draft, self.muted, self.zoner.enter
        elements, tags, parents, ends, zones = draft.elements, draft.tags, draft.parents, draft.ends, draft.zones
        if not elements:
            self.marked = frozenset(_MARKED(top))
        stack = [-1]
        zone = Zone.OTHER
        for event, node in etree.iterwalk(top, events=_EVENTS):
            if event == "start":
                at = len(elements)
                tag: str = node.tag  # type: ignore[assignment]
                named = False
                if tag in BOXES:
                    classes, ident = node.get("class"), node.get("id")
                    named = classes is not None or ident is not None
                    said = claim(tag, classes, ident)
                    if said is not NO_CLAIM:
                        zone = enter(zone, said, len(stack) - 1)
                        if said.trail:
                            draft.trails.append(at)
                elements.append(node)
                tags.append(tag)
                parents.append(stack[-1])
                ends.append(at)
                zones.append(zone)
                stack.append(at)
                if self.pending and (tag not in _INLINE or named):
                    self.break_text()
                if node in self.marked:
                    self.open_marked(node, at)
                if tag in _MUTED:
                    muted.append(at)
                opener = _OPENERS.get(tag)
                if opener is not None:
                    opener(self, node, at, zone)
                text = node.text
            elif event == "end":
                at = stack.pop()
                tag = tags[at]
                ends[at] = len(elements) - 1
                if self.pending and tag not in _INLINE:
                    self.break_text()
                if self.open_links and self.open_links[-1][0] == at:
                    self.close_link()
                if muted and muted[-1] == at:
                    muted.pop()
                at = stack[-1]
                zone = zones[at] if at >= 0 else Zone.OTHER
                text = node.tail
            else:
                at = stack[-1]
                text = node.tail
            if text and not muted:
                if self.pending_at < 0 and not text.isspace():
                    self.pending_at = at
                self.pending.append(text)
        self.flush()

    def break_text(self) -> None:
        """A block begins or ends: the text run ends, or, within a link, takes a space."""
        if self.open_links:
            self.pending.append(" ")
        else:
            self.flush()

    def flush(self) -> None:
        """Make a run of the text gathered so far."""
        if self.pending_at >= 0:
            text = fold("".join(self.pending))
            at = self.pending_at
            self.pending_at = -1
            if text:
                self.add_run("text", text, at)
        self.pending.clear()

    def add_run(self, kind: str, text: str, at: int, link: int = -1) -> None:
        """Add a run of content, its text cut to the limit."""
        zone = self.draft.zones[at]
        self.draft.runs.append(Run(kind, intern(text[:RUN_LIMIT]), len(text), at, zone, link))

    def add_link(self, node: _Element, attribute: str, href: str, text: str, at: int, zone: Zone) -> int:
        """Add a link and return its index."""
        title = node.get("title", "")
        self.links.append(Link(self.draft.tags[at], attribute, intern(href.strip()), intern(text), at, zone, title))
        return len(self.links) - 1

    def open_marked(self, node: _Element, at: int) -> None:
        """Take what any element may have: an ``onclick``, ``hidden``, a background image."""
        if node.get("hidden") is not None:
            self.muted.append(at)
        if node.get("onclick") is not None:
            self.draft.clickables.append(at)
        background = node.get("background")
        if background:
            self.add_link(node, "background", background, "", at, self.draft.zones[at])

    def open_anchor(self, node: _Element, at: int, zone: Zone) -> None:
        """``<a>``: a link if it has an address or an ``onclick``; its text gathers until it is closed."""
        href, onclick = node.get("href"), node.get("onclick", "")
        if href is None and not onclick:
            return
        self.flush()
        text = _text_of(node) if self.muted else ""
        attribute = "onclick" if href is None else "href"
        index = self.add_link(node, attribute, href or "", text, at, zone)
        if onclick:
            self.links[index] = self.links[index]._replace(onclick=intern(onclick))
        elif href is not None and _NOWHERE.match(href):
            self.draft.clickables.append(at)
        if not self.muted:
            self.open_links.append((at, index))

    def close_link(self) -> None:
        """Give the innermost open link the text gathered since it was opened."""
        at, index = self.open_links.pop()
        link = self.links[index]
        text = fold("".join(self.pending)) or link.text
        self.pending.clear()
        self.pending_at = -1
        text = intern(text)
        if text is not link.text:
            self.links[index] = link._replace(text=text)
        self.add_run("attachment" if _ATTACHMENT.search(link.href) else "link", text, at, index)

    def open_image(self, node: _Element, at: int, zone: Zone) -> None:
        """``<img>``: a link to the picture; its ``alt`` or ``title`` is the text of the link around it, if need be."""
        text = fold(node.get("alt") or node.get("title") or "")
        source = node.get("src")
        index = self.add_link(node, "src", source, text, at, zone) if source is not None else -1
        if not self.muted:
            self.add_run("image", text, at, index)
        if text and self.open_links:
            around = self.open_links[-1][1]
            if not self.links[around].text:
                self.links[around] = self.links[around]._replace(text=text)

    def open_source(self, node: _Element, at: int, zone: Zone) -> None:
        """Frames and media: a link to what they show, and a run for what is seen."""
        attribute = "data" if self.draft.tags[at] == "object" else "src"
        address = node.get(attribute)
        index = -1
        if address is not None:
            index = self.add_link(node, attribute, address, fold(node.get("title", "")), at, zone)
        if self.draft.tags[at] not in ("source", "track", "frame") and not self.muted[:-1]:
            self.add_run("media", "", at, index)

    def open_script(self, node: _Element, at: int, zone: Zone) -> None:
        """``<script>``: a link to its file, or an inline script."""
        source = node.get("src")
        if source is not None:
            self.add_link(node, "src", source, "", at, zone)
        elif node.text and not _DATA_SCRIPT.search(node.get("type", "")):
            self.draft.scripts.append(at)

    def open_hyperlink(self, node: _Element, at: int, zone: Zone) -> None:
        """``<area>`` and ``<link>``: links without text of their own."""
        href = node.get("href")
        if href is not None:
            self.add_link(node, "href", href, fold(node.get("alt") or node.get("title") or ""), at, zone)

    def open_option(self, node: _Element, at: int, zone: Zone) -> None:
        """``<option>``: a link where its value is an address (drop-down lists of other sites)."""
        value = (node.get("value") or "").strip()
        if value and _LOOKS_LIKE_URL.match(value):
            self.add_link(node, "value", value, _text_of(node), at, zone)

    def open_control(self, node: _Element, at: int, zone: Zone) -> None:
        """Input, button, select, textarea: a control, and a run for what is seen of it."""
        self.draft.controls.append(at)
        tag = self.draft.tags[at]
        kind = node.get("type", "").lower() if tag == "input" else ""
        if kind == "image" and node.get("src") is not None:
            self.add_link(node, "src", node.get("src", ""), fold(node.get("alt") or ""), at, zone)
        if kind != "hidden" and not (self.muted[:-1] if tag != "input" else self.muted):
            text = node.get("value") or node.get("placeholder") or "" if tag == "input" else ""
            if tag == "button":
                text = "".join(node.itertext())
            self.add_run("field", close_up(text), at)

    def open_form(self, node: _Element, at: int, zone: Zone) -> None:
        """``<form>``."""
        self.draft.forms.append(at)

    def open_label(self, node: _Element, at: int, zone: Zone) -> None:
        """``<label>``."""
        self.draft.labels.append(at)

    def open_meta(self, node: _Element, at: int, zone: Zone) -> None:
        """``<meta>``: a name, a property or an ``http-equiv`` with its content; ``charset`` under that name."""
        name = node.get("name") or node.get("http-equiv") or node.get("property")
        charset = node.get("charset")
        if name:
            self.draft.metas.append(Meta(intern(name), intern(node.get("content", "")), at))
        elif charset is not None:
            self.draft.metas.append(Meta("charset", intern(charset), at))

    def open_title(self, node: _Element, at: int, zone: Zone) -> None:
        """``<title>``, unless it names a drawing."""
        parent = node.getparent()
        if parent is None or parent.tag not in ("svg", "g", "path"):
            self.draft.titles.append(Heading(0, intern(_text_of(node)), at))

    def open_heading(self, node: _Element, at: int, zone: Zone) -> None:
        """``<h1>`` … ``<h6>``."""
        self.draft.headings.append(Heading(int(self.draft.tags[at][1]), intern(_text_of(node)), at))

    def open_base(self, node: _Element, at: int, zone: Zone) -> None:
        """``<base>``: the first one with an address counts, wherever it stands."""
        href = node.get("href")
        if href is not None and self.draft.base_href is None:
            self.draft.base_href = href.strip()

    def open_root(self, node: _Element, at: int, zone: Zone) -> None:
        """``<html>``: its language."""
        if not self.draft.language:
            self.draft.language = (node.get("lang") or node.get("xml:lang") or "").strip()


def _text_of(node: _Element) -> str:
    return fold("".join(node.itertext()))


_OPENERS: dict[str, _Opener] = {
    "a": _Walk.open_anchor,
    "area": _Walk.open_hyperlink,
    "link": _Walk.open_hyperlink,
    "img": _Walk.open_image,
    "option": _Walk.open_option,
    "script": _Walk.open_script,
    "meta": _Walk.open_meta,
    "title": _Walk.open_title,
    "base": _Walk.open_base,
    "html": _Walk.open_root,
    "form": _Walk.open_form,
    "label": _Walk.open_label,
    **dict.fromkeys(("input", "button", "select", "textarea"), _Walk.open_control),
    **dict.fromkeys(("iframe", "frame", "embed", "object", "video", "audio", "source", "track"), _Walk.open_source),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _Walk.open_heading),
}
