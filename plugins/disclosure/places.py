"""Where findings about disclosure stand, and whether the files let anything be called missing."""

from __future__ import annotations

from govlint.finding import Mark, Text
from govlint.page.facts import Zone
from govlint.site.model import Column, ColumnState
from govlint.site.site import Site

from ..columns.readable import why_unreadable

_CLOSED = frozenset(
    (ColumnState.SCRIPTED, ColumnState.EXTERNAL, ColumnState.MISSING, ColumnState.UNLINKED, ColumnState.ERROR)
)


def disclosure_place(site: Site) -> tuple[str, Mark]:
    """Return where what is missing belongs: the heading of the 信息公开 column, else the menu of the home page."""
    column = next((column for column in site.columns_of("disclosure") if _is_here(site, column)), None)
    if column is not None:
        return column.path, heading_of(site, column)
    home = site.pages.get(site.home.path)
    links = home.links if home else ()
    menu = next((Mark(link.at) for link in links if link.zone is Zone.NAV and link.tag == "a"), Mark())
    return site.home.path, menu


def heading_of(site: Site, column: Column) -> Mark:
    """Return the heading of the column's page, else its last crumb, else the page as a whole."""
    page = site.pages[column.path]
    names = {"".join(name.split()) for name in (column.name, *column.names)}
    headings = (Mark(heading.at) for heading in page.headings if "".join(heading.text.split()) in names)
    crumbs = (Mark(crumb.at) for crumb in reversed(page.crumbs) if "".join(crumb.text.split()) in names)
    return next(headings, None) or next(crumbs, None) or Mark()


def why_untold(site: Site, concepts: tuple[str, ...]) -> Text | None:
    """Say why *site* may hold a document that its files do not show; None where they show all of *concepts*."""
    unreadable = why_unreadable(site)
    if unreadable is not None:
        return unreadable
    columns = (column for concept in concepts for column in site.columns_of(concept))
    closed = next((column.name for column in columns if column.state in _CLOSED), "")
    if not closed:
        return None
    return Text(
        f"栏目“{closed}”的内容不在文件里（外部平台、脚本生成或未导出），请打开该栏目核对。",
        f"The content of the column “{closed}” is not in the files (another host, script, not exported); look there.",
    )


def why_scripted(site: Site, path: str) -> Text | None:
    """Say that a script fills the page *path*, so that its files do not show its content; None where none does."""
    page = site.pages[path]
    if not page.script.loaders:
        return None
    return Text(
        "本页内容由脚本读取，文件里看不到；请用浏览器打开核对。",
        "A script loads the content of this page and files do not show it; look at it in a browser.",
    )


def _is_here(site: Site, column: Column) -> bool:
    return column.path in site.pages
