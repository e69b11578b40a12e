"""The model of a scorecard: plain frozen data, in the layout of the official table."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from govlint.finding import Finding, Text
from govlint.lint.clock import Clock
from govlint.site.model import KindGuess
from govlint.standard.model import Clause, Part, Row, Standard

_DIGITS = 2
"""Points are told to the hundredth; the smallest figure of a table is a tenth."""


class State(StrEnum):
    """What the files say of a row."""

    VETO = "veto"  # the veto is met
    LOST = "lost"  # points are surely lost, or (in a table without points) the demand is surely not met
    OPEN = "open"  # files cannot decide it, or a person must look
    CLEAR = "clear"  # everything the row asks was looked at, and nothing found
    EXEMPT = "exempt"  # the row does not apply to this site


class Outcome(StrEnum):
    """What the card comes to as a whole."""

    UNQUALIFIED = "unqualified"  # a veto is met, or the highest possible total is below the pass mark
    QUALIFIED = "qualified"  # no veto can be met, and the lowest possible total reaches the pass mark
    OPEN = "open"
    UNSCORED = "unscored"  # the document gives no points


@dataclass(frozen=True, slots=True)
class Span:
    """From the least to the most a figure can be, both included; *high* is infinite where nothing bounds it."""

    low: float = 0
    high: float = 0

    @property
    def is_exact(self) -> bool:
        """Whether least and most are the same."""
        return self.low == self.high

    @property
    def is_bounded(self) -> bool:
        """Whether there is a most."""
        return math.isfinite(self.high)

    def plus(self, other: Span) -> Span:
        """Return the sum of two figures that do not depend on each other."""
        return Span(_round(self.low + other.low), _round(self.high + other.high))

    def times(self, factor: float) -> Span:
        """Return the figure *factor* times (a number from 0 on)."""
        return Span(_round(self.low * factor), _round(self.high * factor) if factor else 0)

    def at_most(self, cap: float | None) -> Span:
        """Return the figure held below *cap* (None: no cap)."""
        return self if cap is None else Span(min(self.low, cap), min(self.high, cap))

    def below(self, base: float) -> Span:
        """Return what is left of *base* when the figure is taken off, never less than 0."""
        return Span(_round(max(base - self.high, 0)), _round(max(base - self.low, 0)))


def _round(points: float) -> float:
    return round(points, _DIGITS)


@dataclass(frozen=True, slots=True)
class ScoredClause:
    """One case of a row: *count* things at fault, which cost *lost* points; *by_files* as of a ScoredRow.

    *faults* and *reviews* are the findings behind it. *open_reasons* say what widens the figures besides the reviews:
    what files cannot decide, a rule that did not run. *doubt* says which of its figures has no source (it is from
    memory, or this tool's own), None where all have one; *met* that the limit of a veto is reached.
    """

    clause: Clause
    count: Span
    lost: Span
    by_files: Span
    faults: tuple[Finding, ...] = ()
    reviews: tuple[Finding, ...] = ()
    open_reasons: tuple[Text, ...] = ()
    doubt: Text | None = None
    met: bool = False

    @property
    def is_open(self) -> bool:
        """Whether something other than the findings widens it."""
        return bool(self.open_reasons)


@dataclass(frozen=True, slots=True)
class ScoredRow:
    """One row of the table.

    *lost* are the points it costs (of a bonus row: can give), capped; *by_files* the same by the findings alone, with
    what files cannot decide taken as faultless. *counted* is false of a row that is shown as advice only, because its
    points are for another kind of site. *exempt* says why a row does not apply.
    """

    row: Row
    part: Part
    state: State
    lost: Span
    by_files: Span
    clauses: tuple[ScoredClause, ...] = ()
    counted: bool = True
    exempt: Text | None = None

    @property
    def faults(self) -> tuple[Finding, ...]:
        """The faults behind the row, each once."""
        return tuple({id(finding): finding for clause in self.clauses for finding in clause.faults}.values())

    @property
    def reviews(self) -> tuple[Finding, ...]:
        """The reviews that keep the row open, each once."""
        return tuple({id(finding): finding for clause in self.clauses for finding in clause.reviews}.values())

    @property
    def is_unverified(self) -> bool:
        """Whether a figure of the row is from memory or this tool's own."""
        return any(clause.doubt is not None for clause in self.clauses)

    @property
    def is_settled(self) -> bool:
        """Whether nothing that is still open can change the row: its veto is met, or its cap is reached."""
        if self.row.veto or self.part.kind == "demand":
            return self.state is State.VETO
        return self.lost.is_exact


@dataclass(frozen=True, slots=True)
class ScoreCard:
    """A site by one standard.

    *lost* are the points of all counted deductions, scaled where a part does not apply. *total* is the score as the
    least and the most it can be; *by_files* the same by the findings alone, as of a ScoredRow. Both are
    None where the table gives this kind of site no points, or no points at all. *bonus* is what the bonus part can add,
    None where it is not scored. *notes* are what a reader must know of the card as a whole.
    """

    standard: Standard
    target: str
    prefix: str
    home: str
    site_name: str
    kind: KindGuess
    clock: Clock
    rows: tuple[ScoredRow, ...]
    outcome: Outcome
    lost: Span | None = None
    total: Span | None = None
    by_files: Span | None = None
    bonus: Span | None = None
    notes: tuple[Text, ...] = ()

    @property
    def vetoes(self) -> tuple[ScoredRow, ...]:
        """The rows whose veto is met."""
        return tuple(row for row in self.rows if row.state is State.VETO)

    def count(self, state: State) -> int:
        """How many rows are in *state*."""
        return sum(row.state is state for row in self.rows)
