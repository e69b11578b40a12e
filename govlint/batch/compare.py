"""Two batches side by side: what was mended, what is new, what stands, and who is at fault in both.

Faults are the same by their fingerprints (rule, file and key, never a line). One is called mended, or new, only where
its rule ran on both sides: what was not looked for is neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import Any, NamedTuple

from govlint.batch.store import Store
from govlint.batch.survey import Standing, standing_of
from govlint.finding import Severity, Text


class Change(StrEnum):
    """What became of a fault."""

    MENDED = "mended"
    NEW = "new"
    STANDING = "standing"


class Fault(NamedTuple):
    """A fault of one of two batches, or of both (then as the newer one says it)."""

    change: Change
    rule_id: str
    severity: str
    path: str
    line: int | None
    message: Text
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Pair:
    """One site in both batches. *grave_before* and *grave_now* are its faults at or above the bar.

    *counts* are the numbers of mended, new and standing faults; *unlike* is how many of the two batches' faults belong
    to rules that ran on one side only. *before* and *now* say how it stands. *read* reads the faults themselves.
    """

    key: str
    name: str
    region: str
    before: Standing
    now: Standing
    grave_before: int
    grave_now: int
    counts: Mapping[Change, int]
    unlike: int
    read: Callable[[], list[Fault]] = field(repr=False, compare=False)

    @property
    def faults(self) -> list[Fault]:
        """The mended, new and standing faults, sorted; read anew each time, for those of a country fill no memory."""
        return self.read()

    @property
    def repeats(self) -> bool:
        """Whether it is at fault in both batches, by the same faults or others."""
        return self.grave_before > 0 and self.grave_now > 0

    def count(self, change: Change) -> int:
        """How many faults became that."""
        return self.counts.get(change, 0)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two batches: sites in both (*pairs*), sites that are *gone* or *added* (names by key), and those of which one
    batch has no result (*unread*, names by key). *bar* is the least severity that makes a site one at fault."""

    pairs: tuple[Pair, ...]
    gone: tuple[tuple[str, str], ...]
    added: tuple[tuple[str, str], ...]
    unread: tuple[tuple[str, str], ...]
    bar: Severity

    @property
    def repeat_offenders(self) -> tuple[Pair, ...]:
        """The sites at fault in both, those with most standing faults first."""
        found = (pair for pair in self.pairs if pair.repeats)
        return tuple(sorted(found, key=lambda pair: (-pair.count(Change.STANDING), -pair.grave_now, pair.key)))

    def count(self, change: Change) -> int:
        """How many faults of all sites became that."""
        return sum(pair.count(change) for pair in self.pairs)


def compare(old: Store, new: Store, bar: Severity = Severity.ERROR) -> Comparison:
    """Compare the batches in two stores. Raises OSError and ValueError for results that cannot be read."""
    before = {str(head["key"]): head for head in old.heads()}
    now = {str(head["key"]): head for head in new.heads()}
    partners = match(before, now)
    pairs, unread = [], []
    for key, other in sorted(partners.items(), key=lambda pair: pair[1]):
        if "failure" in before[key] or "failure" in now[other]:
            unread.append((other, _name(now[other])))
        else:
            pairs.append(_pair(before[key], now[other], old, new, bar))
    return Comparison(
        pairs=tuple(pairs),
        gone=tuple((key, _name(before[key])) for key in sorted(before.keys() - partners.keys())),
        added=tuple((key, _name(now[key])) for key in sorted(now.keys() - set(partners.values()))),
        unread=tuple(unread),
        bar=bar,
    )


def match(before: Mapping[str, Mapping[str, Any]], now: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """Return which site of *now* is which of *before*, by their keys.

    Sites match by key; those left over by their code; those then left over by a host that is nobody else's.
    """
    partners = {key: key for key in before.keys() & now.keys()}
    for names in (_codes, _hosts):
        taken = set(partners.values())
        old = _by_name(((key, head) for key, head in before.items() if key not in partners), names)
        new = _by_name(((key, head) for key, head in now.items() if key not in taken), names)
        for name in sorted(old.keys() & new.keys()):
            if old[name] not in partners and new[name] not in taken:
                partners[old[name]] = new[name]
                taken.add(new[name])
    return partners


def _by_name(
    heads: Iterable[tuple[str, Mapping[str, Any]]], names: Callable[[Mapping[str, Any]], Iterable[str]]
) -> dict[str, str]:
    """Return the key by each name that only one of *heads* has."""
    owners: dict[str, list[str]] = {}
    for key, head in heads:
        for name in set(names(head)):
            owners.setdefault(name, []).append(key)
    return {name: keys[0] for name, keys in owners.items() if name and len(keys) == 1}


def _codes(head: Mapping[str, Any]) -> Iterable[str]:
    return (str(head.get("code", "")),)


def _hosts(head: Mapping[str, Any]) -> Iterable[str]:
    return map(str, head.get("hosts", ()))


def _pair(before: Mapping[str, Any], now: Mapping[str, Any], old: Store, new: Store, bar: Severity) -> Pair:
    was, found = _faults(old, str(before["key"])), _faults(new, str(now["key"]))
    ran = _ran(before, now)
    return Pair(
        key=str(now["key"]),
        name=_name(now),
        region=str(now["region"] or before["region"]),
        before=standing_of(before),
        now=standing_of(now),
        grave_before=_grave(was, bar),
        grave_now=_grave(found, bar),
        counts=Counter(fault.change for fault in _changed(was, found, ran)),
        unlike=sum(record["ruleId"] not in ran for record in (*was.values(), *found.values())),
        read=partial(_read, old, new, str(before["key"]), str(now["key"])),
    )


def _read(old: Store, new: Store, before: str, now: str) -> list[Fault]:
    """Read the faults of the sites *before* and *now* from the stores, sorted."""
    faults = _changed(_faults(old, before), _faults(new, now), _ran(old.head(before), new.head(now)))
    return sorted(faults, key=lambda fault: (fault.change, fault.path, fault.rule_id, fault.fingerprint))


def _ran(before: Mapping[str, Any], now: Mapping[str, Any]) -> frozenset[str]:
    """Return the rules that ran on both sides."""
    return frozenset(before["rules"]) & frozenset(now["rules"])


def _changed(
    was: Mapping[str, Mapping[str, Any]], found: Mapping[str, Mapping[str, Any]], ran: Collection[str]
) -> Iterator[Fault]:
    """Yield what became of the faults of rules that *ran* on both sides."""
    for mark in was.keys() - found.keys():
        if was[mark]["ruleId"] in ran:
            yield _fault(Change.MENDED, was[mark])
    for mark, record in found.items():
        if record["ruleId"] in ran:
            yield _fault(Change.STANDING if mark in was else Change.NEW, record)


def _faults(store: Store, key: str) -> dict[str, Mapping[str, Any]]:
    """Return the faults of a site by fingerprint, without what govlint says of itself (GOV0)."""
    return {
        str(record["fingerprint"]): record
        for record in store.findings(key)
        if record["verdict"] == "fail" and not record["ruleId"].startswith("GOV0")
    }


def _fault(change: Change, record: Mapping[str, Any]) -> Fault:
    message = Text(record["message"]["zh"], record["message"]["en"])
    return Fault(
        change, record["ruleId"], record["severity"], record["path"], record["line"], message, record["fingerprint"]
    )


def _grave(faults: Mapping[str, Mapping[str, Any]], bar: Severity) -> int:
    return sum(Severity(record["severity"]).rank >= bar.rank for record in faults.values())


def _name(head: Mapping[str, Any]) -> str:
    return str(head.get("name") or head["target"])
