"""The ledger on its way out and back: written by one library, edited by another, read by a third."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from govlint.plugins.office.ledger_sheet import COLUMNS, STATES
from govlint.plugins.office.returned import read
from govlint.plugins.office.xlsx import write

from govlint.finding import Origin, Region, Text, Verdict
from govlint.report.ledger import Check, check_ledger
from govlint.report.model import Report, SetAside
from govlint.report.reporter import CannotReport

from .conftest import fault

pytest.importorskip("xlsxwriter", reason="the extra “report” is not installed")
pytest.importorskip("python_calamine", reason="the extra “report” is not installed")
openpyxl = pytest.importorskip("openpyxl", reason="the returned ledger is edited with openpyxl")

AT = {column.id: at for at, column in enumerate(COLUMNS, 1)}
Edit = Callable[[Any], None]


@pytest.fixture
def ledger(tmp_path: Path, written: Callable[..., bytes]) -> Callable[..., Path]:
    """Write the ledger of a report, let somebody edit it, and return the file."""

    def make(report: Report, edit: Edit = lambda sheet: None) -> Path:
        file = tmp_path / "台账.xlsx"
        file.write_bytes(written(write, report))
        book = openpyxl.load_workbook(file)
        edit(book.worksheets[0])
        book.save(file)
        return file

    return make


def marked(states: Mapping[str, str]) -> Edit:
    """Return an edit that gives the rows of each rule a state."""

    def edit(sheet: Any) -> None:
        for row in sheet.iter_rows(min_row=3):
            rule = row[AT["rule"] - 1].value
            row[AT["state"] - 1].value = states.get(rule, row[AT["state"] - 1].value)

    return edit


def test_a_row_for_each_fault(ledger: Callable[..., Path], sample: Report) -> None:
    sheet = openpyxl.load_workbook(ledger(sample)).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    assert [row[AT["rule"] - 1] for row in rows] == ["GOV1001", "GOV1002", "GOV5001", "GOV4001"]
    blank = rows[1]
    assert blank[AT["basis"] - 1] == "某函〔2019〕1号“其他栏目”"
    assert blank[AT["points"] - 1] == "每个栏目 2 分"
    assert rows[2][AT["pages"] - 1] == 3
    assert {row[AT["state"] - 1] for row in rows} == {STATES[0]}


def test_the_sheet_is_ready_for_work(tmp_path: Path, written: Callable[..., bytes], sample: Report) -> None:
    file = tmp_path / "ledger.xlsx"
    file.write_bytes(written(write, sample))
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    (choice,) = sheet.data_validations.dataValidation
    assert choice.formula1 == f'"{",".join(STATES)}"'
    assert sheet.freeze_panes == "B3"
    assert sheet.auto_filter.ref == "A2:P6"
    assert sheet.column_dimensions["P"].hidden
    assert [name for name in book.sheetnames] == ["整改台账", "月度自查表"]
    table = [[cell.value for cell in row] for row in book.worksheets[1].iter_rows()]
    assert ["发布", "其他栏目", "4", "2", "扣分", "空白栏目 1 个"] in table


def test_no_text_becomes_a_formula_or_a_link(tmp_path: Path, written: Callable[..., bytes], hostile: Report) -> None:
    file = tmp_path / "ledger.xlsx"
    file.write_bytes(written(write, hostile))
    cells = [cell for row in openpyxl.load_workbook(file).worksheets[0].iter_rows() for cell in row]
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert not any(cell.hyperlink for cell in cells)


def test_what_comes_back_is_held_against_the_site(
    ledger: Callable[..., Path], sample: Report, make: Callable[..., Report]
) -> None:
    file = ledger(sample, marked({"GOV1001": "已整改", "GOV5001": "已整改", "GOV4001": "整改中"}))
    now = make(
        next(one for one in sample.findings if one.rule_id == "GOV1001"),
        fault("GOV5001", "fresh.html", "p9.html"),
    )
    checked = check_ledger(read(file), now)
    assert [(row.row.rule_id, row.check) for row in checked.rows] == [
        ("GOV1001", Check.NOT_MENDED),
        ("GOV1002", Check.GONE),
        ("GOV5001", Check.MENDED),
        ("GOV4001", Check.GONE),
    ]
    assert [finding.key for finding in checked.new] == ["fresh.html"]


def test_a_fault_left_on_one_of_its_pages_is_not_mended(
    ledger: Callable[..., Path], sample: Report, make: Callable[..., Report]
) -> None:
    file = ledger(sample, marked({"GOV5001": "已整改"}))
    left = make(fault("GOV5001", "gone.html", "p2.html"))
    checked = check_ledger(read(file), left)
    assert [row.row.rule_id for row in checked.of(Check.NOT_MENDED)] == ["GOV5001"]
    assert not checked.new


def test_nothing_is_mended_that_could_not_be_seen(
    ledger: Callable[..., Path], sample: Report, make: Callable[..., Report]
) -> None:
    rows = read(ledger(sample, marked(dict.fromkeys(("GOV1001", "GOV1002", "GOV4001", "GOV5001"), "已整改"))))
    fewer = make(rules=tuple(one for one in sample.rules if one.id != "GOV4001"))
    broken = make(fault("GOV0003", "GOV1002 ValueError"))
    blank = next(one for one in sample.findings if one.rule_id == "GOV1002")
    hidden = make(set_aside=(SetAside(blank, sample.fingerprints[1], "external", "以后再说"),))
    review = make(blank._replace(verdict=Verdict.REVIEW, reason=Text("看", "look")))

    def of(report: Report, rule: str, **more: Any) -> Check:
        return next(row.check for row in check_ledger(rows, report, **more).rows if row.row.rule_id == rule)

    assert of(fewer, "GOV4001") is Check.UNKNOWN
    assert of(broken, "GOV1002") is Check.UNKNOWN
    assert of(hidden, "GOV1002") is Check.HIDDEN
    assert of(review, "GOV1002") is Check.REVIEW
    assert of(make(), "GOV1002", complete=False) is Check.UNKNOWN
    assert of(make(), "GOV1002") is Check.MENDED


def test_a_row_whose_page_is_gone_is_not_called_mended(
    ledger: Callable[..., Path], sample: Report, make: Callable[..., Report]
) -> None:
    rows = read(ledger(sample, marked({"GOV1002": "已整改", "GOV5001": "已整改"})))
    kept = {"index.html", "news/index.html", "old/index.html", "p0.html"}
    checked = check_ledger(rows, make(), files=kept)
    assert [(row.row.rule_id, row.check) for row in checked.rows] == [
        ("GOV1001", Check.GONE),
        ("GOV1002", Check.PAGE_GONE),
        ("GOV5001", Check.MENDED),
        ("GOV4001", Check.GONE),
    ]
    still = make(next(one for one in sample.findings if one.rule_id == "GOV1002"))
    assert check_ledger(rows, still, files=kept).rows[1].check is Check.NOT_MENDED
    assert check_ledger(rows, make(), files=kept, complete=False).rows[1].check is Check.UNKNOWN


def test_rows_of_another_site_are_not_called_mended(
    tmp_path: Path, written: Callable[..., bytes], sample: Report, make: Callable[..., Report]
) -> None:
    file = tmp_path / "two.xlsx"
    file.write_bytes(written(write, sample, sample._replace(site_name="另一局")))
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    assert not sheet.column_dimensions["B"].hidden
    for row in sheet.iter_rows(min_row=3):
        row[AT["state"] - 1].value = "已整改"
    book.save(file)
    rows = read(file)
    assert {row.site for row in rows} == {"某某市某局", "另一局"}
    checked = check_ledger(rows, make())
    assert {row.row.site for row in checked.of(Check.MENDED)} == {"某某市某局"}
    assert {row.row.site for row in checked.of(Check.UNKNOWN)} == {"另一局"}


def test_of_several_days_the_newest_counts(
    tmp_path: Path, written: Callable[..., bytes], sample: Report, later: Report
) -> None:
    file = tmp_path / "days.xlsx"
    file.write_bytes(written(write, later, sample))
    assert "GOV5001" not in {row.rule_id for row in read(file)}


def test_what_excel_cannot_hold_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[..., Report]
) -> None:
    many = make(*(fault("GOV1002", str(number), f"p{number}.html") for number in range(9)))
    monkeypatch.setattr("govlint.plugins.office.xlsx._MOST_ROWS", 8)
    file = tmp_path / "ledger.xlsx"
    with file.open("w", encoding="utf-8") as stream:
        (remark,) = write([many], stream)
    assert remark.zh.startswith("另有 4 项问题超出 Excel 的行数上限（8 行）")
    sheet = openpyxl.load_workbook(file).worksheets[0]
    assert sheet.max_row == 8
    assert sheet.cell(8, 1).value == remark.zh
    assert sheet.auto_filter.ref == "A2:P7"
    assert len(read(file)) == 5
    monkeypatch.setattr("govlint.plugins.office.xlsx._MOST_ROWS", 11)
    with file.open("w", encoding="utf-8") as stream:
        assert not write([many], stream)
    assert len(read(file)) == 9


def test_rows_may_be_moved_and_notes_put_above(ledger: Callable[..., Path], sample: Report) -> None:
    def edit(sheet: Any) -> None:
        marked({"GOV1002": "已整改"})(sheet)
        sheet.insert_rows(1, 3)
        sheet["A1"] = "请各单位月底前填写"
        sheet.delete_rows(sheet.max_row)

    rows = read(ledger(sample, edit))
    assert [row.state for row in rows] == ["未整改", "已整改", "未整改"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no zip", "甲,乙\n".encode()])
def test_other_files_are_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "x.xlsx"
    file.write_bytes(data)
    with pytest.raises(CannotReport, match="台账"):
        read(file)


def test_a_workbook_without_a_ledger_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.xlsx"
    openpyxl.Workbook().save(file)
    with pytest.raises(CannotReport, match="没有找到台账"):
        read(file)


def test_a_row_says_which_template_its_fault_comes_from(
    ledger: Callable[..., Path], make: Callable[..., Report]
) -> None:
    origin = Origin("模板/列表.html", Region(8, 3, 8, 20), "<ul>", 12)
    sheet = openpyxl.load_workbook(ledger(make(fault("GOV1002", "要闻", origins=(origin,))))).worksheets[0]
    assert sheet.cell(3, AT["fault"]).value == "“要闻”有问题。\n出自模板 模板/列表.html:8:3（12 个页面）"
