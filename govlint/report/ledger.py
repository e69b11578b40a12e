"""A returned ledger against a new run: what was said to be mended and is, what is not, and what is new.

Nothing is called mended that the run could not have seen: its rule has to have run, and not to have failed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from govlint.finding import Finding, Verdict
from govlint.lint.own_rules import RULE_FAILED
from govlint.report.model import NotificationKind, Report
from govlint.report.reporter import LedgerRow

MENDED = "已整改"
_LINE = re.compile(r":\d+$")
_ILLEGIBLE = "\ufffd"
"""What a worksheet holds in place of characters that it cannot hold."""


class Check(StrEnum):
    """What a row comes to."""

    MENDED = "mended"  # said to be mended, and no longer found
    PAGE_GONE = "page-gone"  # no longer found because its page is no longer there: a person says if that was meant
    NOT_MENDED = "not-mended"  # said to be mended, and still found
    HIDDEN = "hidden"  # said to be mended, and suppressed or in the baseline: still there
    REVIEW = "review"  # said to be mended, and now for a person to decide
    UNKNOWN = "unknown"  # said to be mended, and its rule did not run or failed, or its page or site was not read
    GONE = "gone"  # not said to be mended, and no longer found
    OPEN = "open"  # not said to be mended, and still found


class Checked(NamedTuple):
    """A row with what it comes to, and the finding that shows it is still there (None: there is none)."""

    row: LedgerRow
    check: Check
    finding: Finding | None = None


class LedgerCheck(NamedTuple):
    """All rows checked, and the faults that no row of the ledger names."""

    rows: tuple[Checked, ...]
    new: tuple[Finding, ...]

    def of(self, check: Check) -> list[Checked]:
        """Return the rows that come to *check*."""
        return [row for row in self.rows if row.check is check]


def cause_mark(rule_id: str, key: str) -> str:
    """Return the mark of what a rule says about *key* on whatever pages: ``GOV5001:`` and 32 hexadecimal digits."""
    return f"{rule_id}:{sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"


def check_ledger(
    rows: Sequence[LedgerRow], report: Report, *, complete: bool = True, files: Collection[str] | None = None
) -> LedgerCheck:
    """Return how *rows* stand to *report*, a new run over the same site, which has *files* (None: not known).

    *complete* says that the whole site was at hand: of a part of it nothing that is gone is called mended.
    """
    checker = _Checker(report, complete, files)
    checked = tuple(checker.check(row) for row in rows)
    marks = {row.mark for row in rows}
    return LedgerCheck(checked, tuple(checker.unnamed(marks)))


class _Checker:
    """Knows the findings of a report by their marks."""

    def __init__(self, report: Report, complete: bool, files: Collection[str] | None) -> None:
        self._complete = complete
        self._files = files
        self._elsewhere = {"", report.home, report.target}
        self._site = report.site_name or report.target
        self._unread = _unread(report)
        self._rules = {rule.id for rule in report.rules}
        self._failed = _failed(report)
        self._faults: dict[str, Finding] = {}
        self._reviews: dict[str, Finding] = {}
        self._hidden: dict[str, Finding] = {}
        self._marked: list[tuple[Finding, tuple[str, str]]] = []
        for finding, fingerprint in zip(report.findings, report.fingerprints, strict=True):
            known = {Verdict.FAIL: self._faults, Verdict.REVIEW: self._reviews}.get(finding.verdict)
            if known is not None:
                self._note(known, finding, fingerprint)
        for one in report.set_aside:
            self._note(self._hidden, one.finding, one.fingerprint)

    def _note(self, known: dict[str, Finding], finding: Finding, fingerprint: str) -> None:
        marks = (fingerprint, cause_mark(finding.rule_id, finding.key))
        for mark in marks:
            known.setdefault(mark, finding)
        if known is self._faults:
            self._marked.append((finding, marks))

    def check(self, row: LedgerRow) -> Checked:
        """Return what *row* comes to."""
        said = row.state == MENDED
        if (finding := self._faults.get(row.mark)) is not None:
            return Checked(row, Check.NOT_MENDED if said else Check.OPEN, finding)
        if (finding := self._hidden.get(row.mark)) is not None:
            return Checked(row, Check.HIDDEN if said else Check.OPEN, finding)
        if not self._could_be_seen(row):
            return Checked(row, Check.UNKNOWN if said else Check.OPEN)
        if (finding := self._reviews.get(row.mark)) is not None:
            return Checked(row, Check.REVIEW if said else Check.OPEN, finding)
        if self._page_is_gone(row):
            return Checked(row, Check.PAGE_GONE)
        return Checked(row, Check.MENDED if said else Check.GONE)

    def unnamed(self, marks: Collection[str]) -> list[Finding]:
        """Return the faults that none of *marks* names."""
        return [finding for finding, own in self._marked if not any(mark in marks for mark in own)]

    def _could_be_seen(self, row: LedgerRow) -> bool:
        if row.site not in ("", self._site):
            return False
        if not self._complete or "" in self._failed or _path_of(row) in self._unread:
            return False
        return row.rule_id in self._rules and row.rule_id not in self._failed

    def _page_is_gone(self, row: LedgerRow) -> bool:
        """Whether the page of *row* is surely no longer there; a row without a page of its own names the home page."""
        path = _path_of(row)
        if self._files is None or path in self._elsewhere or _ILLEGIBLE in path:
            return False
        return path not in self._files


def _path_of(row: LedgerRow) -> str:
    """Return the path in the cell that names page and line."""
    return _LINE.sub("", row.page)


def _failed(report: Report) -> frozenset[str]:
    """Return the rules that failed; ``""`` stands among them where a plugin did, or nothing was read."""
    failed = {finding.key.partition(" ")[0] for finding in report.findings if finding.rule_id == RULE_FAILED.id}
    whole = (NotificationKind.PLUGIN_FAILED, NotificationKind.NOTHING_TO_LINT)
    return frozenset(failed | {"" for note in report.notifications if note.kind in whole})


def _unread(report: Report) -> frozenset[str]:
    """Return the files that were not read, or only in part."""
    kinds = (NotificationKind.UNREAD, NotificationKind.CUT)
    return frozenset(note.path for note in report.notifications if note.kind in kinds and note.path)
