"""The columns of a site in a given state, each page once."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.page.facts import Role
from govlint.site.model import Column, ColumnState
from govlint.site.site import Site

CLAUSES_ON_BLANK_COLUMNS = (
    "national-2015:veto-columns",
    "national-2019:veto-columns",
    "national-2019:other-columns",
    "guideline-2017:columns",
)
"""The rows of the official tables that speak of blank columns, by standard and row."""


def columns_in(site: Site, state: ColumnState) -> Iterator[Column]:
    """Yield the columns in *state* whose page is a stored page of its own: no redirect stub, no error page."""
    seen: set[str] = set()
    for column in site.columns:
        page = site.pages.get(column.path)
        if column.state is state and page is not None and page.role is Role.PAGE and column.path not in seen:
            seen.add(column.path)
            yield column
