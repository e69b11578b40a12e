"""Which pages of a site a visitor can reach from the home page by clicking, as far as files tell."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from govlint.lazy_re import lazy_re
from govlint.page.facts import PageFacts
from govlint.page.table import bodies
from govlint.site.model import TargetKind
from govlint.site.site import Site
from govlint.site.urls import is_of_page

_QUOTED = lazy_re(r"[\"']([^\"'<>\s]{1,200})[\"']")
_WRITTEN = lazy_re(r"(?:href|src)\s*+=\s*+\\?[\"']?([^\"'<>\s\\]{1,200})", re.IGNORECASE)
_ADDRESS = lazy_re(r"[./]")


def reached(site: Site) -> set[str]:
    """Return the paths of all stored pages that links, frames, redirects and the code of clicks lead to from home."""
    found: set[str] = {site.home.path}
    waiting = [site.home.path]
    asked: dict[tuple[str, str], set[str]] = defaultdict(set)
    while waiting:
        path = waiting.pop()
        page = site.pages[path]
        known = asked[path.rpartition("/")[0], page.base_href]
        fresh = _addresses(page, known)
        known.update(href for href in fresh if not is_of_page(href))
        for target in site.resolve_all(path, fresh):
            if target.kind is TargetKind.PAGE and target.path not in found:
                found.add(target.path)
                waiting.append(target.path)
    return found


def _addresses(page: PageFacts, known: set[str]) -> set[str]:
    """Return the addresses but *known* ones that *page* leads to: those of its links, redirects, and those in code."""
    hrefs = {link.href for link in bodies(page.links)} - known
    codes = {href for href in hrefs if href[:11].lower() == "javascript:"}
    codes.update(link.onclick for link in bodies(page.links))
    codes.update(code for control in page.controls for _, code in control.handlers)
    for code in codes:
        hrefs.update(_quoted(code))
    for written in page.script.writes:
        hrefs.update(_written(written))
    hrefs.update(redirect.href for redirect in page.redirects)
    hrefs.update(page.script.redirects)
    return hrefs - known


@lru_cache(maxsize=4096)  # the same handlers stand on every page
def _quoted(code: str) -> tuple[str, ...]:
    return tuple(text for text in _QUOTED.findall(code) if _ADDRESS.search(text))


@lru_cache(maxsize=1024)
def _written(markup: str) -> tuple[str, ...]:
    return tuple(_WRITTEN.findall(markup))
