"""Where on its host a target hangs: the export of ``www.x.gov.cn/fgw/`` holds what ``/fgw/…`` links lead to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from govlint.page.facts import PageFacts
from govlint.page.table import bodies
from govlint.site import urls
from govlint.site.layout import Layout
from govlint.site.model import SiteFacts
from govlint.site.stored import StoredFiles

_PAGES = 500  # pages asked; the links of a site's frame say it on every page
_DEEPEST = 4  # folders
_LEAST_HITS = 5  # different links
_CLEARLY = 4  # times as many links must be right with it than are right without


def find_mount(facts: SiteFacts, layout: Layout, stored: StoredFiles) -> str:
    """Return the path of the target's root on its host, ``""`` where that is the host's own root: ``"fgw/"``.

    The path of an address told (``x.gov.cn/fgw/``) counts, unless the target itself has such a folder. Without one the
    links that begin with ``/`` tell: next to none lead to a file, and most do with the same first folders taken off.
    Mirrors keep whole paths.
    """
    if layout.folders:
        return ""
    for address in sorted(facts.hosts):
        path = urls.split_address(address).path
        if folder := urls.join("", path[: path.rfind("/") + 1]):
            below = layout.wrapping + folder
            return "" if any(name.startswith(below) for name in facts.files) else folder
    if len(facts.files) < _LEAST_HITS:  # nor can so many links lead to different files
        return ""
    return _seen(frozenset(_paths(facts.pages.values())), layout, stored)


def _paths(pages: Iterable[PageFacts]) -> Iterator[str]:
    """Yield the paths of links that begin at the root of the host and name a file or folder there."""
    asked = (page for page in islice(pages, _PAGES) if not page.base_href)
    for href in {link.href for page in asked for link in bodies(page.links)}:
        if href[:1] == "/" and href[1:2] not in ("", "/"):
            yield urls.split(urls.tidy(href)).path


def _seen(paths: Iterable[str], layout: Layout, stored: StoredFiles) -> str:
    """Return the folders that lead to most files when they are taken off *paths*."""
    direct = 0
    hits: Counter[str] = Counter()
    for path in paths:
        wanted = urls.join("", urls.decode(path))
        if any(map(stored.find, layout.places(layout.wrapping, "/" + wanted))):
            direct += 1
            continue
        folders = wanted.split("/")[:-1][:_DEEPEST]
        for depth in range(1, len(folders) + 1):
            prefix = "/".join(folders[:depth]) + "/"
            rest = wanted[len(prefix) :]
            if rest and stored.find(layout.wrapping + rest):
                hits[prefix] += 1
    best, count = max(hits.items(), key=lambda each: (each[1], -len(each[0])), default=("", 0))
    return best if count >= _LEAST_HITS and count >= _CLEARLY * direct else ""
