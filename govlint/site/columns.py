"""The columns (栏目) of a site: gathered from navigation, breadcrumbs, META and names, then judged one by one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from govlint.lazy_re import lazy_re
from govlint.page.facts import Link, PageFacts, Role, Zone
from govlint.page.table import bodies, identities
from govlint.site import urls
from govlint.site.column_names import LONGEST_NAME, ColumnNames, name_of_step
from govlint.site.content import ContentJudge
from govlint.site.further import further_pages
from govlint.site.listing import Listings, newest_day
from govlint.site.model import Column, ColumnState, LinkRefs, TargetKind
from govlint.standard.names import fold

if TYPE_CHECKING:
    from govlint.site.site import Site

# An article may be a whole column (联系我们); a longer name is the title of news.
_LONGEST_TITLE_NAME = 8
_ANCHORS = frozenset(("a", "area"))
_MENUS = (Zone.NAV, Zone.HEADER)
_TITLE_PARTS = lazy_re(r"\s*+[\]】_|\-—–>]\s*+")
# Share of the pages on which a menu's link must stand to be part of the site's navigation and not of one section's.
_NAVIGATION_SHARE = 0.2

# A name used this many times less often than the most usual one is an odd link's.
_ODD = 20

_STATE_OF_TARGET = {
    TargetKind.MISSING: ColumnState.MISSING,
    TargetKind.DYNAMIC: ColumnState.EXTERNAL,
    TargetKind.EXTERNAL: ColumnState.EXTERNAL,
    TargetKind.FILE: ColumnState.FILLED,
    TargetKind.OTHER: ColumnState.EXTERNAL,
}
_NOWHERE = (TargetKind.EMPTY, TargetKind.FRAGMENT, TargetKind.SCRIPT)
# The better a link's target, the more it says about the column.
_RANK = (TargetKind.FILE, TargetKind.EXTERNAL, TargetKind.DYNAMIC, TargetKind.MISSING, TargetKind.OTHER)


@dataclass
class _Candidate:
    """A column as it takes shape: everything that has been seen of one page, or of one name without a page.

    *kinds* are those of the targets that its links have.
    """

    path: str
    names: Counter[str] = field(default_factory=Counter)
    sources: set[str] = field(default_factory=set)
    links: LinkRefs = field(default_factory=LinkRefs)
    kinds: set[TargetKind] = field(default_factory=set)
    parents: Counter[str] = field(default_factory=Counter)
    stubs: tuple[str, ...] = ()


_Lead = tuple[_Candidate, str]
"""What a link says: the column it leads to, and a name of it."""


def find_columns(site: Site) -> tuple[Column, ...]:
    """Return the columns of *site*: parents before children, in the order in which the home page links to them."""
    return _Finder(site).columns()


class _Finder:
    """Gathers candidates by the page they lead to, and by name where they lead to no page of the export."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._judge = ContentJudge(site)
        self._by_path: dict[str, _Candidate] = {}
        self._pageless: dict[str, _Candidate] = {}
        self._further = further_pages(site)
        self._names = ColumnNames()
        self._behind: dict[str, _Candidate | None] = {}
        self._leads: dict[tuple[str, str, bool], dict[int, _Lead | None]] = defaultdict(dict)
        self._listings = Listings(site, self._judge.recurrence)
        self._spelling: dict[str, str] = {}
        home = site.pages.get(site.home.path)
        self._home_title = f"{home.title if home else ''} {site.name}"

    def columns(self) -> tuple[Column, ...]:
        """Gather, then judge."""
        common = self._common_links()
        for path, page in self._site.pages.items():
            if page.role is Role.PAGE:
                self._from_links(path, page, common)
                self._from_crumbs(path, page)
                self._from_page(path, page)
        self._by_path.pop(self._site.home.path, None)
        columns = [self._column(candidate) for candidate in self._by_path.values() if self._is_column(candidate)]
        known = {fold(name) for column in columns for name in column.names}
        columns += [
            self._pageless_column(candidate)
            for name, candidate in self._pageless.items()
            if name not in known
        ]  # fmt: skip
        return tuple(self._ordered(columns))

    def _common_links(self) -> frozenset[tuple[str, str]]:
        """Return the (text, href) pairs of menu links that so many pages share that they are the site's navigation."""
        tables = [page.links for page in self._site.pages.values() if page.role is Role.PAGE]
        links = self._site.facts.links.items()
        pairs = {key: (link.text, link.href) for key, link in links if self._name_in(link)}
        counts: Counter[tuple[str, str] | None] = Counter()
        for table in tables:
            counts.update(set(map(pairs.get, identities(table))))
        least = max(2, len(tables) * _NAVIGATION_SHARE)
        return frozenset(pair for pair, count in counts.items() if pair is not None and count >= least)

    def _from_links(self, path: str, page: PageFacts, common: frozenset[tuple[str, str]]) -> None:
        leads = self._leads[path.rpartition("/")[0], page.base_href, path == self._site.home.path]
        for number, (key, link) in enumerate(zip(identities(page.links), bodies(page.links), strict=True)):
            if key in leads:
                lead = leads[key]
            else:
                lead = self._lead(path, link, common)
                if not urls.is_of_page(link.href):
                    leads[key] = lead
            if lead is not None:
                candidate, name = lead
                candidate.names[name] += 1
                candidate.links.add(path, number)

    def _lead(self, path: str, link: Link, common: frozenset[tuple[str, str]]) -> _Lead | None:
        """Return the column that *link* of the page *path* leads to, and its name; None where it leads to none."""
        name = self._name_in(link)
        if name is None:
            return None
        named = bool(self._site.vocabulary.match(link.text))
        if link.zone in _MENUS and ((link.text, link.href) in common or path == self._site.home.path):
            source = "navigation"
        elif link.zone is Zone.NAV or link.attribute == "script":
            source = "menu"
        elif named and link.zone is not Zone.BREADCRUMB:
            source = "name"
        else:
            return None
        self._spelling.setdefault(name, link.text)
        target = self._site.target(path, link)
        candidate = self._led_to(target.path) if target.kind is TargetKind.PAGE else None
        if candidate is None:
            if source == "menu" and not named:
                return None
            candidate = self._pageless.get(name)
            if candidate is None:
                candidate = self._pageless[name] = _Candidate("")
        candidate.sources.add(source)
        candidate.kinds.add(target.kind)
        return candidate, name

    def _name_in(self, link: Link) -> str | None:
        """Return the name of a column that *link* may bear, folded; None where it can bear none."""
        return self._names[link.text] if link.tag in _ANCHORS else None

    def _led_to(self, path: str) -> _Candidate | None:
        """Return the candidate that a link to the page *path* names; None where redirects lead on to no page."""
        if path not in self._behind:
            there, stubs = self._site.follow(path)
            self._behind[path] = self._candidate(self._further.get(there, there), stubs) if there else None
        return self._behind[path]

    def _candidate(self, path: str, stubs: tuple[str, ...] = ()) -> _Candidate:
        candidate = self._by_path.get(path)
        if candidate is None:
            candidate = self._by_path[path] = _Candidate(path)
        if stubs and not candidate.stubs:
            candidate.stubs = stubs
        return candidate

    def _from_crumbs(self, path: str, page: PageFacts) -> None:
        """A linked step of a breadcrumb is a column; the last step names the page itself where it is a list."""
        parent = ""
        for step in page.crumbs:
            name = name_of_step(step.text)
            if step.link < 0 or not name:
                continue
            target = self._site.target(path, bodies(page.links)[step.link])
            if target.kind is not TargetKind.PAGE:
                continue
            there, stubs = self._site.follow(target.path)
            there = self._further.get(there, there)
            if not there or there == self._site.home.path:
                continue
            candidate = self._candidate(there, stubs)
            self._spelling.setdefault(name, step.text)
            candidate.names[name] += 1
            candidate.sources.add("breadcrumb")
            if parent and parent != there:
                candidate.parents[parent] += 1
            parent = there
        if page.crumbs and parent and self._looks_like_list(path, page) and self._names_itself(path, page):
            base = self._further.get(path, path)
            self._name(base, page.crumbs[-1].text, "breadcrumb")
            if base in self._by_path and parent != base:
                self._by_path[base].parents[parent] += 1

    def _names_itself(self, path: str, page: PageFacts) -> bool:
        """Whether the last step of the trail leads nowhere: it names the page it stands on."""
        last = page.crumbs[-1].link
        return last < 0 or self._site.target(path, bodies(page.links)[last]).kind in _NOWHERE

    def _from_page(self, path: str, page: PageFacts) -> None:
        """A list page is a column; it says its name in META ColumnName, else in its title."""
        if not self._looks_like_list(path, page):
            return
        base = self._further.get(path, path)
        said = (page.meta("ColumnName") or "").strip()
        if said and not page.meta("ArticleTitle"):
            self._name(base, said, "meta")
        elif page.paging is not None and base not in self._by_path:
            name = _TITLE_PARTS.split(page.title.strip("[【"))[0]
            if fold(name) not in fold(self._home_title):  # a page titled as the whole site does not say its own name
                self._name(base, name, "title")

    def _name(self, path: str, text: str, source: str) -> None:
        """Say that the page *path* is a column called *text*, if that can be a name."""
        name = self._names[text]
        if not name:
            return
        candidate = self._candidate(path)
        self._spelling.setdefault(name, text)
        candidate.names[name] += 1
        candidate.sources.add(source)

    def _looks_like_list(self, path: str, page: PageFacts) -> bool:
        """Whether the page shows a list rather than an article: it pages, or it is the index of its folder."""
        if page.paging is not None or path in self._further:
            return True
        if page.meta("ArticleTitle") or page.published is not None:
            return False
        return path.rpartition("/")[2].lower().startswith(("index.", "default.", "list."))

    def _is_column(self, candidate: _Candidate) -> bool:
        page = self._site.pages.get(candidate.path)
        if page is None or not candidate.names:
            return False
        if candidate.sources <= {"name", "menu"}:
            # A section's menu or a well-known name may lead to an article (机构职能): a column of one item.
            return self._looks_like_list(candidate.path, page) or (
                self._named_by_vocabulary(candidate, page) and not self._is_listed(candidate, page)
            )
        return True

    def _is_listed(self, candidate: _Candidate, page: PageFacts) -> bool:
        """Whether the page is an article to which only dated rows of lists lead: an item called 通知, no column."""
        return bool(page.meta("ArticleTitle") or page.published) and all(
            any(item.link == ref.link and item.day is not None for item in self._site.pages[ref.page].items)
            for ref in candidate.links
        )

    def _named_by_vocabulary(self, candidate: _Candidate, page: PageFacts) -> bool:
        """Whether one of its names is that of a column, and not just a title in which such a name occurs."""
        longest = _LONGEST_TITLE_NAME if page.meta("ArticleTitle") or page.published else LONGEST_NAME
        return any(len(name) <= longest and self._site.vocabulary.match(name) for name in candidate.names)

    def _column(self, candidate: _Candidate) -> Column:
        names = tuple(name for name, _ in candidate.names.most_common())
        pages = tuple(sorted(further for further, base in self._further.items() if base == candidate.path))
        rows = tuple(self._listings.rows((candidate.path, *pages)))
        dated = sum(item.day is not None and item.how == "text" for _, item in rows)
        judgement = self._judge.judge(candidate.path, frozenset(names), dated)
        return Column(
            name=self._spelling.get(names[0], names[0]),
            path=candidate.path,
            names=tuple(self._spelling.get(name, name) for name in names),
            parent=next((parent for parent, _ in candidate.parents.most_common(1)), ""),
            stubs=candidate.stubs,
            sources=frozenset(candidate.sources),
            concepts=self._concepts(_usual(candidate.names), candidate.path),
            links=candidate.links,
            state=judgement.state,
            evidence=judgement.evidence,
            at=judgement.at,
            pages=pages,
            items=rows,
            newest=newest_day(rows, self._site),
        )

    def _concepts(self, names: Iterable[str], path: str) -> frozenset[str]:
        folder = path.rpartition("/")[0].rpartition("/")[2]
        return frozenset().union(*(self._site.vocabulary.match(name, slug=folder) for name in names))

    def _pageless_column(self, candidate: _Candidate) -> Column:
        """Return a column that leads to no page of the export: its state is that of its best link."""
        best = next((kind for kind in _RANK if kind in candidate.kinds), None)
        if best is None and TargetKind.PAGE in candidate.kinds:
            best = TargetKind.MISSING  # a redirect stub that leads nowhere
        state = _STATE_OF_TARGET.get(best, ColumnState.UNLINKED) if best else ColumnState.UNLINKED
        name = next(iter(candidate.names))
        spelled = self._spelling.get(name, name)
        return Column(
            name=spelled,
            path="",
            names=(spelled,),
            sources=frozenset(candidate.sources),
            concepts=self._site.vocabulary.match(name),
            links=candidate.links,
            state=state,
            evidence=best.value if best else "no address",
        )

    def _ordered(self, columns: list[Column]) -> Iterator[Column]:
        """Yield parents before children: the home page's order first, then by path."""
        first_seen = _first_seen(self._site.home.path)
        paths = {column.path for column in columns if column.path}
        children: Mapping[str, list[Column]] = defaultdict(list)
        for column in sorted(columns, key=lambda one: (first_seen(one), one.path, one.name)):
            children[column.parent if column.parent in paths and column.parent != column.path else ""].append(column)
        done: set[int] = set()

        def walk(parent: str) -> Iterator[Column]:
            for column in children.get(parent, ()):
                if id(column) not in done:
                    done.add(id(column))
                    yield column
                    if column.path:
                        yield from walk(column.path)

        yield from walk("")
        yield from (column for column in columns if id(column) not in done)  # parents in a circle


def _first_seen(home: str) -> Callable[[Column], tuple[int, int]]:
    """Return what puts columns into the order in which the page *home* links to them, the others behind them."""

    def place(column: Column) -> tuple[int, int]:
        on_home = column.links.on(home) if isinstance(column.links, LinkRefs) else ()
        return (0, min(on_home)) if on_home else (1, 0)

    return place


def _usual(names: Counter[str]) -> list[str]:
    """Return the names that are used often enough to be more than one odd link."""
    most = max(names.values(), default=0)
    return [name for name, count in names.items() if count * _ODD >= most]
