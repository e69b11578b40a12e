"""The baseline: the faults a site has when it takes up govlint, so that only new ones fail.

Entries know a fault by its fingerprint (rule, path and key: never a line) and how often it stands there. Each may say
why it is tolerated and until when; past that day it counts again.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from govlint.finding import Finding, Text
from govlint.lint.findings.fingerprint import fingerprint

FORMAT = 1
DEFAULT_NAME = "govlint-baseline.json"


class BaselineError(ValueError):
    """A baseline file that cannot be used; *text* says why, in one line."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True, slots=True)
class Entry:
    """One known fault: *count* times *fingerprint*. *rule*, *path* and *message* are for people."""

    fingerprint: str
    rule: str
    path: str
    message: str
    count: int = 1
    reason: str = ""
    until: date | None = None


class Compared(NamedTuple):
    """A run held against a baseline: findings that are *new*, those *known*, and the entries that are *gone*."""

    new: list[Finding]
    known: list[Finding]
    gone: list[Entry]


@dataclass(frozen=True, slots=True)
class Baseline:
    """The known faults of a site, sorted by path and rule."""

    entries: tuple[Entry, ...] = ()

    def compare(self, findings: Iterable[Finding], today: date) -> Compared:
        """Tell new faults from known ones. GOV0 findings and reviews are always new; expired entries know nothing."""
        left = Counter({entry.fingerprint: entry.count for entry in self.entries if not _expired(entry, today)})
        new, known = [], []
        for finding in findings:
            mark = _mark(finding)
            if finding.is_fault and not finding.rule_id.startswith("GOV0") and left[mark] > 0:
                left[mark] -= 1
                known.append(finding)
            else:
                new.append(finding)
        gone = [replace(entry, count=left[entry.fingerprint]) for entry in self.entries if left[entry.fingerprint] > 0]
        return Compared(new, known, gone)

    def without(self, gone: Sequence[Entry]) -> Baseline:
        """Return the baseline less the faults that are *gone*."""
        fewer = {entry.fingerprint: entry.count for entry in gone}
        left = (replace(entry, count=entry.count - fewer.get(entry.fingerprint, 0)) for entry in self.entries)
        return Baseline(tuple(entry for entry in left if entry.count > 0))


def take(
    findings: Iterable[Finding], old: Baseline | None = None, reason: str = "", until: date | None = None
) -> Baseline:
    """Return a baseline of the faults among *findings*; reasons and days of *old* are kept, new entries get these."""
    kept = {entry.fingerprint: entry for entry in old.entries} if old else {}
    counts: Counter[str] = Counter()
    entries: dict[str, Entry] = {}
    for finding in findings:
        if not finding.is_fault or finding.rule_id.startswith("GOV0"):
            continue
        mark = _mark(finding)
        counts[mark] += 1
        before = kept.get(mark)
        entries[mark] = Entry(
            mark, finding.rule_id, finding.location.path, finding.message.zh, counts[mark],
            before.reason if before else reason, before.until if before else until,
        )  # fmt: skip
    return Baseline(tuple(sorted(entries.values(), key=lambda entry: (entry.path, entry.rule, entry.fingerprint))))


def _mark(finding: Finding) -> str:
    return fingerprint(finding.rule_id, finding.location.path, finding.key, 0)


def _expired(entry: Entry, today: date) -> bool:
    return entry.until is not None and entry.until < today


def dump(baseline: Baseline) -> str:
    """Return the text of a baseline file: JSON, an entry a line, so that two of them can be compared."""
    rows = ",\n".join(json.dumps(_row(entry), ensure_ascii=False) for entry in baseline.entries)
    return f'{{"format": {FORMAT}, "entries": [\n{rows}\n]}}\n'


def _row(entry: Entry) -> dict[str, Any]:
    row: dict[str, Any] = {
        "rule": entry.rule,
        "path": entry.path,
        "message": entry.message,
        "count": entry.count,
        "fingerprint": entry.fingerprint,
    }
    if entry.reason:
        row["reason"] = entry.reason
    if entry.until:
        row["until"] = entry.until.isoformat()
    return row


def load(path: Path) -> Baseline:
    """Read the baseline file *path* (UTF-8). Raises BaselineError where it cannot be read or is no baseline."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["format"] != FORMAT:
            raise ValueError(f"format {data['format']}")
        return Baseline(tuple(_entry(row) for row in data["entries"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BaselineError(
            Text(f"基线“{path}”无法使用：{error}", f"the baseline “{path}” cannot be used: {error}")
        ) from error


def _entry(row: dict[str, Any]) -> Entry:
    until = date.fromisoformat(row["until"]) if row.get("until") else None
    return Entry(
        str(row["fingerprint"]), str(row["rule"]), str(row["path"]), str(row["message"]),
        int(row.get("count", 1)), str(row.get("reason", "")), until,
    )  # fmt: skip
