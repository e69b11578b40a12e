"""The META tags of government sites: three sets, their names, and values that are no values.

Names are verified on many real pages (国办发〔2017〕47号, annex on page design); which of them are compulsory is not
checked against the text, so a single missing tag is only worth a note. Names are compared without case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from govlint.finding import WHOLE_PAGE, Mark, Text
from govlint.lazy_re import lazy_re
from govlint.page.facts import Meta, PageFacts
from govlint.site.site import Site

from .footers import footers_of

SINCE = date(2017, 6, 8)
"""The day 国办发〔2017〕47号 was published: before it nothing asked for these tags."""


class TagSet(NamedTuple):
    """A set of tags: its *name* and the names of its *tags*."""

    name: Text
    tags: tuple[str, ...]


SITE_TAGS = TagSet(Text("站点标签", "site tags"), ("SiteName", "SiteDomain", "SiteIDCode"))
COLUMN_TAGS = TagSet(
    Text("栏目标签", "column tags"), ("ColumnName", "ColumnType", "ColumnDescription", "ColumnKeywords")
)
CONTENT_TAGS = TagSet(Text("内容标签", "content tags"), ("ArticleTitle", "PubDate", "ContentSource"))

_ALL = {
    name.lower(): name for name in (*SITE_TAGS.tags, *COLUMN_TAGS.tags, *CONTENT_TAGS.tags, "Url", "Author", "Image")
}
_PLACEHOLDER = lazy_re(
    r"#++|\?++|-++|x{2,}|null|none|undefined|nan|todo|test|测试\d*+"
    r"|(?:政府|本|你的|您的|请输入|填写|此处)?+(?:网站|站点)(?:名称?|域名|标识码|标题|地址)|域名|标识码|网址"
    r"|(?:本|此|该)?+栏目(?:名称?|描述|说明|关键[词字]|类型|类别|简介)|(?:文章|内容|信息|稿件)(?:标题|来源|名称)|标题\d*+|发布(?:时间|日期)"
    r"|[年Yy]{4}-[月Mm]{2}-[日Dd]{2}.*+|\$?\{[^{}]{0,60}\}|\[[#$@][^\[\]]{0,60}\]|<[#%$][^<>]{0,60}>",
    re.IGNORECASE,
)
_SHORT = 200  # characters of a value that is worth keeping


def tag_name(meta: Meta) -> str:
    """Return the official spelling of the tag *meta*, ``""`` where it is none of these tags."""
    return _ALL.get(meta.name.strip().lower(), "")


def is_placeholder(value: str) -> bool:
    """Whether *value* is filler: a word for the thing itself, ``####``, ``null``, or a template's tag."""
    value = value.strip()
    return _is_filler(value) if len(value) <= _SHORT else _PLACEHOLDER.fullmatch(value) is not None


@lru_cache(maxsize=1024)  # most tags say the same on many pages
def _is_filler(value: str) -> bool:
    return _PLACEHOLDER.fullmatch(value) is not None


def values(site: Site, path: str, name: str) -> Iterator[str]:
    """Yield the values of the tag *name* on the page *path* and on what it includes; a missing tag yields none."""
    for found in (path, *footers_of(site).within(path)):
        for meta in site.pages[found].metas:
            if tag_name(meta) == name:
                yield meta.content.strip()


def has_any(site: Site, path: str, tags: TagSet) -> bool:
    """Whether the page *path* has one of *tags*, be it empty."""
    return any(True for name in tags.tags for _ in values(site, path, name))


def head_of(page: PageFacts) -> Mark:
    """Return the place where tags belong: the page's title, else its first META, else the page."""
    if page.titles:
        return Mark(page.titles[0].at)
    return Mark(page.metas[0].at) if page.metas else WHOLE_PAGE


def tag_place(page: PageFacts, name: str) -> Mark:
    """Return the place of the tag *name*, else of the head."""
    return next((Mark(meta.at) for meta in page.metas if tag_name(meta) == name), head_of(page))
