"""The scorecard for a person at a terminal: the official table row by row, each with what is behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from govlint.finding import Text
from govlint.report.cells import fitting, safe, width
from govlint.report.score_remarks import Remark, remarks
from govlint.report.score_words import heading, judged_by, lost, outcome, parts, state, totals, worth
from govlint.report.terminal import Terminal, terminal
from govlint.score.card import Outcome, ScoreCard, ScoredRow, State

_COLOURS = {
    State.VETO: "red",
    State.LOST: "red",
    State.OPEN: "yellow",
    State.CLEAR: "green",
    State.EXEMPT: "bright_black",
}
_STATE_WIDTH = 7
_WIDEST_TITLE = 44
_INDENT = " " * 11
_WORTH, _LOST = Text("分值", "worth"), Text("扣分", "lost")
_ADDED = Text("可加", "to win")
_DITTO = Remark(Text("同上。", "As above."))
_BREAKS_BEHIND = frozenset(" ，。；：、）—,;:)/")


def write(
    cards: Sequence[ScoreCard],
    stream: TextIO,
    *,
    language: str = "zh",
    colour: bool | None = None,
    columns: int | None = None,
) -> None:
    """Write *cards* one behind the other to *stream*; *colour* and *columns* are found out where they are None."""
    shown_on = terminal(stream, colour, columns)
    for number, card in enumerate(cards):
        if number:
            shown_on.line()
        _Page(card, shown_on, language).write()


class _Page:
    """One card on its way to one terminal."""

    def __init__(self, card: ScoreCard, shown_on: Terminal, language: str) -> None:
        self._card = card
        self._terminal = shown_on
        self._language = language
        titles = [width(self._title(row)) for row in card.rows]
        self._title_width = min(max(titles, default=0), _WIDEST_TITLE)

    def write(self) -> None:
        """Write the head, the parts and the count of rows."""
        self._head()
        for title, rows in parts(self._card):
            self._part(title, rows)
        self._terminal.line()
        self._counts()

    def _head(self) -> None:
        card, line = self._card, self._terminal.line
        line(self._terminal.style(self._say(heading(card)), bold=True))
        self._wrapped(self._say(judged_by(card)), "")
        colour = "red" if card.outcome is Outcome.UNQUALIFIED else "yellow"
        colour = "green" if card.outcome is Outcome.QUALIFIED else colour
        line()
        self._wrapped(self._say(outcome(card)), "", fg=colour, bold=True)
        for text in totals(card):
            self._wrapped(self._say(text), "", bold=True)
        for note in card.notes:
            self._wrapped(f"* {self._say(note)}", "", dim=True)

    def _part(self, title: Text, rows: Sequence[ScoredRow]) -> None:
        self._terminal.line()
        scored = rows[0].part.kind in ("deduction", "bonus")
        head = self._padded(self._say(title), _STATE_WIDTH + self._title_width + 4)
        if scored:
            gain = _ADDED if rows[0].part.kind == "bonus" else _LOST
            head += f"{self._left(self._say(_WORTH), 6)}{self._left(self._say(gain), 12)}"
        self._terminal.line(self._terminal.style(head.rstrip(), bold=True))
        if all(row.exempt is not None for row in rows):
            self._exempt(rows)
            return
        said: list[Remark] = []
        for row in rows:
            self._row(row)
            told = list(remarks(row, self._card))
            self._remarks([_DITTO] if told and told == said else told)
            said = told

    def _exempt(self, rows: Sequence[ScoredRow]) -> None:
        """Write rows that do not apply in one line."""
        titles = ("、" if self._language != "en" else ", ").join(map(self._title, rows))
        reasons = {row.exempt: None for row in rows if row.exempt is not None}
        why = (" " if self._language == "en" else "").join(map(self._say, reasons))
        self._wrapped(f"{titles}{': ' if self._language == 'en' else '：'}{why}", _INDENT, dim=True)

    def _row(self, row: ScoredRow) -> None:
        word = self._padded(state(row, self._language), _STATE_WIDTH)
        shown = self._terminal.style(word, fg=_COLOURS[row.state], bold=row.state in (State.VETO, State.LOST))
        if row.part.kind not in ("deduction", "bonus"):
            self._wrapped(self._title(row), _INDENT, f"  {shown}  ")
            return
        points = f"{self._left(worth(row), 6)}{self._left(lost(row, self._language), 12)}"
        self._terminal.line(f"  {shown}  {self._padded(self._title(row), self._title_width)}{points}".rstrip())

    def _remarks(self, told: Sequence[Remark]) -> None:
        for remark in told:
            rules = f"  {remark.rules}" if remark.rules else ""
            self._wrapped(safe(self._say(remark.text)) + rules, _INDENT, dim=not remark.rules)
            if remark.places:
                more = Text(f"另有 {remark.more} 处", f"{remark.more} more") if remark.more else Text("", "")
                self._listed([*map(safe, remark.places), self._say(more)], _INDENT + "  ")

    def _counts(self) -> None:
        names = {
            State.VETO: Text("否决", "vetoed"),
            State.LOST: Text("扣分或不符合", "lost or unmet"),
            State.OPEN: Text("待定", "open"),
            State.CLEAR: Text("通过", "clear"),
            State.EXEMPT: Text("不适用", "not applicable"),
        }
        counted = [(name, number) for key, name in names.items() if (number := self._card.count(key))]
        rows = len(self._card.rows)
        zh = "，".join(f"{name.zh} {number}" for name, number in counted)
        en = ", ".join(f"{number} {name.en}" for name, number in counted)
        self._wrapped(self._say(Text(f"共 {rows} 行：{zh}。", f"{rows} rows: {en}.")), "")

    # --- words and cells

    def _say(self, text: Text) -> str:
        return text.in_language(self._language)

    def _title(self, row: ScoredRow) -> str:
        mark = Text("（未核实）", " (unverified)") if row.row.confidence == "unverified" else Text("", "")
        return safe(self._say(row.row.title)) + self._say(mark)

    def _padded(self, text: str, cells: int) -> str:
        return text + " " * max(cells - width(text), 0)

    def _left(self, text: str, cells: int) -> str:
        return " " * max(cells - width(text), 1) + text

    def _listed(self, pieces: Sequence[str], indent: str) -> None:
        """Write *pieces* as many to a line as fit, none of them broken."""
        line = ""
        for piece in filter(None, pieces):
            if line and width(f"{indent}{line}  {piece}") > self._terminal.width:
                self._terminal.line(indent + self._terminal.style(line, dim=True))
                line = ""
            line = f"{line}  {piece}" if line else piece
        self._terminal.line(indent + self._terminal.style(line, dim=True))

    def _wrapped(self, text: str, indent: str, first: str = "", **styles: object) -> None:
        """Write *text* broken to the terminal's width, each line set in by *indent*, the first by *first* if given."""
        room = self._terminal.width - len(indent)
        while text:
            end = fitting(text, room)
            if end < len(text):
                end = next((at for at in range(end, end // 2, -1) if text[at - 1] in _BREAKS_BEHIND), end)
            line, text = text[: max(end, 1)].rstrip(), text[max(end, 1) :].lstrip()
            self._terminal.line((first or indent) + self._terminal.style(line, **styles))
            first = ""
