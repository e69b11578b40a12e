"""Keep from libxml2 what makes it slow: it compares every attribute of a tag with every other one.

A tag with thousands of attributes is no page's work; its attributes are blanked out in the text given to the parser,
character for character, so that every offset and every line stays where it was.
"""

from __future__ import annotations

import re

from govlint.lazy_re import lazy_re

ATTRIBUTE_LIMIT = 2_000
"""Attributes of one tag; 2,000 cost libxml2 a few milliseconds, 100,000 cost it 12 seconds."""

# Shorter than this, a tag cannot hold more attributes than the limit: a name and a space take two characters.
_LONG = 2 * ATTRIBUTE_LIMIT
# Up to the first size a page cannot hold enough attributes to hurt, up to the second not by hiding ">" in values.
_TINY = 16 * 1024
_SMALL = 128 * 1024

_VALUE = r"""(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))"""
# Every alternative matches wherever it begins, at the latest at the end of the text: no character is read twice.
_TAG = lazy_re(
    rf"""<(?:!--.*?(?:-->|\Z)
       |(?P<raw>script|style|textarea|title)\b.*?(?:</(?P=raw)|\Z)
       |(?P<tag>[a-z](?:[^>=]++|=\s*+{_VALUE}?+)*+)(?:>|\Z))""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_TAG_START = lazy_re("<[a-zA-Z]")
_ATTRIBUTE = lazy_re(rf"""[^\s/>=]++(?:\s*+=\s*+(?:{_VALUE}|[^\s>]*+))?+""")
_NOT_BLANK = lazy_re(r"[^\r\n]")


def make_safe(text: str) -> tuple[str, bool]:
    """Return *text* as libxml2 can take it in linear time, and whether a tag lost its attributes for that.

    NUL becomes U+FFFD, as the HTML standard has it. The length and all line ends stay the same.
    """
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    if len(text) <= _TINY or (len(text) <= _SMALL and not _may_hold_long_tag(text)):
        return text, False
    return _blank_long_tags(text)


def _may_hold_long_tag(text: str) -> bool:
    """Whether a tag without ``>`` in its values may be too long: the cheap question that ordinary pages answer."""
    start = 0
    while len(text) - start > _LONG:
        end = text.rfind(">", start, start + _LONG + 1)
        if end < 0:  # a long stretch without one: a tag, or the text of an article
            end = text.find(">", start)
            end = len(text) if end < 0 else end
            tag = _TAG_START.search(text, start, end)
            if tag is not None and end - tag.start() > _LONG:
                return True
        start = end + 1
    return False


def _blank_long_tags(text: str) -> tuple[str, bool]:
    pieces: list[str] = []
    done = 0
    for found in _TAG.finditer(text):
        start, end = found.span("tag")
        if end - start > _LONG and _has_too_many(found["tag"]):
            while start < end and text[start].isalnum():
                start += 1
            pieces += (text[done:start], _NOT_BLANK.sub(" ", text[start:end]))
            done = end
    return "".join((*pieces, text[done:])), bool(pieces)


def _has_too_many(tag: str) -> bool:
    return sum(1 for _ in _ATTRIBUTE.finditer(tag)) > ATTRIBUTE_LIMIT
