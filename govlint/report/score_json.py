"""Scorecards in JSON, for programs; their form is ``schemas/scorecard.schema.json``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TextIO

from govlint import __version__
from govlint.finding import Finding, Text
from govlint.report import links
from govlint.report.encode import encoder
from govlint.report.model import CORE
from govlint.report.score_words import outcome
from govlint.report.words import CLOCKS
from govlint.score.card import ScoreCard, ScoredClause, ScoredRow, Span

FORMAT_VERSION = "1.0"
"""Raised in its second part when something is added, in its first when something changes its meaning or goes."""

_encode = encoder()


def write(cards: Sequence[ScoreCard], stream: TextIO, *, language: str = "zh") -> None:
    """Write *cards* to *stream* (UTF-8, ``newline="\\n"``) as one JSON object, each row of a table on its own line."""
    head = {
        "$schema": links.SCORECARD_SCHEMA,
        "formatVersion": FORMAT_VERSION,
        "language": "en" if language == "en" else "zh",
        "tool": {"name": CORE, "version": __version__},
    }
    stream.write(_encode(head)[:-1] + ',"cards":[')
    for number, card in enumerate(cards):
        stream.write(",\n" if number else "\n")
        stream.write(_encode(_card(card, language))[:-1] + ',"rows":[')
        stream.write(",".join("\n" + _encode(_row(row, language)) for row in card.rows))
        stream.write("]}")
    stream.write("]}\n")


def _card(card: ScoreCard, language: str) -> dict[str, Any]:
    standard, source, scoring = card.standard, card.standard.source, card.standard.scoring
    return {
        "standard": {
            "id": standard.id,
            "title": standard.title.in_language(language),
            "number": source.number,
            "issued": source.issued.isoformat() if source.issued else None,
            "url": source.url,
            "confidence": source.confidence,
        },
        "target": card.target,
        "prefix": card.prefix,
        "site": {
            "name": card.site_name,
            "home": card.home,
            "kind": card.kind.kind,
            "kindReason": card.kind.reason,
        },
        "asOf": card.clock.day.isoformat(),
        "asOfOrigin": CLOCKS[card.clock.origin].in_language(language),
        "scoring": None
        if scoring is None
        else {
            "base": scoring.base,
            "passing": scoring.passing,
            "bonusAbove": scoring.bonus_above,
            "confidence": scoring.confidence,
        },
        "outcome": card.outcome.value,
        "summary": outcome(card).in_language(language),
        "lost": _span(card.lost),
        "total": _span(card.total),
        "byFiles": _span(card.by_files),
        "bonus": _span(card.bonus),
        "notes": [note.in_language(language) for note in card.notes],
    }


def _row(row: ScoredRow, language: str) -> dict[str, Any]:
    return {
        "id": row.row.id,
        "title": row.row.title.in_language(language),
        "part": {
            "id": row.part.id,
            "title": row.part.title.in_language(language),
            "kind": row.part.kind,
            "points": row.part.points,
        },
        "state": row.state.value,
        "counted": row.counted,
        "exempt": _text(row.exempt, language),
        "cap": row.row.cap,
        "lost": _span(row.lost),
        "byFiles": _span(row.by_files),
        "confidence": row.row.confidence,
        "note": _text(row.row.note, language),
        "clauses": [_clause(clause, language) for clause in row.clauses],
    }


def _clause(scored: ScoredClause, language: str) -> dict[str, Any]:
    clause = scored.clause
    return {
        "id": clause.id,
        "title": clause.title.in_language(language),
        "points": clause.points,
        "per": clause.per,
        "limit": clause.limit,
        "sample": clause.sample,
        "count": _span(scored.count),
        "lost": _span(scored.lost),
        "byFiles": _span(scored.by_files),
        "met": scored.met,
        "confidence": clause.confidence,
        "unverified": _text(scored.doubt, language),
        "openReasons": [reason.in_language(language) for reason in scored.open_reasons],
        "faults": [_finding(finding, language) for finding in scored.faults],
        "reviews": [_finding(finding, language) for finding in scored.reviews],
    }


def _finding(finding: Finding, language: str) -> dict[str, Any]:
    region = finding.location.region
    return {
        "ruleId": finding.rule_id,
        "message": finding.message.in_language(language),
        "path": finding.location.path,
        "line": region.start_line if region else None,
        "column": region.start_column if region else None,
        "key": finding.key,
    }


def _span(span: Span | None) -> dict[str, float | None] | None:
    """Return a span; its high is null where nothing bounds it."""
    return None if span is None else {"low": span.low, "high": span.high if span.is_bounded else None}


def _text(text: Text | None, language: str) -> str | None:
    return None if text is None else text.in_language(language)
