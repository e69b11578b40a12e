"""The ledger of what is to be mended (整改台账) and the filled-in self-check table, as a workbook.

Text from pages stays text: no cell becomes a formula or a link. Rows stream to the file, so that memory stays small.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, TextIO

from govlint.finding import Location, Text
from govlint.lazy_re import lazy_re
from govlint.report.cells import width
from govlint.report.model import Report
from govlint.report.origins import origins_in_words
from govlint.report.overview import ScoreInfo

from .faults import Fault, faults_of
from .history import by_site
from .ledger_sheet import COLUMNS, OPEN, SHEET, STATES, TABLE_SHEET
from .libraries import needs
from .words import WORDS

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_INVALID = lazy_re("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LONGEST = 32_000
_MOST_ROWS = 1_048_576
"""What Excel holds; the last one is kept for saying that there would be more."""

_HEAD_ROWS = 2
_A3, _A4 = 8, 9
_TABLE_WIDTHS = (22, 30, 8, 10, 10, 90)
_LINE_POINTS, _MOST_LINES = 15, 27
_EDITED = {"office", "deadline", "state", "evidence"}
_FONT = {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "top", "text_wrap": True, "border": 1,
         "border_color": "#C5CBD3"}  # fmt: skip
_LEVEL_COLOURS = {"error": "#A81C1C", "warning": "#8A4100", "note": "#174A8B"}
_STATE_COLOURS = {"未整改": "#FDEAEA", "整改中": "#FFF0DD", "已整改": "#E8F4EB", "不属实": "#EEF0F3"}


def write(reports: Sequence[Report], stream: TextIO, *, language: str = "zh") -> Sequence[Text]:
    """Write the ledger of *reports* to the buffer of *stream*: the faults of all sites, then a table for each.

    Of several days of a site the newest counts. Returns what had to be left out, in words. Raises CannotReport where
    XlsxWriter is not installed.
    """
    with needs("xlsxwriter"):
        from xlsxwriter import Workbook
    reports = [days[-1] for days in by_site(reports)]
    data = BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
               "strings_to_numbers": False}  # fmt: skip
    book = Workbook(data, options)
    book.set_properties({"title": SHEET.in_language(language), "comments": f"govlint {reports[0].version}"} if reports
                        else {})  # fmt: skip
    remarks = _Book(book, language).write(reports)
    book.close()
    stream.flush()
    stream.buffer.write(data.getvalue())
    return remarks


class _Book:
    """A workbook being filled."""

    def __init__(self, book: Any, language: str) -> None:
        self._book = book
        self._language = language
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def write(self, reports: Sequence[Report]) -> list[Text]:
        """Write all sheets; return what had to be left out."""
        remarks = self._ledger(reports)
        cards = [report for report in reports if report.overview.score is not None]
        for number, report in enumerate(cards):
            title = self._say(TABLE_SHEET) + (f" {number + 1}" if len(cards) > 1 else "")
            if report.overview.score is not None:
                self._table(self._book.add_worksheet(title), report, report.overview.score)
        return remarks

    def _ledger(self, reports: Sequence[Report]) -> list[Text]:
        sheet = self._book.add_worksheet(self._say(SHEET))
        self._layout(sheet, reports)
        faults = [(report, fault) for report in reports for fault in faults_of(report) if fault.is_fault]
        room = len(faults) if len(faults) <= _MOST_ROWS - _HEAD_ROWS else _MOST_ROWS - _HEAD_ROWS - 1
        for number, (report, fault) in enumerate(faults[:room], 1):
            site = (report.site_name or report.target) if len(reports) > 1 else ""
            self._row(sheet, _HEAD_ROWS + number - 1, fault, report, number, site)
        remarks = _left_out(len(faults) - room)
        for remark in remarks:
            sheet.write_string(_HEAD_ROWS + room, 0, self._say(remark), self._book.add_format({"bold": True}))
        last = max(_HEAD_ROWS + room - 1, _HEAD_ROWS)
        sheet.autofilter(_HEAD_ROWS - 1, 0, last, len(COLUMNS) - 1)
        state = next(at for at, column in enumerate(COLUMNS) if column.id == "state")
        sheet.data_validation(_HEAD_ROWS, state, last, state, {"validate": "list", "source": list(STATES)})
        for word, colour in _STATE_COLOURS.items():
            criteria = {"type": "cell", "criteria": "==", "value": f'"{word}"',
                        "format": self._book.add_format({"bg_color": colour})}  # fmt: skip
            sheet.conditional_format(_HEAD_ROWS, state, last, state, criteria)
        return remarks

    def _layout(self, sheet: Worksheet, reports: Sequence[Report]) -> None:
        """Write title and head, and set the sheet up for screen and print."""
        for at, column in enumerate(COLUMNS):
            hidden = column.id == "mark" or (column.id == "site" and len(reports) < 2)
            sheet.set_column(at, at, column.width, None, {"hidden": hidden})
        sheet.set_row(0, 30)
        sites = "、".join(dict.fromkeys(report.site_name or report.target for report in reports))
        days = "、".join(dict.fromkeys(report.as_of.isoformat() for report in reports))
        as_of = WORDS["as-of"].in_language(self._language)
        sheet.write_string(
            0, 0, _clean(f"{sites}　{self._say(SHEET)}　（{as_of} {days}）"),
            self._book.add_format({"font_name": "Microsoft YaHei", "font_size": 14, "bold": True, "valign": "vcenter"}),
        )  # fmt: skip
        for at, column in enumerate(COLUMNS):
            sheet.write_string(1, at, self._say(column.name), self._style(head=True))
        sheet.freeze_panes(_HEAD_ROWS, 1)
        sheet.set_landscape()
        sheet.set_paper(_A3)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(1)
        sheet.set_margins(0.4, 0.4, 0.6, 0.6)
        sheet.set_footer("&C&P / &N")

    def _row(self, sheet: Worksheet, row: int, fault: Fault, report: Report, number: int, site: str) -> None:
        basis = "；".join(text.in_language(self._language) for text in fault.basis)
        origins = origins_in_words(fault.findings, self._language)
        cells = {
            "site": site,
            "level": WORDS[f"level.{fault.level}"].in_language(self._language),
            "page": _where(fault.first.location, report),
            "column": fault.column,
            "fault": "\n".join(filter(None, (fault.first.message.in_language(self._language), origins))),
            "basis": basis,
            "points": fault.points.in_language(self._language),
            "remedy": fault.rule.remedy.in_language(self._language),
            "state": OPEN,
            "rule": fault.rule.id,
            "mark": fault.mark,
        }
        numbers = {"number": number, "pages": fault.pages}
        sheet.set_row(
            row, _height((cells.get(column.id, ""), column.width) for column in COLUMNS if column.id != "mark")
        )
        for at, column in enumerate(COLUMNS):
            style = self._style(colour=_LEVEL_COLOURS[fault.level] if column.id == "level" else "",
                                edited=column.id in _EDITED, centre=column.id in numbers)  # fmt: skip
            if column.id in numbers:
                sheet.write_number(row, at, numbers[column.id], style)
            else:
                sheet.write_string(row, at, _clean(cells.get(column.id, "")), style)

    def _table(self, sheet: Worksheet, report: Report, score: ScoreInfo) -> None:
        """Write the official table as the site fills it: part, row, worth, lost, result, remarks."""
        names = ("score-part", "score-row", "score-worth", "score-lost", "score-state", "score-remarks")
        for at, characters in enumerate(_TABLE_WIDTHS):
            sheet.set_column(at, at, characters)
        title = {"font_name": "Microsoft YaHei", "font_size": 14, "bold": True}
        sheet.write_string(0, 0, _clean(f"{report.site_name or report.target}　{self._say(TABLE_SHEET)}"),
                           self._book.add_format(title))  # fmt: skip
        plain = self._book.add_format({"font_name": "Microsoft YaHei", "font_size": 10})
        lines = [score.title, Text(f"{report.as_of}", f"{report.as_of}"), score.summary, *score.totals]
        for row, text in enumerate(lines, 1):
            sheet.write_string(row, 0, _clean(self._say(text)), plain)
        head = len(lines) + 2
        for at, name in enumerate(names):
            sheet.write_string(head, at, WORDS[name].in_language(self._language), self._style(head=True))
        for row, one in enumerate(score.rows, head + 1):
            remarks = "\n".join(map(self._say, one.remarks))
            cells = (self._say(one.part), self._say(one.title), one.worth, self._say(one.lost), self._say(one.word))
            sheet.set_row(row, _height(zip((*cells, remarks), _TABLE_WIDTHS, strict=True)))
            for at, cell in enumerate((*cells, remarks)):
                colour = {"veto": "#A81C1C", "lost": "#A81C1C", "open": "#8A4100"}.get(one.state, "") if at == 4 else ""
                sheet.write_string(row, at, _clean(cell), self._style(colour=colour))
        sheet.freeze_panes(head + 1, 2)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(head)

    def _style(self, *, head: bool = False, colour: str = "", edited: bool = False, centre: bool = False) -> Any:
        wanted: Mapping[str, Any] = {
            **_FONT,
            **({"bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF", "valign": "vcenter"} if head else {}),
            **({"font_color": colour, "bold": True} if colour else {}),
            **({"bg_color": "#FFFDF2"} if edited else {}),
            **({"align": "center"} if centre else {}),
        }
        key = tuple(sorted(wanted.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(dict(wanted))
        return self._formats[key]

    def _say(self, text: Text) -> str:
        return text.in_language(self._language)


def _left_out(faults: int) -> list[Text]:
    """Say that *faults* do not fit, nothing where all do."""
    if not faults:
        return []
    return [
        Text(
            f"另有 {faults} 项问题超出 Excel 的行数上限（{_MOST_ROWS} 行），没有写入；请按规则或目录分别生成台账。",
            f"{faults} more faults are beyond the {_MOST_ROWS} rows of Excel; make ledgers by rule or by folder.",
        )
    ]


def _height(cells: Iterable[tuple[str, int]]) -> int:
    """Return the height of a row in points, whose *cells* are texts with the widths of their columns.

    Spreadsheets fit heights when they like; a file that is printed unseen needs them told.
    """
    lines = [sum(-(-max(width(line), 1) // (room - 1)) for line in text.split("\n")) for text, room in cells]
    return _LINE_POINTS * min(max(lines, default=1), _MOST_LINES) + 3


def _where(place: Location, report: Report) -> str:
    path = place.path or report.home or report.target
    return f"{path}:{place.region.start_line}" if place.region else path


def _clean(text: str) -> str:
    """Return *text* without what no worksheet can hold."""
    return _INVALID.sub("\ufffd", text)[:_LONGEST]
