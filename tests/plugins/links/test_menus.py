"""Which entries of a menu lead nowhere."""

from __future__ import annotations

from datetime import date

import pytest
from govlint.plugins.links.dead_navigation_link import dead_navigation_link

from govlint.finding import Finding, Verdict
from govlint.lint.context import Context
from tests.plugins.links.small_site import site_of

LIVE = "".join(
    f'<li><a href="/{number}.html">{name}</a></li>' for number, name in enumerate(("政务公开", "办事服务", "互动交流"))
)


def found(entry: str, *, menu: str = "nav", script: str = "", others: str = "") -> list[Finding]:
    home = f'<html><body><div class="{menu}"><ul>{LIVE}{entry}</ul></div><script>{script}</script></body></html>'
    site = site_of({"index.html": home, **({"a.html": others} if others else {})})
    return list(dead_navigation_link.check(site, Context(date(2021, 1, 1))))


@pytest.mark.parametrize(
    "href", ["", "#", "javascript:;", "javascript:void(0)", "javascript:void(0);", "JavaScript: ;"]
)
def test_addresses_that_lead_nowhere(href: str) -> None:
    (finding,) = found(f'<li><a href="{href}">专题专栏</a></li>')
    assert finding.verdict is Verdict.FAIL


@pytest.mark.parametrize(
    "entry",
    [
        '<li><a href="#" onclick="go()">专题专栏</a></li>',
        '<li onmouseover="open(1)"><a href="#">专题专栏</a></li>',
        '<li><a href="#" data-toggle="tab">专题专栏</a></li>',
        '<li><a href="#">专题专栏</a><ul><li><a href="/4.html">扶贫</a></li></ul></li>',
        '<li><a href="#">专题专栏</a><div class="sub"><a href="/4.html">扶贫</a></div></li>',
        '<li class="tab1"><a href="#">专题专栏</a></li>',
        '<li><a href="#">网站首页</a></li>',
        '<li><a href="#">设为首页</a></li>',
        '<li><a href="#">More</a></li>',
        '<li><a href="#one">专题专栏</a></li>',
    ],
)
def test_entries_with_a_use(entry: str) -> None:
    assert not found(entry)


def test_an_entry_that_a_script_names_is_left_to_a_person() -> None:
    (finding,) = found(
        '<li id="zt"><a href="#">专题专栏</a></li>', script="$('#zt').click(function(){open('/z.html')})"
    )
    assert finding.verdict is Verdict.REVIEW


def test_the_entry_of_the_page_one_is_on_may_be_empty() -> None:
    others = '<html><body><div class="nav"><ul><li><a href="/z.html">专题专栏</a></li></ul></div></body></html>'
    assert not found('<li><a href="">专题专栏</a></li>', others=others)


def test_many_are_one_review() -> None:
    entries = "".join(
        f'<li><a href="javascript:;">{name}</a></li>' for name in ("甲栏目", "乙栏目", "丙栏目", "丁栏目", "戊栏目")
    )
    (finding,) = found(entries)
    assert finding.verdict is Verdict.REVIEW
    assert dict(finding.properties)["entries"] == 5
