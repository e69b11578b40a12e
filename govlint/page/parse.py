"""Decoded text → lxml trees: what libxml2 is fed, and what it drops."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from govlint.page.guard import make_safe

if TYPE_CHECKING:
    from lxml.etree import _Element

SIZE_LIMIT = 32 * 1024 * 1024
"""Characters of a page that are parsed; what stands behind them is left out, and the tree says so."""


class Tree(NamedTuple):
    """The parsed page: *tops* are its roots in order (a second one holds what stands behind ``</html>``).

    *text* is the decoded text as far as it was parsed. *cut* says why the tree tells less than the page does: ``""``
    (it tells all), ``"size-limit"``, ``"attribute-limit"`` (a tag with thousands of attributes was taken without
    them), ``"depth-limit"`` or ``"parser"``; several are joined by a comma.
    """

    tops: tuple[_Element, ...]
    text: str
    cut: str = ""


def parse(text: str, limit: int = SIZE_LIMIT) -> Tree:
    """Parse decoded *text*, of which at most *limit* characters count. Never raises on any text."""
    reasons = []
    if len(text) > limit:
        text = text[:limit]
        reasons.append("size-limit")
    safe, neutralised = make_safe(text)
    if neutralised:
        reasons.append("attribute-limit")
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_blank_text=False)
    root = _root(safe.encode("utf-8", "replace"), parser)
    last = parser.error_log.last_error
    if last is not None and last.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
        reasons.append("depth-limit")
    elif last is not None and last.level == etree.ErrorLevels.FATAL and root is None and not text.isspace():
        reasons.append("parser")
    tops = () if root is None else tuple(top for top in (root, *root.itersiblings()) if isinstance(top.tag, str))
    return Tree(tops, text, ",".join(reasons))


def _root(data: bytes, parser: etree.HTMLParser) -> _Element | None:
    """Return the first root, or None where there is no element at all (an empty page, a page of comments)."""
    try:
        return etree.fromstring(data, parser)
    except etree.LxmlError:
        return None
