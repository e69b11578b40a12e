"""The site's own hosts: told, or claimed by the pages with evidence that the files bear out.

A wrong own host turns links to other sites into missing files, so every way in demands strong evidence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from govlint.page.facts import Role
from govlint.page.table import bodies
from govlint.site import urls
from govlint.site.layout import Layout
from govlint.site.model import SiteFacts
from govlint.site.stored import StoredFiles, is_program

_ADDRESS_METAS = ("url", "og:url")
_MIN_HITS = 5
_MIN_MISSES = 5


def own_hosts(facts: SiteFacts, layout: Layout, stored: StoredFiles) -> frozenset[str]:
    """Return the site's own hosts as ``urls.host_of`` writes them: those told, and those the pages prove.

    Proofs are: the comment of a mirroring tool, the folder of a mirrored host, a page's own address in its META, META
    SiteDomain where links do not deny it, redirects from a folder into itself, and absolute links that lead to files
    once the host is taken off.
    """
    told = {urls.split_address(text).host for text in facts.hosts}
    evidence = _Evidence(facts, layout, stored)
    proven = {
        evidence.mirrored(),
        evidence.biggest_folder(),
        evidence.own_address(),
        evidence.site_domain(),
        *evidence.redirected(),
        *evidence.self_linked(),
    }
    return frozenset((told | proven) - {""})


class _Evidence:
    """What the pages say of their host. Every method answers ``""`` (or nothing) where the evidence is weak."""

    def __init__(self, facts: SiteFacts, layout: Layout, stored: StoredFiles) -> None:
        self._pages = facts.pages
        self._layout = layout
        self._stored = stored
        self._score = {host: self._hits(host, paths) for host, paths in _absolute_paths(facts).items()}

    def mirrored(self) -> str:
        """Return the host that comments of mirroring tools name: the addresses in them must be those of their pages."""
        hosts = Counter(
            url.host
            for page in self._pages.values()
            if page.mirrored_from and self._is_address(url := urls.split_address(page.mirrored_from), page.path)
        )
        return _majority(hosts)

    def biggest_folder(self) -> str:
        """Return the host in whose folder most pages stand; those above all folders are the mirroring tool's own."""
        main = self._layout.main
        folder = self._layout.folders.get(main)
        if not folder:
            return ""
        start = len(self._layout.wrapping)
        deeper = [path for path in self._pages if "/" in path[start:]]
        return main if 2 * sum(path.startswith(folder) for path in deeper) > len(deeper) else ""

    def own_address(self) -> str:
        """Return the host that pages name in a META holding their own address: its path must be the page's."""
        hosts: Counter[str] = Counter()
        for page in self._pages.values():
            for meta in page.metas:
                if meta.name.lower() in _ADDRESS_METAS:
                    url = urls.split(urls.tidy(meta.content))
                    hosts[url.host] += self._is_address(url, page.path)
        found = _majority(hosts)
        return found if hosts[found] > 1 or len(self._pages) == 1 else ""

    def site_domain(self) -> str:
        """Return the host most META SiteDomain name, unless links to it mostly lead to no file."""
        hosts = Counter(urls.host_in(page.meta("SiteDomain") or "") for page in self._pages.values())
        del hosts[""]
        found = _majority(hosts)
        hits, misses = self._score.get(found, (0, 0))
        return "" if misses >= _MIN_MISSES and misses > hits else found

    def redirected(self) -> Iterator[str]:
        """Yield the hosts that redirect stubs name when they send on to a page that lies deeper in their own folder."""
        for page in self._pages.values():
            folder = page.path[: page.path.rfind("/") + 1]
            if page.role is Role.REDIRECT and folder != self._layout.root_of(page.path):
                for redirect in page.redirects:
                    url = urls.split(urls.tidy(redirect.href))
                    found = self._file(url.host, url.path) if urls.is_host_name(url.host) else ""
                    if found.startswith(folder) and found != page.path:
                        yield url.host

    def self_linked(self) -> Iterator[str]:
        """Yield the hosts whose absolute links lead to several files, and to far more files than gaps."""
        for host, (hits, misses) in self._score.items():
            if host not in self._layout.folders and hits >= _MIN_HITS and hits >= 2 * misses:
                yield host

    def _is_address(self, url: urls.Url, page: str) -> bool:
        """Say whether *url* is the address of the file *page* below the root; the start page's would fit any host."""
        return bool(url.path.strip("/")) and self._file(url.host, url.path, url.query) == page

    def _hits(self, host: str, paths: set[str]) -> tuple[int, int]:
        """Count the *paths* on *host* that lead to files, and those that do not; start pages prove nothing."""
        found = [bool(self._file(host, path)) for path in paths if path.strip("/") and not is_program(path, None)]
        return sum(found), len(found) - sum(found)

    def _file(self, host: str, path: str, query: str | None = None) -> str:
        """Return the file that *path* leads to once the host is taken off, ``""`` for none."""
        places = self._layout.places(self._layout.root_of_host(host), urls.decode(path))
        return next(filter(None, (self._stored.find(place, query) for place in places)), "")


def _majority(counts: Counter[str]) -> str:
    """Return the key that holds more than half of *counts*, else ``""``."""
    if not counts:
        return ""
    key, count = counts.most_common(1)[0]
    return key if 2 * count > counts.total() else ""


def _absolute_paths(facts: SiteFacts) -> dict[str, set[str]]:
    """Return the different paths that the pages link to, by the host they name."""
    found: dict[str, set[str]] = defaultdict(set)
    for href in _absolute_hrefs(facts):
        url = urls.split(urls.tidy(href))
        if url.scheme in ("", "http", "https") and urls.is_host_name(url.host):
            found[url.host].add(url.path)
    return found


def _absolute_hrefs(facts: SiteFacts) -> set[str]:
    """Return the different hrefs that name a host, by themselves or by the page's ``<base>``."""
    hrefs = {link.href for link in facts.links.values()}
    for page in facts.pages.values():
        if page.base_href:
            hrefs.update(urls.rebase(page.base_href, urls.tidy(link.href)) for link in bodies(page.links))
    return {href for href in hrefs if "//" in href[:9]}
