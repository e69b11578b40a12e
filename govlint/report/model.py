"""What a run says as a whole, ready to be written in any format: plain frozen data and nothing else.

The engine builds one Report; a reporter only reads it. Everything a reader of the result may want to know is here,
so that no reporter has to look at a file, a clock or the machine again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from govlint.finding import Confidence, Finding, Severity, Text, Verdict
from govlint.report.coverage import TemplateCoverage
from govlint.report.overview import NO_OVERVIEW, Overview
from govlint.source.abilities import Archive

if TYPE_CHECKING:
    from govlint.lint.template.traced import Traced

CORE = "govlint"
"""The name of the distribution whose rules stand in the tool itself; rules of others stand in its extensions."""

NO_TEXT = Text("", "")


class TableRow(NamedTuple):
    """A row of an official table: its id and its title."""

    id: str
    title: Text


class StandardInfo(NamedTuple):
    """A standard that rules or findings name as their basis: the document and all rows of its table.

    *number* is the document's (``国办发〔2015〕15号``), ``""`` where it has none; *in_force* says whether this run
    judged the site by it.
    """

    id: str
    title: Text
    number: str = ""
    issued: date | None = None
    url: str = ""
    in_force: bool = True
    rows: tuple[TableRow, ...] = ()


class Clause(NamedTuple):
    """What a finding is based on: a standard, and the row of its table (None: the standard as a whole)."""

    standard: StandardInfo
    row: TableRow | None


class RuleInfo(NamedTuple):
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
    help_markdown: Text = NO_TEXT
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


class Notification(NamedTuple):
    """Something that happened to the run itself; *path* and *rule_id* where it concerns one file or one rule.

    By SARIF's word a notification of severity error means that the run failed.
    """

    kind: NotificationKind
    severity: Severity
    message: Text
    path: str = ""
    rule_id: str = ""


class SetAside(NamedTuple):
    """A fault that is known and does not count, so that it stands apart from the findings.

    *suppression* is where it was suppressed (``inSource`` or ``external``, SARIF's words), ``""`` where it was not,
    *reason* why; *known* says whether the baseline knows it.
    """

    finding: Finding
    fingerprint: str
    suppression: str = ""
    reason: str = ""
    known: bool = False


class Gone(NamedTuple):
    """A fault of the baseline that this run no longer found; *severity* is what its rule has in this run."""

    rule_id: str
    severity: Severity
    path: str
    message: str
    fingerprint: str


class Provenance(NamedTuple):
    """The state of the repository the run was started in: its address, the commit, and the branch where one is."""

    repository: str
    revision: str
    branch: str = ""


class Counts(NamedTuple):
    """How much was looked at and how much came of it.

    *files* are all files of the target, *pages* those read as pages, *error_pages* the pages that say "not found";
    *suppressed* and *baseline* are faults that are known and therefore not among the findings.
    """

    files: int = 0
    pages: int = 0
    error_pages: int = 0
    unread: int = 0
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


class Report(NamedTuple):
    """One run over one target.

    *target* is its display name, never an absolute path; *prefix* is what leads from where the run was started to
    the files of the target (``"site/"``, ``"export.zip!/"``; empty for the folder itself). *archive* is what they
    were read from where it is one. *findings* are sorted, their regions filled in; *fingerprints* stand beside them,
    one each. *rules* are all enabled rules, sorted by id.
    *line_hashes* gives ``primaryLocationLineHash`` by path and line for lines with findings. *home* is the path of the
    home page, *host* the site's host name where known. *standards* are pairs of id and title of those in force,
    *documents* tell more of these and of all others that a basis names. *tool* are pairs that describe the program
    (``("libxml2", "2.14.6")``). *set_aside* are the faults that are suppressed or known, sorted as the findings are;
    *gone* those that only the baseline still has, where there was one (*baselined*). *overview* is filled in where a
    format asks for it. *traced* says how far the findings were followed into the templates, where these were given;
    *templates* how much was understood of those that were linted.
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
    documents: tuple[StandardInfo, ...] = ()
    plugins: tuple[PluginInfo, ...] = ()
    tool: tuple[tuple[str, str], ...] = ()
    line_hashes: Mapping[tuple[str, int], str] = {}
    site_name: str = ""
    home: str = ""
    host: str = ""
    prefix: str = ""
    archive: Archive | None = None
    set_aside: tuple[SetAside, ...] = ()
    gone: tuple[Gone, ...] = ()
    baselined: bool = False
    provenance: Provenance | None = None
    traced: Traced | None = None
    templates: TemplateCoverage | None = None
    overview: Overview = NO_OVERVIEW

    @property
    def faults(self) -> tuple[Finding, ...]:
        """The findings that count as faults."""
        return tuple(finding for finding in self.findings if finding.is_fault)

    @property
    def reviews(self) -> tuple[Finding, ...]:
        """The findings that a person has to decide."""
        return tuple(finding for finding in self.findings if finding.verdict is Verdict.REVIEW)

    def clauses(self, basis: Iterable[str]) -> tuple[Clause, ...]:
        """Return what the ids in *basis* (``standard:row``) name of the standards in force, in order."""
        by_id = {document.id: document for document in self.documents if document.in_force}
        found = []
        for id in basis:
            standard, _, row = id.partition(":")
            if (document := by_id.get(standard)) is not None:
                found.append(Clause(document, next((known for known in document.rows if known.id == row), None)))
        return tuple(found)

    @property
    def succeeded(self) -> bool:
        """Whether the run did what it was asked to: exit code 0 or 1, and no notification of severity error."""
        return self.exit_code in (0, 1) and all(note.severity is not Severity.ERROR for note in self.notifications)
