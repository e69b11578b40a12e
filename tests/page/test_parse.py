"""What libxml2 is fed, and what is said of what it drops."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.page.guard import make_safe
from govlint.page.parse import parse

MANY = 2_500


def tag_with(count: int, value: str = '"1"') -> str:
    return "<a " + " ".join(f"x{number}={value}" for number in range(count)) + ">text</a>"


def test_what_stands_behind_the_end_is_another_root() -> None:
    tree = parse("<html><body><p>in</p></body></html><div>behind</div>")
    assert [top.xpath("string()") for top in tree.tops] == ["in", "behind"]
    assert tree.cut == ""


@pytest.mark.parametrize("text", ["", "  \n", "<!-- only a comment -->", "<?xml version='1.0'?>"])
def test_a_page_without_elements_has_no_roots_and_is_not_cut(text: str) -> None:
    assert parse(text) == ((), text, "")


def test_an_xml_declaration_with_an_encoding_is_no_obstacle() -> None:
    tree = parse('<?xml version="1.0" encoding="gbk"?><html><body>中文</body></html>')
    assert tree.tops[0].xpath("string()") == "中文"


def test_a_tree_too_deep_is_cut_and_says_so() -> None:
    assert parse("<div>" * 5_000 + "x").cut == "depth-limit"
    assert parse("<div>" * 1_000 + "x").cut == ""


def test_a_page_too_long_is_cut_and_says_so() -> None:
    tree = parse("<p>one</p><p>two</p>", limit=10)
    assert (tree.text, tree.cut) == ("<p>one</p>", "size-limit")


def test_a_tag_with_thousands_of_attributes_loses_them_and_nothing_moves() -> None:
    source = f"<p>\n{tag_with(MANY)}<b\n>here</b></p>"
    safe, neutralised = make_safe(source)
    assert neutralised
    assert len(safe) == len(source)
    assert safe.index("<b\n>here") == source.index("<b\n>here")
    assert "x1=" not in safe
    tree = parse(source)
    assert tree.cut == "attribute-limit"
    assert tree.tops[0].find(".//a").attrib == {}


def test_greater_signs_in_values_do_not_hide_the_attributes_of_a_large_page() -> None:
    assert make_safe(tag_with(20_000, '">"'))[1]


@pytest.mark.parametrize(
    "source",
    [
        tag_with(500),
        "<script>" + "if (a<b) { c d e f g h; }\n" * 8_000 + "</script>",
        "<!-- <a " + "x " * 80_000 + "-->",
        "<p>" + "words and words " * 10_000 + "</p>",
        '<img src="data:' + "A" * 200_000 + '">',
    ],
)
def test_ordinary_pages_are_left_alone(source: str) -> None:
    assert make_safe(source) == (source, False)


def test_nul_becomes_the_replacement_character() -> None:
    assert make_safe("a\0b") == ("a\ufffdb", False)


@given(st.text(alphabet="<>/!-\"'= abscriptle\n\0", max_size=200))
def test_any_text_parses(text: str) -> None:
    tree = parse(text)
    assert all(isinstance(top.tag, str) for top in tree.tops)


@given(st.text(alphabet="<>\"'= ab\r\n", max_size=40), st.integers(0, 40))
def test_making_safe_moves_nothing(text: str, at: int) -> None:
    source = text[:at] + tag_with(MANY) + text[at:]
    safe = make_safe(source)[0]
    assert len(safe) == len(source)
    assert [i for i, c in enumerate(safe) if c in "\r\n"] == [i for i, c in enumerate(source) if c in "\r\n"]
