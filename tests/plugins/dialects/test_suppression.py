"""A fault is suppressed by a comment of the dialect's own, in every dialect."""

from __future__ import annotations

import pytest

from govlint.lint.settings import Settings
from govlint.registry import load_registry
from govlint.testing import lint_files

DIALECTS = {dialect.name for dialect in load_registry().dialects}
FAULT = '<p><img src="a.png" class="x"></p>'
DIRECTIVE = "govlint-disable-next-line GOV9005 until=2099-12-31 -- 图片 [1] {下月} 更换"

# Of each dialect some tags that tell it, and how its comments are written.
COMMENTS = {
    "trs": ("<TRS_DOCUMENTS ID='x'><TRS_DOCUMENT FIELD='DOCTITLE'/></TRS_DOCUMENTS>", ["<!-- {} -->"]),
    "siteserver": ('<stl:contents><stl:content type="Title" /></stl:contents>', ["<!-- {} -->"]),
    "webplus": ("<!--[InfoCycleBegin]-->{文章URL}{标题}<!--[InfoCycleEnd]-->", ["<!-- {} -->"]),
    "vsb": ('<!--#begineditable viewid="5" name="院系"-->样例<!--#endeditable-->', ["<!-- {} -->"]),
    "hanweb": ("<!--<$[标题]>begin-->通知<!--<$[标题]>end-->", ["<!-- {} -->"]),
    "ssi": ('<!--#include virtual="/a.html" -->', ["<!-- {} -->"]),
    "jeecms": ("[#list a as b]${b.url}[/#list]", ["[#-- {} --]", "[#--{}--]"]),
    "freemarker": ("<#list a as b>${b.url}</#list>", ["<#-- {} -->"]),
    "publiccms": ('<@_includePlace path="/a"/><#list a as b>${b}</#list>', ["<#-- {} -->"]),
    "velocity": ("#foreach($a in $b)$a.url#end#set($x = 1)", ["## {}", "#* {} *#"]),
    "jsp": ('<%@ page contentType="text/html" %><c:if test="${a}">b</c:if>', ["<%-- {} --%>"]),
    "aspnet": ('<%@ Control Language="c#" %><asp:Panel runat="server"><%=a%></asp:Panel>', ["<%-- {} --%>"]),
    "phpcms": ('{pc:content action="lists"}{loop $data $r}{$r[url]}{/loop}{/pc}', ["<!-- {} -->", "<?php /* {} */ ?>"]),
    "thinkphp": ('<volist name="a" id="b">{$b.url}</volist><include file="x/y" />', ["{{// {}}}", "{{/* {} */}}"]),
    "dedecms": ("{dede:arclist}[field:title/]{/dede:arclist}", ["<!-- {} -->"]),
    "prefixed": ("{eyou:artlist}{$field.title}{/eyou:artlist}", ["<!-- {} -->"]),
    "empirecms": ("[!--temp.x--][e:loop={1,2}][!--title--][/e:loop]", ["<!-- {} -->", "<?php // {} ?>"]),
    "thymeleaf": ('<b th:each="a : ${b}" th:text="${a}">样例</b>', ["<!--/* {} */-->"]),
    "twig": ("{% for a in b %}{{ a }}{% endfor %}", ["{{# {} #}}"]),
    "php": ("<?php foreach ($a as $b) { ?><?= $b ?><?php } ?>", ["<?php /* {} */ ?>", "<?php // {} ?>"]),
    "client": ('<b v-for="a in b">{{ a }}</b>', ["<!-- {} -->", "{{{{!-- {} --}}}}"]),
}
CASES = [(name, comment) for name, (_, comments) in COMMENTS.items() for comment in comments]


def test_every_dialect_is_here() -> None:
    assert COMMENTS.keys() == DIALECTS


@pytest.mark.parametrize(("name", "comment"), CASES)
def test_a_comment_of_the_dialect_suppresses(name: str, comment: str) -> None:
    tags, _ = COMMENTS[name]
    page = (
        '<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8"><title>某局</title></head>\n'
        f"<body>{tags}<b>通知公告</b>\n"
        f"{comment.format(DIRECTIVE)}\n{FAULT}\n</body></html>"
    )
    chosen = Settings(
        select=("GOV9005", "GOV0"), dialects=() if name in ("ssi", "vsb", "hanweb", "client") else (name,)
    )
    (suppressed,) = lint_files({"a.html": page}, chosen).suppressed
    assert suppressed.reason == "图片 [1] {下月} 更换" if comment != "{{// {}}}" else "图片 [1] {下月"
    result = lint_files({"a.html": page.replace(FAULT, "")}, chosen)
    assert "GOV0005" in {finding.rule_id for finding in result.findings}  # seen, and said to be unused
