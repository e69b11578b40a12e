"""Which pages are the home page, a column's list or an article: tags are asked of each by its kind.

Where the signs disagree or are silent a page is OTHER, and only the site's tags are asked of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from govlint.finding import Text
from govlint.lazy_re import lazy_re
from govlint.page.facts import PageFacts
from govlint.site.model import ColumnState
from govlint.site.site import Site

from .footers import footers_of


class PageKind(StrEnum):
    """The kind of a page, in the words of the inspection table's sampling."""

    HOME = "home"
    COLUMN = "column"
    ARTICLE = "article"
    OTHER = "other"


KIND_NAMES: dict[PageKind, Text] = {
    PageKind.HOME: Text("首页", "home page"),
    PageKind.COLUMN: Text("栏目页", "column page"),
    PageKind.ARTICLE: Text("内容页", "content page"),
    PageKind.OTHER: Text("页面", "page"),
}
"""What the kinds are called in messages."""

# What systems call the templates of articles and of columns; a template shows neither items nor dates.
_TEMPLATES = {
    PageKind.ARTICLE: lazy_re(
        r"^(?:content|detail|article|show|displayinfo|news_?show)|内容模板|细览|正文页", re.IGNORECASE
    ),
    PageKind.COLUMN: lazy_re(r"^(?:list|channel|category|column|listcolumn)|栏目模板|概览|列表页", re.IGNORECASE),
}


@lru_cache(maxsize=1)
def page_kinds(site: Site) -> Mapping[str, PageKind]:
    """Return the kind of every whole page of *site* whose head is all to be seen, by path."""
    footers = footers_of(site)
    lists = _list_pages(site)
    home = {site.home.path, site.follow(site.home.path)[0]} if site.home.path else set()
    return {
        path: PageKind.HOME if path in home else _kind(site.pages[path], lists.get(path))
        for path in footers.pages
        if not footers.is_open(path)
    }


def _list_pages(site: Site) -> dict[str, bool]:
    """Return the pages of columns, and whether each surely is a list (a page may be a column's only article)."""
    pages: dict[str, bool] = {}
    for column in site.columns:
        is_list = bool(column.items) or column.state in (ColumnState.BLANK, ColumnState.PLACEHOLDER)
        for path in (column.path, *column.pages):
            pages[path] = pages.get(path, False) or is_list
    return pages


def _kind(page: PageFacts, is_list: bool | None) -> PageKind:
    if page.outlets:
        stem = page.path.rpartition("/")[2].partition(".")[0]
        return next((kind for kind, named in _TEMPLATES.items() if named.search(stem)), PageKind.OTHER)
    if (page.meta("ArticleTitle") or "").strip():
        return PageKind.ARTICLE
    if is_list is None:
        return PageKind.ARTICLE if page.published is not None else PageKind.OTHER
    named = bool((page.meta("ColumnName") or "").strip())
    return PageKind.COLUMN if named or (is_list and page.published is None) else PageKind.OTHER
