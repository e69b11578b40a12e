"""The 网站标识码 wherever a page states it: in text, META, the error report script and links to it.

A code is ten digits (six of an area, four running) or ``bm`` and eight digits for departments of the State Council.
That form is observed on 15 sites and more, not taken from a document; area parts are not checked against any list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from sys import intern
from typing import NamedTuple
from unicodedata import normalize

from govlint.finding import WHOLE_PAGE, Mark, Text
from govlint.lazy_re import lazy_re
from govlint.page.facts import PageFacts
from govlint.page.words import holds_any

from .live_source import LiveSource
from .mark_words import CODE, Form, in_markup, occurrences

_CODE = lazy_re(r"\d{10}|bm\d{8}", re.IGNORECASE)
# Not a code but a word in its place: GOV6018 speaks of those.
_NO_CODE = lazy_re(r"\D*|0+|1234567890|x+", re.IGNORECASE)
_ENTRY_FORMS = (
    Form("sitecode", lazy_re(r"""sitecode\s{0,3}=\s{0,3}["']?([^"'\s<>]{0,40})"""), before=0, behind=60),
    Form("site_code=", lazy_re(r"site_code=([A-Za-z\d]{1,40})"), before=0, behind=60),
    Form("Link(", lazy_re(r"""(?<![\w.])Link\((?:&#0?39;|&quot;|["'])([A-Za-z\d]{1,40})"""), before=1, behind=60),
)

# Words of a footer: articles speak of codes too.
_NEAR = ("ICP", "网安备", "版权所有", "主办", "联系", "foot", "技术支持", "Copyright", "copyright")
_SPONSOR = lazy_re(r"主\s办")
_AROUND = 1_500

SHOWN, META, ENTRY = "shown", "meta", "entry"
WHERE: dict[str, Text] = {
    SHOWN: Text("页脚", "the footer"),
    META: Text("META 标签“SiteIDCode”", "META SiteIDCode"),
    ENTRY: Text("“找错”入口", "the error report entry"),
}
"""What the places of a code are called in messages."""


class CodeUse(NamedTuple):
    """A place that states a code: *code* in lower case, *where* (one of WHERE), its *span*, else its element *at*."""

    code: str
    where: str
    span: tuple[int, int] = (0, 0)
    at: int = -1


def is_code(text: str) -> bool:
    """Whether *text* has the form of a 网站标识码."""
    return _CODE.fullmatch(text) is not None


def is_placeholder(text: str) -> bool:
    """Whether *text* is a word or filler in place of a code."""
    return _NO_CODE.fullmatch(text) is not None


def codes_in(live: LiveSource, written: str, page: PageFacts, *, exact: bool) -> Iterator[CodeUse]:
    """Yield every place that states a code; *exact* is whether offsets in *live* are those of the source."""
    for meta in page.metas:
        if meta.name.lower() == "siteidcode" and meta.content.strip():
            yield CodeUse(_plain(meta.content), META, at=meta.at)
    for text, places, has_offsets in (
        (live.markup, partial(in_markup, live=live), exact),
        (written, partial(occurrences, text=written), False),
    ):
        for found in places(CODE):
            around = text[max(found.start() - _AROUND, 0) : found.end() + _AROUND]
            if found["code"] and found["site"] and _is_footer(around):
                yield CodeUse(_plain(found["code"]), SHOWN, found.span("code") if has_offsets else (0, 0))
        for form in _ENTRY_FORMS:
            for found in places(form):
                if found[1]:
                    yield CodeUse(_plain(found[1]), ENTRY, found.span(1) if has_offsets else (0, 0))


def _is_footer(markup: str) -> bool:
    return holds_any(markup, _NEAR) or _SPONSOR.search(markup) is not None


def _plain(text: str) -> str:
    return intern(normalize("NFKC", text).strip().lower())


def place_of(use: CodeUse) -> Mark:
    """Return the place of *use*: its offsets where they are known, else its tag, else the page."""
    if use.span[1]:
        return Mark(span=use.span)
    return Mark(use.at, "@content") if use.at >= 0 else WHOLE_PAGE
