"""Which stored pages continue a list, in the ways of several systems."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from govlint.page.facts import Paging
from govlint.site.further import further_pages

PAGING = Paging("links", None, None, "", "", 0, 0)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("tzgg/index.html", "tzgg/index_1.html"),
        ("tzgg.htm", "tzgg/2.htm"),
        ("zx/Index.aspx", "zx/Index_3.aspx"),
        ("channels/18287.html", "channels/18287_5.html"),
        ("list.html", "list-2.html"),
    ],
)
def test_names_of_further_pages(site: Callable[..., Any], page: Callable[..., Any], first: str, second: str) -> None:
    assert further_pages(site(page(first), page(second))) == {second: first}


def test_a_number_without_a_first_page_is_no_further_page(site: Callable[..., Any], page: Callable[..., Any]) -> None:
    assert further_pages(site(page("a/news_2.html"), page("a/other.html"))) == {}


def test_links_that_turn_pages_join_addresses_that_differ_in_numbers(
    site: Callable[..., Any], page: Callable[..., Any], link: Callable[..., Any]
) -> None:
    pages = [
        page(
            f"list_12_{number}.html", [link(f"list_12_{other}.html", str(other)) for other in (1, 2, 3)], paging=PAGING
        )
        for number in (1, 2, 3)
    ]
    assert further_pages(site(*pages)) == {"list_12_2.html": "list_12_1.html", "list_12_3.html": "list_12_1.html"}


def test_a_link_to_another_column_turns_no_page(
    site: Callable[..., Any], page: Callable[..., Any], link: Callable[..., Any]
) -> None:
    pages = [page("a/list.html", [link("../b/list.html", "2")], paging=PAGING), page("b/list.html", paging=PAGING)]
    assert further_pages(site(*pages)) == {}


def test_turning_pages_in_a_circle_comes_to_an_end(
    site: Callable[..., Any], page: Callable[..., Any], link: Callable[..., Any]
) -> None:
    pages = [
        page("l1.html", [link("l2.html", "下一页")], paging=PAGING),
        page("l2.html", [link("l1.html", "下一页")], paging=PAGING),
    ]
    assert further_pages(site(*pages)) == {"l2.html": "l1.html"}
