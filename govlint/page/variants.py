"""The variants of a template: what is left of it when conditions turn out one way or the other.

Not every combination is tried: in the first variant every condition takes its first branch, in the next the second,
and so on to the one without; so every branch is seen once, and no two branches that exclude each other are together.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.masking import Place
from govlint.page.slots import Prepared, Slot
from govlint.page.template import Emits, Kind

MOST = 4
"""Variants of one template; what further branches hold is looked at in the whole of it alone."""

_ELSE = frozenset(("no", "else", "otherwise", "default", "failuretemplate"))
_CHARACTER = lazy_re(r"[^\r\n]")

_Span = tuple[int, int]


class _Choice(NamedTuple):
    """The branches of a condition, in order, and whether one of them is always taken."""

    branches: tuple[_Span, ...]
    is_complete: bool


def variants(template: Prepared) -> tuple[Prepared, ...]:
    """Return the variants of *template*: what each leaves out is blank, and a slot of its own that may bring it.

    None where nothing that is seen hangs on a condition.
    """
    choices = [choice for choice in _choices(template) if _shows(template.markup, choice.branches)]
    count = min(MOST, max((len(each.branches) + (not each.is_complete) for each in choices), default=0))
    return tuple(_variant(template, choices, number) for number in range(count))


def _variant(template: Prepared, choices: Sequence[_Choice], number: int) -> Prepared:
    out: list[_Span] = []
    for choice in choices:
        last = len(choice.branches) - 1
        kept = min(number, last) if choice.is_complete or number <= last else -1
        out += (span for at, span in enumerate(choice.branches) if at != kept)
    out = _outermost(out)
    pieces: list[str] = []
    done = 0
    for start, end in out:
        pieces += (template.markup[done:start], _CHARACTER.sub(" ", template.markup[start:end]))
        done = end
    markup = "".join((*pieces, template.markup[done:]))
    head = max((slot.span[0] for slot in template.slots if slot.in_head), default=-1)
    starts = [start for start, _ in out]
    slots = [slot for slot in template.slots if not _is_in(out, starts, slot.span[0])]
    slots += (Slot(Kind.CONDITION, "", span, Place.TEXT, Emits.ANY, span[0] <= head) for span in out)
    return template._replace(markup=markup, slots=tuple(sorted(slots, key=lambda slot: slot.span)))


def _is_in(spans: Sequence[_Span], starts: Sequence[int], at: int) -> bool:
    number = bisect_right(starts, at) - 1
    return number >= 0 and at < spans[number][1]


def _choices(template: Prepared) -> list[_Choice]:
    """Return the conditions that stand between elements; those within a tag choose attributes and change no element."""
    conditions = [slot for slot in template.slots if slot.kind is Kind.CONDITION and slot.place is Place.TEXT]
    inside = _children(conditions)
    found: list[_Choice] = []
    taken: set[_Span] = set()
    attributes = {tag.start for tag in template.tags if tag.form.visible}
    for slot in conditions:
        if slot.span in taken:
            continue
        start, end = slot.span
        if start in attributes and not template.text.startswith("<!--", start):  # the whole element hangs on it
            found.append(_Choice(((template.text.rfind("<", 0, start), end),), is_complete=False))
            continue
        if slot.branches:
            edges = [start, *(branch.start for branch in slot.branches), end]
            parts = [span for span in pairwise(edges) if template.markup[slice(*span)].strip()]
            found.append(_Choice(tuple(parts), slot.branches[-1].is_else))
            continue
        children = inside.get(slot.span, [])
        if len(children) > 1 and not _around(template.markup, slot.span, children).strip():
            taken.update(child.span for child in children)
            found.append(_Choice(tuple(child.span for child in children), any(each.name in _ELSE for each in children)))
        else:
            found.append(_Choice((slot.span,), is_complete=False))
    return found


def _children(conditions: Sequence[Slot]) -> dict[_Span, list[Slot]]:
    """Return the conditions that stand right inside each condition."""
    found: dict[_Span, list[Slot]] = {}
    around: list[Slot] = []
    for slot in conditions:
        while around and around[-1].span[1] <= slot.span[0]:
            around.pop()
        if around:
            found.setdefault(around[-1].span, []).append(slot)
        around.append(slot)
    return found


def _around(markup: str, span: _Span, children: Sequence[Slot]) -> str:
    """Return what stands at *span* outside of *children*."""
    pieces = []
    done = span[0]
    for child in children:
        pieces.append(markup[done : child.span[0]])
        done = child.span[1]
    return "".join((*pieces, markup[done : span[1]]))


def _shows(markup: str, branches: Sequence[_Span]) -> bool:
    return any(markup[start:end].strip() for start, end in branches)


def _outermost(spans: list[_Span]) -> list[_Span]:
    """Return *spans* in order, without those that lie in another; those that cross are cut apart."""
    found: list[_Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        start = max(start, found[-1][1]) if found else start
        if start < end:
            found.append((start, end))
    return found
