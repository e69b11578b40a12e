"""What a report tells of the site as a whole beside its findings: columns, publications and a scorecard, as records.

They are for readers who want a picture of the site, and are filled in only where a format asks for them.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from govlint.finding import Text

_NO_TEXT = Text("", "")


class ColumnInfo(NamedTuple):
    """A column (栏目) of the site.

    *path* is its page (``""``: it has none), *parent* the page of the column above it, *state* a value of
    ``govlint.site.model.ColumnState``. *items* is how many rows its list has, *newest* the newest sure date in them,
    *evidence* says in words why the state is what it is.
    """

    name: str
    path: str
    parent: str = ""
    state: str = "filled"
    items: int = 0
    newest: date | None = None
    evidence: str = ""


class Month(NamedTuple):
    """How many documents the site published in a month (``2017-03``)."""

    month: str
    items: int


class Charge(NamedTuple):
    """What one case of a row costs: *points* for each thing counted *per* site, column, page or item.

    *points* is None in a veto and in a table without points; *faults* are the fingerprints of the findings behind it.
    """

    points: float | None
    per: str
    faults: tuple[str, ...] = ()


class ScoreRow(NamedTuple):
    """A row of the scorecard in words.

    *state* is a value of ``govlint.score.card.State`` and *word* what a person calls it; *worth* and *lost* are points
    as text, ``""`` where there are none. *remarks* say what was found and why the rest is open.
    """

    id: str
    part: Text
    title: Text
    state: str
    word: Text
    worth: str = ""
    lost: Text = _NO_TEXT
    veto: bool = False
    remarks: tuple[Text, ...] = ()
    charges: tuple[Charge, ...] = ()


class ScoreInfo(NamedTuple):
    """The scorecard of one standard: *outcome* is a value of ``govlint.score.card.Outcome``, the rest in words."""

    standard: str
    title: Text
    outcome: str
    summary: Text
    totals: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()
    rows: tuple[ScoreRow, ...] = ()


class Overview(NamedTuple):
    """The site as a whole. *score* is None where no standard of the run gives points."""

    columns: tuple[ColumnInfo, ...] = ()
    months: tuple[Month, ...] = ()
    score: ScoreInfo | None = None


NO_OVERVIEW = Overview()
