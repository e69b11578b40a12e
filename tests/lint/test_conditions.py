"""Conditions of templates: what one branch alone has, what none has, what exclusive branches seem to have twice."""

from __future__ import annotations

from datetime import date

import pytest

from govlint.finding import Finding, Verdict
from govlint.lint.settings import Settings
from govlint.testing import lint_files

SETTINGS = Settings(standards=("national-2019",), site_kind="department", as_of=date(2026, 1, 1))
PAGE = (
    '<!DOCTYPE html>\n<html lang="zh-CN"><head>{head}</head>\n<body><h1>云霁市林业局</h1>{body}\n'
    '<div class="footer"><p>版权所有：云霁市林业局</p>\n{foot}</div></body></html>'
)
TITLE = "<title>云霁市林业局</title>"
CODE = "<p>网站标识码：4399000017</p>"


def _found(rule: str, head: str = TITLE, body: str = "<@x/>", foot: str = "") -> list[Finding]:
    files = {"index.ftl": PAGE.format(head=head, body=body, foot=foot)}
    return [each for each in lint_files(files, SETTINGS).findings if each.rule_id == rule]


@pytest.mark.parametrize(
    ("foot", "verdicts"),
    [
        (CODE, []),
        (f"<#if a>{CODE}<#else>{CODE}</#if>", []),
        (f"<#if a>{CODE}<#elseif b>{CODE}<#else>{CODE}</#if>", []),
        (f"<#if a>{CODE}</#if>", [Verdict.REVIEW]),
        (f"<#if a>{CODE}<#elseif b>{CODE}</#if>", [Verdict.REVIEW]),
        (f"<#if a><p>x</p><#else>{CODE}</#if>", [Verdict.REVIEW]),
        ("<#if a><p>x</p><#else><p>y</p></#if>", [Verdict.FAIL]),
    ],
)
def test_a_mark_is_there_where_every_branch_has_it_and_missing_where_none_has(
    foot: str, verdicts: list[Verdict]
) -> None:
    assert [each.verdict for each in _found("GOV6002", foot=foot)] == verdicts


def test_what_one_branch_has_is_said_at_its_condition() -> None:
    (found,) = _found("GOV6002", foot=f"<#if site.code??>{CODE}</#if>")
    assert found.message.zh.startswith("条件不成立时")
    assert found.reason is not None
    assert "<#if site.code??>" in found.reason.zh
    assert found.location.region is not None
    assert found.location.region.start_line == 5


def test_tags_of_the_head_that_one_branch_has() -> None:
    meta = '<meta name="SiteName" content="云霁市林业局">'
    assert [each.verdict for each in _found("GOV6014", head=f"{TITLE}<#if a>{meta}</#if>")] == [Verdict.REVIEW]


def test_branches_that_exclude_each_other_are_no_second_document() -> None:
    twice = "<#if a><html lang='zh'><body class='a'><#else><html lang='en'><body class='b'></#if>"
    page = f"<!DOCTYPE html>{twice}<p>通知${{x}}</p></body></html>"
    again = "<!DOCTYPE html><html><body><p>通知</p></body></html><#if a><p>b</p></#if><html><body>a</body></html>"

    def duplicates(text: str) -> list[Finding]:
        return [each for each in lint_files({"a.ftl": text}).findings if each.rule_id == "GOV9002"]

    assert not duplicates(page)
    assert duplicates(again)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ('<#if a>\n<img src="a.png"></#if>', "只在此条件成立时输出"),
        ('<#if a>b<#else>\n<img src="a.png"></#if>', "只在前面的条件不成立时输出"),
    ],
)
def test_a_fault_in_a_branch_says_which(text: str, note: str) -> None:
    (found,) = _found("GOV9005", body=text)
    assert found.verdict is Verdict.FAIL
    assert note in [place.note.zh for place in found.related if place.note]


def test_an_element_that_hangs_on_a_condition() -> None:
    page = PAGE.format(head=TITLE, body="<p th:text='${x}'>a</p>", foot=f"<div th:if='${{a}}'>{CODE}</div>")
    found = [
        each for each in lint_files({"templates/index.html": page}, SETTINGS).findings if each.rule_id == "GOV6002"
    ]
    assert [each.verdict for each in found] == [Verdict.REVIEW]


def test_an_id_in_an_element_that_repeats() -> None:
    body = "<ul><li th:each='a : ${b}'><i id='x'>c</i></li></ul><i id='y'>d</i>"
    page = PAGE.format(head=TITLE, body=body, foot="")
    found = [
        each for each in lint_files({"templates/index.html": page}, SETTINGS).findings if each.rule_id == "GOV9104"
    ]
    assert [each.key for each in found] == ["x"]
