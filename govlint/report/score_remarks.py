"""What stands below a row of a scorecard: what was found and where, what to review, and why the rest is open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from govlint.finding import Finding, Text
from govlint.lazy_re import lazy_re
from govlint.report.score_words import number, place, span
from govlint.score.card import ScoreCard, ScoredClause, ScoredRow, State

MOST_PLACES = 3
_EACH = lazy_re("，每[^，]{1,6}$")
_UNITS: Mapping[str, Text] = MappingProxyType(
    {
        "site": Text("处", "found"),
        "column": Text("个栏目", "columns"),
        "page": Text("个页面", "pages"),
        "item": Text("处", "found"),
    }
)


class Remark(NamedTuple):
    """A line below a row: what was found or why it is open, the rules with their numbers, and where.

    *more* is how many places there are besides those named.
    """

    text: Text
    rules: str = ""
    places: tuple[str, ...] = ()
    more: int = 0


def remarks(row: ScoredRow, card: ScoreCard) -> Iterator[Remark]:
    """Yield what is to be said of *row*: its faults, its reviews, then why the rest is open."""
    if row.exempt is not None:
        yield Remark(row.exempt)
        return
    for clause in row.clauses:
        title = _title(clause) if row.row.clauses else Text("", "")
        if clause.faults:
            yield _about(_joined(title, _amount(clause, row)), clause.faults, card)
        if clause.reviews:
            yield _about(_joined(title, _to_review(clause)), clause.reviews, card)
        if clause.doubt is not None and (clause.faults or clause.reviews):
            yield Remark(Text(f"未核实：{clause.doubt.zh}", f"Unverified: {clause.doubt.en}"))
    if not row.is_settled:
        yield from _open(row)
    told = {clause.doubt for clause in row.clauses}
    if row.row.note is not None and row.row.note not in told and row.state in (State.VETO, State.LOST):
        yield Remark(Text(f"注：{row.row.note.zh}", f"Note: {row.row.note.en}"))


def _amount(clause: ScoredClause, row: ScoredRow) -> Text:
    """Say how many things were found and what each costs."""
    unit, limit, points = _UNITS[clause.clause.per], clause.clause.limit, clause.clause.points
    low = clause.count.low
    if clause.is_open or not clause.count.is_bounded:
        amount = Text(f"{number(low)} {unit.zh}以上", f"{number(low)} or more {unit.en}")
    else:
        amount = Text(f"{span(clause.count)} {unit.zh}", f"{span(clause.count)} {unit.en}")
    if row.row.veto and limit is not None and limit > 1:
        return Text(f"{amount.zh}（满 {limit} 个即否决）", f"{amount.en} ({limit} are a veto)")
    if not points:
        return amount
    if clause.clause.per == "site":
        return Text(f"扣 {number(points)} 分", f"costs {number(points)}")
    return Text(f"{amount.zh}，每{unit.zh[0]} {number(points)} 分", f"{amount.en}, {number(points)} each")


def _to_review(clause: ScoredClause) -> Text:
    """Say why the reviews of *clause* are none the files decide: the reason, or one of several."""
    reasons = list(dict.fromkeys(finding.reason or finding.message for finding in clause.reviews))
    why, number = reasons[0], len(clause.reviews)
    if len(reasons) == 1:
        return Text(f"待核：{why.zh}", f"to review: {why.en}")
    return Text(f"待核 {number} 项，其一：{why.zh}", f"{number} to review, one of them: {why.en}")


def _about(text: Text, findings: Sequence[Finding], card: ScoreCard) -> Remark:
    ids = [finding.rule_id for finding in findings]
    rules = " ".join(f"{id}×{ids.count(id)}" for id in sorted(set(ids)))
    places = list(dict.fromkeys(place(finding.location, card) for finding in findings))
    return Remark(text, rules, tuple(places[:MOST_PLACES]), max(len(places) - MOST_PLACES, 0))


def _open(row: ScoredRow) -> Iterator[Remark]:
    """Yield each reason why something is open once, with the clauses it is the reason of."""
    reasons: dict[Text, list[Text]] = {}
    for clause in row.clauses:
        for reason in clause.open_reasons:
            reasons.setdefault(reason, []).append(_title(clause))
    for reason, titles in reasons.items():
        together = Text("；".join(title.zh for title in titles), "; ".join(title.en for title in titles))
        yield Remark(_joined(together, reason) if len(row.clauses) > 1 else reason)


def _title(clause: ScoredClause) -> Text:
    return Text(_EACH.sub("", clause.clause.title.zh), clause.clause.title.en)


def _joined(title: Text, said: Text) -> Text:
    return Text(f"{title.zh}：{said.zh}", f"{title.en}: {said.en}") if title.zh else said
