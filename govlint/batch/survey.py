"""The survey: what the heads of a batch come to, as an office publishes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from govlint.batch.store import Store
from govlint.finding import Text
from govlint.standard.classes import FaultClass


class Standing(StrEnum):
    """How a site stands, from its scorecards: the gravest of them counts."""

    VETOED = "vetoed"
    UNQUALIFIED = "unqualified"
    OPEN = "open"
    QUALIFIED = "qualified"
    UNSCORED = "unscored"  # no standard of the run gives points
    FAILED = "failed"  # its files could not be inspected
    PENDING = "pending"  # the batch has not come to it


@dataclass(frozen=True, slots=True)
class SiteLine:
    """One site of a survey. *low* and *high* are its total, None where it has none; *classes* the faults by class.

    *faults* are by rule, without govlint's own (GOV0). *broken* is how many rules or plugins failed on it, *reason*
    says why a site as a whole has no result.
    """

    key: str
    name: str
    code: str = ""
    region: str = ""
    kind: str = ""
    standing: Standing = Standing.PENDING
    vetoes: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    pages: int = 0
    unread: int = 0
    errors: int = 0
    warnings: int = 0
    notes: int = 0
    reviews: int = 0
    classes: tuple[int, ...] = ()
    faults: tuple[tuple[str, int], ...] = ()
    as_of: str = ""
    broken: int = 0
    reason: Text | None = None

    @property
    def inspected(self) -> bool:
        """Whether there is a result."""
        return self.standing not in (Standing.FAILED, Standing.PENDING)

    @property
    def spotless(self) -> bool:
        """Whether all of it was read and judged, and nothing found that must be mended: notes and reviews may be."""
        flawed = self.errors or self.warnings or self.unread or self.broken or not self.pages
        return self.inspected and not flawed and self.standing not in (Standing.VETOED, Standing.UNQUALIFIED)


@dataclass(frozen=True, slots=True)
class Group:
    """Sites of one region, of one kind, or all: how many there are by standing, and at fault by class."""

    name: str
    sites: int
    standings: tuple[tuple[Standing, int], ...]
    classes: tuple[int, ...]

    def count(self, standing: Standing) -> int:
        """How many sites stand so."""
        return dict(self.standings).get(standing, 0)


@dataclass(frozen=True, slots=True)
class Frequent:
    """A rule, at how many sites it found a fault, and how many faults."""

    rule_id: str
    sites: int
    faults: int


@dataclass(frozen=True, slots=True)
class Survey:
    """All that is published of a batch. *days* are the days its sites were judged on; *mixed* whether they come from
    several versions of govlint; *standards* the ids of what sites were judged by, with the number of sites."""

    sites: tuple[SiteLine, ...]
    classes: tuple[FaultClass, ...]
    whole: Group
    regions: tuple[Group, ...]
    kinds: tuple[Group, ...]
    frequent: tuple[Frequent, ...]
    days: tuple[str, ...]
    mixed: bool = False
    standards: tuple[tuple[str, int], ...] = ()

    def at_fault(self, number: int) -> list[SiteLine]:
        """Return the sites with a fault of the class *number*, those with most faults first."""
        found = [site for site in self.sites if site.inspected and site.classes[number]]
        return sorted(found, key=lambda site: (-site.classes[number], site.key))


def survey(store: Store, classes: Sequence[FaultClass]) -> Survey:
    """Return the survey of the batch in *store*: every site it set out to lint, done or not."""
    heads = {str(head["key"]): head for head in store.heads()}
    planned = {str(site["key"]): site for site in store.manifest().get("sites", ())}
    lines = [_line(heads.get(key), planned.get(key, {}), key, classes) for key in sorted({*heads, *planned})]
    done = [head for head in heads.values() if "failure" not in head]
    versions = {str(head["tool"]["version"]) for head in done}
    judged_by = Counter(str(standard) for head in done for standard in head["standards"])
    return Survey(
        sites=tuple(lines),
        classes=tuple(classes),
        whole=_group("", lines, len(classes)),
        regions=_groups(lines, [line.region for line in lines], len(classes)),
        kinds=_groups(lines, [line.kind for line in lines], len(classes)),
        frequent=_frequent(lines),
        days=tuple(sorted({line.as_of for line in lines if line.as_of})),
        mixed=len(versions) > 1,
        standards=tuple(sorted(judged_by.items(), key=lambda found: (-found[1], found[0]))),
    )


def standing_of(head: Mapping[str, Any]) -> Standing:
    """Return how the site of *head* stands."""
    if "failure" in head:
        return Standing.FAILED
    outcomes = {_outcome(card) for card in head["cards"]}
    order = (Standing.VETOED, Standing.UNQUALIFIED, Standing.OPEN, Standing.QUALIFIED)
    return next((standing for standing in order if standing in outcomes), Standing.UNSCORED)


def _outcome(card: Mapping[str, Any]) -> Standing:
    return Standing.VETOED if card["vetoes"] else Standing(card["outcome"])


def _line(
    head: Mapping[str, Any] | None, planned: Mapping[str, Any], key: str, classes: Sequence[FaultClass]
) -> SiteLine:
    known = head or {}

    def told(name: str) -> str:
        return str(known.get(name) or planned.get(name) or "")

    line = SiteLine(
        key, told("name") or told("target") or key, told("code"), told("region"), told("kind"),
        classes=(0,) * len(classes),
    )  # fmt: skip
    if head is None:
        return line
    if "failure" in head:
        return replace(line, standing=Standing.FAILED, reason=Text(head["reason"]["zh"], head["reason"]["en"]))
    faults = {rule: number for rule, number in head["faults"].items() if not rule.startswith("GOV0")}
    totals = [card["total"] for card in head["cards"] if card["total"]]
    counts = head["counts"]
    return replace(
        line,
        standing=standing_of(head),
        vetoes=tuple(f"{card['standard']}:{row}" for card in head["cards"] for row in card["vetoes"]),
        low=min((total["low"] for total in totals), default=None),
        high=min((total["high"] for total in totals), default=None),
        pages=counts["pages"],
        unread=counts["unread"],
        errors=counts["errors"],
        warnings=counts["warnings"],
        notes=counts["notes"],
        reviews=counts["reviews"],
        classes=tuple(sum(faults.get(rule, 0) for rule in found.rules) for found in classes),
        faults=tuple(sorted(faults.items())),
        as_of=head["asOf"],
        broken=len(head["broken"]),
    )


def _groups(lines: Sequence[SiteLine], names: Iterable[str], classes: int) -> tuple[Group, ...]:
    """Return the groups of *lines* by *names*, one each; ``""`` comes last; none where nothing is named."""
    members: dict[str, list[SiteLine]] = {}
    for line, name in zip(lines, names, strict=True):
        members.setdefault(name, []).append(line)
    if set(members) <= {""}:
        return ()
    return tuple(_group(name, members[name], classes) for name in sorted(members, key=lambda name: (not name, name)))


def _group(name: str, lines: Sequence[SiteLine], classes: int) -> Group:
    standings = Counter(line.standing for line in lines)
    at_fault = tuple(sum(line.classes[number] > 0 for line in lines) for number in range(classes))
    return Group(name, len(lines), tuple((standing, standings[standing]) for standing in Standing), at_fault)


def _frequent(lines: Iterable[SiteLine]) -> tuple[Frequent, ...]:
    sites: Counter[str] = Counter()
    faults: Counter[str] = Counter()
    for line in lines:
        for rule, number in line.faults:
            sites[rule] += 1
            faults[rule] += number
    return tuple(
        Frequent(rule, sites[rule], faults[rule]) for rule in sorted(sites, key=lambda rule: (-sites[rule], rule))
    )
