"""Jumps to another page, in META and in scripts."""

from __future__ import annotations

import pytest

from govlint.page.facts import Meta, Redirect
from govlint.page.redirects import meta_redirects, script_redirects, written_redirects


@pytest.mark.parametrize(
    ("content", "delay", "href"),
    [
        ("0;URL=./ywyw/", 0, "./ywyw/"),
        ("3; url='/a.html'", 3, "/a.html"),
        (' 0 ; URL = "b.html" x', 0, "b.html"),
        ("0,url=c.html", 0, "c.html"),
        ("5 d.html", 5, "d.html"),
        ("0.5;url=e.html", 0, "e.html"),
        (";url=f.html", 0, "f.html"),
    ],
)
def test_meta_refresh(content: str, delay: int, href: str) -> None:
    metas = [Meta("description", "0;url=no", 1), Meta("REFRESH", content, 2)]
    assert list(meta_redirects(metas)) == [Redirect(href, "meta", delay, 2)]


@pytest.mark.parametrize("content", ["", "300", "5;", "0;url=", "0;url=''"])
def test_a_refresh_without_an_address_is_no_jump(content: str) -> None:
    assert list(meta_redirects([Meta("refresh", content, 0)])) == []


@pytest.mark.parametrize(
    "source",
    [
        "location.href='a.html'",
        "window.location = 'a.html';",
        'self.location="a.html"',
        "top.location.href = 'a.html'",
        "window.top.location.replace('a.html');",
        "document.location.assign( 'a.html' )",
        "if (top == self) { location.href='a.html'; }",
        "(function () { location.href='a.html'; })();",
        "setTimeout(\"location.href='a.html'\", 3000)",
        "setTimeout(function () { location.href='a.html' }, 3000)",
        "// go\nlocation='a.html'",
        "function f(a, b) { if (a) { b() } }\nlocation='a.html'",
        "var s = '} function {'; location='a.html'",
    ],
)
def test_script_that_jumps_as_it_is_loaded(source: str) -> None:
    assert list(script_redirects(source)) == ["a.html"]


@pytest.mark.parametrize(
    "source",
    [
        "function go() { location.href='a.html'; }",
        "function go() { if (x) { y() } location.href='a.html'; }",
        "$('#b').click(function () { location.href='a.html' })",
        "b.onclick = () => { location.href='a.html' }",
        "$(function () { location='a.html' })",
        "// location.href='a.html'",
        "/* location.href='a.html' */",
        "location.href='/search.html?q=' + key;",
        "if (location.href == 'a.html') { x() }",
        "mylocation='a.html'",
        "if (/Android|iPhone/.test(navigator.userAgent)) { location.href='a.html'; }",
        "",
    ],
)
def test_script_that_does_not(source: str) -> None:
    assert list(script_redirects(source)) == []


def test_a_meta_that_a_script_writes() -> None:
    fragments = ["<p>x</p>", "<META content='0;URL=./a/' http-equiv=\"Refresh\">", "<meta name=a content='0;url=b'>"]
    assert list(written_redirects(fragments, 7)) == [Redirect("./a/", "meta", 0, 7)]
