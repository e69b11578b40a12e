"""A Result as an Overview: its columns, its publications by month, and the scorecard of the first table with points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from govlint.finding import Text
from govlint.lint.result import Result
from govlint.report.overview import NO_OVERVIEW, Charge, ColumnInfo, Month, Overview, ScoreInfo, ScoreRow
from govlint.report.score_remarks import Remark, remarks
from govlint.report.score_words import STATES, UNMET, heading, lost, outcome, parts, totals, worth
from govlint.score.card import ScoreCard, ScoredClause, ScoredRow, State
from govlint.score.compute import score
from govlint.site.site import Site
from govlint.site.statistics import month_of, published


def overview(result: Result, fingerprints: Mapping[int, str]) -> Overview:
    """Return the overview of *result*, empty where it is no whole site; *fingerprints* are those of findings by id."""
    if result.site is None or not result.whole_site:
        return NO_OVERVIEW
    standard = next((one for one in result.standards if one.scoring is not None), None)
    card = score(result, standard) if standard is not None else None
    return Overview(
        columns=tuple(_columns(result.site)),
        months=tuple(_months(result.site)),
        score=_score(card, fingerprints) if card is not None else None,
    )


def _columns(site: Site) -> Iterable[ColumnInfo]:
    for column in site.columns:
        yield ColumnInfo(
            column.name, column.path, column.parent, column.state.value, len(column.items), column.newest,
            column.evidence,
        )  # fmt: skip


def _months(site: Site) -> list[Month]:
    counts = Counter(month_of(document.day) for document in published(site) if document.day is not None)
    return [Month(month, counts[month]) for month in sorted(counts)]


def _score(card: ScoreCard, fingerprints: Mapping[int, str]) -> ScoreInfo:
    return ScoreInfo(
        standard=card.standard.id,
        title=heading(card),
        outcome=card.outcome.value,
        summary=outcome(card),
        totals=tuple(totals(card)),
        notes=card.notes,
        rows=tuple(_row(row, part, card, fingerprints) for part, rows in parts(card) for row in rows),
    )


def _row(row: ScoredRow, part: Text, card: ScoreCard, fingerprints: Mapping[int, str]) -> ScoreRow:
    unmet = row.state is State.LOST and row.part.kind == "demand"
    return ScoreRow(
        id=row.row.id,
        part=part,
        title=row.row.title,
        state=row.state.value,
        word=UNMET if unmet else STATES[row.state],
        worth=worth(row),
        lost=Text(lost(row, "zh"), lost(row, "en")),
        veto=row.row.veto,
        remarks=tuple(map(_remark, remarks(row, card))),
        charges=tuple(_charge(clause, row, fingerprints) for clause in row.clauses if clause.faults),
    )


def _charge(scored: ScoredClause, row: ScoredRow, fingerprints: Mapping[int, str]) -> Charge:
    faults = tuple(fingerprints[id(finding)] for finding in scored.faults if id(finding) in fingerprints)
    return Charge(None if row.row.veto else scored.clause.points, scored.clause.per, faults)


def _remark(remark: Remark) -> Text:
    rules = f" {remark.rules}" if remark.rules else ""
    return Text(remark.text.zh + rules, remark.text.en + rules)
