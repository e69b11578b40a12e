"""The list of faults as the data of the HTML report: short arrays, each sentence once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from govlint.finding import Location
from govlint.report.clip import clip
from govlint.report.model import Report
from govlint.report.origins import origins_in_words

from .faults import Fault
from .words import WORDS

_MOST_PLACES = 10

SCRIPT_WORDS = (
    "level.error", "level.warning", "level.note", "level.review", "of", "nothing", "more", "pages", "basis", "remedy",
    "points", "reason", "template", "only", "all", "link", "others", "left-out", "shown", "causes",
)  # fmt: skip
"""The words that the page's script needs."""


def fault_data(sites: Sequence[tuple[Report, Sequence[Fault]]], language: str) -> dict[str, Any]:
    """Return plain JSON values: the rules, the words of the script, and an array for each fault.

    A fault is ``[id, rule, level, site, message, reason, pages, column, column path, basis, points, places,
    origins]``, a place
    ``[path, line, column, note, text, start, end]`` (the last three only of the first place).
    """
    basis: dict[tuple[str, ...], int] = {}
    rows = []
    for number, (report, faults) in enumerate(sites):
        for fault in faults:
            said = tuple(text.in_language(language) for text in fault.basis)
            rows.append(
                [
                    fault.id,
                    fault.rule.id,
                    fault.level,
                    number,
                    fault.first.message.in_language(language),
                    fault.first.reason.in_language(language) if fault.first.reason else "",
                    fault.pages,
                    fault.column,
                    fault.column_path,
                    basis.setdefault(said, len(basis)),
                    fault.points.in_language(language),
                    [
                        _place(place, report.prefix, language, whole=not at)
                        for at, place in enumerate(fault.places[:_MOST_PLACES])
                    ],
                    origins_in_words(fault.findings, language),
                ]
            )
    rules = {fault.rule.id: fault.rule for _, faults in sites for fault in faults}
    return {
        "rules": {
            id: [rule.name, *(text.in_language(language) for text in (rule.summary, rule.why, rule.remedy))]
            for id, rule in rules.items()
        },
        "words": {name: WORDS[name].in_language(language) for name in SCRIPT_WORDS},
        "basis": [list(said) for said in basis],
        "faults": rows,
    }


def _place(place: Location, prefix: str, language: str, *, whole: bool) -> list[Any]:
    region = place.region
    path = prefix + place.path if place.path else prefix or "."
    found = [path, region.start_line if region else 0, region.start_column if region else 0]
    found.append(place.note.in_language(language) if place.note else "")
    shown = clip(place) if whole else None
    return found if shown is None else [*found, shown.text, shown.start, shown.end]
