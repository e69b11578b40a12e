"""Which pages of a site a visitor can reach from the home page by clicking, as far as files tell."""

from __future__ import annotations

import re
from functools import lru_cache

from govlint.lazy_re import lazy_re
from govlint.page.facts import PageFacts
from govlint.site.model import TargetKind
from govlint.site.site import Site

_QUOTED = lazy_re(r"[\"']([^\"'<>\s]{1,200})[\"']")
_WRITTEN = lazy_re(r"(?:href|src)\s*+=\s*+\\?[\"']?([^\"'<>\s\\]{1,200})", re.IGNORECASE)
_ADDRESS = lazy_re(r"[./]")


def reached(site: Site) -> set[str]:
    """Return the paths of all stored pages that links, frames, redirects and the code of clicks lead to from home."""
    found: set[str] = {site.home.path}
    waiting = [site.home.path]
    while waiting:
        path = waiting.pop()
        for there in _targets(site, path, site.pages[path]):
            if there not in found:
                found.add(there)
                waiting.append(there)
    return found


def _targets(site: Site, path: str, page: PageFacts) -> set[str]:
    """Return the pages that *page* leads to."""
    targets = site.targets(path)
    targets += (site.resolve(path, href) for href in _further_addresses(page))
    return {target.path for target in targets if target.kind is TargetKind.PAGE}


def _further_addresses(page: PageFacts) -> set[str]:
    """Return the addresses that *page* goes to otherwise than by its links: redirects, and those in code."""
    hrefs = {redirect.href for redirect in page.redirects}
    hrefs.update(page.script.redirects)
    for link in page.links:
        if link.onclick:
            hrefs.update(_quoted(link.onclick))
        if link.href[:11].lower() == "javascript:":
            hrefs.update(_quoted(link.href))
    for control in page.controls:
        for _, code in control.handlers:
            hrefs.update(_quoted(code))
    for written in page.script.writes:
        hrefs.update(_WRITTEN.findall(written))
    return hrefs


@lru_cache(maxsize=4096)  # the same handlers stand on every page
def _quoted(code: str) -> tuple[str, ...]:
    return tuple(text for text in _QUOTED.findall(code) if _ADDRESS.search(text))
