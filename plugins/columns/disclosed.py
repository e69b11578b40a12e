"""What the disclosure columns (信息公开) of a site list."""

from __future__ import annotations

from typing import NamedTuple

from govlint.site.model import Column, ColumnState
from govlint.site.site import Site
from govlint.standard.names import fold

_CATALOGUE = "disclosure-catalogue"
_FEWEST = 2


class Disclosed(NamedTuple):
    """The *columns* of disclosure by path, the folded *titles* of all they list, and whether these are all there is."""

    columns: frozenset[str]
    titles: frozenset[str]
    is_whole: bool


def disclosed_documents(site: Site) -> Disclosed | None:
    """Return what the disclosure columns of *site* list, None where no catalogue with a list can be seen."""
    catalogues = [
        column for column in site.columns_of(_CATALOGUE) if column.state is ColumnState.FILLED and column.path
    ]
    if not any(len(column.items) >= _FEWEST for column in catalogues):
        return None
    columns = [column for column in site.columns if column.path and _belongs(site, column, catalogues)]
    titles = {fold(item.title) for column in columns for _, item in column.items}
    is_whole = not site.facts.partial and all(_is_whole(site, column) for column in columns)
    return Disclosed(frozenset(column.path for column in columns), frozenset(titles), is_whole)


def _belongs(site: Site, column: Column, catalogues: list[Column]) -> bool:
    if any(site.vocabulary.lineage(concept)[-1:] == ("disclosure",) for concept in column.concepts):
        return True
    folders = {one.path.rpartition("/")[0] for one in catalogues} - {""}
    return any(column.path.startswith(f"{folder}/") or column.parent == one.path
               for folder in folders for one in catalogues)  # fmt: skip


def _is_whole(site: Site, column: Column) -> bool:
    """Whether all pages of the list of *column* are stored and none of them is filled by a script."""
    paging = site.pages[column.path].paging
    told = paging.pages if paging is not None else None
    return column.state is not ColumnState.SCRIPTED and (told is None or told <= len(column.pages) + 1)
