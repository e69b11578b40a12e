"""What the facts of pages have alike, kept once: the menu, the footer and the scripts of a site stand on every page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from govlint.lint.examine import Examined
from govlint.page.facts import Item, Link, PageFacts, Run
from govlint.page.table import Column, Columns, shared

_ROWS = ("boxes", "metas", "controls")
_VALUES = ("script", "encoding", "language", "published", "captured")
_ALIKE = ("how", "exact", "zone")


class Sharing:
    """The rows and values of the pages so far."""

    def __init__(self) -> None:
        links: dict[Link, Link] = {}
        runs: dict[Run, Run] = {}
        days: dict[date | None, date | None] = {}
        self._day = days.setdefault
        self.link: Callable[[Link, Link], Link] = links.setdefault
        self.run: Callable[[Run, Run], Run] = runs.setdefault
        self._tables: list[tuple[str, Callable[[Any, Any], Any]]] = [(name, {}.setdefault) for name in _ROWS]
        self._values: dict[tuple[str, type, Any], Any] = {}

    def of(self, examined: Examined) -> Examined:
        """Return *examined* with the facts that :meth:`shared` gives."""
        return examined if examined.facts is None else examined._replace(facts=self.shared(examined.facts))

    def shared(self, facts: PageFacts) -> PageFacts:
        """Return *facts* with the rows and values that earlier pages have too."""
        items = self.items(zip(*facts.items, strict=True))
        return self.joined(facts, shared(facts.links, self.link), shared(facts.runs, self.run), items)

    def items(self, columns: Iterable[Column]) -> Sequence[Item]:
        """Return the items that *columns* tell of: of many pages all stand in one zone, or say how they are dated."""
        named: dict[str, Any] = dict(zip(Item._fields, columns, strict=False))
        if not named:
            return ()
        named["day"] = tuple(map(self._day, named["day"], named["day"]))
        for name in _ALIKE:
            named[name] = self._one(name, named[name])
        return Columns(Item, named.values())

    def joined(self, facts: PageFacts, links: Sequence[Link], runs: Sequence[Run], items: Sequence[Item]) -> PageFacts:
        """Return *facts* with *links*, *runs* and *items*, and the other values that earlier pages have too."""
        parts: dict[str, Any] = {
            name: tuple(map(known, table, table)) for name, known in self._tables if (table := getattr(facts, name))
        }
        parts |= {name: self._one(name, getattr(facts, name)) for name in _VALUES}
        if facts.extra:
            parts["extra"] = {key: self._one(key, value) for key, value in facts.extra.items()}
        return replace(facts, links=links, runs=runs, items=items, **parts)

    def _one(self, name: str, value: Any) -> Any:
        try:
            return self._values.setdefault((name, type(value), value), value)
        except TypeError:  # what can change is each page's own
            return value
