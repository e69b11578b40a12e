"""What the facts of pages have alike, kept once: the menu, the footer and the scripts of a site stand on every page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from govlint.lint.examine import Examined
from govlint.page.facts import Link, PageFacts, Run
from govlint.page.table import shared

_ROWS = ("boxes", "items", "metas", "controls")


class Sharing:
    """The rows and values of the pages so far."""

    def __init__(self) -> None:
        links: dict[Link, Link] = {}
        runs: dict[Run, Run] = {}
        self.link: Callable[[Link, Link], Link] = links.setdefault
        self.run: Callable[[Run, Run], Run] = runs.setdefault
        self._tables: list[tuple[str, Callable[[Any, Any], Any]]] = [(name, {}.setdefault) for name in _ROWS]
        self._values: dict[tuple[str, type, Any], Any] = {}

    def of(self, examined: Examined) -> Examined:
        """Return *examined* with the facts that :meth:`shared` gives."""
        return examined if examined.facts is None else examined._replace(facts=self.shared(examined.facts))

    def shared(self, facts: PageFacts) -> PageFacts:
        """Return *facts* with the rows and values that earlier pages have too."""
        return self.with_tables(facts, shared(facts.links, self.link), shared(facts.runs, self.run))

    def with_tables(self, facts: PageFacts, links: Any, runs: Any) -> PageFacts:
        """Return *facts* with *links* and *runs*, and the other values that earlier pages have too."""
        parts: dict[str, Any] = {
            name: tuple(map(known, table, table)) for name, known in self._tables if (table := getattr(facts, name))
        }
        parts["script"] = self._one("script", facts.script)
        if facts.extra:
            parts["extra"] = {key: self._one(key, value) for key, value in facts.extra.items()}
        return replace(facts, links=links, runs=runs, **parts)

    def _one(self, name: str, value: Any) -> Any:
        try:
            return self._values.setdefault((name, type(value), value), value)
        except TypeError:  # what can change is each page's own
            return value
