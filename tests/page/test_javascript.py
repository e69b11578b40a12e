"""Taking scripts apart: code on one side, strings on the other, comments nowhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.page.javascript import take_apart


@pytest.mark.parametrize(
    ("source", "code", "strings"),
    [
        ("a = 'x' + \"y\"", 'a = "0" + "1"', ("x", "y")),
        ("a // 'no'\nb", "a  \nb", ()),
        ("a /* 'no' */ b", "a   b", ()),
        ("a /* never closed", "a  ", ()),
        ("<!-- old\nb //-->", " \nb  ", ()),
        ("'it\\'s \\u4e2d\\x41\\n'", '"0"', ("it's 中A\n",)),
        ("'two\\\nlines'", '"0"', ("twolines",)),
        ("'open\nb", '"0"\nb', ("open",)),
        ("x = a / b / 'c'", 'x = a / b / "0"', ("c",)),
        ("x = /['\"/]/g; y = 'z'", 'x =  0 ; y = "0"', ("z",)),
        ("return /'/.test(x)", "return  0 .test(x)", ()),
        ("if (a) /'/.test(x)", "if (a)  0 .test(x)", ()),
        ("`a${b + `'${c}`}d` + e", '"0"+0 + e', ("ad",)),
        ("`a${ {b: '}'} }c`", '"0"+0', ("ac",)),
        ("`ac`", '"0"', ("ac",)),
        ("`open ' x'", '"0"open "1"', ("", " x")),
    ],
)
def test_take_apart(source: str, code: str, strings: tuple[str, ...]) -> None:
    taken = take_apart(source)
    assert taken.strings == strings
    assert taken.code.replace(" ", "") == code.replace(" ", "")


def test_a_comment_in_a_string_is_a_string() -> None:
    assert take_apart("a = 'http://x/*y*/'").strings == ("http://x/*y*/",)


def test_a_surrogate_is_replaced() -> None:
    assert take_apart(r"'\ud83d'").strings == ("\ufffd",)


@given(st.text(alphabet="ab \n'\"`/\\*$<!-{}()=+"))
def test_any_text_is_taken_apart(source: str) -> None:
    taken = take_apart(source)
    numbers = [int(part) for part in taken.code.split('"')[1::2]]
    assert numbers == list(range(len(taken.strings)))


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\n\r\\'"), max_size=9), max_size=5))
def test_strings_come_back(values: list[str]) -> None:
    assert take_apart(";".join(f"'{value}'" for value in values)).strings == tuple(values)
