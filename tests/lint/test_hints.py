"""Hints: they say of any text what a plain search says, however often its parts were seen before."""

from __future__ import annotations

import pytest
from govlint.plugins.identity.mark_words import names_party_file
from govlint.plugins.markup import old_techniques, template_tags
from govlint.plugins.safety.numbers import has_enough_digits
from hypothesis import given
from hypothesis import strategies as st

from govlint.lint.hints import Hint

_EXACT = Hint(("ICP", "标识", "<%"))
_ANY_CASE = Hint(("float_ad", "飘窗"), any_case=True)
_DIGITS = Hint.of("test digits", lambda text: any(letter.isdigit() for letter in text))

_PARTS = st.sampled_from(
    ["ICP", "icp", "标识", "<%", "FLOAT_ad", "float", "12", "飘窗", ">\n", ">\r\n", "\n", ">", " ", "a"]
)


@given(st.lists(_PARTS, max_size=30).map("".join))
def test_hints_say_what_a_search_says(source: str) -> None:
    for _ in range(2):  # the second time, all stretches are known
        assert _EXACT.within(source) == any(word in source for word in ("ICP", "标识", "<%"))
        assert _ANY_CASE.within(source) == any(word in source.lower() for word in ("float_ad", "飘窗"))


@given(st.lists(_PARTS, max_size=30).map("".join))
def test_stretches_stand_where_they_are_said_to(source: str) -> None:
    for _ in range(2):
        found = dict(_EXACT.stretches(source))
        assert all(source[at : at + len(stretch)] == stretch for at, stretch in found.items())
        assert sum(stretch.count("ICP") for stretch in found.values()) == source.count("ICP")
        _EXACT.within(source)
    assert all(map(_EXACT.within, found.values()))


def test_a_test_is_asked_of_stretches() -> None:
    for _ in range(2):
        assert all(map(_DIGITS.within, ("<p>\n12 \n", "<p>\r\nab 12", "12>\nab")))
        assert not _DIGITS.within("<p>\nab")


def test_a_test_that_asks_for_a_word_is_taken_where_it_stands() -> None:
    odd = Hint.of("odd lines with a word", lambda text: "odd" in text, among=("Word",))
    for _ in range(2):
        assert odd.within("<p>odd Word>\n<p>")
        assert not any(map(odd.within, ("<p>odd word>\n", "Word>\n<p>even")))


_SCRAPS = st.sampled_from(
    (
        *("1", "12345", "678901", "123456789012", "-", " ", "&nbsp;", "<b>", "</b>", "<span", "<i\nid=a>", ">", "<"),
        *('src="', "/", "red", "dz_jg", ".png", "_1"),
        *("\n", "\r\n", "建议", "推荐", "使用", "IE", "IE8", "IE浏览器", "{$a", "{$(", "a"),
    )
)


@given(st.lists(_SCRAPS, max_size=14).map("".join))
def test_the_tests_of_the_rules_are_such_tests(source: str) -> None:
    stretches = source.split(">\n")
    for test in (has_enough_digits, names_party_file, old_techniques.gives_advice, template_tags.has_variable):
        assert test(source) == any(map(test, stretches)) == test(">\n".join(stretches))


def test_a_page_of_more_stretches_than_are_learnt_at_once() -> None:
    source = ">\n".join(f"<p>{number}" for number in range(2_000)) + " ICP"
    assert all(_EXACT.within(f"{source}{end}") for end in ("", " ", "\n"))
    assert not _EXACT.within(source.removesuffix(" ICP"))


def test_later_hints_are_asked_of_what_is_known() -> None:
    source = "<p>made known>\nbefore its hint</p>"
    assert not _EXACT.within(source)
    assert Hint(("its hint",)).within(source)


def test_what_is_kept_has_a_limit() -> None:
    """What the pages share is kept all the same."""
    for number in range(6):
        source = f"{number}" * 500_000
        assert not _EXACT.within(source)
        assert _EXACT.within(f"{source}>\nICP")
        assert _EXACT.within(f"{source}1>\n<p>>\nICP")
        assert not _EXACT.within(f"{source}1>\n<p>>\n")


@pytest.mark.parametrize("word", ["a>", "two\nlines"])
def test_a_word_that_may_go_over_an_end_is_refused(word: str) -> None:
    with pytest.raises(ValueError, match="may go over"):
        Hint((word,))
