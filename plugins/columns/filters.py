"""Columns that only filter another one (按年份检索): they promise a list, so dead controls alone leave them blank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from govlint.lazy_re import lazy_re
from govlint.page.facts import FRAME, Control, PageFacts, Run, ScriptFacts
from govlint.site.model import Column, ColumnState, TargetKind
from govlint.site.site import Site

from .judged import columns_in

_CONTENT = frozenset(("link", "attachment", "image", "media"))
# An address that leads nowhere: none, a place in the same page, or a script that does nothing.
_NOWHERE = lazy_re(r"(?:#.*|javascript:\s*(?:void\s*\(\s*0?\s*\))?[;\s]*)?", re.IGNORECASE)
# The labels beside search controls are shorter than this; a text is not.
_LONGEST_LABEL = 20


def blank_filters(site: Site) -> Iterator[Column]:
    """Yield the filter columns of *site* that list nothing: blank ones, and those that hold dead controls alone."""
    for column in columns_in(site, ColumnState.BLANK):
        if site.vocabulary.is_filter(column.name):
            yield column
    for column in columns_in(site, ColumnState.FILLED):
        if site.vocabulary.is_filter(column.name):
            view = _FilterPage(site, site.pages[column.path])
            if view.has_dead_controls() and view.lists_nothing():
                yield replace(column, at=view.controls[0].at, evidence="search controls and no list")


@dataclass(frozen=True)
class _FilterPage:
    """The page of a filter column, asked what a visitor can get out of it."""

    site: Site
    page: PageFacts

    @property
    def controls(self) -> tuple[Control, ...]:
        """The controls in the middle of the page; hidden ones and links that lead somewhere are left out."""
        shown = (control for control in self.page.controls if control.kind != "hidden" and control.zone not in FRAME)
        return tuple(control for control in shown if _NOWHERE.fullmatch(control.href))

    def has_dead_controls(self) -> bool:
        """Whether there are controls, and neither a form nor a handler nor any script of the files moves them."""
        controls = self.controls
        if not controls or any(control.handlers or control.form >= 0 for control in controls):
            return False
        names = {name for control in controls for name in (control.id, control.name, *control.classes.split()) if name}
        scripts = self._scripts()
        return scripts is not None and all(
            names.isdisjoint(script.mentions) and not script.loaders and not script.writes for script in scripts
        )

    def lists_nothing(self) -> bool:
        """Whether its middle shows no row, no text and no link but those to other columns."""
        if any(item.day is not None for item in self.page.items):
            return False
        if any(link.tag in ("iframe", "frame") for link in self.page.links):
            return False
        names = {name for column in self.site.columns for name in column.names}
        paths = {column.path for column in self.site.columns} | {self.page.path, self.site.home.path}
        return not any(self._is_content(run, names, paths) for run in self.page.runs if run.zone not in FRAME)

    def _is_content(self, run: Run, names: set[str], paths: set[str]) -> bool:
        if run.kind == "text":
            return run.length >= _LONGEST_LABEL
        if run.kind not in _CONTENT or run.text in names:
            return False
        if run.link < 0:
            return True
        link = self.page.links[run.link]
        target = self.site.target(self.page.path, link)
        if target.kind is TargetKind.PAGE:
            return self.site.follow(target.path)[0] not in paths
        return bool(link.onclick) or not _NOWHERE.fullmatch(link.href)

    def _scripts(self) -> list[ScriptFacts] | None:
        """Return the scripts of the page, None where one of them is not among the files."""
        found = [self.page.script]
        for link in self.page.links:
            if link.tag == "script" and link.href:
                facts = self.site.facts.scripts.get(self.site.target(self.page.path, link).path)
                if facts is None:
                    return None
                found.append(facts)
        return found
