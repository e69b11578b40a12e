"""What a script tells without being run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.page.facts import NO_SCRIPT, ScriptFacts
from govlint.page.script import merge_scripts, script_facts


@pytest.mark.parametrize(
    "source",
    [
        "function search() {}",
        "async function search(a, b) {}",
        "var search = function () {}",
        "window.search = other",
        "const search = async (a, b) => 1",
        "let search = a => a",
        "var app = {search: function () {}}",
        "var app = {'search': function () {}}",
        "new Vue({methods: {search(word) { }}})",
        "Box.prototype.search = function () {}",
        "window['search'] = function () {}",
        "var search = debounce(function () {}, 9)",
    ],
)
def test_defines(source: str) -> None:
    assert "search" in script_facts(source).defines


@pytest.mark.parametrize(
    "source", ["// function search() {}", "a = 'function search() {}'", "search(); if (search) {}"]
)
def test_does_not_define(source: str) -> None:
    assert "search" not in script_facts(source).defines


@pytest.mark.parametrize(
    ("source", "mentions"),
    [
        ("$('#search_btn').click(go)", {"search_btn", "#search_btn"}),
        ("$('.top .btn')", {"top", "btn", ".top .btn"}),
        ("document.getElementById('word').value", {"word"}),
        ("document.getElementsByName('q')[0]", {"q"}),
        ("document.querySelector('input[name=\"q\"]')", {"q", 'input[name="q"]'}),
        ("document.searchform.keyword.value", {"searchform", "keyword"}),
        ("document.forms['f']", {"f"}),
        ("laydate({elem: '#day'})", {"day", "#day"}),
    ],
)
def test_mentions(source: str, mentions: set[str]) -> None:
    assert mentions <= script_facts(source).mentions


def test_members_of_the_document_are_no_names() -> None:
    assert script_facts("document.location.href; document.body.style; document.write(x)").mentions == frozenset()


@pytest.mark.parametrize(
    ("source", "writes"),
    [
        ("document.write('<li>' + name + '</li>')", ("<li></li>",)),
        ("document.writeln('<a>', '</a>')", ("<a></a>",)),
        ("box.innerHTML = '<b>' + (x ? '1' : '2') + f('no') + '</b>'", ("<b>1</b>",)),
        ("document.write(unescape('%3Cp%3E%u4E2D%3C/p%3E'))", ("<p>中</p>",)),
        ("document.write(`<p>${x}</p>`)", ("<p></p>",)),
        ("// document.write('<p>')", ()),
        ("frame.document.write('<p>')", ()),
        ("document.write(x ? '<a>' : '<b>')", ("<a>", "<b>")),
        ("document.write('<p>')\nlater('<q>')", ("<p>",)),
    ],
)
def test_writes(source: str, writes: tuple[str, ...]) -> None:
    assert script_facts(source).writes == writes


def test_a_variable_counts_with_the_string_it_was_given_last() -> None:
    source = """
        var name = '要闻'; document.write('<a>' + name + '</a>');
        name = '公告';     document.write('<a>' + name + '</a>');
        name = find();     document.write('<a>' + name + '</a>');
    """
    assert script_facts(source).writes == ("<a>要闻</a>", "<a>公告</a>", "<a></a>")


def test_a_parameter_hides_a_variable() -> None:
    assert script_facts("var u = '/a'; function go(u) { location.href = u + '/b'; }").redirects == ("/b",)


def test_markup_that_is_added_up_is_written_as_a_whole() -> None:
    assert script_facts("var h = '<ul>'; h += '<li>'; h += '</ul>'; document.write(h)").writes == ("<ul><li></ul>",)


@pytest.mark.parametrize(
    ("source", "redirects"),
    [
        ("window.location.href = '/search.html?q=' + word", ("/search.html?q=",)),
        ("location.replace('a.html')", ("a.html",)),
        ("window.open('a.html', '_blank')", ("a.html",)),
        ("self.location = x == 'a' ? 'b.html' : 'c.html'", ("b.html", "c.html")),
        ("if (location.href == 'a.html') go()", ()),
        ("settings.location = 'a.html'", ()),
        ("location.hash = '#a'", ()),
    ],
)
def test_redirects(source: str, redirects: tuple[str, ...]) -> None:
    assert script_facts(source).redirects == redirects


@pytest.mark.parametrize(
    ("source", "sign"),
    [
        ("$.ajax({url: '/list'})", "ajax"),
        ("jQuery.getJSON('/list')", "getJSON"),
        ("fetch('/list').then(show)", "fetch"),
        ("$('#list').load('list.html')", "load"),
        ("new XMLHttpRequest()", "XMLHttpRequest"),
        ("new Vue({el: '#app'})", "vue"),
        ("layui.use('laypage')", "layui"),
        ("get('/module/jpage/dataproxy.jsp')", "dataproxy"),
        ("read('datas_126.json')", "datas.json"),
        ("loadDynamic(1)", "loadDynamic"),
    ],
)
def test_loaders(source: str, sign: str) -> None:
    assert sign in script_facts(source).loaders
    assert script_facts(f"/* {source} */").loaders == frozenset()


def test_records_of_a_data_script_are_what_it_writes() -> None:
    source = "<datastore><recordset><record><![CDATA[<li>a</li>]]></record><record><![CDATA[b]]></record></recordset>"
    assert script_facts(source) == ScriptFacts(writes=("<li>a</li>", "b"), loaders=frozenset(("datastore",)))


def test_merge() -> None:
    one, other = script_facts("function a() {} document.write('x')"), script_facts("fetch('u'); document.write('x')")
    merged = merge_scripts([one, other])
    assert (merged.defines, merged.writes, merged.loaders) == (frozenset("a"), ("x",), frozenset(("fetch",)))
    assert merge_scripts([]) == NO_SCRIPT


PIECES = ["document.write(", "'<p>'", "location=", "setTimeout(", "function(", "if(", *"x+?:(){},;"]
LETTERS = "ab\"'`/\\+=?:,;.(){}[] \n"


@given(st.text(alphabet=LETTERS) | st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_script_is_read(source: str) -> None:
    facts = script_facts(source)
    assert all(text.strip() for text in (*facts.writes, *facts.redirects))
