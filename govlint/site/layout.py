"""How the folders of a target stand for hosts: a plain export, one in a wrapping folder, or a mirror of hosts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from govlint.lazy_re import lazy_re
from govlint.site.urls import host_of, is_host_name, join

# Folders are taken for hosts only under top-level domains that government sites and their neighbours use, because
# a folder may well be called "jquery.lightbox".
_HOST_FOLDER = lazy_re(
    r"(?P<host>[^/:+]+\.(?:cn|com|net|org|gov|edu|mil|info|biz|cc|政务|公益|中国|公司|网络)|\d{1,3}(?:\.\d{1,3}){3})"
    r"(?:[:+_](?P<port>\d{2,5}))?",
    re.IGNORECASE,
)
_PAGE = lazy_re(r"\.(?:[sx]?html?|aspx?|jsp|php)\Z", re.IGNORECASE)
# What archivers and mirroring tools leave beside the site.
_LITTER = frozenset({"__MACOSX", "hts-cache"})
_DEEPEST_WRAPPING = 8


def folder_host(name: str) -> str:
    """Return the host that the folder *name* stands for (``www.x.gov.cn``, ``x.gov.cn_8080``), ``""`` for none."""
    match = _HOST_FOLDER.fullmatch(name)
    if not match:
        return ""
    host = host_of(f"{match['host']}:{match['port']}" if match["port"] else match["host"])
    return host if is_host_name(host) else ""


@dataclass(frozen=True)
class Layout:
    """Where sites begin inside the target.

    *wrapping* is the chain of single folders everything stands in (``""`` or ``"export/"``); *folders* gives for each
    mirrored host its folder (``"www.x.gov.cn/"``, below *wrapping*); *main* is the host whose folder holds most pages.
    *mount* is the path of the root on its host, where that is not ``/`` (``"fgw/"``).
    """

    wrapping: str = ""
    folders: Mapping[str, str] = field(default_factory=dict)
    main: str = ""
    mount: str = ""

    @cached_property
    def host_folders(self) -> frozenset[str]:
        """The folders that stand for hosts."""
        return frozenset(self.folders.values())

    def root_of(self, path: str) -> str:
        """Return the folder that is ``/`` for the page *path*: its host's folder, or the wrapping one."""
        if self.folders and path.startswith(self.wrapping):
            folder = self.wrapping + path[len(self.wrapping) :].partition("/")[0] + "/"
            if folder in self.host_folders:
                return folder
        return self.wrapping if path.startswith(self.wrapping) else ""

    def root_of_host(self, host: str) -> str:
        """Return the folder that is ``/`` on *host*: its own one, else the main host's, else the wrapping one."""
        return self.folders.get(host) or self.folders.get(self.main) or self.wrapping

    def host_of(self, path: str) -> str:
        """Return the host in whose place *path* stands by its first folder, mirrored or not; ``""`` for none."""
        if not path.startswith(self.wrapping):
            return ""
        return folder_host(path[len(self.wrapping) :].partition("/")[0])

    def within_host(self, path: str) -> str:
        """Return what follows the host's folder in *path*, with a leading slash."""
        return "/" + path[len(self.wrapping) :].partition("/")[2]

    def places(self, root: str, path: str) -> list[str]:
        """Return where the path *path* on the root folder *root* may stand, the likeliest place first.

        A wrapping folder may be part of the addresses itself (only ``zwgk/`` was exported), so what wraps it is
        looked at too, and first where that leads back into the folder.
        """
        wanted = join("", path)
        found = [root + wanted]
        if self.mount:
            below = f"{wanted}/" if f"{wanted}/" == self.mount else wanted
            return [root + below.removeprefix(self.mount), root + wanted]
        if not root or root in self.host_folders:
            return found
        above = root
        while above:
            above = above[: above.rstrip("/").rfind("/") + 1]
            outside = above + wanted
            found.insert(0 if outside.startswith(root) else len(found), outside)
        return found

    def is_outside(self, path: str) -> bool:
        """Whether the path *path* on the host leads out of what was exported: beside the root's own folder there."""
        return self.mount != "" and not f"{join('', path)}/".startswith(self.mount)

    @property
    def roots(self) -> tuple[str, ...]:
        """The folders in which a home page may stand, the likeliest first."""
        main = self.folders.get(self.main)
        return tuple(dict.fromkeys([*([main] if main else []), self.wrapping, ""]))


def find_layout(files: Iterable[str]) -> Layout:
    """Work out the layout of the paths *files* (relative, with ``/``)."""
    rest = [path for path in files if path.partition("/")[0] not in _LITTER and not path.startswith(".")]
    wrapping = ""
    for _ in range(_DEEPEST_WRAPPING):
        single = _single_folder(rest, len(wrapping))
        if not single or folder_host(single):
            break
        wrapping += single + "/"
        rest = [path for path in rest if path.startswith(wrapping)]
    return _with_hosts(wrapping, rest)


def _single_folder(paths: Iterable[str], start: int) -> str:
    """Return the only folder at offset *start* of *paths*, ``""`` where there are several or a page beside it."""
    found = ""
    for path in paths:
        name, slash, _ = path[start:].partition("/")
        if not slash:
            if _PAGE.search(name):
                return ""
        elif name != found and name not in _LITTER:
            if found:
                return ""
            found = name
    return found


def _with_hosts(wrapping: str, paths: Iterable[str]) -> Layout:
    """Complete the layout by the host folders directly below *wrapping*."""
    pages: Counter[str] = Counter()
    folders: dict[str, str] = {}
    hosts: dict[str, str] = {}
    for path in paths:
        name, slash, _ = path[len(wrapping) :].partition("/")
        if slash and name not in hosts:
            hosts[name] = folder_host(name)
        if slash and (host := hosts[name]):
            folders.setdefault(host, f"{wrapping}{name}/")
            pages[host] += bool(_PAGE.search(path))
    main = min(pages, key=lambda host: (-pages[host], host), default="")
    return Layout(wrapping, folders, main)
