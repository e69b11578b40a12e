"""The list of faults as it stands where no script runs: every rule, with the first of its faults.

Preview panes of mail programs, strict browsers and old ones show no more than this; the page's script replaces it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from govlint.finding import Location
from govlint.report.clip import clip
from govlint.report.model import RuleInfo
from govlint.report.origins import origins_in_words

from .faults import Fault

MOST = 10
"""How many faults of a rule are written out: with all rules there are, a page stays small whatever was found."""


class Source(NamedTuple):
    """A source line: its number, and what is before, in and behind the mark."""

    line: int
    before: str
    marked: str
    behind: str


class FirstFault(NamedTuple):
    """A fault with its first place. *id* is its id, ``""`` where another has it on this page; *site* the name of its
    site, ``""`` where there is one site only; *details* are further texts with the names of their words."""

    fault: Fault
    id: str
    site: str
    where: str
    source: Source | None
    details: list[tuple[str, str]]


class Group(NamedTuple):
    """A rule, how many faults it found, and the first of them."""

    rule: RuleInfo
    total: int
    faults: list[FirstFault]

    @property
    def more(self) -> int:
        """How many faults are not written out."""
        return self.total - len(self.faults)


def first_faults(sites: Iterable[tuple[str, str, Iterable[Fault]]], language: str) -> list[Group]:
    """Return the groups of *sites* (name, prefix of paths, faults), in the order in which the page lists them."""
    ids: set[str] = set()
    rules: dict[str, RuleInfo] = {}
    totals: dict[str, int] = {}
    shown: dict[str, list[FirstFault]] = {}
    for name, prefix, faults in sites:
        for fault in faults:
            id = fault.rule.id
            rules.setdefault(id, fault.rule)
            totals[id] = totals.get(id, 0) + 1
            if len(shown.setdefault(id, [])) < MOST:
                place = fault.places[0]
                own = "" if fault.id in ids else fault.id
                ids.add(fault.id)
                shown[id].append(
                    FirstFault(fault, own, name, _where(place, prefix), _source(place), _details(fault, language))
                )
    return [Group(rule, totals[id], shown[id]) for id, rule in rules.items()]


def _details(fault: Fault, language: str) -> list[tuple[str, str]]:
    reason = fault.first.reason
    told = (
        ("template", origins_in_words(fault.findings, language)),
        ("reason", reason.in_language(language) if reason else ""),
        ("points", fault.points.in_language(language)),
        ("basis", "；".join(text.in_language(language) for text in fault.basis)),
    )
    return [(word, text) for word, text in told if text]


def _where(place: Location, prefix: str) -> str:
    path = prefix + place.path if place.path else prefix or "."
    return f"{path}:{place.region.start_line}:{place.region.start_column}" if place.region else path


def _source(place: Location) -> Source | None:
    shown = clip(place)
    if shown is None or place.region is None:
        return None
    text = shown.text
    return Source(
        place.region.start_line, text[: shown.start], text[shown.start : shown.end] or "\xa0", text[shown.end :]
    )
