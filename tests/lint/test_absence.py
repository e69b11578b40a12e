"""Absence in templates: a fault where no open slot could bring the thing, else a review that says what decides."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from govlint.finding import Finding, Verdict
from govlint.lint.engine import run
from govlint.lint.settings import Settings
from govlint.registry import load_registry
from govlint.source.directory import FilesSource
from govlint.testing import lint_files

FOOT = '<div class="footer"><p>版权所有：云霁市林业局 主办单位：云霁市林业局</p>{}</div>'
HOME = (
    '<!DOCTYPE html>\n<html lang="zh-CN"><head><title>云霁市林业局</title>{head}</head><body>\n'
    '<div class="header">{top}<h1>云霁市林业局门户</h1></div>\n'
    '<div class="nav">{menu}</div>\n'
    '<div class="main"><ul><#list rows as row><li><a href="${{row.url}}">${{row.title}}</a></li></#list></ul></div>\n'
    "{foot}</body></html>"
)
MENU = '<a href="/tzgg/">通知公告</a><a href="/zwzx/">政务咨询</a>'
LOOP = '<#list channels as channel>\n<a href="${channel.url}">${channel.name}</a></#list>'
SETTINGS = Settings(standards=("national-2019", "national-2015"), site_kind="department", as_of=date(2026, 1, 1))


def _home(head: str = "", menu: str = MENU, foot: str = FOOT.format(""), top: str = "") -> str:
    return HOME.format(head=head, menu=menu, foot=foot, top=top)


def _found(rule: str, files: dict[str, str]) -> list[Finding]:
    return [each for each in lint_files(files, SETTINGS).findings if each.rule_id == rule]


def _verdicts(rule: str, files: dict[str, str]) -> list[Verdict]:
    return [each.verdict for each in _found(rule, files)]


FAIL, REVIEW = [Verdict.FAIL], [Verdict.REVIEW]


def test_a_mark_that_a_footer_of_letters_lacks_is_missing() -> None:
    (found,) = _found("GOV6002", {"index.ftl": _home()})
    assert found.verdict is Verdict.FAIL
    assert found.location.region is not None
    assert found.location.region.start_line == 6


@pytest.mark.parametrize(
    ("piece", "verdicts"),
    [
        ("<p>网站标识码：4399000017</p>", []),
        ("<p>${site.footer}</p>", REVIEW),
        ("<@foot/>", REVIEW),
        ("<#include 'gone.ftl'>", REVIEW),
        ('<script>document.write("${foot}")</script>', REVIEW),
        ("<p>&copy; ${.now?string('yyyy')}</p>", FAIL),
        ("<#if a>2020</#if>", FAIL),
        ('<a href="${base}/x.html">x</a>', FAIL),
    ],
)
def test_what_stands_in_the_footer_decides_on_marks(piece: str, verdicts: list[Verdict]) -> None:
    assert _verdicts("GOV6002", {"index.ftl": _home(foot=FOOT.format(piece))}) == verdicts


def test_what_repeats_in_the_content_brings_no_mark() -> None:
    assert _verdicts("GOV6002", {"index.ftl": _home(menu=LOOP)}) == FAIL


def test_a_review_names_the_tag_that_decides() -> None:
    files = {
        "index.ftl": _home(foot="<#include 'inc/foot.ftl'>"),
        "inc/foot.ftl": FOOT.format("\n<p>${site.foot}</p>"),
    }
    (found,) = _found("GOV6002", files)
    assert found.reason is not None
    assert "“${site.foot}”（inc/foot.ftl:2）" in found.reason.zh
    assert ("inc/foot.ftl", 2) in [
        (place.path, place.region.start_line) for place in found.related if place.region is not None
    ]


def test_one_finding_for_all_pages_stands_at_the_shared_footer() -> None:
    page = _home(foot="<#include 'inc/foot.ftl'>")
    files = {"index.ftl": page, "list.ftl": page, "content.ftl": page, "inc/foot.ftl": FOOT.format("")}
    (found,) = _found("GOV6002", files)
    assert (found.location.path, found.verdict, dict(found.properties)["pages"]) == ("inc/foot.ftl", Verdict.FAIL, 3)


def test_each_page_is_judged_by_its_own_outlets() -> None:
    files = {"index.ftl": _home(), "list.ftl": _home(foot=FOOT.format("<p>${code}</p>"))}
    found = {each.location.path: each.verdict for each in _found("GOV6002", files)}
    assert found == {"index.ftl": Verdict.FAIL, "list.ftl": Verdict.REVIEW}


@pytest.mark.parametrize(
    ("head", "verdicts"),
    [
        ("", FAIL),
        ('<meta name="SiteName" content="${site.name}">', []),
        ("<#include 'gone.ftl'>", REVIEW),
        ("<#if a><style>b</style></#if>", FAIL),
    ],
)
def test_tags_of_the_head(head: str, verdicts: list[Verdict]) -> None:
    assert _verdicts("GOV6014", {"index.ftl": _home(head)}) == verdicts


def test_kinds_of_pages_are_told_by_the_names_of_templates() -> None:
    assert _verdicts("GOV6015", {"index.ftl": _home(), "list.ftl": _home()}) == FAIL
    assert _verdicts("GOV6016", {"index.ftl": _home(), "content.ftl": _home()}) == FAIL


def test_columns_of_a_menu_that_repeats_are_one_review() -> None:
    (found,) = _found("GOV1001", {"index.ftl": _home(menu=LOOP)})
    assert found.verdict is Verdict.REVIEW
    assert dict(found.properties)["items"] > 1
    assert found.reason is not None
    assert "<#list channels as channel>" in found.reason.zh
    assert "channels.csv" in found.reason.zh


def test_a_name_that_is_written_out_is_a_fault_though_the_top_is_open() -> None:
    head = '<meta name="SiteName" content="中国云霁">'
    found = _found("GOV6012", {"index.ftl": _home(head, menu=LOOP)})
    assert [(each.key, each.verdict) for each in found] == [
        ("unofficial", Verdict.FAIL),
        ("not-shown", Verdict.REVIEW),
    ]


@pytest.mark.parametrize(
    ("top", "verdicts"),
    [
        ("", FAIL),
        ('<form action="/so.jsp"><input name="q"><button>搜索</button></form>', []),
        ("<@search/>", REVIEW),
        ("<#include 'gone.ftl'>", REVIEW),
    ],
)
def test_a_search(top: str, verdicts: list[Verdict]) -> None:
    assert _verdicts("GOV2002", {"index.ftl": _home(menu=LOOP, top=top)}) == verdicts


def test_a_search_box_of_letters_that_does_nothing_is_a_fault_at_once() -> None:
    box = '<input id="w" placeholder="请输入关键字"><input type="button" value="搜索">'
    assert _verdicts("GOV2001", {"index.ftl": _home(top=box)}) == FAIL


def test_of_parts_alone_nothing_is_missing() -> None:
    files = {"inc/nav.ftl": f'<div class="nav">{LOOP}</div>', "inc/foot.ftl": FOOT.format("")}
    assert not [each for each in lint_files(files, SETTINGS).findings if each.is_fault]


def test_a_dialogue_without_a_footer_is_asked_for_no_marks() -> None:
    dialogue = (
        '<!DOCTYPE html><html lang="zh"><head><title>打印</title></head><body><p>请选择${x}打印机</p></body></html>'
    )
    found = _found("GOV6002", {"index.ftl": _home(), "print.ftl": dialogue})
    assert [each.location.path for each in found] == ["index.ftl"]


def test_a_single_template_is_judged_as_in_its_tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, piece in (("open.ftl", "<p>${code}</p>"), ("shut.ftl", "")):
        Path(name).write_text(_home(foot=FOOT.format(piece)), encoding="utf-8")
    found = run(FilesSource(("open.ftl", "shut.ftl")), SETTINGS, load_registry()).findings
    verdicts = {each.location.path: each.verdict for each in found if each.rule_id == "GOV6002"}
    assert verdicts == {"open.ftl": Verdict.REVIEW, "shut.ftl": Verdict.FAIL}
