"""Every dialect: recognised by itself, its tags taken out, what is left known as slots."""

from __future__ import annotations

import pytest

from govlint.page.lexing import lexer_of
from govlint.page.masking import INERT
from govlint.page.prepare import prepare
from govlint.page.template import Dialect, Kind
from govlint.registry import load_registry

DIALECTS = {dialect.name: dialect for dialect in load_registry().dialects}

# A text of each dialect with a loop, a field in an attribute and one in text; and what it includes.
CASES = {
    "trs": (
        '<TRS_TEMPLATE TEMPNAME="头部">头部</TRS_TEMPLATE><ul><TRS_DOCUMENTS ID="通知公告" NUM=5>'
        '<li><a href="<TRS_DOCUMENT FIELD=\'_RECURL\'/>"><trs_document field="DOCTITLE" autolink=false/></a></li>'
        "</TRS_DOCUMENTS></ul>",
        "头部",
    ),
    "siteserver": (
        '<stl:include file="/include/head.html"></stl:include><ul><stl:contents channelIndex="公告">'
        '<li><a href="{Content.NavigationUrl}"><stl:content type="Title" /></a></li></stl:contents></ul>',
        "/include/head.html",
    ),
    "jeecms": (
        "[#include \"../include/head.html\"/]<ul>[@cms_content_list channelId='2'][#list tag_list as a]"
        '<li><a href="${a.url}">${a.title!}</a></li>[/#list][/@]</ul>',
        "../include/head.html",
    ),
    "freemarker": (
        '<#include "/inc/head.ftl"><ul><@contentListDirective channelId=17><#list contents as a>'
        '<li><a href="${a.url}"><#if a.top>${a.title}</#if></a></li></#list></@contentListDirective></ul>',
        "/inc/head.ftl",
    ),
    "publiccms": (
        '<@_includePlace path="/index.html/1.html"/><ul><#list page.list as a>'
        '<li><a href="<@_thumb path=a.cover width=1/>">${a.title}</a></li></#list></ul>',
        "/index.html/1.html",
    ),
    "phpcms": (
        '{template "content","head"}<ul>{pc:content action="lists" catid="11"}{loop $data $r}'
        "<li><a href=\"{$r[url]}\">{str_cut($r['title'],20)}</a></li>{/loop}{/pc}</ul>",
        "content/head",
    ),
    "dedecms": (
        "{dede:include filename=\"head.htm\"/}<ul>{dede:arclist typeid='14' row=5}"
        '<li><a href="[field:arcurl/]">[field:pubdate function="MyDate(\'Y\', @me)"/]</a></li>{/dede:arclist}</ul>',
        "head.htm",
    ),
    "prefixed": (
        '{pboot:include file="head.html"}<ul>{eyou:artlist typeid="1"}'
        '<li><a href="{$field.url}">{$field.title}</a></li>{/eyou:artlist}</ul>',
        "head.html",
    ),
    "empirecms": (
        "[!--temp.head--]<ul>[e:loop={'3',10,0,0}]"
        '<li><a href="<?=$bqsr[titleurl]?>">[!--title--]</a></li>[/e:loop]</ul>',
        "head",
    ),
    "velocity": (
        '#parse("inc/head.vm")<ul>#foreach($a in $list)'
        '<li><a href="$!{a.url}">#if($a.top)$a.title#end</a></li>#end</ul>',
        "inc/head.vm",
    ),
    "jsp": (
        '<%@ include file="/inc/head.jsp" %><ul><c:forEach items="${list}" var="a">'
        '<li><a href="<c:url value="/a"/>"><%= a.title %></a></li></c:forEach></ul>',
        "/inc/head.jsp",
    ),
    "aspnet": (
        '<% @ Control language="c#" %><ul><asp:Repeater id="R" runat="server"><ItemTemplate>'
        '<li><a href="<%#Eval("url")%>"><%=dr["title"]%></a></li></ItemTemplate></asp:Repeater></ul>',
        "",
    ),
    "thinkphp": (
        '<include file="Public/head" /><ul><volist name="list" id="vo">'
        "<li><a href=\"{:U('a/b',array('id'=>1))}\">{$vo.title|default=''}</a></li></volist></ul>",
        "Public/head",
    ),
    "php": (
        '<?php include "head.php"; ?><ul><?php foreach ($a as $b) { ?>'
        '<li><a href="<?php echo $b->url; ?>"><?= $b ?></a></li><?php } ?></ul>',
        "head.php",
    ),
    "twig": (
        "{% include 'head.html' %}<ul>{% for a in list %}"
        '<li><a href="{{ a.url }}">{{ a.title }}{# a remark #}</a></li>{% endfor %}</ul>',
        "head.html",
    ),
}


def _by_itself(name: str, text: str) -> tuple[Dialect, ...]:
    """Return the dialects that recognise *text*, FreeMarker's tags being PublicCMS's too."""
    return tuple(dialect for dialect in DIALECTS.values() if dialect.recognise("a.html", text))


@pytest.mark.parametrize("name", CASES)
def test_recognised_and_masked(name: str) -> None:
    text, _ = CASES[name]
    found = _by_itself(name, text)
    assert name in {dialect.name for dialect in found}
    markup = prepare(text, found).markup
    assert "".join(markup.replace(INERT, "").split()) == '<ul><li><ahref=""></a></li></ul>'
    assert INERT in markup


@pytest.mark.parametrize("name", CASES)
def test_includes(name: str) -> None:
    text, target = CASES[name]
    tags = [tag for tag in lexer_of(_by_itself(name, text)).tags(text) if tag.kind is Kind.INCLUDE]
    assert [tag.target() for tag in tags] == ([target] if target else [])


@pytest.mark.parametrize("name", sorted(set(CASES) - {"php"}))
def test_loops_reach_to_their_end(name: str) -> None:
    text, _ = CASES[name]
    prepared = prepare(text, _by_itself(name, text))
    loops = [slot for slot in prepared.slots if slot.kind is Kind.LOOP]
    assert loops
    assert all("</li>" in text[slice(*slot.span)] for slot in loops)
    assert not prepared.faults


@pytest.mark.parametrize(
    ("name", "text", "names"),
    [
        ("webplus", '<div frag="窗口2"><!--[InfoCycleBegin]-->{文章URL}{标题}<!--[InfoCycleEnd]--></div>',
         ["窗口", "infocycle", "文章url", "标题"]),
        ("vsb", '<!--#begineditable viewid="53328" name="院系动态"-->样例<!--#endeditable-->', ["begineditable"]),
        ("hanweb", "<!--<$[标题]>begin-->通知<!--<$[标题]>end-->", ["标题"]),
        ("ssi", '<!-- #include virtual = "/inc/head.shtml" -->', ["include"]),
        ("thymeleaf", '<p th:each="a : ${list}" th:text="${a.title}">样例</p>', ["each", "text"]),
        ("client", '<li v-for="n in list">{{ n.title }}</li>', ["v-for", ""]),
    ],
)  # fmt: skip
def test_markers_stay_and_are_slots(name: str, text: str, names: list[str]) -> None:
    dialect = DIALECTS[name]
    assert dialect.recognise("a.html", text)
    assert [slot.name for slot in prepare(text, [dialect]).slots] == names


@pytest.mark.parametrize(
    "text",
    [
        "<style>a{color:red}.b{float:left}</style><script>if(a){$('#b').hide()}var c={d:1}</script>",
        '<a href="#top" style="color:#fff">联系 [1] 与 {二}</a>',
        '<o:p></o:p><svg xlink:href="#a"></svg><img src="a.png" alt="[图]">',
        "<p>价格 $100，比例 50%</p><!-- #footer -->",
    ],
)
def test_ordinary_pages_are_no_templates(text: str) -> None:
    assert [each.name for each in DIALECTS.values() if not each.helper and each.recognise("a.html", text)] == []


@pytest.mark.parametrize(
    ("dialect", "text", "target"),
    [
        ("twig", "{% include 'partials/hero.html.twig' with {id: 'blog-hero'} %}", "partials/hero.html.twig"),
        ("freemarker", '<#include "/inc/head.ftl" parse=true encoding="utf-8">', "/inc/head.ftl"),
        ("php", "<?php include dirname(__FILE__) . '/' . 'head.php'; ?>", "head.php"),
        ("php", '<?php require_once("inc/head.php"); ?>', "inc/head.php"),
    ],
)
def test_what_an_include_is_given_is_not_its_file(dialect: str, text: str, target: str) -> None:
    (tag,) = lexer_of((DIALECTS[dialect],)).tags(text)
    assert (tag.kind, tag.target()) == (Kind.INCLUDE, target)


def test_a_user_control_is_the_file_that_is_registered_for_it() -> None:
    text = (
        '<% @ Register TagPrefix="uc" TagName="Top" Src="~/inc/Top.ascx" %>\n'
        '<%@ Register Assembly="x" Namespace="y" TagPrefix="other" %>\n'
        '<div><uc:Top ID="t" runat="server" /><uc:Foot runat="server"></uc:Foot></div>'
    )
    tags = [tag for tag in lexer_of((DIALECTS["aspnet"],)).tags(text) if tag.kind is Kind.INCLUDE]
    assert [tag.target() for tag in tags] == ["~/inc/Top.ascx", ""]
