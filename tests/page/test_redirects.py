"""Jumps to another page by META, in the page or written by a script."""

from __future__ import annotations

import pytest

from govlint.page.facts import Meta, Redirect
from govlint.page.redirects import meta_redirects, written_redirects


@pytest.mark.parametrize(
    ("content", "delay", "href"),
    [
        ("0;URL=./ywyw/", 0, "./ywyw/"),
        ("3; url='/a.html'", 3, "/a.html"),
        (' 0 ; URL = "b.html" x', 0, "b.html"),
        ("0,url=c.html", 0, "c.html"),
        ("5 d.html", 5, "d.html"),
        ("0.5;url=e.html", 0, "e.html"),
        (";url=f.html", 0, "f.html"),
    ],
)
def test_meta_refresh(content: str, delay: int, href: str) -> None:
    metas = [Meta("description", "0;url=no", 1), Meta("REFRESH", content, 2)]
    assert list(meta_redirects(metas)) == [Redirect(href, "meta", delay, 2)]


@pytest.mark.parametrize("content", ["", "300", "5;", "0;url=", "0;url=''"])
def test_a_refresh_without_an_address_is_no_jump(content: str) -> None:
    assert list(meta_redirects([Meta("refresh", content, 0)])) == []


def test_a_meta_that_a_script_writes() -> None:
    fragments = ["<p>x</p>", "<META content='0;URL=./a/' http-equiv=\"Refresh\">", "<meta name=a content='0;url=b'>"]
    assert list(written_redirects(fragments, 7)) == [Redirect("./a/", "meta", 0, 7)]
