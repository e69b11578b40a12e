"""The words a scorecard is told in, shared by its formats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from govlint.finding import Location, Text
from govlint.report.words import CLOCKS, CONFIDENCES, SITE_KINDS, kind_reason
from govlint.score.card import Outcome, ScoreCard, ScoredRow, Span, State

STATES: Mapping[State, Text] = MappingProxyType(
    {
        State.VETO: Text("否决", "vetoed"),
        State.LOST: Text("扣分", "lost"),
        State.OPEN: Text("待定", "open"),
        State.CLEAR: Text("通过", "clear"),
        State.EXEMPT: Text("不适用", "n/a"),
    }
)

UNMET = Text("不符合", "unmet")
"""What a lost row is called in a table without points."""


def number(value: float) -> str:
    """Return points as a person writes them: without trailing zeros, ``∞`` where nothing bounds them."""
    return "∞" if value == float("inf") else f"{value:g}"


def span(points: Span) -> str:
    """Return ``2`` or ``0～5``."""
    return number(points.low) if points.is_exact else f"{number(points.low)}～{number(points.high)}"


def lost(row: ScoredRow, language: str) -> str:
    """Return what *row* costs, ``""`` where it has no points; where nothing bounds the loss, ``至少 2`` or open."""
    if row.row.veto or row.exempt is not None or row.part.kind == "demand":
        return ""
    if row.lost.is_bounded:
        return span(row.lost)
    if not row.lost.low:
        return STATES[State.OPEN].in_language(language)
    return Text(f"至少 {number(row.lost.low)}", f"≥ {number(row.lost.low)}").in_language(language)


def state(row: ScoredRow, language: str) -> str:
    """Return the state of *row* in a word."""
    unmet = row.state is State.LOST and row.part.kind == "demand"
    return (UNMET if unmet else STATES[row.state]).in_language(language)


def outcome(card: ScoreCard) -> Text:
    """Return the one sentence that says what *card* comes to."""
    if card.vetoes:
        zh = "、".join(f"“{row.row.title.zh}”" for row in card.vetoes)
        en = ", ".join(f"“{row.row.title.en}”" for row in card.vetoes)
        return Text(f"不合格：单项否决{zh}。", f"Unqualified: vetoed by {en}.")
    if card.outcome is Outcome.UNQUALIFIED:
        return Text("不合格：总分最高也达不到合格线。", "Unqualified: the total stays below the pass mark.")
    if card.outcome is Outcome.QUALIFIED:
        return Text("合格。", "Qualified.")
    if card.outcome is Outcome.UNSCORED:
        unmet, undecided = card.count(State.LOST), card.count(State.OPEN)
        return Text(
            f"{unmet} 项不符合，{undecided} 项待定（此文件没有分值）。",
            f"{unmet} unmet, {undecided} open (the document gives no points).",
        )
    undecided = sum(row.row.veto and row.state is State.OPEN for row in card.rows)
    return Text(
        f"没有发现单项否决，有 {undecided} 项否决须联机或人工查看，不能仅凭文件判定合格。",
        f"No veto was found; {undecided} take a live site or a person, so files alone cannot call the site qualified.",
    )


def totals(card: ScoreCard) -> Iterator[Text]:
    """Yield the sentences about the total; nothing where there is none."""
    scoring = card.standard.scoring
    if scoring is None or card.total is None or card.by_files is None:
        return
    doubt = Text("", "")
    if scoring.confidence != "verified":
        told = CONFIDENCES[scoring.confidence]
        doubt = Text(f"，这两个数字{told.zh}", f", {told.en}")
    passing, base = number(scoring.passing), number(scoring.base)
    yield Text(
        f"总分 {span(card.total)} 分（满分 {base}，合格线 {passing}{doubt.zh}）；"
        f"只计文件能判定的扣分，为 {span(card.by_files)} 分。",
        f"Total {span(card.total)} of {base} (pass mark {passing}{doubt.en}); "
        f"{span(card.by_files)} counting only what files decide.",
    )
    if card.vetoes:
        yield Text(
            "已有单项否决，总分不计入结果，只供整改参考。",
            "With a veto the total does not count; it is here as a guide.",
        )
    elif card.bonus is not None:
        yield Text(
            f"总分 {number(scoring.bonus_above or 0)} 分以上另评加分项，可加 {span(card.bonus)} 分。",
            f"Above {number(scoring.bonus_above or 0)} the bonus part is scored too: {span(card.bonus)} more.",
        )


def judged_by(card: ScoreCard) -> Text:
    """Return the sentence that names the site, its kind and the clock."""
    kind = SITE_KINDS.get(card.kind.kind, Text(card.kind.kind or "?", card.kind.kind or "?"))
    reason = kind_reason(card.kind.reason)
    origin = CLOCKS[card.clock.origin]
    site = " ".join(filter(None, (card.target, card.site_name)))
    return Text(
        f"{site}　{kind.zh}（{reason.zh}）　判定日期 {card.clock.day}（{origin.zh}）",
        f"{site}, a {kind.en} ({reason.en}), judged as of {card.clock.day} ({origin.en})",
    )


def heading(card: ScoreCard) -> Text:
    """Return the title of the card: what the standard is called, with its number."""
    source = card.standard.source
    return Text(
        " ".join(filter(None, (card.standard.title.zh, source.number))),
        " ".join(filter(None, (card.standard.title.en, f"({source.number})" if source.number else ""))),
    )


def place(location: Location, card: ScoreCard) -> str:
    """Return ``path:line:column`` of *location* as seen from where govlint was run."""
    path = card.prefix + (location.path or card.home) or card.target
    return path if location.region is None else f"{path}:{location.region.start_line}:{location.region.start_column}"


def worth(row: ScoredRow) -> str:
    """Return the most *row* can cost or give (``分值``), ``""`` where the table does not bound it."""
    if row.row.cap is not None:
        return number(row.row.cap)
    return ""


def parts(card: ScoreCard) -> Iterator[tuple[Text, list[ScoredRow]]]:
    """Yield the parts of the table with their rows; the heading tells a part's points."""
    grouped: dict[str, list[ScoredRow]] = {}
    for row in card.rows:
        grouped.setdefault(row.part.id, []).append(row)
    for rows in grouped.values():
        part = rows[0].part
        advice = part.kind == "deduction" and not any(row.counted for row in rows)
        points = f"{number(part.points)} 分" if part.points else ""
        points_en = number(part.points) if part.points else ""
        hint = Text("供参考", "advice only") if advice and rows[0].exempt is None else Text("", "")
        zh, en = "，".join(filter(None, (points, hint.zh))), ", ".join(filter(None, (points_en, hint.en)))
        yield Text(part.title.zh + (f"（{zh}）" if zh else ""), part.title.en + (f" ({en})" if en else "")), rows
