"""Outlets: which slots put something out, the element and zone they stand in, the file and line they come from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.page.facts import Outlet, Zone
from govlint.page.prepare import prepare
from govlint.page.read import read_page
from govlint.page.template import Dialect, Emits, Kind
from govlint.registry import load_registry

LINKS = Emits.TEXT | Emits.LINK


def _dialects(*names: str) -> list[Dialect]:
    return [each for each in load_registry().dialects if each.name in names]


def _outlets(text: str, *names: str) -> tuple[Outlet, ...]:
    page = read_page("a.html", text.encode(), prepare=lambda text: prepare(text, _dialects(*names or ("freemarker",))))
    return page.facts.outlets


def _only(text: str, *names: str) -> Outlet:
    (found,) = _outlets(text, *names)
    return found


@pytest.mark.parametrize(
    ("body", "zone"),
    [
        ("<div class='footer'><p>a</p>${x}</div>", Zone.FOOTER),
        ("<div class='footer'><p>a</p></div><p>${x}</p>", Zone.OTHER),
        ("<div class='nav'><ul><li><a>a</a><br></li></ul></div>${x}", Zone.OTHER),
        ("<div class='nav'><ul>${x}</ul></div>", Zone.NAV),
        ("<nav><img src='a'>${x}</nav>", Zone.NAV),
    ],
)
def test_the_zone_is_that_of_the_element_around(body: str, zone: Zone) -> None:
    assert _only(f"<html><body>{body}</body></html>").zone is zone


@pytest.mark.parametrize(
    ("text", "emits"),
    [
        ("<p>${title}</p>", LINKS),
        ("<p>${a.content}</p>", Emits.RICH),
        ("<title>${title}</title>", Emits.TEXT),
        ("<p><#list a as b><a>${b}</a></#list></p>", LINKS),
        ("<p><@columns id=1><a>x</a></@columns></p>", LINKS),
        ("<p><@whatever/></p>", Emits.ANY),
        ("<p><#include 'gone.ftl'></p>", Emits.ANY),
        ("<img src='${x}'>", Emits.RICH),
        ("<img src='/a.png' alt='${x}'>", Emits.TEXT),
        ("<script>document.write('${x}')</script>", Emits.ANY),
        ("<head>${x}</head>", Emits.ANY),
    ],
)
def test_what_comes_of_a_tag(text: str, emits: Emits) -> None:
    assert _only(text).emits == emits


@pytest.mark.parametrize(
    "text",
    [
        "<p><#if a>b</#if></p>",
        "<p><#assign a=1></p>",
        "<p>&copy; ${.now?string('yyyy')}</p>",
        "<a href='/x/${id}'>b</a>",
        "<script>var a = '${x}';</script>",
        "<!-- ${x} -->",
        "<p ${attributes}>a</p>",
    ],
)
def test_nothing_that_matters_comes_of_these(text: str) -> None:
    assert _outlets(text) == ()


@pytest.mark.parametrize(
    ("code", "emits"),
    [
        ('String path = request.getContextPath(); String base = path + "/";', None),
        ("if (a) {", None),
        ("}", None),
        ("for (Row row : rows) {", LINKS),
        ("out.println(a);", Emits.ANY),
        ("helper.draw(page);", Emits.ANY),
    ],
)
def test_code_that_only_steers_puts_out_nothing(code: str, emits: Emits | None) -> None:
    found = _outlets(f"<html><body><p>a</p><% {code} %></body></html>", "jsp")
    assert [each.emits for each in found] == ([emits] if emits is not None else [])


def test_what_stands_in_a_loop_is_told_by_the_loop() -> None:
    found = _outlets("<ul><#list a as b><li>${b.name}</li></#list></ul><p>${c}</p>")
    assert [(each.kind, each.written[:6]) for each in found] == [(Kind.LOOP, "<#list"), (Kind.ECHO, "${c}")]


def test_the_place_in_the_file() -> None:
    found = _only("<html>\n<body>\n<p>中${x}</p></body></html>")
    assert (found.path, found.region[:2], found.in_head) == ("a.html", (3, 5), False)


@given(st.lists(st.sampled_from(["<div>", "</div>", "<p>", "</p>", "<br>", "${x}", "<#list a as b>", "</#list>", "a"])))
def test_any_nesting_gives_outlets_of_elements_that_are_there(pieces: list[str]) -> None:
    text = "".join(pieces)
    page = read_page("a.html", text.encode(), prepare=lambda text: prepare(text, _dialects("freemarker")))
    assert all(-1 <= outlet.at < len(page.elements) for outlet in page.facts.outlets)
