"""Layouts and includes put together: the text that comes of it, and the file each part of it is written in."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.lint.template.include_files import IncludeFiles
from govlint.page.compose import Composed, compose
from govlint.page.lexing import Tag
from govlint.page.prepare import prepare
from govlint.registry import load_registry


def _composed(files: Mapping[str, str], path: str, dialect: str) -> Composed:
    dialects = tuple(each for each in load_registry().dialects if each.name == dialect)
    index = IncludeFiles(files)

    def find(includer: str, tag: Tag) -> tuple[str, str] | None:
        found = index.find(includer, tag.target(), dialects[0].folders, dialects[0].endings, exact=False)
        return (found, files[found]) if found else None

    return compose(path, files[path], lambda _path, _text: dialects, find)


def _text(files: Mapping[str, str], path: str, dialect: str) -> str:
    return " ".join(_composed(files, path, dialect).text.split())


TWIG = {
    "base.html": "<title>{% block title %}Site{% endblock %}</title><p>{% block main %}none{% endblock %}</p>foot",
    "list.html": '{% extends "base.html" %}x{% block main %}<ul>{% block rows %}{% endblock %}</ul>{% endblock %}y',
    "news.html": '{% extends "list.html" %}{% block rows %}<li>{% endblock main %}{% block title %}N{% endblock %}',
    "more.html": '{% extends "base.html" %}{% block main %}[{{ parent() }}]{% endblock %}',
    "deep.html": '{% extends "more.html" %}{% block main %}({{ super() }}){% endblock %}',
    "lost.html": '{% extends "gone.html" %}{% block main %}a{% endblock %}',
    "ring.html": '{% extends "rung.html" %}{% block main %}a{% endblock %}',
    "rung.html": '{% extends "ring.html" %}{% block main %}b{% endblock %}',
}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("list.html", "<title>Site</title><p><ul></ul></p>foot"),
        ("news.html", "<title>N</title><p><ul><li></ul></p>foot"),
        ("more.html", "<title>Site</title><p>[none]</p>foot"),
        ("deep.html", "<title>Site</title><p>([none])</p>foot"),
        ("base.html", TWIG["base.html"]),
        ("lost.html", TWIG["lost.html"]),
    ],
)
def test_blocks_fill_the_layout(path: str, text: str) -> None:
    assert _text(TWIG, path, "twig") == text


def test_every_part_knows_its_file_and_the_way_to_it() -> None:
    composed = _composed(TWIG, "news.html", "twig")
    for word, path, chain in (
        ("foot", "base.html", ["news.html", "list.html"]),
        ("<ul>", "list.html", ["news.html"]),
        ("<li>", "news.html", []),
    ):
        at = composed.text.index(word)
        found, start, end, steps = composed.origin(at, at + len(word))
        assert (found, TWIG[found][start:end], [step.path for step in steps]) == (path, word, chain)


@pytest.mark.parametrize(("path", "why"), [("lost.html", "missing"), ("ring.html", "cycle"), ("list.html", "")])
def test_layouts_that_are_not_there_and_rings_are_noted(path: str, why: str) -> None:
    assert {each.why for each in _composed(TWIG, path, "twig").includes} >= {why}


@pytest.mark.parametrize(
    ("files", "text"),
    [
        (
            {"a.html": '<extend name="Public:base"/>x<block name="body">a</block>',
             "Public/base.html": '<p><block name="body">b</block></p><block name="side">c</block>'},
            "<p>a</p>c",
        ),
        (
            {"a.html": '{extend name="base" /}{block name="body"}a{__block__}{/block}',
             "base.html": '<p>{block name="body"}b{/block}</p>'},
            "<p>ab</p>",
        ),
        ({"a.html": '{layout name="base" /}<b>a</b>', "base.html": "<p>{__CONTENT__}</p>"}, "<p><b>a</b></p>"),
        (
            {"a.html": '{extend name="base"}{block name="body"}<include file="inc/x"/>{/block}',
             "base.html": '<p>{block name="body"}{/block}<include file="inc/x"/></p>', "inc/x.html": "i"},
            "<p>ii</p>",
        ),
    ],
)  # fmt: skip
def test_thinkphp(files: dict[str, str], text: str) -> None:
    assert _text(files, "a.html", "thinkphp") == text


@pytest.mark.parametrize(
    ("files", "text"),
    [
        (
            {"a.ftl": '<#import "inc/layout.ftl" as l><@l.page title="x"><p>a</p></@l.page>b',
             "inc/layout.ftl": '<#macro page title><html><#nested>foot</html></#macro><#macro none>never</#macro>'},
            '<#import "inc/layout.ftl" as l><html><p>a</p>foot</html>b',
        ),
        (
            {"a.ftl": '<#include "inc/m.ftl"><@row/>-<@row/>-<@no>x</@no>', "inc/m.ftl": "<#macro row>r</#macro>m"},
            "mr-r-<@no>x</@no>",
        ),
        ({"a.ftl": "<#macro m>x</#macro>y"}, "<#macro m>x</#macro>y"),
        ({"a.ftl": "<#macro m>x<@m/></#macro><@m/>"}, "x<@m/>"),
    ],
)  # fmt: skip
def test_macros_stand_where_they_are_called(files: dict[str, str], text: str) -> None:
    assert _text(files, "a.ftl", "freemarker") == text


def test_pages_of_a_master_page() -> None:
    page = '<%@ Page MasterPageFile="~/x.master" %>\n<asp:Content ID="c" ContentPlaceHolderID="Main">a</asp:Content>'
    master = '<html><asp:ContentPlaceHolder ID="Main" runat="server">b</asp:ContentPlaceHolder>foot</html>'
    assert _text({"a.aspx": page, "x.master": master}, "a.aspx", "aspnet") == "<html>afoot</html>"


PARTS = '<html><body><div th:fragment="head">h</div><p id="copy"><b>c</b></p><nav>n</nav></body></html>'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ('<div th:replace="~{parts :: head}">sample</div>', '<div th:fragment="head">h</div>'),
        ("<div th:replace='parts::head'>sample</div>", '<div th:fragment="head">h</div>'),
        ('<i th:insert="~{parts :: #copy}">sample</i>', '<i ><p id="copy"><b>c</b></p></i>'),
        ('<i th:include="parts :: #copy">sample</i>', "<i ><b>c</b></i>"),
        ('<div th:replace="parts :: nav"/>x', "<nav>n</nav>x"),
        ('<div><div th:replace="parts :: nav"><div></div></div></div>', "<div><nav>n</nav></div>"),
        ("""<b th:replace="~{parts :: nav(url='/x', a = 'y')}"/>""", "<nav>n</nav>"),
        ('<div th:replace="gone :: x">sample</div>', '<div th:replace="gone :: x">sample</div>'),
    ],
)
def test_fragments_of_thymeleaf_take_the_place_of_elements(body: str, text: str) -> None:
    assert _text({"a.html": body, "parts.html": PARTS}, "a.html", "thymeleaf") == text


@pytest.mark.parametrize("given", ["~{::title}, ~{::main}", "main=~{::main}, title = ~{:: title}", "::title,::main"])
def test_fragments_that_are_handed_parts_of_the_page(given: str) -> None:
    page = f"<html th:replace='~{{base :: page({given})}}'><title>t</title><main><p>m</p></main></html>"
    base = (
        '<html th:fragment="page(title, main)"><title th:replace="${title}">x</title><i th:insert="${main}">y</i>'
        '<b th:replace="${other}">o</b></html>'
    )
    text = _text({"a.html": page, "base.html": base}, "a.html", "thymeleaf")
    assert text == (
        '<html th:fragment="page(title, main)"><title>t</title><i ><main><p>m</p></main></i>'
        '<b th:replace="${other}">o</b></html>'
    )


def test_elements_that_fill_a_decorated_layout() -> None:
    files = {
        "a.html": '<html layout:decorate="~{base}"><head><meta name="x"></head>s<p layout:fragment="main">a</p></html>',
        "base.html": '<html><head><title>t</title></head><body><div layout:fragment="main">b</div>foot</body></html>',
    }
    assert _text(files, "a.html", "thymeleaf") == (
        '<html><head><title>t</title><meta name="x"></head><body><p >a</p>foot</body></html>'
    )


_PIECES = st.sampled_from(
    ["{% extends 'b' %}", "{% extends 'a' %}", "{% block x %}", "{% block y %}", "{% endblock %}", "{% include 'b' %}",
     "{{ parent() }}", "{% include 'a' %}", "x", "\n", "{% if a %}", "{% endif %}"]
)  # fmt: skip
_ELEMENTS = st.sampled_from(
    ["<div th:replace='b :: x'>", "<p th:insert='a :: x'>", "<p th:fragment='x'>", "</p>", "</div>", "<br>", "x", "\n",
     "<html layout:decorate='b'>", "<div layout:fragment='x'>", "<head>", "</head>", "<div th:replace='b'/>"]
)  # fmt: skip


_MACROS = st.sampled_from(
    ["<#import 'b' as l>", "<#include 'b'>", "<#macro m>", "<#macro n>", "</#macro>", "<@m>", "</@m>", "<@l.n/>",
     "<@n/>", "<#nested>", "x", "\n", "<#if a>", "</#if>"]
)  # fmt: skip


@pytest.mark.parametrize(("pieces", "dialect"), [(_PIECES, "twig"), (_ELEMENTS, "thymeleaf"), (_MACROS, "freemarker")])
def test_whatever_the_files_hold_every_part_is_what_its_file_has_there(
    pieces: st.SearchStrategy[str], dialect: str
) -> None:
    texts = st.lists(pieces, max_size=14).map("".join)

    @given(texts, texts)
    def holds(one: str, other: str) -> None:
        files = {"a.html": one, "b.html": other}
        composed = _composed(files, "a.html", dialect)
        ends = [piece.start for piece in composed.pieces[1:]] + [len(composed.text)]
        for piece, end in zip(composed.pieces, ends, strict=True):
            length = end - piece.start
            assert composed.text[piece.start : end] == files[piece.path][piece.offset : piece.offset + length]
        prepared = prepare(composed.text, composed.dialects, composed)
        assert [found.start() for found in re.finditer("\n", prepared.markup)] == [
            found.start() for found in re.finditer("\n", composed.text)
        ]

    holds()


def test_a_page_that_hands_itself_on_comes_to_an_end() -> None:
    again = "<i th:replace='~{b :: x(~{::main})}'></i>"
    files = {
        "a.html": f"{again}<main>{again}{again}</main>",
        "b.html": "<p th:fragment='x(c)'><b th:replace='${c}'/></p>",
    }
    assert len(_composed(files, "a.html", "thymeleaf").text) < 10_000_000


def test_macros_within_each_other_by_the_thousand() -> None:
    text = "".join(f"<#macro m{number}><#nested></#macro>" for number in range(1_000))
    text += "".join(f"<@m{number}>" for number in range(1_000)) + "x"
    text += "".join(f"</@m{number}>" for number in reversed(range(1_000)))
    assert "x" in _composed({"a.ftl": text}, "a.ftl", "freemarker").text


def test_macros_that_call_each_other_twice_come_to_an_end() -> None:
    macros = "".join(f"<#macro m{number}>x<@m{number + 1}/><@m{number + 1}/></#macro>" for number in range(100))
    assert len(_composed({"a.ftl": f"{macros}<@m0/>"}, "a.ftl", "freemarker").text) < 2_000_000


def test_parts_that_fill_each_other_without_end_come_to_one() -> None:
    names = range(3_000)
    one = "{% extends 'b' %}" + "".join(
        f"{{% block a{n} %}}{{% block b{n} %}}{{% endblock %}}{{% endblock %}}" for n in names
    )
    other = "".join(f"{{% block b{n} %}}{{% block a{n + 1} %}}{{% endblock %}}{{% endblock %}}" for n in names)
    files = {"a.html": one, "b.html": "{% extends 'c' %}" + other, "c.html": "{% block a0 %}{% endblock %}"}
    assert _composed(files, "a.html", "twig").text is not None


def test_ten_thousand_blocks_and_elements_are_no_trouble() -> None:
    blocks = "".join(f"{{% block b{number} %}}x{{% endblock %}}" for number in range(10_000))
    assert len(_composed({"a.html": "{% extends 'b' %}" + blocks, "b.html": blocks}, "a.html", "twig").text) == 10_000
    many = "<div th:replace='b :: x'>" * 10_000
    assert _composed({"a.html": many, "b.html": many}, "a.html", "thymeleaf").text
