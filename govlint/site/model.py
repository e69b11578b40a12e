"""A Site: all pages of a target seen together, as site rules see them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, overload

from govlint.page.facts import Item, Link, PageFacts, ScriptFacts, StyleUrl
from govlint.page.hiding import HidingRule
from govlint.page.table import distinct


class TargetKind(StrEnum):
    """Where a link leads, as far as files can tell."""

    PAGE = "page"  # a page of the export
    FILE = "file"  # another file of the export
    MISSING = "missing"  # inside the site, and not in the export
    DYNAMIC = "dynamic"  # inside the site, answered by a program (a .php, .jsp, .do … or a /e/search/ path)
    EXTERNAL = "external"  # another host
    FRAGMENT = "fragment"  # a place in the same page
    EMPTY = "empty"  # href="" or no href
    SCRIPT = "script"  # javascript:
    OTHER = "other"  # mailto:, tel:, data: …


class Target(NamedTuple):
    """Where a link leads: *path* in the target for PAGE, FILE and MISSING, else ``""``; *host* in lower case."""

    kind: TargetKind
    path: str = ""
    host: str = ""


class LinkRef(NamedTuple):
    """A link seen from the site: the page it stands on, and its index in that page's links."""

    page: str
    link: int


class ColumnState(StrEnum):
    """What a column's page shows."""

    FILLED = "filled"  # a list with items, or an article, or sub-columns with links
    BLANK = "blank"  # a list page without any item
    PLACEHOLDER = "placeholder"  # only a notice: 建设中, 敬请期待
    SCRIPTED = "scripted"  # its list is filled by script: files cannot tell
    EXTERNAL = "external"  # leads to another host, or to a program
    MISSING = "missing"  # its page is not in the export
    UNLINKED = "unlinked"  # named, with no address behind the name
    ERROR = "error"  # an error page is stored in its place


class LinkRefs(Sequence[LinkRef]):
    """References to links in order, in twelve bytes each: the columns of a menu are linked from every page."""

    __slots__ = ("_numbers", "_pages")

    def __init__(self) -> None:
        self._pages: list[str] = []
        self._numbers = array("i")

    def add(self, page: str, link: int) -> None:
        """Add the *link* of *page*."""
        self._pages.append(page)
        self._numbers.append(link)

    def on(self, page: str) -> list[int]:
        """Return the indices of the links of *page*."""
        return [link for path, link in zip(self._pages, self._numbers, strict=True) if path == page]

    def __len__(self) -> int:
        return len(self._pages)

    def __iter__(self) -> Iterator[LinkRef]:
        return map(LinkRef, self._pages, self._numbers)

    @overload
    def __getitem__(self, index: int) -> LinkRef: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[LinkRef]: ...

    def __getitem__(self, index: int | slice) -> LinkRef | Sequence[LinkRef]:
        if isinstance(index, slice):
            return tuple(map(LinkRef, self._pages[index], self._numbers[index]))
        return LinkRef(self._pages[index], self._numbers[index])


@dataclass(slots=True)
class Column:
    """A column (栏目) of the site.

    *path* is the page that shows it after following redirects, ``""`` where there is none; *stubs* the redirect stubs
    on the way. *names* are all names it goes by, the most frequent first. *sources* say how it was recognised
    (``navigation``, ``breadcrumb``, ``meta``, ``title``, ``list``). *concepts* are ids of the column vocabulary.
    *items* run over all static pages of its list, newest first; *newest* is the newest sure date in them.
    *evidence* says in words why *state* is what it is, *at* is the element of the page *path* that shows it (-1: none).
    """

    name: str
    path: str
    names: tuple[str, ...] = ()
    parent: str = ""
    stubs: tuple[str, ...] = ()
    sources: frozenset[str] = frozenset()
    concepts: frozenset[str] = frozenset()
    links: Sequence[LinkRef] = ()
    state: ColumnState = ColumnState.FILLED
    evidence: str = ""
    items: tuple[tuple[str, Item], ...] = ()
    newest: date | None = None
    pages: tuple[str, ...] = ()
    at: int = -1


@dataclass(frozen=True)
class SiteFacts:
    """What the sources and the pages give the Site: the raw material of every later question.

    *files* are the paths of all files of the target, *scripts* the facts of its .js files, *styles* what its .css files
    load, *hiding* what these keep from being seen. *partial* says that files are
    known to be missing from the target, so that nothing may be called missing.
    """

    pages: Mapping[str, PageFacts]
    files: frozenset[str]
    scripts: Mapping[str, ScriptFacts] = field(default_factory=dict)
    hosts: frozenset[str] = frozenset()
    home: str = ""
    partial: bool = False
    styles: Mapping[str, tuple[StyleUrl, ...]] = field(default_factory=dict)
    hiding: Mapping[str, tuple[HidingRule, ...]] = field(default_factory=dict)

    @cached_property
    def links(self) -> Mapping[int, Link]:
        """The links of all pages without their place, each once, by what ``govlint.page.table.identities`` gives."""
        return distinct(page.links for page in self.pages.values())


class KindGuess(NamedTuple):
    """The kind of site, and how it is known: who told it (see ``Settings.given_by``), or a reason in words."""

    kind: str
    reason: str


class HomePage(NamedTuple):
    """The home page's path (``""`` where there is none), and how it was found."""

    path: str
    how: str


Columns = Sequence[Column]
