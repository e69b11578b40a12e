"""A Site built by hand: what column rules see of it, without pages being read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from govlint.finding import Text
from govlint.lint.context import Context
from govlint.page.facts import Encoding, Link, PageFacts, Role, Zone
from govlint.plugins import standards as standards_plugin
from govlint.site.model import Column, ColumnState, HomePage, LinkRef, SiteFacts, Target, TargetKind
from govlint.site.site import Site
from govlint.standard.model import ColumnDemand, Source, Standard
from govlint.standard.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary(Path(standards_plugin.__file__).parent / "column-names.json")
MENU = ("首页", "信息公开", "通知公告", "工作动态", "政策文件", "政策解读", "办事服务", "规划计划", "人事信息")


class FakeSite(Site):
    """A Site whose home page, columns and targets are simply told."""

    def __init__(
        self,
        pages: Iterable[PageFacts],
        columns: Iterable[Column] = (),
        home: str = "index.html",
        partial: bool = False,
    ) -> None:
        held = {page.path: page for page in pages}
        super().__init__(SiteFacts(held, frozenset(held), partial=partial), VOCABULARY)
        self.__dict__.update(home=HomePage(home, "told"), columns=tuple(columns))

    def target(self, page: str, link: Link) -> Target:
        """Every address that is a page's path leads there; the rest is missing."""
        return Target(TargetKind.PAGE if link.href in self.pages else TargetKind.MISSING, link.href)


def page(path: str, links: Iterable[Link] = (), **facts: object) -> PageFacts:
    """Return the facts of a page with *links*."""
    empty = PageFacts(path, "", 0, Encoding("utf-8", "content", None), Role.PAGE)
    return replace(empty, links=tuple(links), **facts)  # type: ignore[arg-type]


def link(
    text: str, href: str = "", *, at: int = 1, zone: Zone = Zone.NAV, tag: str = "a", attribute: str = "href"
) -> Link:
    """Return a link called *text*."""
    return Link(tag, attribute, href, text, at, zone)


def menu(*more: str) -> list[Link]:
    """Return the links of a menu of ordinary columns, and of *more*; the first stands on element 5."""
    return [link(text, at=number) for number, text in enumerate((*MENU, *more), 5)]


def column(name: str, path: str, state: ColumnState = ColumnState.FILLED, **facts: object) -> Column:
    """Return a column called *name*, its concepts by the vocabulary."""
    return Column(name, path, names=(name,), concepts=VOCABULARY.match(name), state=state, **facts)  # type: ignore[arg-type]


def linked(*pages: str) -> tuple[LinkRef, ...]:
    """Return references to the first link of each page."""
    return tuple(LinkRef(path, 0) for path in pages)


def demand(name: str, **facts: object) -> ColumnDemand:
    """Return the demand of a column that the vocabulary knows by *name*."""
    concept = min(VOCABULARY.match(name))
    return ColumnDemand(concept, Text(name, concept), row=concept, **facts)  # type: ignore[arg-type]


def context(*demands: ColumnDemand, also: Mapping[str, tuple[ColumnDemand, ...]] | None = None) -> Context:
    """Return a context of one standard with *demands*, and of further ones by id."""
    standards = {"own": demands, **(also or {})}
    return Context(
        date(2017, 3, 31),
        tuple(Standard(id, Text(id, id), Source(id, id), columns=columns) for id, columns in standards.items()),
        "department",
    )
