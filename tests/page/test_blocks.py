"""Blocks: whole texts between block tags, with their place and zone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govlint.page.blocks import all_blocks, body_blocks
from govlint.page.facts import Zone
from govlint.page.read import read_page


def blocks_of(body: str) -> list[str]:
    page = read_page("index.html", f"<html><body>{body}</body></html>".encode())
    return [block.text for block in all_blocks(page)]


def test_inline_tags_do_not_end_a_block() -> None:
    assert blocks_of("<p>办 理<b>地点</b>：<span>二 楼</span></p><p>电话</p>") == ["办理地点：二楼", "电话"]


def test_cells_and_breaks_end_a_block() -> None:
    assert blocks_of("<table><tr><th>文号</th><td>1号</td></tr></table>一<br>二") == ["文号", "1号", "一", "二"]


def test_scripts_styles_and_comments_are_not_text() -> None:
    assert blocks_of("<p>一<script>var a = '字';</script><style>p{}</style><!-- 注 -->二</p>") == ["一二"]


def test_long_text_is_kept_whole() -> None:
    assert blocks_of(f"<p>{'文' * 5000}</p>") == ["文" * 5000]


def test_the_frame_is_left_out_of_the_body() -> None:
    html = '<div class="nav"><a href="./">首页</a></div><p>正文</p><div class="footer">电话：1</div>'
    page = read_page("index.html", f"<html><body>{html}</body></html>".encode())
    assert [block.text for block in body_blocks(page)] == ["正文"]
    assert {block.zone for block in all_blocks(page)} >= {Zone.NAV, Zone.FOOTER}


def test_a_block_stands_on_its_element() -> None:
    page = read_page("index.html", "<html><body><h1>名</h1><div><p>一</p></div></body></html>".encode())
    assert [(block.text, page.elements[block.at].tag) for block in all_blocks(page)] == [("名", "h1"), ("一", "p")]


def test_text_behind_the_end_of_the_page_is_seen() -> None:
    page = read_page("index.html", "<html><body><p>一</p></body></html><p>二</p>".encode())
    assert [block.text for block in all_blocks(page)] == ["一", "二"]


@given(st.text(alphabet="<>/pdivtable spnb一二三 \n\"'=&;", max_size=200))
def test_every_place_is_an_element(text: str) -> None:
    page = read_page("index.html", text.encode())
    for block in all_blocks(page):
        assert block.text
        assert 0 <= block.at < len(page.elements)
