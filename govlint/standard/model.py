"""The model of a standard: what a document demands, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from govlint.finding import Severity, Text
from govlint.standard.kinds import SITE_KINDS

CONFIDENCES = ("verified", "single", "observed", "unverified")
"""How sure a figure is: two or more sources (or one that holds the whole official table, its sums checked), one
source, seen in real sites and nowhere written down, or from memory (never shown as official without saying so)."""

PART_KINDS = ("veto", "deduction", "bonus", "demand")
"""What a part of a table does: fail the site at once, take points, give points, or only demand (no points)."""

PERS = ("site", "column", "page", "item")
"""What a clause is counted by: once for the site, or for each column, page or single thing at fault."""

PAGES = ("", "home", "inner", "column", "article")
"""The pages a clause looks at: any, the home page, all others, column pages, or pages that hold one article."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a standard or a figure comes from: the document's number, its date and address, and how sure it is.

    *confidence* is one of CONFIDENCES and speaks of number, title and date.
    """

    number: str
    title: str
    issued: date | None = None
    url: str = ""
    confidence: str = "verified"


@dataclass(frozen=True, slots=True)
class ColumnDemand:
    """One column (栏目) a standard demands.

    *concept* is an id of the column vocabulary (``disclosure-guide``); *name* what the standard calls it; *names*
    further names the standard accepts beside those of the vocabulary; *under* the concept of the parent it must
    stand under (``""``: anywhere); *kinds* the kinds of site it applies to; *row* the row of the table it belongs to.
    *severity* is how much its absence weighs; *note* says what a reader of the finding should know about the demand
    (that the table gives this kind of site no points for it, that the clause is only known from memory).
    *unless* names the condition under which the demand falls away (``"no-services"``: the organ serves no public).
    """

    concept: str
    name: Text
    kinds: tuple[str, ...] = SITE_KINDS
    under: str = ""
    names: tuple[str, ...] = ()
    severity: Severity = Severity.ERROR
    row: str = ""
    confidence: str = "verified"
    note: Text | None = None
    unless: str = ""


@dataclass(frozen=True, slots=True)
class DocumentDemand:
    """One document a standard demands on the site.

    A title answers the demand when it holds all words of one set of *keywords* and none of *excludes* (the words that
    make it another document: an 考核办法 is not the 办法 itself). *severity* is how much its absence weighs.
    """

    id: str
    name: Text
    keywords: tuple[tuple[str, ...], ...]
    kinds: tuple[str, ...] = SITE_KINDS
    row: str = ""
    confidence: str = "verified"
    excludes: tuple[str, ...] = ()
    severity: Severity = Severity.ERROR
    note: Text | None = None

    def answered_by(self, title: str) -> bool:
        """Whether a document called *title* is the one demanded."""
        if any(word in title for word in self.excludes):
            return False
        return any(all(word in title for word in words) for words in self.keywords)


@dataclass(frozen=True, slots=True)
class Period:
    """How long a column of a kind may stand without a new item, counted back from the day of the inspection.

    *concepts* are the kinds of column (vocabulary ids), empty for every column that no other period of the standard
    names. Exactly one of *days* and *months* is above 0. *first_level* limits it to first-level columns (一级栏目).
    *row* is the row of the table that a stale column falls under; *note* says where the figure comes from if the
    document does not give it.
    """

    concepts: tuple[str, ...]
    days: int = 0
    months: int = 0
    first_level: bool = False
    kinds: tuple[str, ...] = SITE_KINDS
    row: str = ""
    confidence: str = "verified"
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """One way to lose (or win) the points of a row, or to meet its veto.

    *points* are lost for each thing counted by *per* (one of PERS); None in a veto. *limit* is the count from which
    a veto falls, or from which the points are lost at all. A finding counts when its rule is one of *rules* (those of
    the row where empty), it stands on one of the *pages* (one of PAGES) and, where *concepts* are given, it is about
    a column of one of them; *besides* are concepts that do not count. *case* is the value of the finding's property
    ``case``, where one rule tells several faults apart (GOV4002: ``stale``, ``few``). *at_most* is the most this
    clause alone can cost. *sample* is how many things the inspectors draw: the files show all of them, so a scorecard
    counts no more than *sample* of them. *open_reason* says why files cannot decide the clause, or where it has rules
    not all of it, and what would.
    """

    id: str
    title: Text
    points: float | None = None
    per: str = "site"
    pages: str = ""
    concepts: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    case: str = ""
    limit: int | None = None
    at_most: float | None = None
    sample: int | None = None
    rules: tuple[str, ...] = ()
    open_reason: Text | None = None
    confidence: str = "verified"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of an official table.

    *points* are lost per fault (None where the row only vetoes), *cap* the most the row can cost (None: uncapped),
    *veto* whether it fails the site at once, *limit* the count from which it does. *rules* decide it; where none can,
    *open_reason* says what would. *clauses* are the row's single cases; where there are any, they and not *points*
    and *limit* are counted. *once_with* names the rows that must not be charged for the same fault again (一事不二罚).
    *elements* are the things a row goes through one by one, in the words of the document (the kinds of element of a
    service guide, the headings of an annual report). *note* holds what the table says beside (samples, exceptions,
    where the figure comes from). *optional* is the condition under which the row does not apply, as of a Part.
    """

    id: str
    part: str
    title: Text
    kinds: tuple[str, ...] = SITE_KINDS
    points: float | None = None
    cap: float | None = None
    veto: bool = False
    limit: int | None = None
    rules: tuple[str, ...] = ()
    open_reason: Text | None = None
    confidence: str = "verified"
    clauses: tuple[Clause, ...] = ()
    once_with: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    note: Text | None = None
    optional: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part (group of rows) of a table: *kind* is one of PART_KINDS, *points* what the group can cost or give.

    *optional* is the condition under which the part does not apply (``"no-services"``); the points of the rest are
    then scaled up to the base again.
    """

    id: str
    title: Text
    kind: str = "demand"
    points: float | None = None
    optional: str = ""


@dataclass(frozen=True, slots=True)
class Scoring:
    """How a table turns deductions into a verdict.

    A site starts from *base* points; below *passing* it is unqualified; from *bonus_above* on the bonus part is
    scored (None: there is no bonus part). *confidence* speaks of these three figures.
    """

    base: float = 100
    passing: float = 60
    bonus_above: float | None = None
    confidence: str = "verified"


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard: one official document (or an office's own) as data, extensions resolved.

    *valid_from* and *valid_to* are its first and last day; *default* whether a run takes it up without being asked
    (a local demand is taken up only by name). *scoring* is None where the document gives no points.
    """

    id: str
    title: Text
    source: Source
    kinds: tuple[str, ...] = SITE_KINDS
    valid_from: date | None = None
    valid_to: date | None = None
    columns: tuple[ColumnDemand, ...] = ()
    documents: tuple[DocumentDemand, ...] = ()
    rows: tuple[Row, ...] = ()
    extends: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    periods: tuple[Period, ...] = ()
    scoring: Scoring | None = None
    default: bool = True
    note: Text | None = None

    def is_valid(self, day: date) -> bool:
        """Whether the standard is in force on *day*."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def row(self, id: str) -> Row | None:
        """The row called *id*, None where there is none."""
        return next((row for row in self.rows if row.id == id), None)
