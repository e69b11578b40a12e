"""The HTML report: one file that needs no network and runs no script but its own.

What stands above the list of faults is written here, and of the list the first faults of each rule. The whole list is
data (``application/json``), which the page's script shows a part at a time, by ``textContent`` alone. Style and script
are allowed by their hashes, everything else is not.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TextIO

from govlint.finding import Text
from govlint.report import summary
from govlint.report.model import Report
from govlint.report.overview import ScoreInfo, ScoreRow
from govlint.report.words import SITE_KINDS

from .columns_map import Map, column_map
from .fault_data import fault_data
from .faults import Fault, faults_of
from .first_faults import first_faults
from .history import by_site, history
from .standalone import asset, page_template, policy, writable
from .timeline import bars, history_bars
from .words import WORDS

_STATES = ("veto", "lost", "open", "clear", "exempt")


def write(reports: Sequence[Report], stream: TextIO, *, language: str = "zh") -> None:
    """Write *reports* to *stream* (UTF-8) as one page: a part for each site, its newest report in full.

    Reports of one site on several days make a history. Raises CannotReport where jinja2 is not installed.
    """
    template = page_template("report.html.j2", language)
    style, script = asset("base.css") + asset("report.css"), asset("report.js")
    sites = [_Site(list(group), number, language) for number, group in enumerate(by_site(reports))]
    page = template.generate(
        sites=sites,
        groups=first_faults(
            ((site.name if len(sites) > 1 else "", site.report.prefix, site.faults) for site in sites), language
        ),
        words={name: text.in_language(language) for name, text in WORDS.items()},
        language="en" if language == "en" else "zh-CN",
        style=style,
        script=script,
        policy=policy(style, script),
        data=embedded(fault_data([(site.report, site.faults) for site in sites], language)),
        version=sites[0].report.version if sites else "",
    )
    stream.writelines(map(writable, page))


def embedded(value: Any) -> str:
    """Return *value* as JSON that no HTML parser can leave: ``<``, ``>``, ``&`` and line separators are escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


class _Site:
    """What the template asks of one site: its newest report, in words."""

    def __init__(self, reports: Sequence[Report], number: int, language: str) -> None:
        self.reports = reports
        self.report = reports[-1]
        self.number = number
        self.faults: list[Fault] = faults_of(self.report)
        if number:  # two sites may have the same fault, and each has its own link
            self.faults = [replace(fault, id=f"{fault.id}-{number + 1}") for fault in self.faults]
        self._language = language

    @property
    def name(self) -> str:
        """The name of the site, else of the target."""
        return self.report.site_name or self.report.target

    @property
    def kind(self) -> Text:
        """The kind of site."""
        return SITE_KINDS.get(self.report.site_kind, Text(self.report.site_kind, self.report.site_kind))

    @property
    def verdict(self) -> str:
        """One sentence on what was found."""
        return summary.verdict(self.report, self._language)

    @property
    def details(self) -> list[str]:
        """What was looked at, what was set aside, and by what it was judged."""
        return summary.details(self.report, self._language)

    @property
    def score(self) -> ScoreInfo | None:
        """The scorecard."""
        return self.report.overview.score

    @property
    def parts(self) -> list[tuple[Text, list[ScoreRow], list[tuple[str, Text, int]]]]:
        """The parts of the scorecard: title, rows, and how many rows are in each state."""
        grouped: dict[Text, list[ScoreRow]] = {}
        for row in self.score.rows if self.score else ():
            grouped.setdefault(row.part, []).append(row)
        return [(part, rows, _counted(rows)) for part, rows in grouped.items()]

    @property
    def map(self) -> Map:
        """The column tree."""
        return column_map(self.report, self.faults)

    @property
    def timeline(self) -> Any:
        """The publications of the last years by month."""
        return bars(self.report.overview.months, self.report.as_of)

    @property
    def history(self) -> Any:
        """The counts of each day, where there are several reports."""
        return history(self.reports) if len(self.reports) > 1 else []

    @property
    def history_chart(self) -> Any:
        """The history as stacked bars."""
        return history_bars(self.history)


def _counted(rows: Sequence[ScoreRow]) -> list[tuple[str, Text, int]]:
    words = {row.state: row.word for row in rows}
    return [(state, words[state], sum(row.state == state for row in rows)) for state in _STATES if state in words]
