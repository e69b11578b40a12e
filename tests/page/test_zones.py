"""Zones: what tags, class names and place tell, and where they do not."""

from __future__ import annotations

import pytest

from govlint.page.facts import Zone
from govlint.page.footer import mark_footer
from govlint.page.parse import parse
from govlint.page.walk import walk


def zones(html: str) -> dict[str, Zone]:
    """The zone of each text run and link, by its text."""
    tree = parse(f"<html><body>{html}</body></html>")
    draft = walk(tree.tops, tree.text)
    mark_footer(draft)
    assert all(draft.links[run.link].zone is run.zone for run in draft.runs if run.link >= 0)
    return {run.text: run.zone for run in draft.runs}


def test_landmark_tags() -> None:
    html = "<header>甲<nav>乙</nav></header><main>丙<aside>丁</aside></main><footer>戊</footer>"
    assert list(zones(html).values()) == [Zone.HEADER, Zone.NAV, Zone.MAIN, Zone.ASIDE, Zone.FOOTER]


@pytest.mark.parametrize(
    ("attributes", "zone"),
    [
        ("class=header", Zone.HEADER),
        ("class='w1200 page-header clearfix'", Zone.HEADER),
        ("id=headBox", Zone.HEADER),
        ("class=top", Zone.HEADER),
        ("class=nav_bj", Zone.NAV),
        ("class=mainnav", Zone.NAV),
        ("id=menu", Zone.NAV),
        ("class=sideBar", Zone.ASIDE),
        ("class=left-nav", Zone.ASIDE),
        ("class=footer_con", Zone.FOOTER),
        ("class=copyright", Zone.FOOTER),
        ("id=bottom", Zone.FOOTER),
    ],
)
def test_names_that_tell(attributes: str, zone: Zone) -> None:
    assert zones(f"<div {attributes}>文</div>") == {"文": zone}


@pytest.mark.parametrize(
    "attributes",
    [
        "class=news_top",
        "class=left",
        "class=right",
        "class=headline",
        "class=tab-menu-list",
        "class=article-footer",
        "class=x",
    ],
)
def test_names_that_do_not(attributes: str) -> None:
    assert zones(f"<div {attributes}>文</div>") == {"文": Zone.OTHER}


def test_main_content_needs_a_header_before_it_else_it_is_a_wrapper() -> None:
    assert zones("<div class=main>文</div>") == {"文": Zone.OTHER}
    assert zones("<div class=header>头</div><div class=main>文</div>")["文"] is Zone.MAIN
    html = "<div class=main><div class=header>头</div><div class=content>文</div><div class=footer>尾</div></div>"
    assert zones(html) == {"头": Zone.HEADER, "文": Zone.MAIN, "尾": Zone.FOOTER}


def test_a_header_behind_the_beginning_of_content_is_the_head_of_a_block() -> None:
    html = (
        "<div class=top>头</div><div class=main><div class=header>块</div></div><div><div class=header>再</div></div>"
    )
    assert zones(html) == {"头": Zone.HEADER, "块": Zone.MAIN, "再": Zone.OTHER}


def test_a_header_that_is_not_closed_ends_where_main_content_begins() -> None:
    html = "<div class=header>头<div class=content>内</div><div class=main>文</div>"
    assert zones(html) == {"头": Zone.HEADER, "内": Zone.HEADER, "文": Zone.MAIN}


def test_menus_within_side_columns_and_footers_belong_to_them() -> None:
    html = "<div class=sidebar><ul class=menu><li>甲</ul></div><div class=footer><ul class=nav><li>乙</ul></div>"
    assert zones(html) == {"甲": Zone.ASIDE, "乙": Zone.FOOTER}


LAST = "<div class=x><p>版权所有：某局</p><p>网站标识码：1234567890</p></div><script>var a</script>"


def test_a_last_block_that_speaks_like_a_footer_is_one() -> None:
    found = zones("<div>" + "<p>文章</p>" * 9 + "</div>" + LAST)
    assert found["版权所有：某局"] is found["网站标识码：1234567890"] is Zone.FOOTER
    assert found["文章"] is Zone.OTHER


@pytest.mark.parametrize(
    "html",
    [
        LAST + "<p>文章</p>" * 20,
        "<p>技术支持的文章</p>" + "<p>文章</p>" * 20,
        "<div>" + "<p>" + "字" * 500 + "</p><p>版权所有</p>" + "<p>" + "字" * 500 + "</p>" * 5 + "</div>",
    ],
)
def test_other_blocks_are_not(html: str) -> None:
    assert Zone.FOOTER not in zones(html).values()


def test_a_page_with_a_named_footer_gets_no_other() -> None:
    assert zones("<p>甲</p><p>版权所有</p><div class=footer>乙</div>")["版权所有"] is Zone.OTHER
