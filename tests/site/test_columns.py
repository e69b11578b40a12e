"""The column tree: where columns are seen, what they are called, whose children they are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from govlint.lint.settings import Settings
from govlint.site.model import Column, ColumnState, LinkRef, LinkRefs
from govlint.testing import lint_files


def _page(body: str, title: str = "某市某局", head: str = "") -> str:
    return f'<!DOCTYPE html><html lang="zh"><head><title>{title}</title>{head}</head><body>{body}</body></html>'


def _columns(files: Mapping[str, str]) -> dict[str, Column]:
    site = lint_files(files, Settings(as_of=date(2025, 2, 1))).site
    assert site is not None
    return {column.name: column for column in site.columns}


NEWS = "".join(f'<li><a href="t{n}.html">第{n}号通知公告的标题</a> <span>2025-01-1{n}</span></li>' for n in range(4))


def test_navigation_gives_names_states_and_order() -> None:
    nav = (
        '<div class="nav"><a href="index.html">首页</a><a href="b/">通知公告</a><a href="a/">政策法规</a>'
        '<a href="gone/">人事信息</a><a href="">财政信息</a><a href="http://other.gov.cn/">政务服务</a></div>'
    )
    back = '<div class="nav"><a href="../b/">通知公告</a></div>'
    columns = _columns(
        {
            "index.html": _page(nav),
            "a/index.html": _page(back + f"<ul>{NEWS}</ul>", "政策法规"),
            "b/index.html": _page(back + f"<ul>{NEWS}</ul>", "通知公告"),
        }
    )
    assert list(columns)[:2] == ["通知公告", "政策法规"]
    assert "首页" not in columns
    assert columns["人事信息"].state is ColumnState.MISSING
    assert columns["财政信息"].state is ColumnState.UNLINKED
    assert columns["政务服务"].state is ColumnState.EXTERNAL
    assert columns["通知公告"].newest == date(2025, 1, 13)
    assert len(columns["通知公告"].items) == 4


def test_redirect_stubs_are_aliases() -> None:
    stub = '<meta http-equiv="Refresh" content="0;URL=./first/">'
    columns = _columns(
        {
            "index.html": _page('<div class="nav"><a href="zwgk/">政务公开</a></div>'),
            "zwgk/index.html": stub,
            "zwgk/first/index.html": _page(f"<ul>{NEWS}</ul>", "政务公开"),
        }
    )
    assert columns["政务公开"].path == "zwgk/first/index.html"
    assert columns["政务公开"].stubs == ("zwgk/index.html",)


def test_a_breadcrumb_gives_parents() -> None:
    crumb = (
        '<div class="position">当前位置：<a href="/index.html">首页</a> &gt; '
        '<a href="/zwgk/index.html">政务公开</a> &gt; '
        '<a href="/zwgk/ndbg/index.html">年度报告</a></div>'
    )
    columns = _columns(
        {
            "index.html": _page('<div class="nav"><a href="zwgk/index.html">政务公开</a></div>'),
            "zwgk/index.html": _page(f"<ul>{NEWS}</ul>", "政务公开"),
            "zwgk/ndbg/index.html": _page(crumb + f"<ul>{NEWS}</ul>", "年度报告"),
            "zwgk/ndbg/t1.html": _page(crumb + "<p>二〇二四年度报告正文，本年度主动公开信息若干条。</p>", "报告"),
        }
    )
    assert columns["年度报告"].parent == columns["政务公开"].path
    assert "disclosure-report" in columns["年度报告"].concepts


def test_further_pages_belong_to_the_first() -> None:
    more = NEWS.replace("2025-01", "2024-11").replace("第", "补")
    columns = _columns(
        {
            "index.html": _page('<div class="nav"><a href="tz/index.html">通知公告</a></div>'),
            "tz/index.html": _page(f'<ul>{NEWS}</ul><a href="index_1.html">下一页</a>', "通知公告"),
            "tz/index_1.html": _page(f'<ul>{more}</ul><a href="index.html">上一页</a>', "通知公告"),
        }
    )
    assert columns["通知公告"].pages == ("tz/index_1.html",)
    assert len(columns["通知公告"].items) == 8


def test_false_friends_are_not_the_column() -> None:
    nav = '<div class="nav"><a href="a/index.html">办事指南</a><a href="b/index.html">领导信箱</a></div>'
    columns = _columns(
        {
            "index.html": _page(nav),
            "a/index.html": _page(f"<ul>{NEWS}</ul>", "办事指南"),
            "b/index.html": _page(f"<ul>{NEWS}</ul>", "领导信箱"),
        }
    )
    assert "disclosure-guide" not in columns["办事指南"].concepts
    assert "leaders" not in columns["领导信箱"].concepts


def test_a_query_leads_from_each_page_to_that_page() -> None:
    menu = '<div class="nav"><a href="?all=1">通知公告</a></div>'
    pages = {f"{name}.html": _page(f"{menu}<ul>{NEWS}</ul>") for name in ("a", "b", "c")}
    site = lint_files({"index.html": _page('<a href="a.html">x</a>'), **pages}, Settings()).site
    assert site is not None
    assert {column.path: list(column.links) for column in site.columns} == {path: [LinkRef(path, 0)] for path in pages}


def test_a_column_tells_all_links_to_it() -> None:
    nav = '<div class="nav"><a href="index.html">首页</a><a href="b.html">通知公告</a></div>'
    column = _columns({f"{name}.html": _page(nav) for name in ("index", "a", "b")})["通知公告"]
    refs = [LinkRef(path, 1) for path in ("a.html", "b.html", "index.html")]
    assert list(column.links) == refs
    assert [column.links[0], *column.links[1:]] == refs
    assert isinstance(column.links, LinkRefs)
    assert [column.links.on(path) for path in ("b.html", "gone.html")] == [[1], []]
