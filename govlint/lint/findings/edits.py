"""The edits of fixes, from the marks that rules give to the exact places and the exact text that will stand there.

An edit whose place is not surely found takes with it all that its fix does on that page: half a fix is none.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from govlint.finding import Edit, Finding, Fix
from govlint.page.lines import Lines
from govlint.page.model import Page

_BLANK = " \t"


def place_edits(findings: Iterable[Finding], page: Page) -> list[Finding]:
    """Return the findings with their edits of *page* placed: span, region, and the page's line ends in the text.

    Edits that cannot be placed go, with the other edits of the page in the same fix; a fix without edits goes too.
    Edits of other pages stay as they are. What stands in an include of a template becomes an edit of that file.
    """
    return [
        finding if finding.fix is None else finding._replace(fix=place_fix(finding.fix, page)) for finding in findings
    ]


def place_fix(fix: Fix, page: Page) -> Fix | None:
    """Return *fix* with its edits of *page* placed, None where none is left; see :func:`place_edits`."""
    here = [edit for edit in fix.edits if edit.path == page.path and edit.span is None]
    if not here:
        return fix
    found = [_place(edit, page) for edit in here]
    placed = {old: new for old, new in zip(here, found, strict=True) if new is not None}
    if len(placed) < len(here):
        placed = {}
    left = set(here) - placed.keys()
    edits = tuple(placed.get(edit, edit) for edit in fix.edits if edit not in left)
    return fix._replace(edits=edits) if edits else None


class _Place(NamedTuple):
    path: str
    text: str
    lines: Lines
    span: tuple[int, int]


def _place(edit: Edit, page: Page) -> Edit | None:
    span = page.exact(edit.mark)
    place = None if span is None else _in_file(span, page)
    if place is None:
        return None
    text = edit.text
    if "\n" in text:
        text = text.replace("\n", _line_end(place.text) + _indentation(place))
    return Edit(place.path, edit.mark, text, place.span, place.lines.region(*place.span))


def _in_file(span: tuple[int, int], page: Page) -> _Place | None:
    """Return where *span* of the source of *page* is in its file, None where it is not there letter for letter."""
    start, end = span
    if page.template is None:
        return _Place(page.path, page.source, page.lines, span)
    if page.source[start:end] != page.template.text[start:end]:
        return None
    composed = page.template.composed
    if composed is None:
        return _Place(page.path, page.template.text, page.lines, span)
    path, first, last, _ = composed.origin(start, end)
    text = composed.files[path]
    if text[first:last] != page.source[start:end]:
        return None
    return _Place(path, text, Lines(text), (first, last))


def _line_end(text: str) -> str:
    """Return what ends the first line of *text*."""
    at = next((at for at, character in enumerate(text) if character in "\r\n"), -1)
    if at < 0:
        return "\n"
    return "\r\n" if text[at : at + 2] == "\r\n" else text[at]


def _indentation(place: _Place) -> str:
    line, _ = place.lines.at(place.span[0])
    start = place.lines.span(line)[0]
    before = place.text[start : place.span[0]]
    return before[: len(before) - len(before.lstrip(_BLANK))]
