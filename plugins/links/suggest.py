"""The file that a dead link was most likely meant for, where one stands out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from govlint.lazy_re import lazy_re
from govlint.site import urls
from govlint.site.urls import fold

from .kinds import kind_of

_SHORTEST_STEM = 5
_MOST_BESIDE = 300  # files of a folder that are looked at one by one
_DIGITS = lazy_re(r"\d++")
_INDEX = lazy_re(r"(?:index|default)\.\w++", re.IGNORECASE)
# Names that many folders have say nothing of where a file went.
_COMMON_NAME = lazy_re(r"(?:(?:index|list|default|more|page)\w{0,8}|\w{0,6})\.\w++|[\d\-]*+/.*+", re.IGNORECASE)
_ADDRESS = lazy_re(r"www\.(?:[\w\-]++\.)++(?:cn|com|net|org)", re.IGNORECASE)


class Suggestions:
    """An index over the files of a site, made when the first dead link asks."""

    def __init__(self, files: Iterable[str]) -> None:
        self._by_stem: dict[str, list[str]] = {}
        self._by_name: dict[str, list[str]] = {}
        self._by_folder: dict[str, list[str]] = {}
        for path in sorted(files):
            folder = path.rpartition("/")[0]
            self._by_stem.setdefault(fold(_stem(path)), []).append(path)
            if name := _moving_name(path):
                self._by_name.setdefault(name, []).append(path)
            self._by_folder.setdefault(folder, []).append(path)

    def likely(self, path: str) -> str:
        """Return the one file that the missing *path* was likely meant for, ``""`` where none stands out.

        That is the file of the same name with another extension, the only one of the same name in another folder, or
        one whose name differs in a single letter.
        """
        kind = kind_of(path)
        same_stem = [found for found in self._by_stem.get(fold(_stem(path)), ()) if kind_of(found) is kind]
        if len(same_stem) == 1:
            return same_stem[0]
        moved = self._by_name.get(_moving_name(path), ())
        if len(moved) == 1:
            return moved[0]
        return self._misspelt(path)

    def _misspelt(self, path: str) -> str:
        folder, _, name = path.rpartition("/")
        beside = self._by_folder.get(folder, ())
        if len(_stem(name)) < _SHORTEST_STEM or len(beside) > _MOST_BESIDE:
            return ""
        near = [found for found in beside if _one_letter_apart(name.lower(), found.rpartition("/")[2].lower())]
        return near[0] if len(near) == 1 else ""


def missing_scheme(path: str) -> str:
    """Return the host where *path* is an address whose ``http://`` was left out, else ``""``."""
    match = next(filter(None, map(_ADDRESS.fullmatch, path.split("/"))), None)
    return match[0] if match else ""


def _stem(path: str) -> str:
    """Return *path* without its extension."""
    return path[: -len(ending) - 1] if (ending := urls.extension(path)) else path


def _moving_name(path: str) -> str:
    """Return the part of *path* that stays when the file is moved: its name, with its folder's for an index page.

    ``""`` where the name is one that many folders have.
    """
    folder, _, name = path.rpartition("/")
    if _INDEX.fullmatch(name):
        name = f"{folder.rpartition('/')[2]}/{name}"
    return "" if _COMMON_NAME.fullmatch(name) else fold(name)


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether two names differ in one letter only; figures tell documents apart and must be the same."""
    if abs(len(one) - len(other)) > 1 or one == other or _DIGITS.findall(one) != _DIGITS.findall(other):
        return False
    start = 0
    shorter = min(len(one), len(other))
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return max(len(one), len(other)) - start - end <= 1
