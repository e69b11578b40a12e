"""The marks a page shows: found in its texts, attributes and scripts, in every form that real sites use.

This runs in the worker, once a page; what it finds travels in the page's facts (``identity.marks``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from govlint.lazy_re import lazy_re
from govlint.lint.hints import Hint
from govlint.page.facts import PageFacts, Run, Zone
from govlint.page.words import holds_any

from . import mark_words as words
from .live_source import LiveSource, end_of_text, split_source, text_in, written_text
from .mark_words import Form, Mark, in_markup, occurrences
from .mute_picture import mute_picture
from .pulls import NO_PULLS, Pulls, find_pulls
from .site_codes import CodeUse, codes_in

if TYPE_CHECKING:
    from lxml.etree import _Element

    from govlint.page.model import Page

FACT = "identity.marks"

# Scripts that hold one of these words write a part of the footer.
_SCRIPT_SAYS = lazy_re(r"标识码|ICP|备案|公网安备|[Cc]onac|jiucuo|找错|纠错|主办|版权|errorInfo|%u[5-9]|\\u[5-9]")
_DOCUMENT = lazy_re(r"<(?:[Hh][Tt][Mm][Ll]|[Bb][Oo][Dd][Yy]|[Ff][Rr][Aa][Mm][Ee][Ss][Ee][Tt])[\s>]")
_ENTITY = lazy_re(r"&#x?[0-9a-fA-F]{4,6};")
_FOOTER_NAME = lazy_re(r"foot|bottom|copyright|dibu", re.IGNORECASE)
_UNKNOWN = (0, 0)
_ANCESTORS = 8
_MANY_ENTITIES = 60
_ENTITIES = Hint(("&#",))
_TAIL = 30_000
_TAIL_TEXT = 2_000


class Sign(NamedTuple):
    """A mark as it is written: *value* its number or ``""``, *span* its offsets in the source (empty: unknown).

    *sure* is False where it may be something else (a picture that looks like the mark by its file's name alone).
    """

    mark: Mark
    value: str
    span: tuple[int, int]
    sure: bool = True


class PageMarks(NamedTuple):
    """The marks of one page.

    *signs* are those a visitor sees or a script brings, one a mark at most; *commented* the marks that stand in
    comments alone; *codes* all places that state a 网站标识码; *pulls* what the page brings in from elsewhere.
    *footer* is whether a footer stands in the page itself, *document* whether the file is a whole document;
    *mute* the name of a footer picture that says nothing and may be a mark; *at* is the element of the footer.
    """

    signs: tuple[Sign, ...] = ()
    commented: frozenset[Mark] = frozenset()
    codes: tuple[CodeUse, ...] = ()
    pulls: Pulls = NO_PULLS
    footer: bool = False
    document: bool = False
    mute: str = ""
    at: int = -1

    def sign(self, mark: Mark) -> Sign | None:
        """Return the sign of *mark*, None where the page has none."""
        return next((sign for sign in self.signs if sign.mark is mark), None)


NO_MARKS = PageMarks()


def marks_of(page: PageFacts) -> PageMarks:
    """Return the marks of *page* as the worker noted them."""
    noted: PageMarks = page.extra.get(FACT, NO_MARKS)
    return noted


def find_marks(page: Page) -> PageMarks:
    """Find the marks of *page*."""
    source, exact = _readable(page.source)
    live = split_source(source)
    written = "\n".join(text for part in live.scripts if (text := _written_of_footer(part.text)) is not None)
    footer = Zone.FOOTER  # asking the enumeration costs more than the comparison
    runs = [run for run in page.facts.runs if run.zone is footer]
    tail = _tail(live, runs, written)
    signs = {sign.mark: sign if exact else sign._replace(span=_UNKNOWN) for sign in _signs(live, written, tail)}
    return PageMarks(
        signs=tuple(signs.values()),
        commented=frozenset(_commented(live, signs)),
        codes=tuple(codes_in(live, written, page.facts, exact=exact)),
        pulls=find_pulls(live),
        footer=holds_any(tail, words.FOOTER),
        document=_DOCUMENT.search(live.markup) is not None,
        mute=mute_picture(live) if Mark.PARTY not in signs or Mark.ENTRY not in signs else "",
        at=_footer_at(page, runs),
    )


@lru_cache(maxsize=256)  # the same scripts stand on many pages of a site
def _written_of_footer(script: str) -> str | None:
    """Return the code of a *script* that writes a part of the footer, None for any other."""
    return written_text(script) if _SCRIPT_SAYS.search(script) else None


def marks_in(html: str) -> frozenset[Mark]:
    """Return the marks that surely stand in *html*, a footer written by a script."""
    live = split_source(html)
    return frozenset(sign.mark for sign in _signs(live, "", text_in(live.markup)) if sign.sure)


def _readable(source: str) -> tuple[str, bool]:
    """Return *source* with its Chinese in characters, and whether offsets in it are those of the source."""
    if not _ENTITIES.within(source) or len(_ENTITY.findall(source)) < _MANY_ENTITIES:
        return source, True
    return _ENTITY.sub(_character, source), False


def _character(found: re.Match[str]) -> str:
    from html import unescape

    return unescape(found[0])


def _tail(live: LiveSource, runs: Iterable[Run], written: str) -> str:
    """Return the text of the footer: the page's end, the *runs* of what the facts call so, and what scripts write."""
    said = " ".join(run.text for run in runs)
    return f"{end_of_text(live.markup[-_TAIL:], _TAIL_TEXT)} {said} {text_in(written)}"


def _signs(live: LiveSource, written: str, tail: str) -> Iterator[Sign]:
    """Yield the signs: of each mark the surest form that is there."""
    all_forms = words.FORMS if written else words.forms_on(live.source)
    for mark, forms in all_forms.items():
        if sign := _first(mark, forms, live, written):
            yield sign
    if sign := _in_footer(Mark.SPONSOR, words.SPONSOR, words.SPONSOR_MAYBE, words.SPONSOR_NAMED, tail):
        yield sign
    sign = _in_footer(Mark.CONTACT, words.CONTACT, words.CONTACT_MAYBE, words.TELEPHONE, tail)
    if sign and (sign.sure or not _first(Mark.CONTACT, all_forms[Mark.CONTACT], live, written)):
        yield sign
    yield from _code_sign(live, written)


def _first(mark: Mark, forms: tuple[Form, ...], live: LiveSource, written: str) -> Sign | None:
    """Return the sign of the first of *forms* that stands in the markup or in what scripts write."""
    for form in forms:
        if found := next(in_markup(form, live), None):
            return Sign(mark, _value(found), found.span(), form.sure)
        if written and (found := next(occurrences(form, written), None)):
            return Sign(mark, _value(found), _UNKNOWN, form.sure)
    return None


def _value(found: re.Match[str]) -> str:
    number = found.groupdict().get("number")
    return intern("".join(text_in(number).split())) if number else ""


def _in_footer(
    mark: Mark, sure: re.Pattern[str], maybe: re.Pattern[str], value: re.Pattern[str], tail: str
) -> Sign | None:
    """Return the sign of a mark that is known only in the footer's text; the last value there is the footer's own."""
    is_sure = sure.search(tail) is not None
    if not is_sure and maybe.search(tail) is None:
        return None
    values = [match["number"] for match in value.finditer(tail)]
    return Sign(mark, intern(values[-1]) if values else "", _UNKNOWN, sure=is_sure)


def _code_sign(live: LiveSource, written: str) -> Iterator[Sign]:
    """Yield the sign of the 网站标识码: its label with a code, else its label alone, which is not sure."""
    label: Sign | None = None
    for places, exact in ((in_markup(words.CODE, live), True), (occurrences(words.CODE, written), False)):
        for found in places:
            span = found.span() if exact else _UNKNOWN
            if found["code"] and any(letter.isdigit() for letter in found["code"]):
                yield Sign(Mark.CODE, intern(found["code"]), span)
                return
            label = Sign(Mark.CODE, "", span, sure=False)
    if label:
        yield label


def _commented(live: LiveSource, signs: dict[Mark, Sign]) -> Iterator[Mark]:
    """Yield the marks that only comments hold."""
    hidden = LiveSource(live.source, "\n".join(part.text for part in live.comments))
    if not hidden.markup:
        return
    for mark, forms in words.forms_on(live.source).items():
        if mark not in signs and (sign := _first(mark, forms, hidden, "")) and sign.sure:
            yield mark
    if Mark.CODE not in signs and any(sign.sure for sign in _code_sign(hidden, "")):
        yield Mark.CODE


def _footer_at(page: Page, runs: Sequence[Run]) -> int:
    """Return the element of the footer: the block around the first of its *runs*, else the last thing on the page."""
    if not runs:
        return page.facts.runs[-1].at if page.facts.runs else -1
    at = runs[0].at
    around = islice(page.elements[at].iterancestors(), _ANCESTORS)
    if named := [ancestor for ancestor in around if _is_footer(ancestor)]:
        while page.elements[at] is not named[-1] and at > 0:
            at -= 1
    return at


def _is_footer(element: _Element) -> bool:
    return element.tag == "footer" or bool(_FOOTER_NAME.search(f"{element.get('id', '')} {element.get('class', '')}"))
