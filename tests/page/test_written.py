"""Links that scripts write."""

from __future__ import annotations

import pytest

from govlint.page.facts import Link, Zone
from govlint.page.written import written_links


def links(*fragments: str) -> list[tuple[str, str]]:
    return [(link.href, link.text) for link in written_links(fragments, 3, Zone.NAV)]


def test_a_side_menu() -> None:
    assert list(written_links(['<li class="on"><a href="../rsxx/">人事信息</a></li>'], 3, Zone.NAV)) == [
        Link("a", "script", "../rsxx/", "人事信息", 3, Zone.NAV)
    ]


def test_quotes_of_every_kind_and_markup_in_the_text() -> None:
    html = "<a target=x href='a.html' class=b>甲<b>乙</b>&nbsp;丙</a><A HREF=b.html>丁<a href=\"c.xls?x=1&amp;y=2\">戊"
    assert links(html) == [("a.html", "甲乙 丙"), ("b.html", "丁"), ("c.xls?x=1&y=2", "戊")]


def test_fragments_follow_on_each_other() -> None:
    assert links("<a href='", "x.html'>文", "</a>") == [("x.html", "文")]


@pytest.mark.parametrize("href", ["", "..//", "./.html", "list?id=", "list?id=&page=1"])
def test_an_address_with_a_hole_is_left_out(href: str) -> None:
    assert links(f'<a href="{href}">文</a><a href="ok.html">好</a>') == [("ok.html", "好")]


def test_what_is_no_link() -> None:
    assert links("<abbr href=x>a</abbr>", "<a name=x>b</a>", "a href=c", "<a href") == []
