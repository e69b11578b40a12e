"""The overview of a site in the JSON report, written and read back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from govlint.finding import Text
from govlint.report.overview import Charge, ColumnInfo, Month, Overview, ScoreInfo, ScoreRow


def overview_value(overview: Overview, language: str) -> dict[str, Any]:
    """Return *overview* as plain JSON values, its texts in *language*."""
    return {
        "columns": [
            {**column._asdict(), "newest": column.newest.isoformat() if column.newest else None}
            for column in overview.columns
        ],
        "months": [month._asdict() for month in overview.months],
        "score": _score(overview.score, language) if overview.score else None,
    }


def read_overview(value: Mapping[str, Any]) -> Overview:
    """Return what :func:`overview_value` wrote; raises KeyError, TypeError or ValueError for anything else."""
    return Overview(
        columns=tuple(
            ColumnInfo(**{**column, "newest": date.fromisoformat(column["newest"]) if column["newest"] else None})
            for column in value["columns"]
        ),
        months=tuple(Month(**month) for month in value["months"]),
        score=_read_score(value["score"]) if value["score"] else None,
    )


def same(text: str) -> Text:
    """Return *text*, which is known in one language alone, for both."""
    return Text(text, text)


def _score(score: ScoreInfo, language: str) -> dict[str, Any]:
    return {
        "standard": score.standard,
        "title": score.title.in_language(language),
        "outcome": score.outcome,
        "summary": score.summary.in_language(language),
        "totals": [text.in_language(language) for text in score.totals],
        "notes": [text.in_language(language) for text in score.notes],
        "rows": [_row(row, language) for row in score.rows],
    }


def _row(row: ScoreRow, language: str) -> dict[str, Any]:
    return {
        "id": row.id,
        "part": row.part.in_language(language),
        "title": row.title.in_language(language),
        "state": row.state,
        "word": row.word.in_language(language),
        "worth": row.worth,
        "lost": row.lost.in_language(language),
        "veto": row.veto,
        "remarks": [text.in_language(language) for text in row.remarks],
        "charges": [{**charge._asdict(), "faults": list(charge.faults)} for charge in row.charges],
    }


def _read_score(value: Mapping[str, Any]) -> ScoreInfo:
    return ScoreInfo(
        standard=value["standard"],
        title=same(value["title"]),
        outcome=value["outcome"],
        summary=same(value["summary"]),
        totals=tuple(map(same, value["totals"])),
        notes=tuple(map(same, value["notes"])),
        rows=tuple(map(_read_row, value["rows"])),
    )


def _read_row(value: Mapping[str, Any]) -> ScoreRow:
    return ScoreRow(
        id=value["id"],
        part=same(value["part"]),
        title=same(value["title"]),
        state=value["state"],
        word=same(value["word"]),
        worth=value["worth"],
        lost=same(value["lost"]),
        veto=value["veto"],
        remarks=tuple(map(same, value["remarks"])),
        charges=tuple(Charge(one["points"], one["per"], tuple(one["faults"])) for one in value["charges"]),
    )
