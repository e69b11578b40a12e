"""Everything on a site that may be the title of a document: pages, links, attachments, file names."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from govlint.lazy_re import lazy_re
from govlint.page.facts import PageFacts
from govlint.site.model import ColumnState
from govlint.site.site import Site

from .documents import names_of

_NAMING_TAGS = frozenset(("a", "area", "option", "img", "embed", "iframe"))
_LONGEST = 120
# 公开招聘, 双随机一公开, 党务公开 and the like are no disclosure of government information.
_OTHER = lazy_re(
    r"公开(?:招|选|遴|曝|征|拍|竞|出让|发行|审|课|信(?!息)|悬|通报|承诺|询|比|摇|电话|听证|透明|公平|公正|办)"
    r"|(?:党务|村务|厂务|财务|账务|预决算|预算|决算|随机[、,，]?一|经费)公开"
)


def titles_on(site: Site) -> frozenset[str]:
    """Return the titles that *site* shows anywhere, without white space and without words such as 公开招聘.

    The name of a column is the title of a document only where the column is one article that is there.
    """
    found: set[str] = set()
    for page in site.pages.values():
        found.update(_titles_of(page))
    found.update(unquote(path.rpartition("/")[2]) for path in site.facts.files)
    titles = {folded for title in found if (folded := "".join(title.split())) and len(folded) <= _LONGEST}
    return frozenset(_OTHER.sub("", title) for title in titles - _mere_columns(site))


def request_texts(site: Site) -> frozenset[str]:
    """Return the texts on the pages of the 依申请公开 columns, each behind the name of its column: there 申请表 alone
    is the title of the disclosure request form."""
    texts: set[str] = set()
    for column in site.columns_of("disclosure-request"):
        for path in (column.path, *column.pages):
            page = site.pages.get(path)
            if page is not None:
                texts.update(f"依申请公开{''.join(run.text.split())}" for run in page.runs if run.text)
    return frozenset(texts)


def _titles_of(page: PageFacts) -> Iterator[str]:
    yield from (name for name, _ in names_of(page))
    for link in page.links:
        if link.tag in _NAMING_TAGS:
            yield link.text
            yield link.title
    yield from (item.title for item in page.items)


def _mere_columns(site: Site) -> set[str]:
    """Return the names of columns, and the titles of their pages, that are no document themselves: lists, and those
    with nothing to read."""
    names: set[str] = set()
    articles: set[str] = set()
    for column in site.columns:
        folded = {"".join(name.split()) for name in (column.name, *column.names)}
        is_article = column.state is ColumnState.FILLED and column.path and not column.items
        (articles if is_article else names).update(folded)
        if not is_article and column.path in site.pages:
            names.update(name for name, _ in names_of(site.pages[column.path]))
    return names - articles
