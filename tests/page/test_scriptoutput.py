"""What scripts give out is found once for all scripts of one code: their strings may be any."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from govlint.page import scriptoutput
from govlint.page.javascript import Script
from govlint.page.scriptoutput import find_outputs

_PIECES = [
    "document.write(",
    "box.innerHTML=",
    "location=",
    "f(",
    "function(a)",
    "a=",
    "a+=",
    "b=a+",
    "a",
    "b",
    "unescape(",
]
_CODES = st.lists(st.sampled_from([*_PIECES, '"0"', '"1"', '"2"', *"+?:(){},;"]), max_size=40).map("".join)
_STRINGS = st.tuples(*[st.sampled_from(["", " ", "<p>", "%3Cb%3E", "x.html", "a" * 30_000, "\U00100001"])] * 3)


def read_anew(script: Script) -> tuple[tuple[str, ...], tuple[str, ...]]:
    with patch.object(scriptoutput, "_KEPT_CODE", -1):
        return find_outputs(script)


@given(_CODES, st.lists(_STRINGS, min_size=1, max_size=3))
def test_scripts_of_one_code_give_out_what_each_would_by_itself(code: str, strings: list[tuple[str, ...]]) -> None:
    for each in strings:
        script = Script(code, each)
        assert find_outputs(script) == read_anew(script)


def test_a_blank_string_gives_nothing_out_on_one_page_and_a_full_one_does_on_the_next() -> None:
    code = 'var a="0";document.write(a+"1")'
    assert find_outputs(Script(code, ("", " "))) == ((), ())
    assert find_outputs(Script(code, ("某", "局"))) == (("某局",), ())


def test_strings_that_multiply_are_cut_where_they_would_be() -> None:
    code = 'var a="0";' + "a=a+a;" * 40 + "document.write(a)"
    script = Script(code, ("x",))
    assert find_outputs(script) == read_anew(script)
    long = Script('var a="0";a+="1";document.write(a)', ("x" * 70_000, "y" * 70_000))
    assert find_outputs(long) == read_anew(long) == (("x" * 70_000,), ())
