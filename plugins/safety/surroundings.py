"""What stands around an offset of a page's source: the words before and behind it, and the kind of markup it is in."""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import StrEnum

from govlint.lazy_re import lazy_re
from govlint.page.tags import start_tags
from govlint.page.words import unescaped

_TAG = lazy_re(r"<[^<>]*+>|<[^<>]*+$|^[^<>]*+>")
_COMMENT = lazy_re(r"<!--(?:[^-]++|-(?!->))*+(?:-->)?")
_REACH = 1_500  # characters of source that are looked at on either side
_ROW_END = lazy_re(r"</?(?:tr|table|h[1-6])\b", re.IGNORECASE)


class Where(StrEnum):
    """What an offset of the source is part of."""

    TEXT = "text"
    ATTRIBUTE = "attribute"
    ADDRESS = "address"
    SCRIPT = "script"
    COMMENT = "comment"


_ADDRESSES = frozenset(("href", "src", "action", "data", "value", "content", "data-src", "data-href"))


class Surroundings:
    """Answers questions on offsets of one page; made only for pages on which something was found."""

    def __init__(self, source: str) -> None:
        self._source = source
        raw = [
            (tag.end, tag.text_end, Where.SCRIPT)
            for tag in start_tags(source)
            if tag.text_end > tag.end and tag.name in ("script", "style")
        ]
        raw += [(*found.span(), Where.COMMENT) for found in _COMMENT.finditer(source)]
        self._raw = sorted(raw)
        self._starts = [start for start, _, _ in self._raw]

    def where(self, offset: int) -> Where:
        """Say what the source at *offset* is part of."""
        index = bisect_right(self._starts, offset) - 1
        for start, end, kind in self._raw[max(index - 1, 0) : index + 1]:
            if start <= offset < end:
                return kind
        first = max(offset - _REACH, 0)
        opened = self._source.rfind("<", first, offset)
        if opened <= self._source.rfind(">", first, offset):
            return Where.TEXT
        words = self._source[opened:offset].rpartition('="')[0] or self._source[opened:offset].rpartition("=")[0]
        name = words.split()[-1].lower() if words.strip() else ""
        return Where.ADDRESS if name in _ADDRESSES else Where.ATTRIBUTE

    def before(self, offset: int, count: int) -> str:
        """Return the last *count* characters of text before *offset*, without tags."""
        return _plain(self._source[max(offset - _REACH, 0) : offset])[-count:]

    def behind(self, offset: int, count: int) -> str:
        """Return the first *count* characters of text behind *offset*, without tags."""
        return _plain(self._source[offset : offset + _REACH])[:count]

    def row(self, offset: int) -> str:
        """Return the text of the table row (or of what is near) around *offset*."""
        first = max(offset - _REACH, 0)
        starts = [found.end() for found in _ROW_END.finditer(self._source, first, offset)]
        end = _ROW_END.search(self._source, offset, offset + _REACH)
        return _plain(self._source[starts[-1] if starts else first : end.start() if end else offset + _REACH])

    def table_head(self, offset: int) -> str:
        """Return the text of the first rows of the table around *offset*, ``""`` outside of tables."""
        opened = self._source.rfind("<table", 0, offset)
        if opened < 0 or self._source.find("</table", opened, offset) >= 0:
            return ""
        return _plain(self._source[opened : min(opened + 2 * _REACH, offset)])[:200]


def _plain(markup: str) -> str:
    return " ".join(unescaped(_TAG.sub(" ", markup)).split())
