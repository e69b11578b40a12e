"""What a run says as a whole, ready to be written in any format: plain frozen data and nothing else.

The engine builds one Report; a reporter only reads it. Everything a reader of the result may want to know is here,
so that no reporter has to look at a file, a clock or the machine again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from govlint.finding import Confidence, Finding, Severity, Text, Verdict

CORE = "govlint"
"""The name of the distribution whose rules stand in the tool itself; rules of others stand in its extensions."""

_NO_TEXT = Text("", "")


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """What a report tells about an enabled rule.

    *severity* is the rule's own, *configured* the one this run was told to use (None: the same). *help_markdown* is
    the page of the rule; where it is empty, reporters put one together of *summary*, *why* and *remedy*. *plugin* is
    the distribution the rule comes from, *replaces* the ids it had before.
    """

    id: str
    name: str
    slug: str
    severity: Severity
    confidence: Confidence
    summary: Text
    why: Text
    remedy: Text
    help_markdown: Text = _NO_TEXT
    basis: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    plugin: str = CORE
    replaces: tuple[str, ...] = ()
    configured: Severity | None = None


class PluginInfo(NamedTuple):
    """A distribution besides govlint itself that took part in the run: its name, version and home page (or "")."""

    name: str
    version: str
    url: str = ""


class NotificationKind(StrEnum):
    """What a notification is about."""

    UNREAD = "unread"
    PLUGIN_FAILED = "plugin-failed"
    RULE_FAILED = "rule-failed"
    NOTHING_TO_LINT = "nothing-to-lint"
    CONFIG = "config"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Notification:
    """Something that happened to the run itself; *path* and *rule_id* where it concerns one file or one rule.

    By SARIF's word a notification of severity error means that the run failed.
    """

    kind: NotificationKind
    severity: Severity
    message: Text
    path: str = ""
    rule_id: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much was looked at and how much came of it.

    *files* are all files of the target, *pages* those read as pages, *error_pages* the pages that say "not found";
    *suppressed* and *baseline* are faults that are known and therefore not among the findings.
    """

    files: int = 0
    pages: int = 0
    unread: int = 0
    error_pages: int = 0
    errors: int = 0
    warnings: int = 0
    notes: int = 0
    reviews: int = 0
    passes: int = 0
    suppressed: int = 0
    baseline: int = 0

    @property
    def faults(self) -> int:
        """The faults of every severity together."""
        return self.errors + self.warnings + self.notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One run over one target.

    *target* is its display name, never an absolute path; *prefix* is what leads from where the run was started to
    the files of the target (``"site/"``; empty for an archive and for the folder itself). *findings* are sorted, their
    regions filled in; *fingerprints* stand beside them, one each. *rules* are all enabled rules, sorted by id.
    *line_hashes* gives ``primaryLocationLineHash`` by path and line for lines with findings. *home* is the path of the
    home page, *host* the site's host name where known. *standards* are pairs of id and title. *tool* are pairs that
    describe the program (``("libxml2", "2.14.6")``).
    """

    target: str
    findings: tuple[Finding, ...]
    fingerprints: tuple[str, ...]
    rules: tuple[RuleInfo, ...]
    counts: Counts
    as_of: date
    as_of_origin: Text
    site_kind: str
    site_kind_reason: Text
    version: str
    exit_code: int
    notifications: tuple[Notification, ...] = ()
    standards: tuple[tuple[str, Text], ...] = ()
    plugins: tuple[PluginInfo, ...] = ()
    tool: tuple[tuple[str, str], ...] = ()
    line_hashes: Mapping[tuple[str, int], str] = field(default_factory=dict)
    site_name: str = ""
    home: str = ""
    host: str = ""
    prefix: str = ""

    @property
    def faults(self) -> tuple[Finding, ...]:
        """The findings that count as faults."""
        return tuple(finding for finding in self.findings if finding.is_fault)

    @property
    def reviews(self) -> tuple[Finding, ...]:
        """The findings that a person has to decide."""
        return tuple(finding for finding in self.findings if finding.verdict is Verdict.REVIEW)

    @property
    def succeeded(self) -> bool:
        """Whether the run did what it was asked to: exit code 0 or 1, and no notification of severity error."""
        return self.exit_code in (0, 1) and all(note.severity is not Severity.ERROR for note in self.notifications)
