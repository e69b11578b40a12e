"""Tells files that are stored as pages and are none: answers of counters, data, style sheets, parts to be included."""

from __future__ import annotations

import re

from govlint.lazy_re import lazy_re
from govlint.page.facts import PageFacts

_DOCUMENT = lazy_re(r"<(?:!doctype|html|head|body|title|frameset)(?=[\s>])", re.IGNORECASE)
_TAG = lazy_re(r"<[a-z!/]", re.IGNORECASE)
_COMMENTS = lazy_re(r"(?:\s++|<!--.*?-->|/\*.*?\*/|\ufeff)*+", re.DOTALL)
_DATA = lazy_re(r"[\w$.]{0,60}\(?\s*+(?:\{\s*+[\"'}]|\[\s*+[\[{\"'\d\]])")
_SCRIPT = lazy_re(
    r"""(?:document\s*+\.\s*+write|(?:var|let|const|function|if|try|import|export)\b[\s(]|["']use\ strict
        |[!;(]{0,3}\s*+function\b|\$\(|jQuery\b|window\s*+\.|[\w$.]{1,60}\s*+=[^=>]|//)""",
    re.VERBOSE,
)
_STYLES = lazy_re(
    r"@(?:charset|import|media|font-face)\b|[\w.#*:,>\s\[\]=\"'-]{1,300}\{[^{}<>]{0,2000}:[^{}<>]{0,2000}\}"
)
_ANSWER = 100  # characters of a file without tags
_INCLUDE_TEXT = 300  # characters outside links
_INCLUDE_RUN = 120  # characters of the longest text


def kind_of_fragment(source: str, facts: PageFacts) -> str:
    """Return the kind of fragment that *source* is, in short English, or ``""`` where it may be a page."""
    if _DOCUMENT.search(source):
        return ""
    start = _COMMENTS.match(source)
    at = start.end() if start else 0
    if source[at : at + 1] != "<":
        for kind, pattern in (("data", _DATA), ("style sheet", _STYLES), ("script", _SCRIPT)):
            if pattern.match(source, at):
                return kind
    if not _TAG.search(source):
        return "answer without markup" if len(source) - at <= _ANSWER else ""
    texts = [run.length for run in facts.runs if run.kind == "text"]
    if sum(texts) <= _INCLUDE_TEXT and max(texts, default=0) <= _INCLUDE_RUN:
        return "part of a page: no html, head, body or title"
    return ""
