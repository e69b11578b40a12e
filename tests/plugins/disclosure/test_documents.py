"""What is read out of guides and reports, and the names that make a page one."""

from __future__ import annotations

import pytest
from govlint.plugins.disclosure.documents import GUIDE, GUIDE_ELEMENTS, REPORT, page_facts

from govlint.page.read import read_page

_BODY = "<p>受理机构：办公室</p><p>地址：望溪路17号</p><p>办公时间：8:30-12:00</p>"


def facts_of(name: str, body: str) -> dict[str, object]:
    return dict(page_facts(read_page("a.html", f"<html><body><h1>{name}</h1>{body}</body></html>".encode())))


@pytest.mark.parametrize("name", ["某局信息公开指南", "政府信息公开工作指南", "政务公开 指南"])
def test_guides_are_known_by_name(name: str) -> None:
    assert GUIDE in facts_of(name, _BODY)


@pytest.mark.parametrize("name", ["依申请公开指南", "关于更新信息公开指南的通知", "办事指南", "公开目录"])
def test_other_names_are_no_guide(name: str) -> None:
    assert facts_of(name, _BODY) == {}


@pytest.mark.parametrize(
    "name", ["2022年政府信息公开工作年度报告", "信息公开2022年年报", "政府信息公开工作2022年度报告"]
)
def test_reports_are_known_by_name(name: str) -> None:
    assert REPORT in facts_of(name, _BODY)


@pytest.mark.parametrize("name", ["2022年度部门决算公开报告", "关于报送政府信息公开年度报告的通知"])
def test_other_names_are_no_report(name: str) -> None:
    assert facts_of(name, _BODY) == {}


@pytest.mark.parametrize(
    ("text", "element"),
    [
        ("联系电话： 0370 — 6021716", "联系电话"),
        ("办公时间：周一至周五", "办公时间"),
        ("上午8：30-11：30", "办公时间"),
        ("传真号码：0370—7299136", "传真号码"),
        ("电话/传真：0432-64606800", "传真号码"),
        ("电子邮箱：a@b.cn", "互联网联系方式"),
        ("本市吉祥大街78号", "办公地址"),
        ("受理机构为本局办公室", "机构名称"),
    ],
)
def test_each_element_leaves_a_trace(text: str, element: str) -> None:
    assert GUIDE_ELEMENTS[element].search("".join(text.split()))


@pytest.mark.parametrize("text", ["通过信函、电报、传真方式提出申请", "传真|申请人签名"])
def test_a_way_of_sending_is_no_fax_number(text: str) -> None:
    assert not GUIDE_ELEMENTS["传真号码"].search(text)


def test_labels_of_a_printed_form_do_not_count() -> None:
    facts = facts_of("信息公开指南", f"{_BODY}<table><tr><td>申请人信息</td><td>传真：123</td></tr></table>")
    assert facts[GUIDE].held == ("机构名称", "办公地址", "办公时间")  # type: ignore[attr-defined]
