"""Whatever a file holds, it is linted: no exception, no rule that breaks, and findings that point into the file."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govlint.lint.settings import Settings
from govlint.testing import lint_files

from .markup import encoded, markup

_SLOW = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
_WORDS = Settings(options=(("GOV8005", '{"words": ["搜索", "a", "身份证"]}'),))


def _lint(data: bytes) -> None:
    result = lint_files({"index.html": data, "a/list.html": data, "js/a.js": data, "css/a.css": data}, _WORDS)
    assert not result.broken, result.broken
    text_lines = data.count(b"\n") + data.count(b"\r") + 1
    for finding in result.findings:
        region = finding.location.region
        if region is not None:
            assert min(region.start_line, region.start_column) >= 1
            assert (region.end_line, region.end_column) >= (region.start_line, region.start_column)
            assert region.end_line <= max(text_lines, 1) or b"\x00" in data


@_SLOW
@given(st.binary(max_size=400))
def test_noise(data: bytes) -> None:
    _lint(data)


@_SLOW
@given(encoded)
def test_hostile_markup_in_any_encoding(data: bytes) -> None:
    _lint(data)


@_SLOW
@given(markup)
def test_hostile_markup(text: str) -> None:
    _lint(f"<!DOCTYPE html><html><head><title>某局</title></head><body>{text}</body></html>".encode("utf-8", "replace"))


HOSTILE = {
    "nested": "<div style='display:none'>" * 5_000 + '<a href="http://aa88.com/">x</a>',
    "attributes": "<a " + " ".join(f"a{number}=1" for number in range(20_000)) + ">",
    "links": '<a style="display:none" href="http://aa88.com/">x</a>' * 3_000,
    "hidden links": '<div style="display:none">' + '<a href="http://aa88.com/">x</a>' * 3_000 + "</div>",
    "numbers": "<p>" + "13900001234 " * 5_000 + "</p>",
    "identity numbers": "<p>" + "11010519491231002X<br>" * 3_000,
    "cut numbers": "1<b>" * 20_000,
    "one long line": "<p>" + "某局" * 100_000 + "</p>",
    "open tags": "<a href='" * 5_000,
    "open comments": "<!-- " * 10_000,
    "scripts": "<script>document.write('<a href=//a.com>')</script>" * 1_000,
    "long script": "<script>" + "var a = '" + "\\x3c" * 20_000 + "';</script>",
    "open strings": "<script>" + "'" * 20_000 + "</script>",
    "codes": "<script>eval(String.fromCharCode(" + "60," * 20_000 + "</script>",
    "packed": "<script>eval(function(p,a,c,k,e,d){}('"
    + "0 " * 10_000
    + "',62,9999,'"
    + "a|" * 9_999
    + "'.split('|')))</script>",
    "style": "<style>"
    + ".a .b{display:none}" * 3_000
    + "</style>"
    + '<a class="b" href="http://aa88.com/">x</a>' * 200,
    "open style": "<style>" + "{" * 20_000 + "</style><a href='http://aa88.com/'>x</a>",
    "referrers": "<script>" + "document.referrer;" * 3_000 + "</script>",
    "entities": "<title>" + "&#21271;" * 10_000 + "</title>",
    "blanks": "<p>" + " \t\u3000" * 30_000 + "</p>",
    "rows": "<ul>" + "<li><a href='a.html'>某某</a><span>2018-07-27</span></li>" * 2_000 + "</ul>",
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=list(HOSTILE))
def test_large_hostile_pages_come_to_an_end(page: str) -> None:
    """These end at once as long as every step is linear, and not in a day where one is not: there is no limit here."""
    body = f"<html><head><title>某局</title></head><body>{page}"
    result = lint_files({"index.html": body}, Settings(page_seconds=0))
    assert not result.broken, result.broken
    assert result.pages == 1
