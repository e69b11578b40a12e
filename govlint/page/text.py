"""The visible text of a page, for rules that look for words anywhere in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from govlint.page.words import fold

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNSEEN = frozenset(("script", "style", "noscript", "template", "title", "iframe", "noframes", "noembed"))


def visible_text(elements: Sequence[_Element]) -> str:
    """Return all visible text of *elements* (in document order): one text node a line, white space folded within."""
    lines: list[str] = []
    for top in elements:
        if top.getparent() is None:
            _add_lines(top, lines)
    return "\n".join(lines)


def _add_lines(top: _Element, lines: list[str]) -> None:
    from lxml import etree

    hidden = set(top.iterfind(".//*[@hidden]"))
    if top.get("hidden") is not None:
        hidden.add(top)
    unseen = 0
    for event, node in etree.iterwalk(top, events=("start", "end", "comment", "pi")):
        if event == "start":
            if node.tag in _UNSEEN or node in hidden:
                unseen += 1
            text = node.text
        else:
            if unseen and event == "end" and (node.tag in _UNSEEN or node in hidden):
                unseen -= 1
            text = node.tail
        if text and not unseen and not text.isspace():
            lines.append(fold(text))
