"""Alignment of the tree with the source, also where a tokeniser and libxml2 do not agree."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from govlint.page.align import align
from govlint.page.tags import StartTag, start_tags


def tree(source: str) -> list[etree._Element]:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_blank_text=False)
    root = etree.fromstring(source.encode(), parser)
    tops = [top for top in (root, *root.itersiblings()) if isinstance(top.tag, str)]
    return [element for top in tops for element in top.iter(etree.Element)]


def numbers(source: str, elements: list[etree._Element], tags: list[StartTag]) -> list[tuple[str | None, str | None]]:
    """The number each element carries, beside that of the tag it was given."""
    found = align(source, elements, tags)
    written = [tag and source[tag.start : tag.end].partition("n=")[2].rstrip(">") for tag in found]
    return [(element.get("n"), number or None) for element, number in zip(elements, written, strict=True)]


def test_implied_elements_have_no_tag() -> None:
    source = "text<p n=1>"
    assert numbers(source, tree(source), list(start_tags(source))) == [(None, None), (None, None), ("1", "1")]


def test_a_second_body_is_passed_over() -> None:
    source = "<html n=1><body n=2><p n=3></p><html n=4><body n=5><p n=6>"
    assert numbers(source, tree(source), list(start_tags(source))) == [(n, n) for n in ("1", "2", "3", "6")]


def test_what_stands_behind_the_end_has_a_root_of_its_own() -> None:
    source = "<html n=1><body n=2></body></html><div n=3></div><html n=4></html><html n=5><body n=6><p n=7>"
    found = numbers(source, tree(source), list(start_tags(source)))
    assert [pair for pair in found if pair[0]] == [(n, n) for n in "12367"]
    assert all(carried == written for carried, written in found)


def test_values_tell_a_real_head_from_a_dropped_one() -> None:
    source = "<head n=1><html><head n=2><p n=3>"
    assert numbers(source, tree(source), list(start_tags(source))) == [
        (None, None),
        ("1", "1"),
        (None, None),
        ("3", "3"),
    ]


def test_a_tree_cut_short_is_no_matter() -> None:
    source = "".join(f"<p n={number}></p>" for number in range(50))
    elements = tree(source)[:20]
    assert all(carried == written for carried, written in numbers(source, elements, list(start_tags(source))))


@given(st.integers(0, 2**64))
def test_a_tokeniser_that_disagrees_is_caught_up_with(seed: int) -> None:
    chance = random.Random(seed)
    names = ["p", "a", "div", "span", "li", "h1", "br"]
    source = "\n".join("".join(f"<{chance.choice(names)} n={line}-{i}>" for i in range(5)) for line in range(60))
    elements, tags = tree(source), list(start_tags(source))
    del elements[chance.randrange(20, 100)]
    del tags[chance.randrange(150, 250)]
    wrong = [pair for pair in numbers(source, elements, tags) if pair[0] != pair[1]]
    assert len(wrong) <= 12


def test_a_tree_of_another_page_is_answered() -> None:
    elements = tree("<ul>" + "<li>" * 300)
    source = "<ol><b>" * 300 + "<li>"
    assert len(align(source, elements, list(start_tags(source)))) == len(elements)
    assert align("", elements, []) == [None] * len(elements)
