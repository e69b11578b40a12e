"""Scorecards as tables for office work: CSV for spreadsheets, Markdown for documents."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from typing import TextIO

from govlint.finding import Text
from govlint.lazy_re import lazy_re
from govlint.report.cells import safe
from govlint.report.score_remarks import Remark, remarks
from govlint.report.score_words import (
    heading,
    judged_by,
    lost,
    number,
    outcome,
    parts,
    state,
    totals,
    worth,
)
from govlint.report.spreadsheet import no_formula
from govlint.report.words import CONFIDENCES
from govlint.score.card import ScoreCard, ScoredRow

_COLUMNS = (
    Text("标准", "standard"),
    Text("文号", "document"),
    Text("判定日期", "as of"),
    Text("网站", "site"),
    Text("组", "part"),
    Text("行", "row"),
    Text("名称", "title"),
    Text("状态", "state"),
    Text("分值", "worth"),
    Text("最少扣分", "least lost"),
    Text("最多扣分", "most lost"),
    Text("计分", "counted"),
    Text("问题", "faults"),
    Text("待核", "to review"),
    Text("规则", "rules"),
    Text("位置", "places"),
    Text("说明", "remarks"),
    Text("核实", "confidence"),
)
_MARKDOWN = lazy_re(r"([\\`*_\[\]<>|])")
_YES, _NO = Text("是", "yes"), Text("否", "no")


def write_csv(cards: Sequence[ScoreCard], stream: TextIO, *, language: str = "zh") -> None:
    """Write a line for each row of each of *cards* (RFC 4180, with a line of headings).

    Open *stream* with ``newline=""``, and with the encoding ``utf-8-sig`` where Excel is to open the file. What a
    spreadsheet would take for a formula is made text by an apostrophe before it.
    """
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([column.in_language(language) for column in _COLUMNS])
    for card in cards:
        for row in card.rows:
            writer.writerow([_cell(value) for value in _record(card, row, language)])


def _record(card: ScoreCard, row: ScoredRow, language: str) -> Iterator[str]:
    told = list(remarks(row, card))
    yield card.standard.id
    yield card.standard.source.number
    yield card.clock.day.isoformat()
    yield card.site_name or card.target
    yield row.part.title.in_language(language)
    yield row.row.id
    yield row.row.title.in_language(language)
    yield state(row, language)
    yield worth(row)
    pointless = not lost(row, language)
    yield "" if pointless else number(row.lost.low)
    yield "" if pointless or not row.lost.is_bounded else number(row.lost.high)
    yield (_YES if row.counted and not pointless else _NO).in_language(language)
    yield str(len(row.faults))
    yield str(len(row.reviews))
    ids = [finding.rule_id for finding in (*row.faults, *row.reviews)]
    yield " ".join(f"{id}×{ids.count(id)}" for id in sorted(set(ids)))
    yield " ".join(dict.fromkeys(place for remark in told for place in remark.places))
    yield " ".join(_stopped(remark.text.in_language(language)) for remark in told)
    yield CONFIDENCES["unverified" if row.is_unverified else row.row.confidence].in_language(language)


def _stopped(text: str) -> str:
    return text if text.endswith(("。", ".")) else text + ("." if text.isascii() else "。")


def _cell(value: str) -> str:
    return no_formula(safe(value))


def write_markdown(cards: Sequence[ScoreCard], stream: TextIO, *, language: str = "zh") -> None:
    """Write *cards* to *stream* as Markdown: a heading, the outcome, and a table for each part."""
    for card_number, card in enumerate(cards):
        stream.write("\n" if card_number else "")
        stream.writelines(f"{line}\n" for line in _markdown(card, language))


def _markdown(card: ScoreCard, language: str) -> Iterator[str]:
    yield f"# {_escaped(heading(card).in_language(language))}"
    yield ""
    yield _escaped(judged_by(card).in_language(language))
    yield ""
    yield f"**{_escaped(outcome(card).in_language(language))}**"
    for text in totals(card):
        yield ""
        yield _escaped(text.in_language(language))
    if card.notes:
        yield ""
        yield from (f"- {_escaped(note.in_language(language))}" for note in card.notes)
    for title, rows in parts(card):
        yield ""
        yield f"## {_escaped(title.in_language(language))}"
        yield ""
        yield from _table(rows, card, language)


def _table(rows: Sequence[ScoredRow], card: ScoreCard, language: str) -> Iterator[str]:
    scored = rows[0].part.kind in ("deduction", "bonus")
    gain = Text("可加", "to win") if rows[0].part.kind == "bonus" else Text("扣分", "lost")
    points = [Text("分值", "worth"), gain] if scored else []
    heads = [Text("指标", "row"), Text("状态", "state"), *points, Text("说明", "remarks")]
    yield "| " + " | ".join(head.in_language(language) for head in heads) + " |"
    yield "|" + "|".join(["---", "---", *["--:"] * len(points), "---"]) + "|"
    for row in rows:
        cells = [_escaped(row.row.title.in_language(language)), state(row, language)]
        cells += [worth(row), lost(row, language)] if scored else []
        cells.append("<br>".join(_remark(remark, language) for remark in remarks(row, card)))
        yield "| " + " | ".join(cells) + " |"


def _remark(remark: Remark, language: str) -> str:
    text = _escaped(remark.text.in_language(language))
    rules = f" {remark.rules}" if remark.rules else ""
    more = Text(f"，另有 {remark.more} 处", f", {remark.more} more") if remark.more else Text("", "")
    separator = ", " if language == "en" else "、"
    places = separator.join(map(_escaped, remark.places)) + more.in_language(language) if remark.places else ""
    return text + rules + (f"<br>{places}" if places else "")


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", safe(text)).replace("&", "&amp;")
