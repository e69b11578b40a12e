"""The bulletin on a batch: what it counts, and that the page and the Word document say it and nothing else."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from govlint.plugins.office.bulletin import docx as word
from govlint.plugins.office.bulletin import html as page
from govlint.plugins.office.bulletin.content import content, pass_rate, share
from govlint.plugins.office.bulletin.template import build
from govlint.plugins.office.word import TO_WRITE
from lxml import html as parser

from govlint.batch.bulletin import Bulletin
from govlint.batch.survey import Group, Standing
from govlint.report.reporter import CannotReport

from .bulletins import HOSTILE, batch, bulletin, written

pytest.importorskip("docxtpl", reason="the extra “report” is not installed")
python_docx = pytest.importorskip("docx")


@pytest.fixture
def found(tmp_path: Path) -> Bulletin:
    return bulletin(batch(tmp_path / "new"), batch(tmp_path / "old"))


def text_of(data: bytes) -> str:
    document = python_docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def page_text(data: bytes) -> str:
    return re.sub(r"\s+", "", str(parser.document_fromstring(data.decode()).body.text_content()))


def test_every_site_is_in_its_place(found: Bulletin) -> None:
    said = content(found, "zh", None)
    assert (said.sites, said.inspected, said.absent, said.pages) == (6, 4, 2, 28)
    assert (said.qualified, said.vetoed, said.open, said.rate) == (2, 1, 1, "50%～75%")
    assert said.standards == ["《政府网站检查指标（2019）》（国办秘函〔2019〕19号）"]
    failing = said.failing.sites[0]
    assert failing == (1, "甲局", "4399000017", "北", "部门网站", "单项否决", "0～40", "栏目不更新")
    assert [site.name for site in said.good.sites] == ["c局"]
    assert [(site.name, site.reason) for site in said.unread.sites] == [("己局", "打不开。"), ("庚局", "尚未检查。")]
    assert [(site.name, site.reason) for site in said.partly.sites] == [("d局", "未读文件 3 个")]


def test_the_three_classes_name_sites_and_columns(found: Bulletin) -> None:
    stale, closed, blank = content(found, "zh", None).classes
    assert [(part.number, part.total, part.faults, part.before) for part in (stale, closed, blank)] == [
        ("一", 1, 1, 1), ("二", 1, 1, 1), ("三", 1, 4, 1),
    ]  # fmt: skip
    assert blank.sites[0].what == "栏目空白：列表里没有任何内容 4 项（“栏目0”“栏目1”“栏目2”等）"
    assert blank.share == "25%"


def test_groups_add_up_and_the_last_row_is_all(found: Bulletin) -> None:
    said = content(found, "zh", None)
    assert [(row.name, row.sites, row.failing, row.absent) for row in said.regions] == [
        ("北", 2, 1, 1), ("南", 4, 0, 1), ("全部", 6, 1, 2),
    ]  # fmt: skip
    assert said.regions[0].classes == (0, 1, 1)


def test_what_is_asked_leaves_out_advice_and_options(found: Bulletin) -> None:
    said = content(found, "zh", None)
    assert [entry.rule for entry in said.frequent] == ["GOV1002", "GOV4001", "GOV5001"]
    assert len(said.demands) == 3
    assert not any("--" in demand.remedy for demand in said.demands)
    assert said.demands[0].remedy.startswith("发布内容")


def test_repeat_offenders_come_from_the_batch_before(found: Bulletin, tmp_path: Path) -> None:
    since = content(found, "zh", None).since
    assert since is not None
    assert (since.pairs, since.standing, since.repeats.total) == (4, 6, 2)
    assert since.repeats.sites[0] == (1, "甲局", "北", "单项否决", "单项否决", 0, 0, 5)
    alone = bulletin(batch(tmp_path / "alone"))
    assert content(alone, "zh", None).since is None
    assert f"没有上次检查的结果可比：{TO_WRITE}。" in text_of(written(word.write, alone))
    assert "没有给出上次检查的结果" in page_text(written(page.write, alone))


@pytest.mark.parametrize(
    ("part", "whole", "said"), [(0, 0, ""), (0, 7, "0%"), (7, 7, "100%"), (1, 9999, "0.1%"), (9998, 9999, "99.9%")]
)
def test_shares_never_round_to_none_or_all(part: int, whole: int, said: str) -> None:
    assert share(part, whole) == said


def test_sites_without_points_have_no_pass_rate() -> None:
    assert pass_rate(Group("", 2, ((Standing.UNSCORED, 1), (Standing.FAILED, 1)), ())) == ""
    assert pass_rate(Group("", 2, ((Standing.QUALIFIED, 1), (Standing.VETOED, 1)), ())) == "50%"


def test_lists_end_where_they_are_told_to_and_say_so(tmp_path: Path) -> None:
    said = content(bulletin(batch(tmp_path)), "zh", 1)
    assert (len(said.unread.sites), said.unread.total, said.unread.more) == (1, 2, 1)
    assert "另有 1 个网站没有列出" in text_of(written(word.write, bulletin(batch(tmp_path)), most=1))


def test_the_word_document_has_its_sections(found: Bulletin) -> None:
    text = text_of(written(word.write, found))
    for heading in (
        "一、总体情况", "二、存在的主要问题", "（一）内容不更新", "（二）打不开或无法阅读", "（三）空白栏目",
        "（四）最常见的问题", "三、反复出现问题的网站", "四、较好的网站", "五、未能检查和没有读全的网站",
        "六、工作要求", "不合格网站名单",
    ):  # fmt: skip
        assert heading in text
    assert "已检查 4 个、页面 28 个，另有 2 个没有检查成" in text
    assert "{" not in text
    assert text.count(TO_WRITE) >= 8


def test_the_page_says_the_same_in_both_languages(found: Bulletin) -> None:
    zh, en = (page_text(written(page.write, found, language=language)) for language in ("zh", "en"))
    assert "合格2个，不合格1个（其中单项否决1个），待定1个。合格率50%～75%。" in zh
    assert "2pass,1fail(1ofthembyaveto),1areopen." in en
    assert "{" not in zh + en
    assert TO_WRITE in zh
    assert "[tobewritten]" in en


def test_names_stay_names(tmp_path: Path) -> None:
    found = bulletin(batch(tmp_path, name=HOSTILE))
    tree = parser.document_fromstring(written(page.write, found).decode())
    assert not tree.xpath("//script | //img | //link | //*[@style] | //*[@src]")
    assert not [href for href in tree.xpath("//@href") if not href.startswith("#")]
    assert "<script>alert(1)</script>" in tree.text_content()
    text = text_of(written(word.write, found))
    assert "{{ 7*7 }}\ufffd" in text


def test_an_empty_batch_is_said_and_breaks_nothing(tmp_path: Path) -> None:
    from govlint.batch.store import Store

    empty = bulletin(Store(tmp_path))
    assert "本次应检查网站 0 个" in text_of(written(word.write, empty))
    assert "应检查0个" in page_text(written(page.write, empty))
    for text in (text_of(written(word.write, empty)), page_text(written(page.write, empty))):
        assert "没有检查成任何网站。" in text
        assert not {words for words in ("没有发现此类问题", "全部网站都已读全", "没有仅凭文件") if words in text}


def test_an_office_may_edit_the_template(found: Bulletin, tmp_path: Path) -> None:
    own = tmp_path / "own.docx"
    document = python_docx.Document()
    document.add_paragraph("{{ sites }} 个网站，{{ classes[2].name }} {{ classes[2].total }} 个")
    document.save(own)
    assert text_of(written(word.write, found, template=own)) == "6 个网站，空白栏目 1 个"
    own.write_bytes(b"no zip")
    with pytest.raises(CannotReport, match="模板"):
        written(word.write, found, template=own)


def test_the_template_is_what_its_script_builds(tmp_path: Path) -> None:
    build(tmp_path / "new.docx")
    assert text_of((tmp_path / "new.docx").read_bytes()) == text_of(word.TEMPLATE.read_bytes())
