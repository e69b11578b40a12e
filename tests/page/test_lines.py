"""Lines and columns as SARIF counts them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govlint.page.lines import Lines


def test_all_three_line_ends() -> None:
    lines = Lines("a\r\nb\rc\nd")
    assert len(lines) == 4
    assert [lines.text(number) for number in range(6)] == ["", "a", "b", "c", "d", ""]
    assert [lines.at(offset) for offset in (0, 3, 5, 7, 8)] == [(1, 1), (2, 1), (3, 1), (4, 1), (4, 2)]


def test_other_separators_end_no_line() -> None:
    assert len(Lines("a\x0bb\x0cc\x85d\u2028e")) == 1


def test_an_empty_text_has_one_line() -> None:
    assert len(Lines("")) == 1
    assert Lines("").region(0, 0) == (1, 1, 1, 1)


def test_columns_are_utf16_code_units() -> None:
    lines = Lines("中𠮷文\n𠮷x")
    assert [lines.at(offset)[1] for offset in range(7)] == [1, 2, 4, 5, 1, 3, 4]
    assert lines.region(1, 6) == (1, 2, 2, 4)


@given(st.text(st.sampled_from("a中𠮷\r\n")))
def test_every_offset_leads_back_to_itself(source: str) -> None:
    lines = Lines(source)
    for offset in range(len(source) + 1):
        line, column = lines.at(offset)
        start, end = lines.span(line)
        assert column == len(source[start:offset].encode("utf-16-le")) // 2 + 1
        assert start <= offset <= end + 2
