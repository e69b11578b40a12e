"""Rows of facts that pages have alike, kept once: the menu and the footer of a site are three rows in four."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from govlint.page.facts import PageFacts


class Sharing:
    """The rows of the pages so far."""

    def __init__(self) -> None:
        tables = ("links", "runs", "boxes", "items", "metas", "controls")
        self._tables: list[tuple[str, Callable[[Any, Any], Any]]] = [(name, {}.setdefault) for name in tables]

    def shared(self, facts: PageFacts) -> PageFacts:
        """Return *facts* with the rows that earlier pages have too."""
        rows: dict[str, Any] = {
            name: tuple(map(known, table, table)) for name, known in self._tables if (table := getattr(facts, name))
        }
        return replace(facts, **rows)
