"""Where links lead: each href of a page becomes a Target, from the names of the files alone."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

from govlint.lazy_re import lazy_re
from govlint.site import urls
from govlint.site.layout import Layout
from govlint.site.model import Target, TargetKind
from govlint.site.stored import StoredFiles, is_program

# A relative path that needs no decoding: nearly all links of a government site are of this form.
_PLAIN = lazy_re(r"[\w./\-]++", re.ASCII)
# What leads to the same place from all folders of a host.
_FROM_ANYWHERE = lazy_re(r"/|https?:", re.IGNORECASE)
# Addresses that a script or a template is still to fill in.
_UNFILLED = lazy_re(r"\ue000|\{\{|\$\{|\{%|<%|<\?|\[\[|[\"'] *+\+|\+ *+[\"']")
PRESENT = frozenset({TargetKind.PAGE, TargetKind.FILE})
_EMPTY = Target(TargetKind.EMPTY)
_FRAGMENT = Target(TargetKind.FRAGMENT)
_SCRIPT = Target(TargetKind.SCRIPT)
_Table = dict[str, Target]


class _Place:
    """Where relative links start: the *folder* they are joined to, its *root*, and the targets known from there.

    *shared* are the targets that all folders of the root have in common.
    """

    __slots__ = ("folder", "root", "shared", "table")

    def __init__(self, folder: str, root: str, shared: _Table) -> None:
        self.folder = folder
        self.root = root
        self.shared = shared
        self.table: _Table = {}


class Resolver:
    """Resolves hrefs against the files of a target. Built once; every (folder, href) is worked out once.

    *pages* are the paths that were read as pages, *hosts* the site's own hosts.
    """

    def __init__(self, stored: StoredFiles, pages: Container[str], layout: Layout, hosts: Iterable[str]) -> None:
        self._stored = stored
        self._pages = pages
        self._layout = layout
        self._own = frozenset(map(urls.bare, hosts))
        self._places: dict[tuple[str, str], _Place] = {}
        self._there: dict[str, Target] = {}
        self._shared: dict[str, _Table] = {}

    def is_own(self, host: str) -> bool:
        """Say whether *host* (as ``urls.host_of`` gives it) is one of the site's own, with or without ``www.``."""
        return urls.bare(host) in self._own

    def resolve(self, page: str, href: str, base_href: str = "") -> Target:
        """Say where *href*, written on *page* whose ``<base href>`` is *base_href* (``""``: none), leads."""
        place = self._place(page, base_href)
        return place.table.get(href) or self._resolve(place, page, href, base_href)

    def resolve_all(self, page: str, hrefs: Iterable[str], base_href: str = "") -> list[Target]:
        """Resolve *hrefs*, written on *page*, as :meth:`resolve` does each."""
        place = self._place(page, base_href)
        known = place.table
        return [known.get(href) or self._resolve(place, page, href, base_href) for href in hrefs]

    def _place(self, page: str, base_href: str) -> _Place:
        folder = page[: page.rfind("/") + 1]
        place = self._places.get((folder, base_href))
        if place is None:
            root = self._layout.root_of(page)
            place = self._places[folder, base_href] = _Place(folder, root, self._shared.setdefault(root, {}))
        return place

    def _resolve(self, place: _Place, page: str, href: str, base_href: str) -> Target:
        """Work out where *href* leads, and keep it for the other pages of the folder."""
        tidy = urls.rebase(base_href, urls.tidy(href)) if base_href else urls.tidy(href)
        if tidy[:1] == "?":
            return self._query_only(page, tidy)
        if _FROM_ANYWHERE.match(tidy):
            target = place.shared.get(tidy)
            if target is None:
                target = place.shared[tidy] = self._work_out(place, tidy)
        else:
            target = self._work_out(place, tidy)
        place.table[href] = target
        return target

    def find(self, path: str) -> str:
        """Return the file that *path*, told by a user from the root (``index.html``, ``zwgk/``), names, or ``""``."""
        for root in self._layout.roots:
            if found := self._stored.find(urls.join(root, path.replace("\\", "/"))):
                return found
        return ""

    def _query_only(self, page: str, href: str) -> Target:
        """Resolve ``?query``: the same page asked again."""
        query = urls.split(href).query
        found = self._stored.find(page, query)
        if not found and is_program(page, query):
            return Target(TargetKind.DYNAMIC)
        return self._present(found or page)

    def _work_out(self, place: _Place, href: str) -> Target:
        if not href:
            return _EMPTY
        if href[0] == "#":
            return _FRAGMENT
        if _PLAIN.fullmatch(href) and href[0] != "/":
            found = self._stored.get(urls.join(place.folder, href))
            if found and found.startswith(place.root):
                return self._present(found)
        if urls.is_script(href) or _UNFILLED.search(href):
            return _SCRIPT
        url = urls.split(href)
        if url.scheme not in ("", "http", "https"):
            return Target(TargetKind.OTHER, host=url.host)
        if url.host or url.scheme or href[:2] in ("//", "\\\\"):
            return self._below_host(url.host, url.path, url.query) if url.host else _EMPTY
        return self._relative(place, url)

    def _below_host(self, host: str, path: str, query: str | None) -> Target:
        own = self.is_own(host)
        if not own and host not in self._layout.folders:
            return Target(TargetKind.EXTERNAL, host=host)
        target = self._from_root(self._layout.root_of_host(host), urls.spellings(path), query, host)
        return target if own or target.kind in PRESENT else Target(TargetKind.EXTERNAL, host=host)

    def _relative(self, place: _Place, url: urls.Url) -> Target:
        """Resolve a path without a host; one that leaves the host's folder may name another mirrored host."""
        spellings = urls.spellings(url.path)
        if url.path.startswith("/"):
            return self._from_root(place.root, spellings, url.query)
        wanted = [urls.join(place.folder, spelling) for spelling in spellings]
        if not wanted[0].startswith(place.root):
            host = self._layout.host_of(wanted[0]) if place.root in self._layout.host_folders else ""
            if host:
                return self._below_host(host, self._layout.within_host(wanted[0]), url.query)
            inside = place.folder[len(place.root) :]
            wanted[:0] = [place.root + urls.join(inside, spelling) for spelling in spellings]
        return self._first_found(wanted, url.query)

    def _from_root(self, root: str, spellings: Sequence[str], query: str | None, host: str = "") -> Target:
        places = [self._layout.places(root, spelling) for spelling in spellings]
        target = self._first_found([path for paths in zip(*places, strict=True) for path in paths], query, host)
        if target.kind is TargetKind.MISSING and all(map(self._layout.is_outside, spellings)):
            return Target(TargetKind.DYNAMIC, "", host)  # the site around this one answers: no file here can tell
        return target

    def _first_found(self, wanted: list[str], query: str | None, host: str = "") -> Target:
        for path in wanted:
            found = self._stored.find(path, query)
            if found:
                return self._present(found, host)
        return self._absent(wanted[0], query, host)

    def _present(self, path: str, host: str = "") -> Target:
        """Return the file *path* as a target: one for all folders that lead there."""
        target = self._there.get(path)
        if target is None or target.host != host:
            target = Target(TargetKind.PAGE if path in self._pages else TargetKind.FILE, path, host)
            self._there[path] = target
        return target

    def _absent(self, path: str, query: str | None, host: str = "") -> Target:
        """Judge a path no file answers: a program's, or a missing file's (a folder by its index page)."""
        if is_program(path, query):
            return Target(TargetKind.DYNAMIC, "", host)
        if not urls.extension(path):
            path = path.rstrip("/") + "/" if path else ""
            path += self._stored.index_name
        return Target(TargetKind.MISSING, path, host)
