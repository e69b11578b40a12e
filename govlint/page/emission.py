"""What may come of a template tag, by what it does and by where in the page it stands."""

from __future__ import annotations

import re
from bisect import bisect_right

from govlint.lazy_re import lazy_re
from govlint.page.lexing import Tag
from govlint.page.masking import INERT, Place
from govlint.page.template import Emits, Kind

# Fields that hold a whole text, as editors write it: anything that stands in a text may be in it.
_RICH = lazy_re(r"content|txt|body|html|正文|内容|detail|\braw\b|safe\b", re.IGNORECASE)
_ARGUMENTS = 200  # characters of a tag that are looked at for such a name
# A date or a year says nothing that a page is asked to say.
_DATE = lazy_re(r"\.now\b|\bnow\(|yyyy|date_?time|\bdate\s*+\(|strftime|\.year\b", re.IGNORECASE)
# Statements that only choose, repeat or set: nothing comes of them by themselves.
_QUIET = lazy_re(
    r"\s*+(?:(?:else|elseif|if|for|foreach|while|switch|case|default|end\w{1,10}|break|continue|try|catch)\b.*"
    r"|[\w<>,.$\[\]\s]{1,120}=(?!=).*|(?://|/\*|\*).*)?+",
    re.IGNORECASE | re.DOTALL,
)
_PRINTS = lazy_re(r"\becho\b|print|\bout\b|write|include|require|render|display", re.IGNORECASE)
_STATEMENT_ENDS = lazy_re(r"[;{}]")
_LOOPS = lazy_re(r"\b(?:for|foreach|while)\b", re.IGNORECASE)
_SCRIPT = lazy_re(r"<script\b[^<>]*+>", re.IGNORECASE)
_WRITES = lazy_re(
    r"document\s*+\.\s*+write|innerHTML|outerHTML|insertAdjacent|\.\s*+(?:html|append|prepend|after|before)\s*+\("
)
_ATTRIBUTE = lazy_re(r"([\w:-]{1,40})\s*+=\s*+[\"']?$")
_WITHIN = 64  # characters before a value in which its attribute's name stands
_SPOKEN = frozenset(("alt", "title", "value", "content", "placeholder", "label"))


class Emission:
    """Tells what the tags of one template emit; *markup* is its text, masked."""

    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._scripts = [found.end() for found in _SCRIPT.finditer(markup)]
        self._writing: dict[int, bool] = {}

    def of(self, tag: Tag, place: Place, *, in_head: bool, is_block: bool) -> Emits:
        """Return what may come of *tag*, which stands at *place*; *is_block*: up to an end tag of its own."""
        if tag.kind is Kind.CONDITION or place in (Place.TAG, Place.COMMENT):
            return Emits.NOTHING
        if place is Place.TITLE:
            return Emits.TEXT
        if place is Place.VALUE:
            return self._in_value(tag)
        if place is Place.RAW:
            return Emits.ANY if self._in_writing_script(tag.start) else Emits.NOTHING
        return _in_text(tag, in_head=in_head, is_block=is_block)

    def _in_value(self, tag: Tag) -> Emits:
        """Return what a value brings: a picture or a script in its whole, a text; of an address nothing is seen."""
        found = _ATTRIBUTE.search(self._markup, max(0, tag.start - _WITHIN), tag.start)
        name = found[1].lower() if found else ""
        if name in _SPOKEN:
            return Emits.TEXT
        is_whole = self._markup[tag.end : tag.end + 1] in ('"', "'", ">", " ", INERT)
        return Emits.RICH if name == "src" and is_whole else Emits.NOTHING

    def _in_writing_script(self, at: int) -> bool:
        """Whether the offset *at* lies in a script that writes into the page."""
        number = bisect_right(self._scripts, at) - 1
        if number < 0:
            return False
        if number not in self._writing:
            start = self._scripts[number]
            end = self._markup.find("</script", start)
            self._writing[number] = (
                _WRITES.search(self._markup, start, end if end >= 0 else len(self._markup)) is not None
            )
        return self._writing[number]


def _in_text(tag: Tag, *, in_head: bool, is_block: bool) -> Emits:
    if tag.kind is Kind.LOOP:
        return Emits.TEXT | Emits.LINK
    if tag.kind is Kind.CODE and _is_quiet(tag.arguments):
        return Emits.TEXT | Emits.LINK if _LOOPS.search(tag.arguments) else Emits.NOTHING
    if tag.kind is Kind.ECHO and _DATE.search(tag.name + tag.arguments[:_ARGUMENTS]):
        return Emits.NOTHING
    if tag.kind in (Kind.INCLUDE, Kind.EXTEND, Kind.CODE, Kind.PART, Kind.NESTED) or in_head:
        return Emits.ANY
    if is_block:  # a directive that hands its data to what is written in it
        return Emits.TEXT | Emits.LINK
    if _RICH.search(tag.name + tag.arguments[:_ARGUMENTS]):
        return Emits.RICH | tag.form.emits
    return tag.form.emits


def _is_quiet(code: str) -> bool:
    """Whether *code* prints nothing: it chooses, repeats or sets what other tags put out."""
    return not _PRINTS.search(code) and all(_QUIET.fullmatch(each) for each in _STATEMENT_ENDS.split(code))
