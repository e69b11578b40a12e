"""Masking: same length, same line ends, never raises; and filler that keeps the page as it is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govlint.page.lexing import lexer_of
from govlint.page.masking import INERT, Place, mask_with_places
from govlint.page.parse import parse
from govlint.page.prepare import prepare
from govlint.page.template import Emits, Kind, declared
from govlint.registry import load_registry

_PIECES = st.sampled_from(
    [*"<>\"'=/ \r\n{}[]()#$%@!-?", "<a href=", "<!--", "-->", "<script>", "</script>", "<title>", "${", "<%", "%>",
     "<#", "{dede:", "<TRS_X ", "{{", "[field:", "#if(", "#end", "{pc:", "<stl:a", "<?php", "[#list ", "中",
     "\U0001f600", "x"]
)  # fmt: skip
_TEXTS = st.lists(_PIECES, max_size=60).map("".join) | st.text(max_size=200)


def _line_ends(text: str) -> list[int]:
    return [found.start() for found in re.finditer(r"[\r\n]", text)]


@given(_TEXTS)
def test_masking_with_every_dialect_keeps_length_and_lines(text: str) -> None:
    prepared = prepare(text, load_registry().dialects)
    assert len(prepared.markup) == len(text)
    assert _line_ends(prepared.markup) == _line_ends(text)


@pytest.mark.parametrize("dialect", [dialect.name for dialect in load_registry().dialects])
def test_masking_with_each_dialect_keeps_length_and_lines_and_gives_every_tag_its_place(dialect: str) -> None:
    alone = [each for each in load_registry().dialects if each.name == dialect]
    hints = st.sampled_from([*alone[0].hints, "{/", "</", "/>", "}", "%>", "-->", "]", "name='a", "'", "\n", "<p", ">"])

    @settings(max_examples=40, deadline=None)
    @given(_TEXTS | st.lists(hints | _PIECES, max_size=40).map("".join))
    def holds(text: str) -> None:
        prepared = prepare(text, alone)
        assert len(prepared.markup) == len(text)
        assert _line_ends(prepared.markup) == _line_ends(text)
        assert all(0 <= slot.span[0] <= slot.span[1] <= len(text) for slot in prepared.slots)

    holds()


@given(_TEXTS, st.lists(st.integers(0, 200), max_size=10))
def test_masking_any_spans_keeps_length_and_lines(text: str, cuts: list[int]) -> None:
    edges = sorted({min(cut, len(text)) for cut in cuts})
    spans = list(zip(edges[::2], edges[1::2], strict=False))
    masked, places = mask_with_places(text, spans)
    assert len(masked) == len(text)
    assert _line_ends(masked) == _line_ends(text)
    assert len(places) == len(spans)


@given(_TEXTS)
def test_tags_come_in_order_and_apart(text: str) -> None:
    end = 0
    for tag in lexer_of(tuple(load_registry().dialects)).tags(text):
        assert end <= tag.start <= tag.end <= len(text)
        end = tag.end


@given(_TEXTS)
def test_what_is_not_masked_stands_where_it_stood(text: str) -> None:
    prepared = prepare(text, load_registry().dialects)
    hidden = {at for tag in prepared.tags for at in range(tag.start, tag.end)}
    assert all(prepared.markup[at] == text[at] for at in range(len(text)) if at not in hidden)


def _masked(text: str) -> str:
    return mask_with_places(text, [found.span() for found in re.finditer(r"\[\[.*?\]\]", text, re.DOTALL)])[0]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("a[[x]]b", "a     b"),
        ('<a href="[[x]]">', f'<a href="{INERT * 5}">'),
        ('<a href="/c/[["x"]].html">', f'<a href="/c/{INERT * 7}.html">'),
        ("<a href=[[x]]>", f"<a href={INERT * 5}>"),
        ("<a [[x]] href=b>", "<a       href=b>"),
        ("<[[x]] a=b>", "<xxxxx a=b>"),
        ("<script>a[[x]]</script>", "<script>a     </script>"),
        ("<script src='[[x]]'></script>", f"<script src='{INERT * 5}'></script>"),
        ("<title>[[x]]</title>", f"<title>{INERT * 5}</title>"),
        ("<!-- [[x]] -->", "<!--       -->"),
        ("a[[x\r\ny]]b", "a   \r\n   b"),
        ("<a title='[[\n]]'>", f"<a title='{INERT * 2}\n{INERT * 2}'>"),
    ],
)
def test_the_filler_depends_on_the_place(text: str, masked: str) -> None:
    assert _masked(text) == masked


def test_places() -> None:
    text = "[[a]]<title>[[b]]</title><a href='[[c]]' [[d]]>[[e]]</a><script>[[f]]</script><!--[[g]]-->"
    spans = [found.span() for found in re.finditer(r"\[\[.*?\]\]", text)]
    assert mask_with_places(text, spans)[1] == [
        Place.TEXT, Place.TITLE, Place.VALUE, Place.TAG, Place.TEXT, Place.RAW, Place.COMMENT,
    ]  # fmt: skip


def test_a_self_closed_tag_no_longer_swallows_the_page() -> None:
    text = '<ul><stl:content type="Title"/><li id="last">b</li></ul>'
    prepared = prepare(text, [each for each in load_registry().dialects if each.name == "siteserver"])
    tree = parse(prepared.markup)
    (item,) = tree.tops[0].iter("li")
    assert (item.getparent().tag, item.get("id")) == ("ul", "last")


def test_declared_delimiters_may_emit_anything() -> None:
    prepared = prepare("<p><<x>></p>", [declared((("<<", ">>"),))])
    assert prepared.markup == "<p>     </p>"
    assert [(slot.kind, slot.emits) for slot in prepared.slots] == [(Kind.CODE, Emits.ANY)]


@pytest.mark.parametrize(
    "opening", ["{pc:x ", "<%", "<TRS_X a='", "${a(", "<#list ", "[#if ", "{{", "<title>", "<!--", "<?php "]
)
def test_unfinished_tags_by_the_ten_thousand_are_no_trouble(opening: str) -> None:
    text = opening * 20_000
    assert len(prepare(text, load_registry().dialects).markup) == len(text)
