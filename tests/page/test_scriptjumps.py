"""Which addresses a script sends the window to as it is loaded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.page.inline import read_script
from govlint.page.javascript import take_apart
from govlint.page.scriptjumps import jumps_at_once


@pytest.mark.parametrize(
    "source",
    [
        "location.href='a.html'",
        "window.location = 'a.html';",
        'self.location="a.html"',
        "top.location.href = 'a.html'",
        "window.top.location.replace('a.html');",
        "document.location.assign( 'a.html' )",
        "location = `a.html`",
        "// go\nlocation='a.html'",
        "function f(a, b) { if (a) { b() } }\nlocation='a.html'",
        "var s = '} function {'; location='a.html'",
        "var to = 'a.html'; location.href = to",
        "if (x) { location = 'a.html' }",
        "if (top == self) { location.href='a.html'; }",
        "if (f(x)) { y() } else { try { top.location = 'a.html' } catch (e) {} }",
        "(function () { location.assign('a.html') })()",
        "!function () { location.assign('a.html') }()",
        "window.onload = function () { location.replace('a.html') }",
        "addEventListener('load', function () { location.replace('a.html') })",
        "document.addEventListener('DOMContentLoaded', () => { location.replace('a.html') })",
        "$(function () { location='a.html' })",
        "$(document).ready(() => { location = 'a.html' })",
        "setTimeout(\"location.href='a.html'\", 3000)",
        "setTimeout(function () { location.href='a.html' }, 3000)",
        "setTimeout(() => window.location.replace('a.html'), 3000)",
    ],
)
def test_jumps_as_it_is_loaded(source: str) -> None:
    assert read_script(source).jumps == ("a.html",)


@pytest.mark.parametrize(
    "source",
    [
        "function go() { location.href='a.html'; }",
        "function go() { if (x) { y() } location.href='a.html'; }",
        "$('#b').click(function () { location.href='a.html' })",
        "$('#b').click(() => location.href='a.html')",
        "$('#b').click((e) => window.location.href='a.html')",
        "b.onclick = () => { location.href='a.html' }",
        "b.addEventListener('click', function () { location = 'a.html' })",
        "b.addEventListener('change', (event) => { location = 'a.html' })",
        "x = {go: function () { location = 'a.html' }}",
        "$.get('x', function () { location = 'a.html' })",
        "// location.href='a.html'",
        "/* location.href='a.html' */",
        "location.href='/search.html?q=' + key;",
        "location.href = base + 'a.html'",
        "location.href = `/search.html?q=${key}`",
        "location = location.href.replace('http:', 'https:')",
        "location = 'a.php?enews=\".urlencode($from).\"'",
        "if (location.href == 'a.html') { x() }",
        "mylocation='a.html'",
        "window.open('a.html')",
        "if (/Android|iPhone/.test(navigator.userAgent)) { location.href='a.html'; }",
        "",
    ],
)
def test_jumps_not_by_itself(source: str) -> None:
    assert read_script(source).jumps == ()


PIECES = ["location=", "setTimeout(", "function(", "=>", "addEventListener(", "if(", "'a'", "`a${b}`", *"x+?:(){},;="]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_script_is_read(source: str) -> None:
    assert all(address.strip() for address in jumps_at_once(take_apart(source)))
