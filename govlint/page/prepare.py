"""Template text → masked text with its slots: the places where publishing puts something that no file shows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govlint.lazy_re import lazy_re
from govlint.page.bindings import unbound
from govlint.page.compose import Composed
from govlint.page.emission import Emission
from govlint.page.layouts import Layout
from govlint.page.lexing import Tag, lexer_of
from govlint.page.masking import Place, mask_with_places
from govlint.page.pairing import pair
from govlint.page.slots import Prepared, Slot
from govlint.page.template import Dialect, Kind

_HEAD_END = lazy_re(r"</head\b|<body\b", re.IGNORECASE)
_LEAVES_NOTHING = frozenset((Kind.CLOSE, Kind.MIDDLE, Kind.COMMENT, Kind.QUIET, Kind.BLOCK, Kind.MACRO, Kind.IMPORT))


def prepare(text: str, dialects: Sequence[Dialect], composed: Composed | None = None) -> Prepared:
    """Return the template *text* of the *dialects*, masked; *composed* is what it is made of, if of several files."""
    tags = tuple(lexer_of(tuple(dialects)).tags(text))
    markup, places = mask_with_places(text, [(tag.start, tag.end) for tag in tags if not tag.form.visible])
    markup = unbound(markup, dialects)
    where = iter(places)
    head = _HEAD_END.search(markup)
    head_end = head.start() if head else 0
    pairing, layout = pair(text, tags), Layout(text, tags)
    emission = Emission(markup)
    slots = []
    for number, tag in enumerate(tags):
        place = Place.TEXT if tag.form.visible else next(where)
        if tag.kind not in _LEAVES_NOTHING:
            closer = pairing.closers.get(number)
            end = tags[closer].end if closer is not None else _end(layout, tag)
            in_head = tag.start < head_end
            emits = emission.of(tag, place, in_head=in_head, is_block=closer is not None)
            further = tuple(pairing.branches.get(number, ()))
            slots.append(Slot(tag.kind, tag.name, (tag.start, end), place, emits, in_head, further))
    names = tuple(dialect.name for dialect in dialects)
    return Prepared(text, markup, names, tags, tuple(slots), pairing.faults, composed)


def _end(layout: Layout, tag: Tag) -> int:
    """Return where *tag* ends: a loop or a condition that is an attribute holds its element."""
    if tag.form.visible and tag.kind in (Kind.LOOP, Kind.CONDITION) and layout.is_attribute(tag):
        element = layout.element(tag.start)
        return element.span[1] if element else tag.end
    return tag.end
