"""The self-check report, read with python-docx."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from govlint.plugins.office.docx import TEMPLATE, write
from govlint.plugins.office.template import build
from govlint.plugins.office.word import TO_WRITE
from govlint.plugins.office.wording import remedy_of

from govlint.finding import Severity
from govlint.report.model import Counts, Report
from govlint.report.reporter import CannotReport

from .conftest import fault, rule

pytest.importorskip("docxtpl", reason="the extra “report” is not installed")
docx = pytest.importorskip("docx")
Written = Callable[..., bytes]


def text_of(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_sections_by_class(written: Written, sample: Report) -> None:
    data = written(write, sample)
    text = text_of(data)
    for heading in ("（一）空白栏目", "（二）缺少模块", "（三）公开内容不足", "（四）更新滞后", "（五）其他问题"):
        assert heading in text
    assert "某某市某局网站自查整改报告" in text
    assert "自查未发现此类问题。" in text
    assert "对照《检查指标》（某函〔2019〕1号），结果为：待定。总分 90～98。" in text
    assert "请发布内容（涉及 4 项）" in text
    assert TO_WRITE in text
    tables = docx.Document(io.BytesIO(data)).tables
    assert [len(table.rows) for table in tables] == [2, 2, 2, 2]


def test_texts_of_pages_are_no_fields(written: Written, hostile: Report) -> None:
    text = text_of(written(write, hostile))
    assert "{{ 7*7 }}" in text
    assert "<script>alert(1)</script>" in text
    assert "某局<b>&网站自查整改报告" in text


def test_an_office_may_edit_the_template(written: Written, sample: Report, tmp_path: Path) -> None:
    own = tmp_path / "own.docx"
    document = docx.Document()
    document.add_paragraph("本局 {{ site }}：{{ faults }} 项")
    document.save(own)
    assert text_of(written(write, sample, template=own)) == "本局 某某市某局：6 项"


@pytest.mark.parametrize("data", [b"", b"no zip"])
def test_a_bad_template_is_said(written: Written, sample: Report, tmp_path: Path, data: bytes) -> None:
    own = tmp_path / "own.docx"
    own.write_bytes(data)
    with pytest.raises(CannotReport, match="模板"):
        written(write, sample, template=own)


def test_a_letter_is_about_one_site(written: Written, sample: Report) -> None:
    other = sample._replace(site_name="另一局")
    with pytest.raises(CannotReport, match="这里有 2 个（“某某市某局”、“另一局”）"):
        written(write, sample, other)
    with pytest.raises(CannotReport, match="这里有 0 个"):
        written(write)


def test_of_several_days_the_newest_is_told_and_what_changed(written: Written, sample: Report, later: Report) -> None:
    text = text_of(written(write, later, sample))
    assert "自查以 2026-02-15 为准" in text
    assert "与 2026-01-15 的自查相比，不再出现的问题 1 项，新出现 0 项（按起因计）。" in text
    assert "的自查相比" not in text_of(written(write, sample))


def test_it_is_a_letter_and_no_list_of_orders(written: Written, make: Callable[..., Report]) -> None:
    report = make(
        fault("GOV1002", "a", message="栏目“甲，请看”是空白栏目，请发布内容；不再需要的，连同链接一并删除。"),
        fault("GOV9005", "b", message="图片没有替代文本。", severity=Severity.NOTE),
        *(fault("GOV5001", "x", f"p{number}.html", message="链接打不开（共 3 个页面）。") for number in range(3)),
        site_name="某某网",
        rules=(rule("GOV1002"), rule("GOV5001"), rule("GOV9005", Severity.NOTE)),
    )
    text = text_of(written(write, report))
    assert "某某网自查整改报告" in text
    assert "发现问题 3 项（错误 2 项，警告 0 项，提示 1 项）" in text
    assert "共 2 项，其中建议改进的 1 项见整改台账。须整改的如下：" in text
    rows = [[cell.text for cell in row.cells] for table in docx.Document(
        io.BytesIO(written(write, report))).tables for row in table.rows[1:]]  # fmt: skip
    assert [row[1:3] for row in rows] == [["首页", "栏目“甲，请看”是空白栏目"], ["p0.html等 3 个页面", "链接打不开"]]
    assert "请发布内容（涉及 2 项）" in text


def test_what_was_not_checked_is_never_called_free_of_faults(written: Written, make: Callable[..., Report]) -> None:
    text = text_of(written(write, make(fault("GOV0003", "x"), counts=Counts(files=0, pages=0, errors=1), site_kind="")))
    assert "没有检查到任何页面，本报告不能作为自查结果。" in text
    assert "自查未发现此类问题" not in text
    assert "网站类型为" not in text
    part = text_of(written(write, make(fault("GOV0003", "x"), counts=Counts(files=9, pages=7, errors=1, unread=2))))
    assert "未能读取文件 2 个，检查中的其他情况 1 项" in part
    assert "发现问题 0 项" in part


def test_remedies_leave_out_what_only_users_of_govlint_can_do() -> None:
    assert remedy_of("改正地址。导出本来不完整的，用 --partial 检查。") == "改正地址"
    assert remedy_of("Right it. Use --partial.", ". ") == "Right it"


def test_the_template_is_what_its_script_builds(tmp_path: Path) -> None:
    build(tmp_path / "new.docx")
    assert text_of((tmp_path / "new.docx").read_bytes()) == text_of(TEMPLATE.read_bytes())
