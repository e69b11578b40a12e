"""The columns (栏目) of a site: gathered from navigation, breadcrumbs, META and names, then judged one by one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from govlint.lazy_re import lazy_re
from govlint.page.facts import Link, PageFacts, Role, Zone
from govlint.site.content import ContentJudge
from govlint.site.further import further_pages
from govlint.site.listing import Listings, newest_day
from govlint.site.model import Column, ColumnState, LinkRef, Target, TargetKind
from govlint.standard.names import fold

if TYPE_CHECKING:
    from govlint.site.site import Site

_LONGEST_NAME = 16
# An article may be a whole column (联系我们); a longer name is the title of news.
_LONGEST_TITLE_NAME = 8
_CHINESE = lazy_re(r"[\u3400-\u9fff]{2}")
_ANCHORS = frozenset(("a", "area"))
_MENUS = (Zone.NAV, Zone.HEADER)
# What stands in menus and is no column.
_NOT_COLUMNS = frozenset(
    [
        "首页",
        "网站首页",
        "返回首页",
        "本站首页",
        "主页",
        "设为首页",
        "加入收藏",
        "收藏本站",
        "加入收藏夹",
        "登录",
        "注册",
        "退出",
        "更多",
        "查看更多",
        "返回",
        "关闭",
        "打印",
        "关闭窗口",
        "返回顶部",
        "上一页",
        "下一页",
        "尾页",
        "末页",
        "上一篇",
        "下一篇",
        "第一页",
        "繁体",
        "简体",
        "繁體",
        "简体中文",
        "繁体中文",
        "手机版",
        "移动版",
        "无障碍",
        "无障碍浏览",
        "长者模式",
        "大字版",
        "正文",
        "详情",
        "内容",
        "全文",
        "搜索",
        "高级搜索",
        "检索",
        "当前位置",
        "您的位置",
        "展开",
        "收起",
        "全部",
    ]
)
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
    """A column as it takes shape: everything that has been seen of one page, or of one name without a page."""

    path: str
    names: Counter[str] = field(default_factory=Counter)
    sources: set[str] = field(default_factory=set)
    links: list[LinkRef] = field(default_factory=list)
    parents: Counter[str] = field(default_factory=Counter)
    stubs: tuple[str, ...] = ()


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
        self._names = _Names()
        self._leads: dict[str, _Candidate | None] = {}
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
        pages = [page for page in self._site.pages.values() if page.role is Role.PAGE]
        counts: Counter[tuple[str, str]] = Counter()
        names = self._names
        for page in pages:
            counts.update(
                {(link.text, link.href) for link in page.links if names[link.text] is not None and link.tag in _ANCHORS}
            )
        least = max(2, len(pages) * _NAVIGATION_SHARE)
        return frozenset(pair for pair, count in counts.items() if count >= least)

    def _from_links(self, path: str, page: PageFacts, common: frozenset[tuple[str, str]]) -> None:
        at_home = path == self._site.home.path
        match = self._site.vocabulary.match
        for number, (link, target) in enumerate(zip(page.links, self._site.targets(path), strict=True)):
            name = self._names[link.text]
            if name is None or link.tag not in _ANCHORS:
                continue
            in_menu = link.zone is Zone.NAV or link.attribute == "script"
            if link.zone in _MENUS and (at_home or (link.text, link.href) in common):
                self._add(LinkRef(path, number), link, target, name, "navigation", even_pageless=True)
            elif in_menu:
                self._add(LinkRef(path, number), link, target, name, "menu", even_pageless=False)
            elif link.zone is not Zone.BREADCRUMB and match(link.text):
                self._add(LinkRef(path, number), link, target, name, "name", even_pageless=True)

    def _add(self, ref: LinkRef, link: Link, target: Target, name: str, source: str, *, even_pageless: bool) -> None:
        """Take in *link*, which stands at *ref*, leads to *target* and is called *name*."""
        self._spelling.setdefault(name, link.text)
        candidate = self._led_to(target.path) if target.kind is TargetKind.PAGE else None
        if candidate is None:
            if not even_pageless and not self._site.vocabulary.match(link.text):
                return
            candidate = self._pageless.get(name)
            if candidate is None:
                candidate = self._pageless[name] = _Candidate("")
        candidate.names[name] += 1
        candidate.sources.add(source)
        candidate.links.append(ref)

    def _led_to(self, path: str) -> _Candidate | None:
        """Return the candidate that a link to the page *path* names; None where redirects lead on to no page."""
        if path not in self._leads:
            there, stubs = self._site.follow(path)
            self._leads[path] = self._candidate(self._further.get(there, there), stubs) if there else None
        return self._leads[path]

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
            name = fold(step.text)
            if step.link < 0 or not name or name in _NOT_COLUMNS or not _CHINESE.search(step.text):
                continue
            target = self._site.target(path, page.links[step.link])
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
        return last < 0 or self._site.target(path, page.links[last]).kind in _NOWHERE

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
        name = fold(text)
        if not name or len(text) > _LONGEST_NAME or name in _NOT_COLUMNS or not _CHINESE.search(text):
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
        longest = _LONGEST_TITLE_NAME if page.meta("ArticleTitle") or page.published else _LONGEST_NAME
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
            links=tuple(candidate.links),
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
        kinds = Counter(self._site.target(ref.page, self._site.link(ref)).kind for ref in candidate.links)
        best = next((kind for kind in _RANK if kinds[kind]), None)
        if best is None and kinds[TargetKind.PAGE]:
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
            links=tuple(candidate.links),
            state=state,
            evidence=best.value if best else "no address",
        )

    def _ordered(self, columns: list[Column]) -> Iterator[Column]:
        """Yield parents before children: the home page's order first, then by path."""
        first_seen = self._first_seen()
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

    def _first_seen(self) -> Callable[[Column], tuple[int, int]]:
        home = self._site.home.path

        def place(column: Column) -> tuple[int, int]:
            on_home = [ref.link for ref in column.links if ref.page == home]
            return (0, min(on_home)) if on_home else (1, 0)

        return place


def _usual(names: Counter[str]) -> list[str]:
    """Return the names that are used often enough to be more than one odd link."""
    most = max(names.values(), default=0)
    return [name for name, count in names.items() if count * _ODD >= most]


class _Names(dict[str, str | None]):
    """Texts of links → the names of columns that they may be, folded; None for a text that can be none."""

    def __missing__(self, text: str) -> str | None:
        name = fold(text) if 2 <= len(text) <= _LONGEST_NAME and _CHINESE.search(text) else None
        self[text] = name = None if name in _NOT_COLUMNS else name
        return name
