"""Exact regions: every element is found where it stands, on pages of every shape."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from govlint.finding import WHOLE_PAGE, Mark, Region
from govlint.page.decode import decode
from govlint.page.locate import Lines, locate


def tree(source: str) -> list[etree._Element]:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_blank_text=False)
    root = etree.fromstring(source.encode(), parser)
    tops = [top for top in (root, *root.itersiblings()) if isinstance(top.tag, str)]
    return [element for top in tops for element in top.iter(etree.Element)]


def cut(source: str, region: Region) -> str:
    """The text of a region, its lines joined by ``|``."""
    lines = Lines(source)
    pieces = []
    for line in range(region.start_line, region.end_line + 1):
        units = lines.text(line).encode("utf-16-le")
        start = region.start_column - 1 if line == region.start_line else 0
        end = region.end_column - 1 if line == region.end_line else len(units) // 2
        pieces.append(units[2 * start : 2 * end].decode("utf-16-le"))
    return "|".join(pieces)


def shown(source: str, tag: str, part: str = "tag") -> list[str]:
    """What is shown of the *part* of all elements *tag* of a page."""
    elements = tree(source)
    marks = [Mark(number, part) for number, element in enumerate(elements) if element.tag == tag]
    regions = locate(source, elements, marks)
    return [cut(source, regions[mark]) for mark in marks]


def test_parts_of_an_element() -> None:
    source = "<p>\n <a class=x href='/a.html'\n>  某某 县 <b>x</b></a>"
    assert shown(source, "a") == ["<a class=x href='/a.html'|>"]
    assert shown(source, "a", "text") == ["某某 县"]
    assert shown(source, "a", "@href") == ["href='/a.html'"]
    assert shown(source, "a", "@HREF") == ["href='/a.html'"]


def test_a_part_that_is_not_there_gives_the_tag() -> None:
    source = "<a> <b>x</b></a>"
    assert shown(source, "a", "text") == ["<a>"]
    assert shown(source, "a", "@href") == ["<a>"]


def test_raw_text_is_taken_whole() -> None:
    source = "<title>\n a <b>c</b>\n</title>"
    assert shown(source, "title", "text") == ["a <b>c</b>"]


def test_text_up_to_the_end_of_the_page() -> None:
    assert shown("<p> x ", "p", "text") == ["x"]


def test_an_implied_element_gives_the_tag_before_it() -> None:
    source = "<html lang=zh>text"
    assert shown(source, "body") == ["<html lang=zh>"]
    assert shown(source, "body", "text") == ["<html lang=zh>"]
    assert shown("\n text", "body") == ["text"]


@pytest.mark.parametrize(
    ("source", "region"),
    [
        ("", (1, 1, 1, 1)),
        (" \n ", (1, 1, 1, 1)),
        ("<p>", (1, 1, 1, 4)),
        ("\r\n\r\n <!doctype html>\r\n<p>", (3, 2, 3, 17)),
        ("a\rb", (1, 1, 1, 2)),
        ("x" * 500, (1, 1, 1, 121)),
    ],
)
def test_the_whole_page_is_its_first_text(source: str, region: tuple[int, int, int, int]) -> None:
    assert locate(source, [], [WHOLE_PAGE])[WHOLE_PAGE] == region
    assert locate(source, [], [Mark(7)])[Mark(7)] == region


def test_spans_are_taken_as_offsets() -> None:
    source = "ab\ncd"
    marks = [Mark(span=(1, 4)), Mark(span=(4, 99)), Mark(span=(-3, 1)), Mark(span=(3, 2)), Mark(0, "text", (0, 1))]
    assert list(locate(source, [], marks).values()) == [
        (1, 2, 2, 2),
        (2, 2, 2, 3),
        (1, 1, 1, 2),
        (2, 1, 2, 1),
        (1, 1, 1, 2),
    ]


def test_a_minified_page() -> None:
    source = "".join(f"<p><a href={number}>𠮷{number}</a></p>" for number in range(300))
    assert shown(source, "a", "@href") == [f"href={number}" for number in range(300)]
    assert shown(source, "a", "text") == [f"𠮷{number}" for number in range(300)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_page_past_line_65535(end: str) -> None:
    source = end.join(f"<p n={number}>" for number in range(66_000))
    elements = tree(source)
    marks = [Mark(len(elements) - 1 - back) for back in (0, 1, 300)]
    regions = locate(source, elements, marks)
    assert [regions[mark].start_line for mark in marks] == [66_000, 65_999, 65_700]
    assert cut(source, regions[marks[0]]) == "<p n=65999>"


def test_a_gbk_page() -> None:
    data = "<meta charset=gb2312>漷县<b>鄚州</b>\r\n<a\r\nhref=x>镕𠮷</a>".encode("gb18030")
    source = decode(data).text
    assert shown(source, "a", "text") == ["镕𠮷"]
    assert locate(source, tree(source), [Mark(4, "text"), Mark(5, "text")]) == {
        Mark(4, "text"): (1, 27, 1, 29),
        Mark(5, "text"): (3, 8, 3, 11),
    }


def test_what_stands_behind_the_end_of_the_page() -> None:
    source = "<html><body><p>x</p></body></html><div><p>y</p></div>"
    assert shown(source, "p", "text") == ["x", "y"]


TAGS = [
    *("a", "b", "p", "div", "table", "tr", "td", "tbody", "li", "option", "form", "input", "title", "script", "o:p"),
    *("html", "head", "body") * 3,
]
BITS = ["text", "\n", "\r", "<!-- <a n=1> -->", "<", "&amp;", "𠮷", "<!doctype html>", "<html>", "<body>", "<title/>"]


def broken_page(chance: random.Random) -> str:
    """A page of broken markup, in which each tag (but a few) carries its own number."""
    pieces = []
    for number in range(chance.randint(1, 30)):
        kind = chance.random()
        if kind < 0.55:
            space = chance.choice([" ", "\n", "\r", "\r\n", " class='a>b'\n"])
            pieces.append(f"<{chance.choice(TAGS)}{space}n={number}{chance.choice(['', ' x', ' /', chr(10)])}>")
        elif kind < 0.8:
            pieces.append(f"</{chance.choice(TAGS)}>")
        else:
            pieces.append(chance.choice(BITS))
    return "".join(pieces)


@given(st.integers(0, 2**64))
def test_every_element_of_a_broken_page_is_found(seed: int) -> None:
    source = "<p>" + broken_page(random.Random(seed))
    elements = tree(source)
    regions = locate(source, elements, [Mark(number) for number in range(len(elements))])
    for number, element in enumerate(elements):
        if carried := str(element.get("n", "")):
            text = cut(source, regions[Mark(number)])
            assert f"n={carried}" in text.replace("|", " ").removesuffix(">").split()
            assert text.lower().startswith("<" + str(element.tag))


@given(st.text(), st.lists(st.builds(Mark, st.integers(-2, 9), st.sampled_from(["tag", "text", "@x", "?"]))))
def test_anything_is_answered(source: str, marks: list[Mark]) -> None:
    assert set(locate(source, [], marks)) == set(marks)
