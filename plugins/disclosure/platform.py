"""The pages of a site's disclosure platform: its disclosure columns, and the articles that they list."""

from __future__ import annotations

from collections.abc import Iterable

from govlint.page.facts import PageFacts
from govlint.page.table import bodies
from govlint.site.model import Column, ColumnState, TargetKind
from govlint.site.site import Site

FAMILY = (
    "disclosure",
    "disclosure-guide",
    "disclosure-rules",
    "disclosure-catalogue",
    "disclosure-report",
    "disclosure-request",
)
"""The concepts of the columns that make up the platform."""

_READABLE = (ColumnState.FILLED, ColumnState.SCRIPTED)


def readable_columns(site: Site, *concepts: str) -> list[Column]:
    """Return the columns of *concepts* whose page is in the files and shows something."""
    found = (column for concept in concepts for column in site.columns_of(concept))
    unique = {column.path: column for column in found if column.path in site.pages and column.state in _READABLE}
    return list(unique.values())


def pages_of(site: Site, columns: Iterable[Column]) -> dict[str, PageFacts]:
    """Return the pages of *columns* and those that their rows lead to, by path."""
    pages: dict[str, PageFacts] = {}
    for column in columns:
        for path in (column.path, *column.pages):
            pages[path] = site.pages[path]
        for path, item in column.items:
            if item.link >= 0:
                target = site.target(path, bodies(site.pages[path].links)[item.link])
                if target.kind is TargetKind.PAGE:
                    pages[target.path] = site.pages[target.path]
    return pages


def pages_below(site: Site, column: Column) -> dict[str, PageFacts]:
    """Return the pages in the folder of *column* where it has one of its own (``xxgk/ml/index.html``), by path."""
    folder, _, name = column.path.rpartition("/")
    if not folder or not name.startswith(("index.", "default.")):
        return {}
    return {path: page for path, page in site.pages.items() if path.startswith(f"{folder}/")}
