"""The column tree as a map: each column with what is wrong with it in one word, and how old its newest item is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from govlint.finding import Text
from govlint.report.model import Report
from govlint.report.overview import ColumnInfo

from .classes import MISSING_COLUMN, heading_of
from .faults import Fault

STATES: Mapping[str, Text] = {
    "missing": Text("缺少", "missing"),
    "blank": Text("空白", "blank"),
    "stale": Text("过期", "stale"),
    "fault": Text("有问题", "at fault"),
    "review": Text("待核", "to review"),
    "fine": Text("正常", "fine"),
    "outside": Text("站外或无页面", "elsewhere"),
}
"""What a tile of the map says; the gravest first."""

_GONE = ("external", "missing", "unlinked")
_MONTH, _YEAR = 61, 730


class Age(NamedTuple):
    """How long ago the newest item of a column was published, in words, and its day."""

    text: Text
    day: date


@dataclass(slots=True)
class Tile:
    """A column on the map: *link* leads to its faults (``""``: it has none), *below* are the columns under it."""

    name: str
    state: str
    age: Age | None = None
    link: str = ""
    below: list[Tile] = field(default_factory=list)

    @property
    def word(self) -> Text:
        """The state in a word."""
        return STATES[self.state]


class Map(NamedTuple):
    """The tiles of the first level; *missing* stand in no tree, *outside* have no page here and nothing wrong."""

    tiles: list[Tile]
    missing: list[Tile]
    outside: list[Tile]
    counts: list[tuple[str, Text, int]]


def column_map(report: Report, faults: Iterable[Fault]) -> Map:
    """Return the map of the columns of *report* with *faults*."""
    faults = list(faults)
    missing = [
        Tile(fault.column, "missing" if fault.is_fault else "review", link=fault.id)
        for fault in faults
        if fault.rule.id == MISSING_COLUMN
    ]
    about: defaultdict[tuple[str, str], list[Fault]] = defaultdict(list)
    for fault in faults:
        if fault.column and fault.rule.id != MISSING_COLUMN:
            about[fault.column, fault.column_path].append(fault)
    tiles, outside = _tree(report.overview.columns, about, report.as_of)
    all_tiles = [*_flat(tiles), *missing, *outside]
    counts = [(state, word, sum(tile.state == state for tile in all_tiles)) for state, word in STATES.items()]
    return Map(tiles, missing, outside, [count for count in counts if count[2]])


def _tree(
    columns: Sequence[ColumnInfo], about: Mapping[tuple[str, str], list[Fault]], today: date
) -> tuple[list[Tile], list[Tile]]:
    made = [(column, _tile(column, about.get((column.name, column.path), []), today)) for column in columns]
    by_path = {column.path: (column, tile) for column, tile in made if column.path}
    top: list[Tile] = []
    outside: list[Tile] = []
    for column, tile in made:
        if tile.state == "outside":
            outside.append(tile)
        elif column.parent in by_path and not _circular(column, by_path):
            by_path[column.parent][1].below.append(tile)
        else:
            top.append(tile)
    return top, outside


def _circular(column: ColumnInfo, by_path: Mapping[str, tuple[ColumnInfo, Tile]]) -> bool:
    """Whether *column* stands below itself, or below a column that is not shown."""
    seen = {column.path}
    parent = column.parent
    while parent in by_path:
        above, tile = by_path[parent]
        if parent in seen or tile.state == "outside":
            return True
        seen.add(parent)
        parent = above.parent
    return False


def _tile(column: ColumnInfo, faults: Sequence[Fault], today: date) -> Tile:
    age = Age(age_of((today - column.newest).days), column.newest) if column.newest else None
    link = faults[0].id if len(faults) == 1 else f"c={column.path or column.name}" if faults else ""
    return Tile(column.name, _state(column, faults), age, link)


def _state(column: ColumnInfo, faults: Sequence[Fault]) -> str:
    """Return the word of the map for *column*: what rules found; its own state colours nothing red."""
    classes = {heading_of(fault.rule.id).id for fault in faults if fault.is_fault}
    found = next((state for state in ("blank", "stale") if state in classes), "fault" if classes else "")
    if found or faults:
        return found or "review"
    if column.state in _GONE:
        return "outside"
    return "review" if column.state != "filled" else "fine"


def _flat(tiles: Iterable[Tile]) -> Iterable[Tile]:
    for tile in tiles:
        yield tile
        yield from _flat(tile.below)


def age_of(days: int) -> Text:
    """Return an age in days, months or years, whichever a person would say."""
    if days < 0:
        return Text("日期在未来", "in the future")
    if days < _MONTH:
        return Text(f"{days} 天", f"{days} d")
    if days < _YEAR:
        return Text(f"{days * 12 // 365} 个月", f"{days * 12 // 365} mo")
    return Text(f"{days / 365.25:.1f} 年", f"{days / 365.25:.1f} y")
