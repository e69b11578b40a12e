"""What a text says to the letter, and whether a published text is it with something put into its holes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.page.literals import Piece, fold_space, parts_of, pieces
from govlint.page.masking import INERT


def _cut(text: str, *tags: str) -> list[tuple[str, ...]]:
    spans = [found.span() for tag in tags for found in re.finditer(re.escape(tag), text)]
    return [piece.parts for piece in pieces(text, sorted(spans))]


@pytest.mark.parametrize(
    ("text", "tags", "found"),
    [
        ("<p>通知\n  公告</p>", (), [("<p>",), ("通知",), ("公告",), ("</p>",)]),
        ('<a  href="x"\n title="y">', (), [('<a href="x" title="y">',)]),
        ('<a href="${u}" title="y">${t}</a>', ("${u}", "${t}"), [('<a href="', '" title="y">'), ("", ""), ("</a>",)]),
        ("共 ${n} 条 ${a}${b}", ("${n}", "${a}", "${b}"), [("共 ", " 条 ", "")]),
        ("<#if a < b><b>", ("<#if a < b>",), [("", ""), ("<b>",)]),
    ],
)
def test_tags_and_lines_are_pieces(text: str, tags: tuple[str, ...], found: list[tuple[str, ...]]) -> None:
    assert _cut(text, *tags) == found


def test_offsets_are_those_of_the_text() -> None:
    text = "  <p>\n\t 通知 ${a}\n</p>"
    spans = [(text.index("${a}"), text.index("${a}") + 4)]
    assert [text[piece.start : piece.end] for piece in pieces(text, spans)] == ["<p>", "通知 ${a}", "</p>"]


@given(st.text(alphabet='ab >/"\n' + INERT), st.text(alphabet='ab >"', max_size=12))
def test_fitting_is_what_a_pattern_with_holes_says(template: str, text: str) -> None:
    parts = parts_of(fold_space(template))
    pattern = ".*".join(map(re.escape, parts))
    assert Piece(0, 0, parts).fits(text) == (re.fullmatch(pattern, text) is not None)


def test_a_text_fits_itself_however_its_holes_are_filled() -> None:
    piece = Piece(0, 0, parts_of(f'<a href="{INERT}/list.jsp?id={INERT}">'))
    assert piece.fits('<a href="/gov/list.jsp?id=3">')
    assert piece.fits('<a href="/list.jsp?id=">')
    assert not piece.fits('<a href="/gov/list.jsp?id=3" title="x">')
    assert not piece.fits('<a href="/list.jsp" title="x/list.jsp?id=3">')
    attribute = Piece(0, 0, parts_of(f'<a href="/x" {INERT}>'))
    assert attribute.fits('<a href="/x" title="y">')


def test_looks_and_names_of_tags_weigh_nothing() -> None:
    def weight(text: str) -> int:
        return Piece(0, 0, (text,)).weight

    assert weight('<p style="text-align: center" align=center>') == 0
    assert weight('<div class="footer">') == len("classfooter")
    assert weight("版权所有") == 12
