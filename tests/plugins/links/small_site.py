"""Small sites for the tests of the link rules, read without the engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from govlint.plugins.links import govlint_page_facts

from govlint.page.facts import PageFacts
from govlint.page.names import is_page, is_script, is_style
from govlint.page.read import read_page
from govlint.page.script import script_facts
from govlint.page.styles import style_urls
from govlint.site.model import SiteFacts
from govlint.site.site import Site
from govlint.standard.vocabulary import Vocabulary


def facts_of(path: str, text: str) -> PageFacts:
    """Return the facts of a page with those of the link rules among them."""
    page = read_page(path, text.encode())
    return replace(page.facts, extra=govlint_page_facts(page))


def site_of(files: Mapping[str, str], *, partial: bool = False, hosts: tuple[str, ...] = ()) -> Site:
    """Return the site that *files* make: pages, scripts and style sheets by their names, the rest as mere files."""
    facts = SiteFacts(
        pages={path: facts_of(path, text) for path, text in files.items() if is_page(path)},
        files=frozenset(files),
        scripts={path: script_facts(text) for path, text in files.items() if is_script(path)},
        hosts=frozenset(hosts),
        partial=partial,
        styles={path: tuple(style_urls(text)) for path, text in files.items() if is_style(path)},
    )
    return Site(facts, Vocabulary(()))


def page(*hrefs: str, before: str = "") -> str:
    """Return a page with a link to each of *hrefs*."""
    links = "".join(f'<p><a href="{href}">链接</a></p>' for href in hrefs)
    return f"<html><head>{before}</head><body>{links}</body></html>"
