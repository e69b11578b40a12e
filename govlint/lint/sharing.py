"""What the facts of pages have alike, kept once: the menu, the footer and the scripts of a site stand on every page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from govlint.page.facts import PageFacts


class Sharing:
    """The rows and values of the pages so far."""

    def __init__(self) -> None:
        tables = ("links", "runs", "boxes", "items", "metas", "controls")
        self._tables: list[tuple[str, Callable[[Any, Any], Any]]] = [(name, {}.setdefault) for name in tables]
        self._values: dict[tuple[str, type, Any], Any] = {}

    def shared(self, facts: PageFacts) -> PageFacts:
        """Return *facts* with the rows and values that earlier pages have too."""
        parts: dict[str, Any] = {
            name: tuple(map(known, table, table)) for name, known in self._tables if (table := getattr(facts, name))
        }
        parts["script"] = self._one("script", facts.script)
        if facts.extra:
            parts["extra"] = {key: self._one(key, value) for key, value in facts.extra.items()}
        return replace(facts, **parts)

    def _one(self, name: str, value: Any) -> Any:
        try:
            return self._values.setdefault((name, type(value), value), value)
        except TypeError:  # what can change is each page's own
            return value
