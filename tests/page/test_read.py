"""The entry of the page stage: bytes in, a Page with its facts out, whatever the bytes are."""

from __future__ import annotations

import hashlib
import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.page.facts import Redirect, Role, Zone
from govlint.page.model import Page
from govlint.page.read import read_page

ARTICLE = """<!DOCTYPE html>
<!-- Mirrored from www.example.gov.cn/zwgk/1.html by HTTrack Website Copier/3.x -->
<html lang="zh"><head><meta charset="gb2312"><title>关于印发办法的通知</title>
<meta name="SiteName" content="某局"><base href="http://www.example.gov.cn/zwgk/"></head><body>
<div class="header"><form action="/search"><input name="q"><input type="submit" value="搜索"></form></div>
<div class="weizhi">您当前的位置：<a href="/">首页</a> > <a href="./">政务公开</a></div>
<div class="content"><h1>关于印发办法的通知</h1><p>发布时间：2020-12-03</p><p>正文<!-- 注 --></p>
<script>document.write('<a href="a.xls">附件</a>')</script></div>
<div class="footer">版权所有</div></body></html>""".encode("gb18030")


def read(html: str | bytes) -> Page:
    return read_page("zwgk/1.html", html if isinstance(html, bytes) else html.encode())


def test_the_facts_of_an_article() -> None:
    facts = read_page("zwgk/1.html", ARTICLE, captured=date(2021, 1, 1)).facts
    assert (facts.path, facts.size, facts.digest) == ("zwgk/1.html", len(ARTICLE), hashlib.sha256(ARTICLE).hexdigest())
    assert facts.encoding.name == "gb18030"
    assert facts.role is Role.PAGE
    assert facts.title == facts.headings[0].text == "关于印发办法的通知"
    assert facts.meta("sitename") == "某局"
    assert [(crumb.text, facts.links[crumb.link].href) for crumb in facts.crumbs] == [("首页", "/"), ("政务公开", "./")]
    assert (facts.language, facts.base_href) == ("zh", "http://www.example.gov.cn/zwgk/")
    assert (facts.published, facts.captured) == (date(2020, 12, 3), date(2021, 1, 1))
    assert facts.mirrored_from == "www.example.gov.cn/zwgk/1.html"
    assert [(control.kind, control.form, control.zone) for control in facts.controls] == [
        ("field", 0, Zone.HEADER),
        ("button", 0, Zone.HEADER),
    ]
    assert [(link.attribute, link.href, link.zone) for link in facts.links][-1] == ("script", "a.xls", Zone.MAIN)
    assert {run.zone for run in facts.runs} == {Zone.HEADER, Zone.BREADCRUMB, Zone.MAIN, Zone.FOOTER}


def test_facts_survive_pickling() -> None:
    facts = read(ARTICLE).facts
    assert pickle.loads(pickle.dumps(facts)) == facts


def test_the_visible_text() -> None:
    page = read("<title>题</title><p>一 <b>二</b>\n三<!-- c --></p><script>x</script><p hidden>y</p>四")
    assert page.text.splitlines() == ["一", "二", "三", "四"]


def test_every_place_is_an_element_of_the_right_kind() -> None:
    page = read("<p>x</p><a href=a>文</a></body></html><div><input><h2>y</h2><form></form></div>")
    facts = page.facts
    for fact, tag in (
        (facts.links[0], "a"),
        (facts.controls[0], "input"),
        (facts.headings[0], "h2"),
        (facts.forms[0], "form"),
    ):
        assert page.elements[fact.at].tag == tag


def test_jumps_of_every_kind() -> None:
    html = """<meta http-equiv="Refresh" content="0;URL=./a/"><script>if (x) location.href='b.html';</script>
    <script>document.write('<meta http-equiv="Refresh" content="1;URL=c.html">')</script>"""
    assert [redirect[:3] for redirect in read(html).facts.redirects] == [
        ("./a/", "meta", 0),
        ("b.html", "script", 0),
        ("c.html", "meta", 1),
    ]
    assert isinstance(read(html).facts.redirects[0], Redirect)


def test_a_page_cut_short_says_so_and_keeps_its_source() -> None:
    html = "<p>一</p><p>二</p>"
    page = read_page("a.html", html.encode(), size_limit=8)
    assert (page.cut, page.source, page.text) == ("size-limit", html, "一")
    assert read("<div>" * 5_000).cut == "depth-limit"


@pytest.mark.parametrize("data", [b"", b" \n", b"\xff\xfe", b"\xef\xbb\xbf", b"<!-- -->", b"\0" * 9, b"plain text"])
def test_next_to_nothing(data: bytes) -> None:
    page = read(data)
    assert page.facts.size == len(data)
    assert page.cut == ""


@given(st.binary(max_size=400))
def test_random_bytes_never_raise(data: bytes) -> None:
    page = read(data)
    assert page.facts.path == "zwgk/1.html"
    assert isinstance(page.text, str)


PIECES = (
    *("<a href=x>", "</a>", "<a onclick=y>", "<div class=header>", "<div class=main>", "<div class=footer>", "</div>"),
    *(
        "<form>",
        "</form>",
        "<input>",
        "<label for=k>",
        "<button>",
        "<select><option value=/a/>",
        "<script>",
        "</script>",
    ),
    *(
        "document.write('<a href=z>')",
        "location='u'",
        "当前位置：",
        "首页",
        " > ",
        "发布时间：2020-01-01",
        "<!--",
        "-->",
    ),
    *(
        "<h1>",
        "<p hidden>",
        "<noscript>",
        "<img alt=i>",
        "<title>",
        "</title>",
        "<table><tr><td>",
        "</html>",
        "<ul><li>",
    ),
    *("版权所有", "\0", "<"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_random_markup_never_raises_and_all_facts_point_into_the_page(pieces: list[str]) -> None:
    page = read("".join(pieces))
    facts = page.facts
    count = len(page.elements)
    placed = (*facts.links, *facts.controls, *facts.forms, *facts.metas, *facts.headings, *facts.runs, *facts.crumbs)
    assert all(0 <= fact.at < count for fact in placed)
    assert all(-1 <= fact.link < len(facts.links) for fact in (*facts.runs, *facts.crumbs, *facts.items))
    assert all(-1 <= control.form < len(facts.forms) for control in facts.controls)
    assert all(up < control.at for control in facts.controls for up in control.near)
