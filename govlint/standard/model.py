"""The model of a standard: what a document demands, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from govlint.finding import Severity, Text

SITE_KINDS = ("portal", "department", "county-department")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a standard or a figure comes from: the document's number, its date and address, and how sure it is.

    *confidence* is a mark of the project's own: ``"verified"`` (two or more sources), ``"single"`` (one source) or
    ``"unverified"`` (from memory: never shown as an official figure without saying so).
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
    """

    concept: str
    name: Text
    kinds: tuple[str, ...] = SITE_KINDS
    under: str = ""
    names: tuple[str, ...] = ()
    severity: Severity = Severity.ERROR
    row: str = ""
    confidence: str = "verified"


@dataclass(frozen=True, slots=True)
class DocumentDemand:
    """One document a standard demands on the site: found by *keywords*, each a set of words a title must all hold."""

    id: str
    name: Text
    keywords: tuple[tuple[str, ...], ...]
    kinds: tuple[str, ...] = SITE_KINDS
    row: str = ""
    confidence: str = "verified"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of an official table.

    *points* are lost per fault (None where the row only vetoes), *cap* the most the row can cost (None: uncapped),
    *veto* whether it fails the site at once, *limit* the count from which it does. *rules* decide it; where none can,
    *open_reason* says what would.
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


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard: one official document (or an office's own) as data, extensions resolved."""

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
