"""Charts as plain numbers for inline SVG: publications by month, and faults from day to day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from govlint.report.overview import Month

from .history import Day

WIDTH, HEIGHT, FOOT, LEFT = 720, 150, 22, 34
_MOST_MONTHS = 36
_LEVELS = ("error", "warning", "note")


class Bar(NamedTuple):
    """A bar of a chart: its place and size in the units of the drawing, a class for its colour, and what it says."""

    x: float
    y: float
    width: float
    height: float
    kind: str
    title: str


class Chart(NamedTuple):
    """A drawing: bars, labels below them at their x, and the highest value, to which the height is scaled."""

    bars: list[Bar]
    labels: list[tuple[float, str]]
    highest: int
    rows: list[tuple[str, int]]
    total: int


def bars(months: Sequence[Month], until: date) -> Chart | None:
    """Return publications of the three years up to *until*, months without any among them; None where there is none."""
    counts = dict(months)
    last = max(until.year * 12 + until.month - 1, 0)
    shown = [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(last - _MOST_MONTHS + 1, last + 1)]
    rows = [(month, counts.get(month, 0)) for month in shown]
    if not any(count for _, count in rows):
        return None
    highest = max(count for _, count in rows)
    step = (WIDTH - LEFT) / len(rows)
    made = [
        _bar(number, step, count, highest, "month", f"{month}: {count}") for number, (month, count) in enumerate(rows)
    ]
    labels = [
        (LEFT + step * (number + 0.5), month if month.endswith("-01") else month[5:])
        for number, (month, _) in enumerate(rows)
        if month[5:] in ("01", "04", "07", "10")
    ]
    return Chart(made, labels, highest, rows, sum(count for _, count in rows))


def history_bars(days: Sequence[Day]) -> Chart | None:
    """Return the faults of each day as a stack of errors, warnings and notes; None where there is no history."""
    if not days:
        return None
    highest = max(max(day.counts.faults for day in days), 1)
    step = (WIDTH - LEFT) / len(days)
    made = []
    for number, day in enumerate(days):
        under = 0
        for level, count in zip(_LEVELS, (day.counts.errors, day.counts.warnings, day.counts.notes), strict=True):
            made.append(_bar(number, step, count, highest, level, f"{day.day}: {count}", under))
            under += count
    labels = [(LEFT + step * (number + 0.5), day.day.isoformat()) for number, day in enumerate(days)]
    return Chart(made, labels, highest, [(day.day.isoformat(), day.counts.faults) for day in days], 0)


def _bar(number: int, step: float, count: int, highest: int, kind: str, title: str, under: int = 0) -> Bar:
    room = HEIGHT - FOOT
    height = room * count / highest
    wide = min(step * 0.7, 48)
    x = LEFT + step * (number + 0.5) - wide / 2
    return Bar(
        round(x, 2), round(room - height - room * under / highest, 2), round(wide, 2), round(height, 2), kind, title
    )
