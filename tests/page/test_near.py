"""One element found on its line: the tag that an alignment of the whole page gives, or none."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from govlint.page.align import FLOATING, align
from govlint.page.near import NearTags
from govlint.page.tags import start_tags

NAMES = ["p", "a", "p", "div", "html", "head", "body", "title", "script", "style"]
BITS = [" text ", "\n", "\n", "\r", "<!-- <p>", "-->", "'", '"', "<", ">", "</p>", "</script>", "</title>", "</html>"]


def tree(source: str) -> list[etree._Element]:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_blank_text=False)
    root = etree.fromstring(source.encode(), parser)
    tops = [top for top in (root, *root.itersiblings()) if isinstance(top.tag, str)]
    return [element for top in tops for element in top.iter(etree.Element)]


def found(source: str) -> list[str | None]:
    """What is found of each element but the floating ones, None for what an alignment is to tell."""
    elements = tree(source)
    solid = [number for number, element in enumerate(elements) if element.tag not in FLOATING]
    near = NearTags(source, elements)
    tags = [near.of(number) for number in solid]
    return [tag and source[tag.start : tag.end] for tag in tags]


def test_every_solid_element_of_a_sound_page_is_found() -> None:
    source = "<html>\n<head><title>a\n<p></title></head>\n<body><p\nn=1>\n<!--\n<p n=1> --><p n=2><p n=3>\n<br></body>"
    assert found(source) == ["<title>", "<p\nn=1>", "<p n=2>", "<p n=3>", "<br>"]


def test_floating_elements_are_left_to_the_alignment() -> None:
    source = "<html><head></head><body>"
    near = NearTags(source, tree(source))
    assert [near.of(number) for number in range(3)] == [None] * 3


def test_a_tag_that_says_something_else_is_not_taken() -> None:
    near = NearTags("<p n=1>\n<p n=3>", tree("<p n=1>\n<p n=2>"))
    assert [near.of(number) for number in (2, 3)] == [next(start_tags("<p n=1>")), None]


def test_what_stands_far_into_a_line_is_left_to_the_alignment() -> None:
    tags = found("<p>" * 400)
    assert tags[:100] == ["<p>"] * 100
    assert tags[200:] == [None] * 200


def test_past_the_last_line_that_the_tree_tells_nothing_is_found() -> None:
    source = "<p>" + "\n" * 70_000 + "<p>"
    assert found(source) == ["<p>", None]


@given(st.integers(0, 2**64))
def test_what_is_found_is_what_the_alignment_gives(seed: int) -> None:
    chance = random.Random(seed)
    pieces = [
        f"<{chance.choice(NAMES)}{chance.choice([' ', chr(10), ' t=' + chr(34) + chr(10)])}n={chance.randint(1, 3)}>"
        if chance.random() < 0.6
        else chance.choice(BITS)
        for _ in range(chance.randint(1, 30))
    ]
    source = "<p>" + "".join(pieces)
    elements = tree(source)
    aligned = align(source, elements, list(start_tags(source)))
    near = NearTags(source, elements)
    numbers = list(range(len(elements)))
    for order in (numbers, chance.sample(numbers, len(numbers))):
        assert all(near.of(number) in (None, aligned[number]) for number in order)
