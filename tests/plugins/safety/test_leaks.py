"""Which personal numbers should not stand on a page, which may, and which are an office's."""

from __future__ import annotations

import pytest

from .pages import verdicts

MOBILE, CARD = "13900005678", "6217008888777766654"
FILLER = "凡属今年招生对象的儿童家长请携带户口本、身份证到现场办理登记手续，逾期不再受理。" * 4


def _page(body: str) -> str:
    return f"<html><head><title>公示</title></head><body>{body}</body></html>"


def _table(head: str, *rows: str) -> str:
    lines = "".join(f"<tr><td>{row.replace(' ', '</td><td>')}</td></tr>" for row in (head, *rows))
    return f"<table>{lines}</table>"


@pytest.mark.parametrize(
    "body",
    [
        _table("户主 住址 电话", f"张某 三组 {MOBILE}"),
        _table("姓名 身份证号 手机", f"张某 11*************02X {MOBILE}"),
        f"<p>监护人李某 {MOBILE}</p>",
        f"<p>李某，农商行卡号 {CARD}</p>",
    ],
)
def test_what_a_register_gives_away(body: str) -> None:
    assert verdicts("GOV8004", _page(body)) == ["fail"]


@pytest.mark.parametrize(
    "body",
    [
        f"<p>联系人：王老师，电话：{MOBILE}</p>",
        f"<p>{FILLER}联系人：王老师，电话：{MOBILE}</p>{FILLER}",
        f"<table><tr><td>{FILLER}联系人：王老师，电话：{MOBILE}{FILLER}</td></tr></table>",
        _table("姓名 职务 电话", f"张某 主任 {MOBILE}"),
        f"<p>汇款至农业银行卡号 {CARD}</p>",
    ],
)
def test_contacts_are_for_a_person(body: str) -> None:
    assert verdicts("GOV8004", _page(body)) == ["review"]


@pytest.mark.parametrize(
    "body",
    [
        f"<p>值班电话：{MOBILE}</p>",
        _table("姓名 职务 监督电话", f"张某 主任 {MOBILE}"),
        f"<p>收款单位：某县财政局，开户银行某行，账号 {CARD}</p>",
        f"<p>订单 {CARD}</p>",
        f"<script>var tel = '{MOBILE}';</script>",
        f"<!-- {MOBILE} -->",
        f"<a href='tel:{MOBILE}'>拨打</a>",
    ],
)
def test_offices_and_other_things_are_fine(body: str) -> None:
    assert verdicts("GOV8004", _page(body)) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<p>身份证号码：11010519491231002X</p>", ["fail"]),
        ("<!-- 张某 11010519491231002X -->", ["fail"]),
        ("<img alt='张某11010519491231002X' src='a.png'>", ["fail"]),
        ("<p>11010519491231002X</p>", ["fail"]),
        ("<p>项目编号：110105202401010014</p>", []),
        ("<script>var id = '11010519491231002X';</script>", []),
        ("<script>var list = [{'身份证': '11010519491231002X'}];</script>", ["fail"]),
        ("<p>110105203001010014</p>", []),
    ],
)
def test_identity_numbers_and_codes_like_them(body: str, found: list[str]) -> None:
    assert verdicts("GOV8003", _page(body)) == found


def test_many_numbers_on_a_page_are_one_finding() -> None:
    rows = [f"张某 某村 1390000{number}" for number in range(1000, 1010)]
    assert verdicts("GOV8004", _page(_table("户主 住址 电话", *rows))) == ["fail"]


def test_a_line_that_pages_share_is_judged_where_it_stands() -> None:
    line = f"<td>{MOBILE}</td>\n"
    register = _page(f"<table><tr><th>户主</th></tr>\n<tr>\n{line}</tr></table>")
    office = _page(f"<p>天气</p>\n<p>值班电话：</p>\n{line}")
    for _ in range(2):
        assert (verdicts("GOV8004", register), verdicts("GOV8004", office)) == (["fail"], [])
