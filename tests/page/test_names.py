"""Which files are pages, by name and by their first bytes."""

from __future__ import annotations

import random

import pytest

from govlint.page.names import is_binary, is_page, is_script, looks_like_html, may_be_page


@pytest.mark.parametrize("path", ["a.html", "a/B.HTM", "x.shtml", "x.xhtml", "t.html?id=3", "t.html@id=3", "首页.html"])
def test_pages_by_name(path: str) -> None:
    assert is_page(path)


@pytest.mark.parametrize("path", ["a.css", "a.js", "html", "a.html.bak", "a.doc"])
def test_other_files_are_no_pages(path: str) -> None:
    assert not is_page(path)


def test_programs_may_have_left_a_page() -> None:
    assert may_be_page("list.php?id=3")
    assert may_be_page("Item/123.aspx")
    assert looks_like_html(b"\xef\xbb\xbf\n<!DOCTYPE html>")
    assert not looks_like_html(b"<html><% Response.Write 1 %>")


def test_scripts_by_name() -> None:
    assert is_script("a.js?v=1")


def test_noise_is_binary_and_chinese_in_any_encoding_is_not() -> None:
    text = "<html><title>某市人民政府</title><body>信息公开\t\r\n</body></html>"
    assert is_binary(random.Random(1).randbytes(4096))
    assert is_binary(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x01\x02\x03\x04\x05\x06")
    assert not any(is_binary(text.encode(encoding)) for encoding in ("utf-8", "gb18030", "utf-16"))
    assert not is_binary("資訊公開".encode("big5hkscs"))
    assert not is_binary(b"")
