"""What a lint run says: plain frozen data, the ground floor of the house.

Nothing here knows how a page is read or how a report is written. Names are SARIF's where SARIF has one.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Text(NamedTuple):
    """One sentence or paragraph in the two languages of the project, Chinese first."""

    zh: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the text in *language*: ``"en"`` or anything else for Chinese."""
        return self.en if language == "en" else self.zh


class Verdict(StrEnum):
    """The three answers of a rule."""

    FAIL = "fail"
    PASS = "pass"  # noqa: S105 - a verdict, not a password
    REVIEW = "review"


class Severity(StrEnum):
    """How much a fault weighs; the words are SARIF's ``level``."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for note, 1 for warning, 2 for error: for comparing with ``--fail-on``."""
        return (Severity.NOTE, Severity.WARNING, Severity.ERROR).index(self)


class Confidence(StrEnum):
    """How sure the evidence makes a finding; SARIF's ``precision`` is derived from it."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Region(NamedTuple):
    """A stretch of a text file: 1-based lines, 1-based columns in UTF-16 code units, the end exclusive."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int


class Mark(NamedTuple):
    """A place in a page as the facts know it, cheap to keep; ``govlint.page.locate`` turns it into a Region.

    Either *element* counts the elements of the tree in document order from 0 and *part* says which part of that
    element is meant (``"tag"`` its start tag, ``"text"`` the text right behind the start tag, ``"@name"`` the
    attribute *name* with its value), or *span* holds offsets into the decoded text (then it alone counts).
    The default stands for the page as a whole and points at its first line.

    Edits know some parts more: the empty places ``"before"`` and ``"behind"`` the start tag and ``"inside"`` it, right
    behind its name, and ``"raw"``, all that a ``<title>`` or another element of raw text holds, be it nothing.
    """

    element: int = -1
    part: str = "tag"
    span: tuple[int, int] | None = None


WHOLE_PAGE = Mark()


class Location(NamedTuple):
    """Where something stands: a file of the target, a place in it, and what to see there.

    *path* is relative to the target, with ``/``; *mark* is filled by rules, *region* and *line_text* (the source
    line on which the region starts, without its line end) and *line_hash* (GitHub's hash of that line) later by the
    engine. A path of ``""`` is the target itself.
    """

    path: str
    mark: Mark = WHOLE_PAGE
    note: Text | None = None
    region: Region | None = None
    line_text: str | None = None
    line_hash: str = ""


class Origin(NamedTuple):
    """Where in a template tree the source that a finding points at is written.

    *path* leads from where govlint was run, with ``/``; *line_text* is the source line on which the *region* starts.
    *pages* counts the pages of the finding whose source agrees with this place: of several such places each has them.
    *sure* says that so much agrees that it is no chance; what is not is told only among others that are.
    """

    path: str
    region: Region
    line_text: str
    pages: int = 1
    sure: bool = True


class Edit(NamedTuple):
    """One change of one page: what stands at *mark* gives way to *text*, and nothing else does.

    *path* is relative to the target, with ``/``. A line feed in *text* becomes the line end of the page with the
    indentation of the line it is written on. Rules fill in these three; the engine adds *span*, the offsets into the
    decoded text, and *region*, and then *text* is what will stand there to the letter.
    """

    path: str
    mark: Mark
    text: str
    span: tuple[int, int] | None = None
    region: Region | None = None


class Fix(NamedTuple):
    """How a fault is mended by *edits*; *title* says what they do, as an order.

    A *safe* fix is certain to be right and changes nothing that a visitor sees, but the fault; any other is made only
    when it is asked for.
    """

    title: Text
    edits: tuple[Edit, ...]
    safe: bool = False


class Finding(NamedTuple):
    """One result of one rule.

    *key* says what the finding is about without any position (a column's name, a link's target): it is the ground of
    the fingerprint. *rule_id* and *severity* are stamped by the engine; *weight* is the severity where it differs from
    the rule's. *reason* says, of a review, what the files do not tell and what would decide it. *properties* are plain
    JSON values for machine formats. *fix* is there only where it is certain what to write. *origins* are all the places
    of a template tree that the source may come from, where one was given.
    """

    verdict: Verdict
    message: Text
    location: Location
    key: str
    related: tuple[Location, ...] = ()
    reason: Text | None = None
    properties: tuple[tuple[str, str | int | float | bool], ...] = ()
    rule_id: str = ""
    severity: Severity = Severity.WARNING
    basis: tuple[str, ...] = ()
    weight: Severity | None = None
    fix: Fix | None = None
    origins: tuple[Origin, ...] = ()

    @property
    def is_fault(self) -> bool:
        """Whether this counts as a fault: reviews and passes never do."""
        return self.verdict is Verdict.FAIL
