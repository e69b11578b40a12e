"""Which file an include means: vendors' trees have been moved and copied, so names count where paths lead nowhere."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from govlint.lazy_re import lazy_re

_ODD = lazy_re(r"[$#<>{}\[\]'\"()+|*,;\s]")


@dataclass
class IncludeFiles:
    """The files of a template tree, to be found by what includes call them. Case does not count."""

    paths: Iterable[str]
    _by_path: dict[str, str] = field(init=False)
    _by_name: dict[str, list[str]] = field(init=False)
    _by_stem: dict[str, list[str]] = field(init=False)

    def __post_init__(self) -> None:
        self._by_path = {path.lower(): path for path in self.paths}
        self._by_name, self._by_stem = defaultdict(list), defaultdict(list)
        for low, path in self._by_path.items():
            name = low.rpartition("/")[2]
            self._by_name[name].append(path)
            self._by_stem[name.rpartition(".")[0] or name].append(path)

    def find(self, includer: str, target: str, folders: Iterable[str], endings: Iterable[str], exact: bool) -> str:
        """Return the file that *target*, written in the file *includer*, means, ``""`` where none can be told.

        *folders* are where the dialect looks, *endings* what it lets a name leave out. In this order: as a path from
        the includer's folder or any folder above it, the same file name in the includer's folder, the only file of
        that name; of an *exact* path none of the latter two.
        """
        wanted = _tidied(target).lower()
        if not wanted:
            return ""
        endings = tuple(endings)
        folder = includer.rpartition("/")[0].lower()
        if not _ODD.search(wanted):
            for place in _places(folder, wanted.startswith("/"), tuple(folders)):
                found = self._at(posixpath.normpath(posixpath.join(place, wanted.lstrip("/"))), endings)
                if found:
                    return found
        if exact:
            return ""
        return self._by_its_name(includer, folder, wanted.rpartition("/")[2], endings)

    def _at(self, path: str, endings: Iterable[str]) -> str:
        return next((self._by_path[path + ending] for ending in endings if path + ending in self._by_path), "")

    def _by_its_name(self, includer: str, folder: str, name: str, endings: tuple[str, ...]) -> str:
        """Return the file called *name*; never the one that includes it, which is meant by its path alone."""
        if not name or _ODD.search(name):
            return ""
        if (found := self._at(f"{folder}/{name}".lstrip("/"), endings)) and found != includer:
            return found
        named = (self._by_name.get(name + ending, []) for ending in endings)
        for same in (*named, self._by_stem.get(name, [])):
            others = [path for path in same if path != includer]
            if len(others) == 1:
                return others[0]
        return ""


def likely_paths(includer: str, target: str, folders: Iterable[str], endings: Iterable[str]) -> Iterator[str]:
    """Yield the paths at which the file may lie that *target*, written in *includer*, means; none leaves the tree."""
    wanted = _tidied(target)
    if not wanted or _ODD.search(wanted):
        return
    endings = tuple(endings)
    for place in _places(includer.rpartition("/")[0], wanted.startswith("/"), tuple(folders)):
        path = posixpath.normpath(posixpath.join(place, wanted.lstrip("/")))
        if not path.startswith(("/", "..")):
            yield from (path + ending for ending in endings)


def _tidied(target: str) -> str:
    """Return *target* as a path: without query, fragment and the marks of a site's root."""
    path = target.partition("::")[0].strip(" ~{}\"'").replace("\\", "/")
    path = re.sub(r"^[@~]/", "/", path)
    if path.count(":") <= 1:
        path = re.sub(r"(?<=\w)[:@](?=\w)", "/", path)  # ThinkPHP: module@controller/action, Public:header
    return path.partition("?")[0].partition("#")[0].strip()


def _places(folder: str, from_root: bool, folders: tuple[str, ...]) -> Iterable[str]:
    """Yield the folders in which a path is tried, the likeliest first."""
    steps = folder.split("/") if folder else []
    above = ["/".join(steps[:count]) for count in range(len(steps), -1, -1)]
    if from_root:
        above.reverse()
    for place in above:
        for below in folders:
            yield posixpath.join(place, below)
