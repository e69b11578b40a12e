"""Columns that a template names and a channel dictionary knows → links: publishing will put them there.

Without the dictionary ``channelId=22`` is a number; with it, it is a column that the site has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govlint.page.columns_named import column_references
from govlint.page.draft import Draft
from govlint.page.facts import Link, Outlet, Zone
from govlint.page.masking import INERT
from govlint.page.outlets import elements_at
from govlint.page.slots import Prepared
from govlint.page.template import Emits, Kind

_MENUS = (Zone.NAV, Zone.HEADER)


def column_links(template: Prepared, draft: Draft, outlets: Sequence[Outlet]) -> Iterator[Link]:
    """Yield a link for each known column that a tag names, and for the columns of the menu where a loop makes one.

    Where the links lead is publishing's affair: their addresses are inert.
    """
    if template.columns is None:
        return
    known = dict(template.columns.names)
    references = [each for each in column_references(template.text, template.tags) if each.column in known]
    where = elements_at(template.markup, draft, [reference.span[0] for reference in references])
    for reference, at in zip(references, where, strict=True):
        yield _link(known[reference.column], at, draft)
    loop = next((each for each in outlets if each.kind is Kind.LOOP and _makes_menu(each)), None)
    for name in template.columns.menu if loop is not None else ():
        yield _link(name, loop.at if loop else -1, draft)


def _makes_menu(outlet: Outlet) -> bool:
    return outlet.zone in _MENUS and bool(outlet.emits & Emits.LINK)


def _link(name: str, at: int, draft: Draft) -> Link:
    while at >= 0 and draft.tags[at] == "a":  # a link has its own text
        at = draft.parents[at]
    zone = draft.zones[at] if at >= 0 else Zone.OTHER
    return Link("a", "href", INERT, name, max(at, 0), zone)
