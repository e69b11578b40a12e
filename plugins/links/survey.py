"""One pass over all links of a site: what is missing, which hosts are linked, what leads into private networks.

Every (folder, href) is judged once; a page's links then cost one look into a dict each. The folder's answers are
forgotten when its last page is done, so that a site of a million links needs room for the faulty ones alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum, StrEnum
from functools import lru_cache
from typing import Protocol
from weakref import WeakKeyDictionary

from govlint.lazy_re import lazy_re
from govlint.page.facts import Link, PageFacts, Role, Zone
from govlint.page.table import bodies
from govlint.site import urls
from govlint.site.model import Target, TargetKind
from govlint.site.site import Site

from .places import Places

_SKIPPED = frozenset((Role.ERROR, Role.FRAGMENT, Role.EMPTY))
_NOT_FOUND = lazy_re(r"40[34]|410|not found|不存在|未找到|找不到|已删除", re.IGNORECASE)
_NAMES_A_PLACE = lazy_re(r"//|[:\\]")  # a host, or a drive of a computer
_LOCAL_FILE = lazy_re(r"file:|[a-z]:[\\/]", re.IGNORECASE)
# Of <link> only what a browser loads: Word's pastes name filelist.xml and others that never were on any server.
_LOADED = frozenset(("css", "ico", "png", "jpg", "jpeg", "gif", "svg", "webp"))
_NAVIGABLE = frozenset(("a", "area", "option", "iframe", "frame", "form", "meta"))
_MOST_TEXTS = 40
_CLIMBS = lazy_re(r"^(?:\.{0,2}/)++")
# Mirroring tools keep other hosts in folders beside the site's own.
_OTHER_HOST = lazy_re(r"^(?:\.\./)++(?:[\w\-]++\.)++(?:cn|com|net|org)/")


class _Record(Protocol):
    """Takes in the links to one target."""

    def add(self, page: PageFacts, link: Link, index: int) -> None: ...


class State(StrEnum):
    """Why a file does not answer the links to it."""

    MISSING = "missing"
    ERROR = "error"  # an error page is stored in its place
    CASE = "case"  # it is there under a name of other letter case, which some servers take for the same


class Strength(IntEnum):
    """How much a link tells, the most first: of all but the firm ones files do not tell what becomes of them."""

    FIRM = 0  # it stands in the markup
    MIRRORED = 1  # a mirroring tool left its address as it was
    SCRIPTED = 2  # a script writes it
    FORM = 3  # a form leads there, which a program may answer
    STYLED = 4  # a style sheet loads it, for a rule that may not apply


class Gone:
    """A file of the site that links lead to and that does not answer them: where they stand, by their strength."""

    __slots__ = ("by_strength", "path", "state")

    def __init__(self, path: str, state: State) -> None:
        self.path = path
        self.state = state
        self.by_strength: dict[Strength, Places] = {}

    def add(self, page: PageFacts, link: Link, index: int) -> None:
        """Take in *link* of *page*."""
        if link.tag != "link" or urls.extension(self.path) in _LOADED:
            self.places(_strength(page, link)).add_link(page, link, index)

    def places(self, strength: Strength) -> Places:
        """Return where links of this *strength* stand, to read or to add to."""
        return self.by_strength.setdefault(strength, Places())

    @property
    def strength(self) -> Strength:
        """The strength of the links that tell most (there is one at least)."""
        return min(self.by_strength)

    @property
    def is_firm(self) -> bool:
        """Whether a link in the markup leads there."""
        return Strength.FIRM in self.by_strength

    @property
    def strongest(self) -> Places:
        """The places of the links that tell most."""
        return self.by_strength[self.strength]


class Outside:
    """Another host: *links* are what a visitor follows, *resources* what pages load; *texts* name some of the links."""

    __slots__ = ("host", "links", "resources", "texts")

    def __init__(self, host: str) -> None:
        self.host = host
        self.links = Places()
        self.resources = Places()
        self.texts: dict[str, Places] = {}

    def add(self, page: PageFacts, link: Link, index: int) -> None:
        """Take in *link* of *page*."""
        if link.tag not in _NAVIGABLE:
            self.resources.add_link(page, link, index)
            return
        self.links.add_link(page, link, index)
        text = link.text or link.title
        places = self.texts.get(text)
        if places is None:
            if len(self.texts) >= _MOST_TEXTS:
                return
            places = self.texts[text] = Places()
        places.add_link(page, link, index)


class _LocalFiles:
    """Links to files on somebody's own computer, by the page they stand on."""

    __slots__ = ("pages",)

    def __init__(self) -> None:
        self.pages: dict[str, Places] = {}

    def add(self, page: PageFacts, link: Link, index: int) -> None:
        """Take in *link* of *page*; what ``<link>`` names is not shown to anybody."""
        if link.tag != "link":
            self.pages.setdefault(page.path, Places()).add_link(page, link, index)


class Survey:
    """What the links of a site lead to.

    *present* are the linked files that are there; *gone* those that do not answer, by path; *outside* other hosts by
    name; *local* the links to files on a computer, by page.
    """

    def __init__(self, site: Site) -> None:
        self.present: set[str] = set()
        self.gone: dict[str, Gone] = {}
        self.outside: dict[str, Outside] = {}
        self._local = _LocalFiles()
        self._site = site
        self._folder = ("", "")
        self._known: dict[str, _Record | None] = {}
        self._is_alone = site.facts.partial and len(site.facts.files) == 1
        for page in nearest_first(site):
            self._take_page(page)
        self._take_style_sheets()
        self.gone = {path: gone for path, gone in self.gone.items() if gone.by_strength}

    @property
    def local(self) -> dict[str, Places]:
        """Links to files on a computer (``file:///C:/…``), by the page they stand on."""
        return self._local.pages

    def _take_page(self, page: PageFacts) -> None:
        folder = (page.path[: page.path.rfind("/") + 1], page.base_href)
        if folder != self._folder:
            self._folder = folder
            self._known = {}
        known = self._known
        links = bodies(page.links)
        hrefs = [link.href for link in links]
        fresh = [href for href in dict.fromkeys(hrefs) if href not in known]
        if self._is_alone and not page.base_href:  # of a page by itself no other file is known
            known.update(dict.fromkeys(fresh))
            fresh = list(filter(_NAMES_A_PLACE.search, fresh))
        for href, target in zip(fresh, self._site.resolve_all(page.path, fresh), strict=True):
            known[href] = self._judge(target, href)
        for index, record in enumerate(map(known.__getitem__, hrefs)):
            if record is not None:
                record.add(page, links[index], index)
        for link in _other_links(page):
            record = self._judge(self._site.resolve(page.path, link.href), link.href)
            if record is not None:
                record.add(page, link, -1)

    def _take_style_sheets(self) -> None:
        for path, addresses in sorted(self._site.facts.styles.items()):
            for address in addresses:
                record = self._judge(self._site.resolve(path, address.href), address.href)
                if isinstance(record, Gone):
                    strength = Strength.FIRM if address.how == "import" else Strength.STYLED
                    record.places(strength).add_span(path, address.start, address.end)

    def _judge(self, target: Target, href: str) -> _Record | None:
        """Return what takes in links *href* that lead to *target*; None where there is nothing to say of them."""
        if target.kind in (TargetKind.PAGE, TargetKind.FILE):
            return self._judge_present(target, href)
        if target.kind is TargetKind.MISSING:
            return self._gone(target.path, State.MISSING)
        if target.kind is TargetKind.EXTERNAL:
            outside = self.outside.get(target.host)
            if outside is None:
                outside = self.outside[target.host] = Outside(target.host)
            return outside
        if target.kind is TargetKind.OTHER and _LOCAL_FILE.match(urls.tidy(href)):
            return self._local
        return None

    def _judge_present(self, target: Target, href: str) -> _Record | None:
        if target.path not in self.present:
            page = self._site.pages.get(target.path)
            if page is not None and page.role is Role.ERROR and _NOT_FOUND.search(page.role_reason):
                return self._gone(target.path, State.ERROR)
            self.present.add(target.path)
        if target.path.endswith(href) or not _is_other_case(target.path, href):
            return None
        return self._gone(target.path, State.CASE)

    def _gone(self, path: str, state: State) -> Gone:
        gone = self.gone.get(path)
        if gone is None:
            gone = self.gone[path] = Gone(path, state)
        return gone


@lru_cache(maxsize=1 << 14)  # menus repeat in all folders
def _is_other_case(path: str, href: str) -> bool:
    """Whether *href* names the file *path* in other letters than its name has."""
    wanted = _CLIMBS.sub("", urls.decode(urls.split(urls.tidy(href)).path))
    return not path.endswith(wanted) and urls.fold(path).endswith(urls.fold(wanted))


def _strength(page: PageFacts, link: Link) -> Strength:
    if link.attribute == "script":
        return Strength.SCRIPTED
    if link.attribute == "text":
        return Strength.STYLED
    if link.tag == "form":
        return Strength.FORM
    if page.mirrored_from and ("//" in link.href[:9] or _OTHER_HOST.search(link.href)):
        return Strength.MIRRORED
    return Strength.FIRM


def nearest_first(site: Site) -> Iterator[PageFacts]:
    """Yield the pages whose links count: the home page, then by depth; pages of one folder follow each other."""
    home = site.home.path if len(site.pages) > 1 else ""

    def order(path: str) -> tuple[bool, int, str, str]:
        folder, _, name = path.rpartition("/")
        return path != home, path.count("/"), folder, name

    for path in sorted(site.pages, key=order):
        page = site.pages[path]
        if page.role not in _SKIPPED:
            yield page


def _other_links(page: PageFacts) -> Iterator[Link]:
    """Yield as links what names an address otherwise: ``<meta>`` refreshes and the targets of forms."""
    for redirect in page.redirects:
        if redirect.how == "meta":
            yield Link("meta", "content", redirect.href, "", redirect.at, Zone.OTHER)
    for form in page.forms:
        if form.action:
            yield Link("form", "action", form.action, "", form.at, form.zone)


_surveys: WeakKeyDictionary[Site, Survey] = WeakKeyDictionary()


def survey(site: Site) -> Survey:
    """Return the survey of *site*; it is made once and kept as long as the site is."""
    found = _surveys.get(site)
    if found is None:
        found = _surveys[site] = Survey(site)
    return found
