"""The Site as site rules see it: pages, links with their targets, redirects, columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from govlint.page.facts import Link, PageFacts
from govlint.site.home import find_home
from govlint.site.hosts import own_hosts
from govlint.site.identity import site_code, site_name
from govlint.site.kind import guess_kind
from govlint.site.layout import Layout, find_layout
from govlint.site.model import Column, HomePage, KindGuess, LinkRef, SiteFacts, Target
from govlint.site.mount import find_mount
from govlint.site.redirects import Trail, follow
from govlint.site.resolve import Resolver
from govlint.site.stored import StoredFiles

if TYPE_CHECKING:
    from govlint.standard.vocabulary import Vocabulary


class Site:
    """All pages of a target, asked as a whole. Everything is worked out when it is first asked for, then kept."""

    def __init__(self, facts: SiteFacts, vocabulary: Vocabulary) -> None:
        self.facts = facts
        self.vocabulary = vocabulary

    @property
    def pages(self) -> Mapping[str, PageFacts]:
        """The pages by path."""
        return self.facts.pages

    @cached_property
    def home(self) -> HomePage:
        """The home page: told, or found by its name."""
        return find_home(self.facts, self._resolver)

    @cached_property
    def hosts(self) -> frozenset[str]:
        """The site's own hosts in lower case: told, or seen in META SiteDomain, canonical links, mirror comments."""
        return own_hosts(self.facts, self._layout, self._stored)

    @cached_property
    def name(self) -> str:
        """The site's name as its META SiteName or the home page's title gives it, ``""`` where neither does."""
        return site_name(self.pages, self.home.path)

    @cached_property
    def code(self) -> str:
        """The 网站标识码 the site states (ten digits, or ``bm`` and eight), ``""`` where it states none."""
        return site_code(self.pages, self.home.path)

    @cached_property
    def kind(self) -> KindGuess:
        """The kind of site guessed from name, domain and code."""
        return guess_kind(self.name, self.hosts, self.code)

    def target(self, page: str, link: Link) -> Target:
        """Say where *link* of the page *page* leads (redirect stubs are not followed)."""
        return self.resolve(page, link.href)

    def resolve_all(self, page: str, hrefs: Iterable[str]) -> list[Target]:
        """Say where each of *hrefs*, written on the page *page*, leads: for whoever looks at all of them."""
        facts = self.facts.pages.get(page)
        return self._resolver.resolve_all(page, hrefs, facts.base_href if facts else "")

    def resolve(self, page: str, href: str) -> Target:
        """Say where *href*, written on the page *page*, leads."""
        facts = self.facts.pages.get(page)
        return self._resolver.resolve(page, href, facts.base_href if facts else "")

    def follow(self, path: str) -> tuple[str, tuple[str, ...]]:
        """Follow redirect stubs from *path*: the path of the last page (``""`` when it is not there) and the stubs."""
        trail = self.trail(path)
        return trail.path, trail.stubs

    def trail(self, path: str) -> Trail:
        """Follow redirect stubs from *path* and say where they end also when that is another host or a missing page."""
        return follow(path, self.facts, self._resolver)

    def link(self, ref: LinkRef) -> Link:
        """Return the link that *ref* names."""
        return self.pages[ref.page].links[ref.link]

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns (栏目) of the site, parents before children, in the order of the navigation."""
        from govlint.site.columns import find_columns

        return find_columns(self)

    def columns_of(self, concept: str) -> tuple[Column, ...]:
        """The columns that match the vocabulary's *concept*."""
        return tuple(column for column in self.columns if concept in column.concepts)

    @cached_property
    def _layout(self) -> Layout:
        layout = find_layout(self.facts.files)
        return replace(layout, mount=find_mount(self.facts, layout, self._stored))

    @cached_property
    def _stored(self) -> StoredFiles:
        return StoredFiles(self.facts.files)

    @cached_property
    def _resolver(self) -> Resolver:
        return Resolver(self._stored, self.pages, self._layout, self.hosts)
