"""The caret line: exact under Chinese, emoji, tabs and in the middle of a minified page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.report.cells import fitting, safe, width
from govlint.report.excerpt import Excerpt, excerpt


@pytest.mark.parametrize(
    ("line", "start", "end", "expected"),
    [
        ("<ul></ul>", 1, 5, Excerpt("<ul></ul>", 0, 4)),
        ("    <ul></ul>", 5, 9, Excerpt("<ul></ul>", 0, 4)),
        ("栏目<b>空</b>", 3, 6, Excerpt("栏目<b>空</b>", 4, 3)),
        ("栏目<b>空</b>", 6, 7, Excerpt("栏目<b>空</b>", 7, 2)),
        ("😀<b>", 3, 6, Excerpt("😀<b>", 2, 3)),
        ("a\tb", 3, 4, Excerpt("a b", 2, 1)),
        ("<p>", 4, 4, Excerpt("<p>", 3, 1)),
        ("<p>", 90, 99, Excerpt("<p>", 3, 1)),
        ("", 1, 1, Excerpt("", 0, 1)),
        ("\x1b[31m<p>", 6, 9, Excerpt("?[31m<p>", 5, 3)),
    ],
)
def test_short_lines(line: str, start: int, end: int, expected: Excerpt) -> None:
    assert excerpt(line, start, end, 80) == expected


def test_a_long_line_is_windowed_around_the_column() -> None:
    line = "x" * 5000 + "<a>" + "y" * 5000
    shown = excerpt(line, 5001, 5004, 40)
    assert shown.text.startswith("...x")
    assert shown.text.endswith("y...")
    assert width(shown.text) <= 40
    assert shown.text[shown.before : shown.before + shown.marked] == "<a>"


def test_the_end_of_a_long_line_shows_no_more_to_come() -> None:
    shown = excerpt("x" * 5000 + "<a>", 5001, 5004, 40)
    assert shown.text.endswith("x<a>")


def test_a_long_stretch_is_marked_as_far_as_it_is_shown() -> None:
    shown = excerpt("<" + "a" * 500 + ">", 1, 503, 40)
    assert shown == Excerpt("<" + "a" * 36 + "...", 0, 37)


def test_many_findings_on_a_line_of_megabytes() -> None:
    line = "<p>栏目😀</p>" * 100_000
    for at in range(0, 1000):
        column = at * 11 * 90 + 1
        shown = excerpt(line, column, column + 3, 60)
        assert shown.text[_characters(shown) :].startswith("<p>")


def _characters(shown: Excerpt) -> int:
    return fitting(shown.text, shown.before)


@given(st.text(max_size=300), st.integers(1, 300), st.integers(0, 50), st.integers(12, 90))
def test_it_always_fits_and_the_carets_stay_under_it(line: str, start: int, length: int, room: int) -> None:
    shown = excerpt(line, start, start + length, room)
    assert width(shown.text) <= room
    assert shown.before + shown.marked <= room + 1
    assert shown.marked >= 1
    assert shown.text.isprintable() or safe(shown.text) == shown.text


@given(st.text(alphabet="ab 栏😀\u0301", min_size=1, max_size=60), st.data())
def test_the_marked_character_stands_above_the_caret(line: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(line) - 1))
    column = len(line[:at].encode("utf-16-le")) // 2 + 1
    shown = excerpt(line, column, column + len(line[at].encode("utf-16-le")) // 2, 400)
    assert width(line[:at].lstrip() if line[:at].strip() else "") == shown.before
    assert shown.marked == max(width(line[at]), 1)
