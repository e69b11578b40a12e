"""Template trees: told from exports, includes put in, findings at the file they are written in, what waits."""

from __future__ import annotations

from pathlib import Path

import pytest

from govlint.finding import Finding, Verdict
from govlint.lint.engine import run
from govlint.lint.result import Result
from govlint.lint.settings import Settings
from govlint.lint.template.include_files import IncludeFiles, likely_paths
from govlint.registry import load_registry
from govlint.source.directory import FilesSource
from govlint.testing import lint_files

HEAD = '<div class="head">\n<form><input id="kw" type="text"><input type="button" value="搜索"></form></div>'
PAGE = (
    '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${site.name}</title></head>\n<body>'
    '<#include "inc/head.ftl"><ul><#list news as n><li><a href="${n.url}">${n.title}</a></li></#list>'
    "</ul></body></html>"
)
TREE = {"index.ftl": PAGE, "list.ftl": PAGE, "inc/head.ftl": HEAD}


def _of(result: Result, rule: str) -> list[Finding]:
    return [finding for finding in result.findings if finding.rule_id == rule]


def test_a_fault_of_an_include_stands_there_once_with_the_way_to_it() -> None:
    (found,) = _of(lint_files(TREE), "GOV2001")
    assert (found.location.path, found.verdict) == ("inc/head.ftl", Verdict.FAIL)
    assert found.location.region is not None
    assert found.location.region.start_line == 2
    assert found.location.line_text == HEAD.split("\n")[1]
    assert any(location.path in ("index.ftl", "list.ftl") for location in found.related)


def test_what_a_page_brings_in_twice_is_told_once_and_is_one_page() -> None:
    twice = PAGE.replace('<#include "inc/head.ftl">', '<#include "inc/head.ftl">' * 2)
    tree = {"index.ftl": twice, "inc/head.ftl": '<p>\n<#include "x/gone.ftl"></p>'}
    (found,) = _of(lint_files(tree), "GOV9102")
    assert "pages" not in dict(found.properties)
    (found,) = _of(lint_files(tree | {"list.ftl": twice}), "GOV9102")
    assert dict(found.properties)["pages"] == 2


def test_nothing_is_missing_that_publishing_may_bring() -> None:
    open_page = PAGE.replace("<title>", "<@metas/><title>").replace("</body>", "<@foot/></body>")
    result = lint_files(TREE | {"index.ftl": open_page, "list.ftl": open_page}, Settings(standards=("national-2019",)))
    (waiting,) = _of(result, "GOV0009")
    assert waiting.verdict is Verdict.REVIEW
    assert dict(waiting.properties)["includesResolved"] == 2
    faults = {finding.rule_id for finding in result.findings if finding.is_fault}
    assert faults <= {"GOV2001", "GOV9006"}


def test_the_same_files_as_pages_when_told_so() -> None:
    result = lint_files(TREE, Settings(dialects=("none",)))
    assert result.templates is None
    assert not _of(result, "GOV0009")


def test_an_export_with_a_tag_left_over_is_no_template() -> None:
    page = "<html><body><p>通知</p>{}</body></html>"
    files = {f"{number}.html": page.format("") for number in range(5)} | {
        "a.html": page.format("<TRS_DOCUMENTS ID='x'>")
    }
    result = lint_files(files)
    assert result.templates is None
    assert _of(result, "GOV9004")


def test_declared_delimiters() -> None:
    page = '<html lang="zh"><head><title>a</title></head><body><p><<x>></p><a href="<<y>>">b</a></body></html>'
    result = lint_files({"a.html": page}, Settings(delimiters=(("<<", ">>"),)))
    assert result.templates is not None
    assert not _of(result, "GOV5001")


@pytest.mark.parametrize(
    ("html", "faults"),
    [
        ("<html>", 1),
        ("<html lang='${l}'>", 0),
        ("<html ${lang}>", 0),
        ("<html lang='zh'>", 0),
    ],
)
def test_an_attribute_that_a_tag_may_add_is_not_missed(html: str, faults: int) -> None:
    page = f"<!DOCTYPE html>{html}<head><title>a</title></head><body><#if a><p>${{b}}</p></#if>通知公告</body></html>"
    assert len(_of(lint_files({"a.ftl": page}), "GOV9007")) == faults


def test_a_title_that_an_open_include_may_bring_is_not_missed() -> None:
    page = '<!DOCTYPE html><html lang="zh"><head>{}</head><body><p>通知</p><#if a>b</#if></body></html>'
    assert _of(lint_files({"a.ftl": page.format("")}), "GOV9003")
    assert not _of(lint_files({"a.ftl": page.format("<#include 'gone.ftl'>")}), "GOV9003")


def test_a_fault_under_a_condition_says_so() -> None:
    page = PAGE.replace("</body>", '<#if a.b>\n<img src="a.png"></#if></body>')
    (found,) = _of(lint_files({"a.ftl": page}), "GOV9005")
    assert [location.region.start_line for location in found.related if location.region and location.note] == [3]


def test_a_theme_of_windows_is_told_by_the_names_of_its_files_and_pages_with_windows_are_none() -> None:
    page = "<html><body>{}</body></html>".format('<div frag="窗口1"><p frag="窗口内容">通知</p></div>' * 3)
    theme = {name: page for name in ("main.htm", "listcolumn.htm", "displayinfo.htm")}
    assert lint_files(theme).templates is not None
    assert lint_files({name: page for name in ("main.htm", "list.htm", "page.htm")}).templates is None


def test_comments_of_an_include_hold_for_it() -> None:
    head = HEAD.replace("<form>", "<#-- govlint-disable-line GOV2001 -- next month --><form>")
    result = lint_files(TREE | {"inc/head.ftl": head})
    assert not _of(result, "GOV2001")
    assert not _of(result, "GOV0005")


def test_copies_are_left_out_and_counted() -> None:
    result = lint_files(TREE | {"index.ftl.bak": PAGE, "inc/head - 副本.ftl": HEAD})
    assert dict(_of(result, "GOV0009")[0].properties)["copies"] == 2


def test_rings_end() -> None:
    result = lint_files({"a.ftl": '<p><#include "b.ftl"></p>', "b.ftl": '<p><#include "a.ftl"></p>'})
    assert len(_of(result, "GOV9103")) == 1


def test_a_single_file_is_linted_with_what_it_includes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path, text in TREE.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = run(FilesSource(("index.ftl",)), Settings(), load_registry())
    (found,) = _of(result, "GOV2001")
    assert (found.location.path, found.verdict) == ("inc/head.ftl", Verdict.FAIL)


@pytest.mark.parametrize("target", ["../../etc/passwd", "/../x", "..\\..\\x"])
def test_no_include_leads_out_of_the_tree(target: str) -> None:
    assert not [path for path in likely_paths("a/b.ftl", target, ("",), ("",)) if path.startswith(("/", ".."))]


@pytest.mark.parametrize(
    ("includer", "target", "found"),
    [
        ("site/a/x.ftl", "../inc/head.ftl", "site/inc/head.ftl"),
        ("site/a/x.ftl", "/inc/head.ftl", "site/inc/head.ftl"),
        ("site/a/x.ftl", "/moved/HEAD.ftl", "site/inc/head.ftl"),
        ("site/a/x.ftl", "@/inc/head", "site/inc/head.ftl"),
        ("site/a/x.ftl", "foot.ftl", ""),
        ("site/b/x.ftl", "foot.ftl", "site/b/foot.ftl"),
        ("site/a/x.ftl", "${x}/head.ftl", "site/inc/head.ftl"),
        ("site/a/x.ftl", "${x}", ""),
        ("site/a/x.ftl", "../../../../etc/passwd", ""),
        ("site/b/foot.ftl", "other/foot.ftl", "site/c/foot.ftl"),
        ("site/inc/head.ftl", "plugin/head.ftl", ""),
        ("site/inc/head.ftl", "head.ftl", "site/inc/head.ftl"),
        ("site/a/x.ftl", "Inc:head", "site/inc/head.ftl"),
        ("site/a/x.ftl", "plugin:theme:head", ""),
    ],
)
def test_finding_includes(includer: str, target: str, found: str) -> None:
    files = IncludeFiles(["site/inc/head.ftl", "site/b/foot.ftl", "site/c/foot.ftl"])
    assert files.find(includer, target, ("",), ("", ".ftl"), exact=False) == found


def test_user_controls_are_put_in_where_they_stand() -> None:
    page = (
        '<%@ Page Language="c#" %><%@ Register TagPrefix="uc" TagName="Top" Src="~/inc/Top.ascx" %>\n'
        '<!DOCTYPE html><html lang="zh"><head><title><%=t%></title></head><body><uc:top runat="server"/></body></html>'
    )
    tree = {"web/index.aspx": page, "web/inc/Top.ascx": f'<%@ Control Language="c#" %>\n{HEAD}'}
    result = lint_files(tree)
    (found,) = _of(result, "GOV2001")
    assert (found.location.path, found.verdict) == ("web/inc/Top.ascx", Verdict.FAIL)
    assert [place.path for place in found.related] == ["web/index.aspx"]
    assert result.templates is not None
    assert (result.templates.includes, result.templates.resolved) == (1, 1)
