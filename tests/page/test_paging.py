"""What a page says of its own paging."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.page.facts import Link, Paging, Zone
from govlint.page.paging import find_paging


def links(*pairs: tuple[str, str], zone: Zone = Zone.MAIN) -> list[Link]:
    """Return links with the texts and addresses of *pairs*, at the elements 10, 11, …"""
    return [Link("a", "href", href, text, 10 + number, zone) for number, (text, href) in enumerate(pairs)]


@pytest.mark.parametrize(
    ("script", "pages", "current"),
    [
        ('createPageHTML(7, 0, "index", "html")', 7, 0),
        ('createPageHTML(1, 0, "index", "html")', 1, 0),
        ('var count = 7; var now = 2;\ncreatePageHTML(count, now, "index", "html");', 7, 2),
        ('<!--\ncreatePageHTML(7, 0, "index", "html")\n//-->', 7, 0),
        ('createPageHTML("box", 3, 1, "index", "html", 55)', 3, 1),
        ("Pager({size:16, current:0, prefix:'index', suffix:'html', visible:5})", 16, 0),
    ],
)
def test_scripts_that_write_the_links(script: str, pages: int, current: int) -> None:
    source = f"<div><script>{script}</script></div>"
    assert find_paging(source, [], "x/index.html") == Paging("script", pages, None, "index", "html", current, 0)


@pytest.mark.parametrize(
    "source",
    [
        '<!-- <script>createPageHTML(7, 0, "index", "html")</script> -->',
        '<script>// createPageHTML(7, 0, "index", "html")</script>',
        "<script>function createPageHTML(_count, _now, _name, _ext) { write('下一页 共3页') }</script>",
        '<script>createPageHTML(unknown, 0, "index", "html")</script>',
        "<p>全书共300页，第1页/共3页，共12条</p>",
        "<!-- 共 12 条 第1页/共3页 下一页 -->",
        "<p>首页</p>",
    ],
)
def test_no_paging(source: str) -> None:
    assert find_paging(source, [], "x/index.html") is None


@pytest.mark.parametrize(
    ("source", "pages", "items", "current"),
    [
        ("<a>首页</a><a>下一页</a><a>共 0 条 当前第 1 / 1 页</a>", 1, 0, 0),
        ("<a>上一页</a> 共 1630 条 当前第 9 / 163 页", 163, 1630, 8),
        ("第<b>1</b>页/共<b>3</b>页 <a>下一页</a>", 3, None, 0),
        ("<div>当前第1页&nbsp;&nbsp;共26页</div>", 26, None, 0),
        ("共37条&nbsp;&nbsp;2/3&nbsp; 首页 上页 下页 尾页", 3, 37, 1),
        ('<a title="Total record">&nbsp;<b>852</b> </a> <a>下一页</a>', None, 852, 0),
        ("<i>共8条记录</i> 每页15条 下一页", None, 8, 0),
    ],
)
def test_words(source: str, pages: int | None, items: int | None, current: int) -> None:
    assert find_paging(source, [], "x/index.html") == Paging("text", pages, items, "", "", current, 0)


@pytest.mark.parametrize(
    ("pairs", "path", "pages", "current"),
    [
        ((("2", "index_2.html"), ("下一页", "index_2.html"), ("尾页", "index_57.html")), "x/index.html", 57, 0),
        ((("1", "index.html"), ("7", "index_7.html"), ("尾页", "index_57.html")), "x/index_8.html", 57, 7),
        ((("2", "index_1.html"), ("下一页", "index_1.html"), ("尾页", "index_6.html")), "x/index.html", 7, 0),
        ((("下一页", "index_1.html"), ("尾页", "index_6.html")), "x/index.html", 7, 0),
        ((("2", "tzgg/8.htm"), ("3", "tzgg/7.htm"), ("尾页", "tzgg/1.htm")), "tzgg.htm", 9, 0),
        ((("1", "../tzgg.htm"), ("2", "8.htm"), ("4", "6.htm"), ("下页", "6.htm")), "tzgg/7.htm", 9, 2),
        ((("2", "tzgg/1.htm"), ("下页", "tzgg/1.htm"), ("尾页", "tzgg/1.htm")), "tzgg.htm", 2, 0),
        ((("2", "Index_2.aspx"), ("3", "Index_3.aspx"), ("尾页", "Index_12.aspx")), "Item/Index.aspx", 12, 0),
        ((("2", "123_2.html"), ("下一页", "123_2.html")), "channels/123.html", 2, 0),
        ((("2", "list.jsp?page=2"), ("3", "list.jsp?page=3"), ("下一页", "list.jsp?page=2")), "list.html", 3, 0),
        ((("上一页", "index_2.html"), ("首页", "index.html")), "x/index_3.html", 3, 2),
        ((("下一页", "javascript:;"), ("尾页", "javascript:;")), "x/index.html", None, 0),
    ],
)
def test_links(pairs: tuple[tuple[str, str], ...], path: str, pages: int | None, current: int) -> None:
    found = find_paging("", links(*pairs), path)
    first = next(number for number, (text, _) in enumerate(pairs) if not text.isdecimal() and text != "首页")
    assert found == Paging("links", pages, None, "", "", current, 10 + first)


def test_words_and_links_complete_each_other() -> None:
    found = find_paging(
        "共 852 条 <a>下一页</a>", links(("下一页", "index_2.html"), ("尾页", "index_57.html")), "index.html"
    )
    assert found == Paging("text", 57, 852, "", "", 0, 10)


def test_other_links_are_no_paging() -> None:
    assert find_paging("", links(("首页", "/"), ("2", "/2020.html"), ("要闻", "/yw/")), "index.html") is None
    assert find_paging("", links(("下一页", "index_2.html"), zone=Zone.HEADER), "index.html") is None


@given(
    st.text(alphabet="共第页条下一尾1/<>! -", max_size=60),
    st.lists(st.tuples(st.text("下一页尾12"), st.text("a_/.1html")), max_size=4),
)
def test_any_page_is_read(source: str, pairs: list[tuple[str, str]]) -> None:
    found = find_paging(source, links(*pairs), "x/index_1.html")
    assert found is None or found.current >= 0
