"""Which kinds of column a site shows anywhere: as a column, a link, a picture, a heading or a line of a script menu."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from weakref import WeakKeyDictionary

from govlint.lazy_re import lazy_re
from govlint.page.facts import PageFacts, Zone
from govlint.page.table import bodies, identities
from govlint.site.site import Site
from govlint.standard.names import fold, forms

_WRITTEN_TEXT = lazy_re(r">\s*+([^<>\s][^<>]{0,38}?)\s*+<")
_LONGEST_NAME = 30
# What names a place to go to; the addresses of <link>, <script> and frames do not.
_NAMING_TAGS = frozenset(("a", "area", "option", "img", "input", "button"))


class Presence(NamedTuple):
    """What a site shows: *concepts* are ids of the vocabulary, *texts* all that may be the name of a column."""

    concepts: frozenset[str]
    texts: frozenset[str]

    def shows(self, concept: str, names: Iterable[str] = ()) -> bool:
        """Whether a column of *concept*, or one by any of the further *names*, can be seen."""
        wanted = frozenset(map(fold, names))
        return concept in self.concepts or (bool(wanted) and any(_is_called(text, wanted) for text in self.texts))


_found: WeakKeyDictionary[Site, Presence] = WeakKeyDictionary()


def presence_on(site: Site) -> Presence:
    """Look through all of *site* and say what it shows; it is done once and kept as long as the site is.

    The title of a document (a dated row, the heading of an article) counts only where it is the very name of a
    column, so that news about 权责清单 are no 权责清单. Plain text counts on the same terms, and on the home page and
    the pages of columns alone.
    """
    found = _found.get(site)
    if found is None:
        found = _found[site] = _look_through(site)
    return found


def _look_through(site: Site) -> Presence:
    vocabulary = site.vocabulary
    concepts = {concept for column in site.columns for concept in column.concepts}
    column_pages = {column.path for column in site.columns} | {site.home.path}
    labels = {name for column in site.columns for name in (column.name, *column.names)}
    labels.update(_labels(site))
    titles = set(_written(site))
    for path, page in site.pages.items():
        labels.update(crumb.text for crumb in page.crumbs if crumb.link >= 0)
        labels.add(page.meta("ColumnName") or "")
        titles.update(item.title for item in page.items if item.day is not None)
        (labels if path in column_pages else titles).update(heading.text for heading in page.headings)
        if path in column_pages:
            titles |= _lines(page)
    for label in _short(labels):
        concepts.update(vocabulary.match(label))
    names_of = {id: frozenset(map(fold, concept.names)) for id, concept in vocabulary.concepts.items()}
    for title in _short(titles):
        concepts.update(id for id in vocabulary.match(title) - concepts if _is_called(title, names_of[id]))
    return Presence(frozenset(concepts), frozenset(_short(labels | titles)))


def _is_called(text: str, names: frozenset[str]) -> bool:
    """Whether *text* is one of *names* (folded), maybe with an organ in front or 专栏 … behind."""
    return not names.isdisjoint(forms(fold(text)))


def _labels(site: Site) -> Iterator[str]:
    """Yield the texts and titles of links and pictures that are not dated rows of lists wherever they stand."""
    undated: set[int] = set()
    for page in site.pages.values():
        dated = {item.link for item in page.items if item.day is not None}
        keys = identities(page.links)
        undated.update((key for number, key in enumerate(keys) if number not in dated) if dated else keys)
    for key, link in site.facts.links.items():
        if key in undated and link.tag in _NAMING_TAGS:
            yield from (link.text, link.title)


def _lines(page: PageFacts) -> set[str]:
    """Return the lines of plain text outside the footer, whose words 联系电话 … are no columns."""
    return {run.text for run in bodies(page.runs) if run.kind == "text" and run.zone is not Zone.FOOTER}


def _written(site: Site) -> Iterator[str]:
    """Yield the texts that scripts write into pages: menus are often made so."""
    scripts = [*site.facts.scripts.values(), *(page.script for page in site.pages.values())]
    for fragment in {fragment for script in scripts for fragment in script.writes}:
        yield from (found[1] for found in _WRITTEN_TEXT.finditer(fragment))


def _short(texts: Iterable[str]) -> Iterator[str]:
    return (text for text in texts if 0 < len(text) <= _LONGEST_NAME)
