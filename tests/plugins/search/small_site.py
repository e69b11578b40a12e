"""Small sites for the tests of the search rules: pages are read, the plugin's own facts noted, nothing else is run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from govlint.plugins.search.box_state import Judgement, judge
from govlint.plugins.search.script_reach import reach_of
from govlint.plugins.search.search_boxes import SearchBox
from govlint.plugins.search.surroundings import boxes_of, page_facts

from govlint.lint.context import Context
from govlint.page.names import is_script
from govlint.page.read import read_page
from govlint.page.script import script_facts
from govlint.registry import load_registry
from govlint.site.model import SiteFacts
from govlint.site.site import Site

CONTEXT = Context(date(2026, 1, 15))


def whole(body: str, head: str = "") -> str:
    """Return a page with *body* and *head*, two lines before the body's own first."""
    return f"<!DOCTYPE html>\n<html><head><title>某市某局</title>{head}</head>\n<body>{body}</body></html>"


def site_of(files: Mapping[str, str], *, partial: bool = False, hosts: frozenset[str] = frozenset()) -> Site:
    """Return the site of *files*: HTML pages and scripts by path."""
    pages, scripts = {}, {}
    for path, text in files.items():
        if is_script(path):
            scripts[path] = script_facts(text)
        else:
            page = read_page(path, text.encode("utf-8"))
            pages[path] = replace(page.facts, extra=page_facts(page))
    facts = SiteFacts(pages, frozenset(files), scripts, hosts, "", partial)
    return Site(facts, load_registry().vocabulary)


def boxes_in(site: Site, path: str = "index.html") -> tuple[SearchBox, ...]:
    """Return the boxes of one page."""
    return boxes_of(site.pages[path])


def judgements(body: str, path: str = "index.html", **scripts: str) -> list[Judgement]:
    """Return the judgement of every box of a page with *body*; *scripts* are texts by file name without ``.js``."""
    included = "".join(f'<script src="{name}.js"></script>' for name in scripts)
    files = {path: whole(body, included)} | {f"{name}.js": text for name, text in scripts.items()}
    site = site_of(files)
    page = site.pages[path]
    return [judge(box, page, site, reach_of(site, page)) for box in boxes_of(page)]
