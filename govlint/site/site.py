"""The Site as site rules see it: pages, links with their targets, redirects, columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from govlint.page.facts import Link, PageFacts
from govlint.site.model import Column, HomePage, KindGuess, LinkRef, SiteFacts, Target
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
        raise NotImplementedError

    @cached_property
    def hosts(self) -> frozenset[str]:
        """The site's own hosts in lower case: told, or seen in META SiteDomain, canonical links, mirror comments."""
        raise NotImplementedError

    @cached_property
    def name(self) -> str:
        """The site's name as its META SiteName or the home page's title gives it, ``""`` where neither does."""
        raise NotImplementedError

    @cached_property
    def kind(self) -> KindGuess:
        """The kind of site guessed from name, domain and code."""
        raise NotImplementedError

    def target(self, page: str, link: Link) -> Target:
        """Say where *link* of the page *page* leads (redirect stubs are not followed)."""
        raise NotImplementedError

    def resolve(self, page: str, href: str) -> Target:
        """Say where *href*, written on the page *page*, leads."""
        raise NotImplementedError

    def follow(self, path: str) -> tuple[str, tuple[str, ...]]:
        """Follow redirect stubs from *path*: the path of the last page (``""`` when it is not there) and the stubs."""
        raise NotImplementedError

    def incoming(self, path: str) -> Sequence[LinkRef]:
        """All links that lead to *path* directly, in order of page and place."""
        raise NotImplementedError

    def link(self, ref: LinkRef) -> Link:
        """Return the link that *ref* names."""
        return self.pages[ref.page].links[ref.link]

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns (栏目) of the site, parents before children, in the order of the navigation."""
        raise NotImplementedError

    def columns_of(self, concept: str) -> tuple[Column, ...]:
        """The columns that match the vocabulary's *concept*."""
        return tuple(column for column in self.columns if concept in column.concepts)
