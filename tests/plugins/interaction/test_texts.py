"""What is read out of guides, letters, leaders' pages and notices."""

from __future__ import annotations

from datetime import date

import pytest
from govlint.plugins.interaction.guide_text import GUIDE, kind_of
from govlint.plugins.interaction.letter_text import LETTER
from govlint.plugins.interaction.notice_text import NOTICE
from govlint.plugins.interaction.page_texts import page_facts
from govlint.plugins.interaction.texts import label_of

from govlint.page.blocks import Block
from govlint.page.facts import Zone
from govlint.page.read import read_page


def facts_of(title: str, body: str) -> dict[str, object]:
    html = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>"
    return dict(page_facts(read_page("a.html", html.encode())))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("二、申请条件", "申请条件"),
        ("（三）办理材料：身份证", "办理材料"),
        ("【办理地点】", "办理地点"),
        ("1.联系电话:123", "联系电话"),
        ("（法律法规依据：《办法》）", "法律法规依据"),
        ("申请人应当在三十日内提出申请，逾期不予受理。", ""),
        ("", ""),
    ],
)
def test_labels(text: str, label: str) -> None:
    assert label_of(Block(text, 0, Zone.MAIN)) == label


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("设定依据", "设定依据"),
        ("申报材料目录", "办理材料"),
        ("承诺时限", "办理时间"),
        ("是否收费", "收费标准"),
        ("办理流程图", "办理流程"),
        ("发布时间", ""),
        ("监督投诉电话", ""),
        ("来源", ""),
    ],
)
def test_kinds_of_element(label: str, kind: str) -> None:
    assert kind_of(label) == kind


def test_vague_words_count_among_the_documents_alone() -> None:
    body = "<p>申请条件：其他材料齐全。</p><p>申请材料：</p><p>3.法律规定的其他相关材料。</p><p>办理流程：受理</p>"
    guide = facts_of("采伐许可办事指南", body)[GUIDE]
    assert [words for words, _ in guide.vague] == ["其他相关材料"]  # type: ignore[attr-defined]


def test_a_page_that_is_called_nothing_of_the_kind_is_not_read() -> None:
    assert facts_of("工作动态", "<p>申请条件：无</p><p>申请材料：无</p><p>办理流程：无</p>") == {}


def test_a_letter_without_labels_for_its_times() -> None:
    body = "<p>信件标题：路灯</p><p>2023-02-28</p><p>回复内容：已修好。</p><p>市林业局</p><p>2023年3月3日</p>"
    letter = facts_of("局长信箱", body)[LETTER]
    assert letter.shown == ("留言时间", "答复时间", "答复单位", "答复内容")  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "body",
    [
        "<p>信件标题：路灯</p><p>信件内容：坏了</p>",
        "<p>回复内容：已修好。</p>",
        '<p>留言内容：</p><textarea name="c"></textarea><p>回复内容：</p>',
    ],
)
def test_what_is_no_answered_letter(body: str) -> None:
    assert LETTER not in facts_of("局长信箱", body)


def test_a_closing_notice() -> None:
    text = "<p>我局网站自2023年5月1日起停止运行，内容迁移至市政府门户网站（www.yunji.gov.cn）。</p>"
    notice = facts_of("关于网站停止运行的公告", text)[NOTICE]
    assert (notice.closing, notice.addressed, notice.last) == (True, True, date(2023, 5, 1))  # type: ignore[attr-defined]


@pytest.mark.parametrize("title", ["政府网站整合方案", "关于做好网站升级改版工作的通报", "税务局暂停办税的通知"])
def test_what_is_no_notice(title: str) -> None:
    assert NOTICE not in facts_of(title, "<p>各单位：为做好工作，现将有关事项通知如下。</p>" + "<p>要求。</p>" * 70)
