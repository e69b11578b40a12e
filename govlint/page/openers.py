"""What the walk takes from each kind of element: one small function a tag, and the text that gathers between them."""

from __future__ import annotations

import re
from collections.abc import Callable
from sys import intern
from typing import TYPE_CHECKING

from govlint.lazy_re import lazy_re
from govlint.page.draft import Draft
from govlint.page.facts import RUN_LIMIT, Heading, Link, Meta, Run, Zone
from govlint.page.inline import read_script
from govlint.page.styles import style_urls
from govlint.page.words import close_up, fold, text_of, words

if TYPE_CHECKING:
    from lxml.etree import _Element

_DATA_SCRIPT = lazy_re(r"json|template|html|text/plain|x-tmpl|handlebars|mustache|vbscript", re.IGNORECASE)
_LOOKS_LIKE_URL = lazy_re(
    r"(?:https?:)?//|\.{0,2}/|[\w%./-]*\.(?:s?html?|aspx?|jspx?|php|do)(?:[?#]|$)|\?\w+=", re.IGNORECASE
)
_NOWHERE = lazy_re(r"\s*+(?:#.{0,40}|javascript:.*+|)$", re.IGNORECASE | re.DOTALL)
_PAGE_ENDINGS = (".html", ".htm", "/")
_ATTACHMENT = lazy_re(
    r"\.(?:docx?|docm|wps|rtf|pdf|ofd|ceb|xlsx?|xlsm|et|csv|pptx?|dps|zip|rar|7z|tar|gz|exe|apk|txt)(?:[?#]|$)",
    re.IGNORECASE,
)


# One of several pictures in a srcset: an address, behind the start or a comma; its width or density follows.
_CHOICE = lazy_re(r"(?:^|,)\s*+([^\s,]\S*?)(?=,?(?:\s|$))")

_HEADINGS = words("h1 h2 h3 h4 h5 h6")
_make = tuple.__new__  # makes a NamedTuple in half the time of its own constructor: most of a page is links and runs


class Gatherer:
    """The state of the walk that elements change: gathering text, open links, and elements that hide what is in them.

    *pending* is empty, or begins with a text that is more than white space, at the element *pending_at*. *open_links*
    are pairs of an element and its index in the links; *muted* are open elements whose text is not shown.
    """

    __slots__ = ("draft", "links", "muted", "open_links", "pending", "pending_at", "runs", "zones")

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.links = draft.links
        self.runs = draft.runs
        self.zones = draft.zones
        self.muted: list[int] = []
        self.pending: list[str] = []
        self.pending_at = -1
        self.open_links: list[tuple[int, int]] = []

    def break_text(self) -> None:
        """A block begins or ends: the text run ends, or, within a link, takes a space."""
        if self.open_links:
            self.pending.append(" ")
        else:
            self.flush()

    def take_text(self) -> str:
        """Return the text gathered so far, and begin anew."""
        pending = self.pending
        text = pending[0] if len(pending) == 1 else "".join(pending)
        pending.clear()
        return " ".join(text.split())

    def flush(self) -> None:
        """Make a run of the text gathered so far."""
        if self.pending:
            self.add_run("text", self.take_text(), self.pending_at)

    def add_run(self, kind: str, text: str, at: int, link: int = -1) -> None:
        """Add a run of content, its text cut to the limit."""
        length = len(text)
        text = intern(text if length <= RUN_LIMIT else text[:RUN_LIMIT])
        self.runs.append(_make(Run, (kind, text, length, at, self.zones[at], link)))

    def add_link(self, node: _Element, attribute: str, href: str, text: str, at: int, zone: Zone) -> int:
        """Add a link and return its index."""
        links = self.links
        tag, title = self.draft.tags[at], node.get("title", "")
        links.append(_make(Link, (tag, attribute, intern(href.strip()), text, at, zone, title, "")))
        return len(links) - 1

    def close_link(self) -> None:
        """Give the innermost open link the text gathered since it was opened, else that of an image in it."""
        at, index = self.open_links.pop()
        tag, attribute, href, text, _, zone, title, onclick = self.links[index]
        if self.pending:
            text = intern(self.take_text())
            self.links[index] = _make(Link, (tag, attribute, href, text, at, zone, title, onclick))
        if not self.muted:
            is_attachment = not href.endswith(_PAGE_ENDINGS) and _ATTACHMENT.search(href) is not None
            self.add_run("attachment" if is_attachment else "link", text, at, index)


def _open_anchor(walk: Gatherer, node: _Element, at: int, zone: Zone) -> None:
    """``<a>``: a link if it has an address or an ``onclick``; its text gathers until it is closed."""
    href, onclick = node.get("href"), node.get("onclick", "")
    attribute = "href"
    if href is None:
        if not onclick:
            return
        attribute, href = "onclick", ""
    if onclick or ((not href or href[0] in "#jJ \t\r\n") and _NOWHERE.match(href)):
        walk.draft.clickables.append(at)
    if walk.pending:
        walk.flush()
    text = text_of(node) if walk.muted else ""
    links = walk.links
    walk.open_links.append((at, len(links)))
    links.append(_make(Link, ("a", attribute, intern(href.strip()), text, at, zone, node.get("title", ""), onclick)))


def _open_image(walk: Gatherer, node: _Element, at: int, zone: Zone) -> None:
    """``<img>``: a link to the picture; its ``alt`` or ``title`` is the text of the link around it, if need be."""
    text = intern(fold(node.get("alt") or node.get("title") or ""))
    source = node.get("src")
    index = walk.add_link(node, "src", source, text, at, zone) if source is not None else -1
    if (choices := node.get("srcset")) is not None:
        _add_choices(walk, node, choices, at, zone)
    if node.get("onclick") is not None:
        walk.draft.clickables.append(at)
    if not walk.muted:
        walk.add_run("image", text, at, index)
    if text and walk.open_links:
        around = walk.open_links[-1][1]
        walk.links[around] = walk.links[around]._replace(text=text)


def _add_choices(walk: Gatherer, node: _Element, srcset: str, at: int, zone: Zone) -> None:
    """Add the addresses of a ``srcset``: ``small.jpg 480w, large.jpg 2x``; those of data are left out."""
    for choice in _CHOICE.findall(srcset):
        if choice[:5].lower() != "data:":
            walk.add_link(node, "srcset", choice, "", at, zone)


def _open_source(walk: Gatherer, node: _Element, at: int, zone: Zone) -> None:
    """Frames and media: a link to what they show, and a run for what is seen."""
    tag = walk.draft.tags[at]
    attribute = "data" if tag == "object" else "src"
    address = node.get(attribute)
    index = -1
    if address is not None:
        index = walk.add_link(node, attribute, address, intern(fold(node.get("title", ""))), at, zone)
    if tag == "source" and (choices := node.get("srcset")) is not None:
        _add_choices(walk, node, choices, at, zone)
    elif tag == "video" and (poster := node.get("poster")) is not None:
        walk.add_link(node, "poster", poster, "", at, zone)
    if tag not in ("source", "track", "frame") and not walk.muted:
        walk.add_run("media", "", at, index)
    if tag in ("iframe", "video", "audio"):
        walk.muted.append(at)


def _open_script(walk: Gatherer, node: _Element, at: int, zone: Zone) -> None:
    """``<script>``: a link to its file, or an inline script; a day that one writes joins the text before it."""
    source = node.get("src")
    if source is not None:
        walk.add_link(node, "src", source, "", at, zone)
    elif (code := node.text) and not _DATA_SCRIPT.search(node.get("type", "")):
        script = read_script(code)
        walk.draft.scripts.append((at, script))
        if script.day and walk.pending:
            walk.pending.append(script.day)
    walk.muted.append(at)


def _open_muted(walk: Gatherer, node: _Element, at: int, zone: Zone) -> None:
    """What stands in the element is not shown."""
    walk.muted.append(at)


def _open_style(walk: Gatherer, node: _Element, at: int, zone: Zone) -> None:
    """``<style>``: links to what it loads (``attribute`` is ``"import"`` for other style sheets)."""
    for address in style_urls(node.text or ""):
        walk.add_link(node, "import" if address.how == "import" else "text", address.href, "", at, zone)
    walk.muted.append(at)


def _open_hyperlink(walk: Gatherer, node: _Element, at: int, zone: Zone) -> None:
    """``<area>`` and ``<link>``: links without text of their own."""
    href = node.get("href")
    if href is not None:
        walk.add_link(node, "href", href, intern(fold(node.get("alt") or node.get("title") or "")), at, zone)


def _open_option(walk: Gatherer, node: _Element, at: int, zone: Zone) -> None:
    """``<option>``: a link where its value is an address (drop-down lists of other sites)."""
    value = (node.get("value") or "").strip()
    if value and _LOOKS_LIKE_URL.match(value):
        walk.add_link(node, "value", value, fold(node.text or ""), at, zone)


def _open_input(walk: Gatherer, node: _Element, at: int, zone: Zone) -> None:
    """``<input>``: a control, and a run for what is seen of it."""
    walk.draft.controls.append(at)
    kind = node.get("type", "").lower()
    if kind == "image":
        source = node.get("src")
        if source is not None:
            walk.add_link(node, "src", source, fold(node.get("alt", "")), at, zone)
    if kind != "hidden" and not walk.muted:
        walk.add_run("field", close_up(node.get("value") or node.get("placeholder") or ""), at)


def _open_control(walk: Gatherer, node: _Element, at: int, zone: Zone) -> None:
    """Button, select, textarea: a control; what stands in it is no text of the page."""
    walk.draft.controls.append(at)
    if not walk.muted:
        text = close_up(text_of(node)) if walk.draft.tags[at] == "button" else ""
        walk.add_run("field", text, at)
    walk.muted.append(at)


def _open_form(walk: Gatherer, node: _Element, at: int, zone: Zone) -> None:
    walk.draft.forms.append(at)


def _open_label(walk: Gatherer, node: _Element, at: int, zone: Zone) -> None:
    walk.draft.labels.append(at)


def _open_meta(walk: Gatherer, node: _Element, at: int, zone: Zone) -> None:
    """``<meta>``: a name, a property or an ``http-equiv`` with its content; ``charset`` under that name."""
    name = node.get("name") or node.get("http-equiv") or node.get("property")
    charset = node.get("charset")
    if name:
        walk.draft.metas.append(Meta(intern(name), intern(node.get("content", "")), at))
    elif charset is not None:
        walk.draft.metas.append(Meta("charset", intern(charset), at))


def _open_title(walk: Gatherer, node: _Element, at: int, zone: Zone) -> None:
    """``<title>``, unless it names a drawing."""
    parent = node.getparent()
    if parent is None or parent.tag not in ("svg", "g", "path"):
        walk.draft.titles.append(Heading(0, intern(text_of(node)), at))
    walk.muted.append(at)


def _open_heading(walk: Gatherer, node: _Element, at: int, zone: Zone) -> None:
    """``<h1>`` … ``<h6>``; one that stands within several others was never meant to."""
    if sum(walk.draft.tags[up] in _HEADINGS for up in walk.draft.ancestors(at, 20)) > 2:
        return
    walk.draft.headings.append(Heading(int(walk.draft.tags[at][1]), intern(text_of(node)), at))


def _open_base(walk: Gatherer, node: _Element, at: int, zone: Zone) -> None:
    """``<base>``: the first one with an address counts, wherever it stands."""
    href = node.get("href")
    if href is not None and walk.draft.base_href is None:
        walk.draft.base_href = href.strip()


def _open_root(walk: Gatherer, node: _Element, at: int, zone: Zone) -> None:
    if not walk.draft.language:
        walk.draft.language = (node.get("lang") or node.get("xml:lang") or "").strip()


OPENERS: dict[str, Callable[[Gatherer, _Element, int, Zone], None]] = {
    "a": _open_anchor,
    "img": _open_image,
    "script": _open_script,
    "input": _open_input,
    "option": _open_option,
    "meta": _open_meta,
    "title": _open_title,
    "base": _open_base,
    "html": _open_root,
    "form": _open_form,
    "label": _open_label,
    **dict.fromkeys(("area", "link"), _open_hyperlink),
    **dict.fromkeys(("button", "select", "textarea"), _open_control),
    **dict.fromkeys(("iframe", "frame", "embed", "object", "video", "audio", "source", "track"), _open_source),
    "style": _open_style,
    **dict.fromkeys(("noscript", "template", "noframes", "noembed"), _open_muted),
    **dict.fromkeys(_HEADINGS, _open_heading),
}
"""What to do as an element of each tag is entered, before the text in it is read."""
