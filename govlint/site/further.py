"""Which stored pages continue a list: its second, third … page, told by their file names and by the links that turn."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from govlint.lazy_re import lazy_re
from govlint.page.facts import PageFacts, Role, Zone
from govlint.page.table import bodies
from govlint.site.model import TargetKind

if TYPE_CHECKING:
    from govlint.site.site import Site

# index_2.html, list-2.html; Index_3.aspx, 18287_5.html; tzgg/2.htm, which continues tzgg.htm.
_NAMES = (
    lazy_re(r"^(?P<base>.+?)[_-]\d{1,4}(?P<ending>\.[a-z]{3,5})$", re.IGNORECASE),
    lazy_re(r"^(?P<base>.+)/\d{1,4}(?P<ending>\.[a-z]{3,5})$", re.IGNORECASE),
)
_TURNS = lazy_re(
    r"[\s\[(<>«»‹›|]*+(?:\d{1,3}|第\s*+\d{1,3}\s*+页|(?:首|下|后|上|前|尾|末|最后|最末|第)\s?[一1]?\s?页|next|prev|last|first)"
    r"[\s\])<>«»‹›|]*+",
    re.IGNORECASE,
)
_DIGITS = lazy_re(r"\d++")


def further_pages(site: Site) -> dict[str, str]:
    """Return for every further page of a list in *site* the path of the first page of that list."""
    found = dict(_by_name(site))
    for linked in _by_links(site):
        bases = {found.get(path, path) for path in linked}
        first = min(bases, key=lambda path: (path in found, _natural(path)))
        for path in linked | bases:
            if path != first:
                found[path] = first
    return {path: _first_of(path, found) for path in found}


def _by_name(site: Site) -> Iterator[tuple[str, str]]:
    for path in site.pages:
        for pattern in _NAMES:
            name = pattern.match(path)
            if name is not None and name["base"] + name["ending"] in site.pages:
                yield path, name["base"] + name["ending"]
                break


def _by_links(site: Site) -> Iterable[set[str]]:
    """Return sets of pages that turn to one another: alike in address but for numbers, by a link 2 or 下一页."""
    joined: dict[str, set[str]] = defaultdict(set)
    for path, page in site.pages.items():
        if page.paging is None or page.role is not Role.PAGE:
            continue
        for there in _turned_to(site, path, page):
            whole = (joined.get(path) or {path}) | (joined.get(there) or {there})
            for member in whole:
                joined[member] = whole
    return {id(whole): whole for whole in joined.values()}.values()


def _turned_to(site: Site, path: str, page: PageFacts) -> Iterator[str]:
    for link in bodies(page.links):
        if link.tag != "a" or link.zone in (Zone.HEADER, Zone.FOOTER) or not _TURNS.fullmatch(link.text):
            continue
        target = site.target(path, link)
        if target.kind is TargetKind.PAGE and target.path != path and _alike(path, target.path):
            there = site.pages[target.path]
            if there.role is Role.PAGE and there.paging is not None:
                yield target.path


def _alike(one: str, other: str) -> bool:
    """Whether two addresses differ in numbers alone, or one lacks the number: list.html, list.html?page=2."""
    if _DIGITS.sub("0", one) == _DIGITS.sub("0", other):
        return True
    short, long = sorted((one, other), key=len)
    stem, _, ending = short.rpartition(".")
    rest = long.removeprefix(stem).removesuffix(f".{ending}")
    return long.startswith(stem) and rest != long and len(rest) <= 16 and "/" not in rest[1:] and any(
        character.isdigit() for character in rest
    )  # fmt: skip


def _natural(path: str) -> tuple[int, list[int], str]:
    """Order list.html before list_2.html before list_10.html."""
    return len(_DIGITS.sub("", path)), [int(number) for number in _DIGITS.findall(path)[:20]], path


def _first_of(path: str, found: Mapping[str, str]) -> str:
    seen = {path}
    while (there := found.get(path)) is not None and there not in seen:
        seen.add(there)
        path = there
    return path
