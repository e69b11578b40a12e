"""URLs as text: what browsers make of them, and no exception on any string."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.site import urls
from govlint.site.urls import Url

ODD = st.text(alphabet=st.sampled_from("/\\:?#%.[]@ \t\n\x00a中xn-0９。") | st.characters(), max_size=40)


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("a/b.html?x=1#top", Url("", "", "a/b.html", "x=1", "top")),
        ("HTTP://WWW.X.gov.CN:80/a", Url("http", "www.x.gov.cn", "/a", None, "")),
        ("https://x.gov.cn:443", Url("https", "x.gov.cn", "", None, "")),
        ("http://x.gov.cn:8080/a", Url("http", "x.gov.cn:8080", "/a", None, "")),
        ("//x.gov.cn/a?", Url("", "x.gov.cn", "/a", "", "")),
        ("http:\\\\x.gov.cn\\a.html", Url("http", "x.gov.cn", "/a.html", None, "")),
        ("http:/x.gov.cn/a", Url("http", "x.gov.cn", "/a", None, "")),
        ("http://user:secret@x.gov.cn/", Url("http", "x.gov.cn", "/", None, "")),
        ("http://x.gov.cn?x=1", Url("http", "x.gov.cn", "", "x=1", "")),
        ("http://", Url("http", "", "", None, "")),
        ("http://[bad", Url("http", "[bad", "", None, "")),
        ("ftp://X.gov.cn/a", Url("ftp", "x.gov.cn", "//X.gov.cn/a", None, "")),
        ("mailto:a@x.gov.cn", Url("mailto", "", "a@x.gov.cn", None, "")),
        ("C:\\资料\\a.doc", Url("c", "", "\\资料\\a.doc", None, "")),
    ],
)
def test_split(href: str, expected: Url) -> None:
    assert urls.split(href) == expected


def test_line_breaks_and_spaces_at_the_ends_are_no_part_of_a_url() -> None:
    assert urls.tidy(" \u3000http://x.gov.cn/a\r\n\tb.html \x00") == "http://x.gov.cn/ab.html"


@pytest.mark.parametrize("href", ["javascript:;", "JavaScript :void(0)", "javascript：void(0)", "vbscript:x"])
def test_code(href: str) -> None:
    assert urls.is_script(href)


def test_a_file_called_javascript_is_no_code() -> None:
    assert not urls.is_script("javascript.html")


@pytest.mark.parametrize(
    ("base", "href", "expected"),
    [
        ("http://x.gov.cn/a/b.html?c#d", "e.html", "http://x.gov.cn/a/e.html"),
        ("http://x.gov.cn", "e.html", "http://x.gov.cn/e.html"),
        ("//x.gov.cn/a/", "/e.html", "//x.gov.cn/e.html"),
        ("/a/b.html", "?c=1", "/a/b.html?c=1"),
        ("../", "e.html", "../e.html"),
        ("b.html", "e.html", "e.html"),
        ("", "e.html", "e.html"),
        ("#", "e.html", "e.html"),
        ("javascript:;", "e.html", "e.html"),
        ("file:///C:/site/", "e.html", "e.html"),
        ("/a/", "#top", "#top"),
        ("/a/", "", ""),
        ("/a/", "http://y.cn/", "http://y.cn/"),
        ("/a/", "//y.cn/", "//y.cn/"),
        ("/a/", "mailto:a@y.cn", "mailto:a@y.cn"),
    ],
)
def test_rebase(base: str, href: str, expected: str) -> None:
    assert urls.rebase(base, href) == expected


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("www.某县.政务", "www.某县.政务"),
        ("xn--fiq228c.xn--zfr164b", "中文.政务"),
        ("ｗｗｗ．x．ｃｎ", "www.x.cn"),
        ("www.x.gov.cn.", "www.x.gov.cn"),
        ("xn--\u00e9", "xn--é"),
    ],
)
def test_hosts_are_written_one_way(written: str, host: str) -> None:
    assert urls.host_of(written) == host


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("http://eea.x.gov.cn/", "eea.x.gov.cn"),
        ("www.x.gov.cn/zwgk/index.html", "www.x.gov.cn"),
        ("网站域名", ""),
        ("####", ""),
        ("", ""),
        ("10.1.2.3:8080", "10.1.2.3:8080"),
    ],
)
def test_host_in(text: str, host: str) -> None:
    assert urls.host_in(text) == host


def test_www_makes_no_other_host_but_a_port_and_a_subdomain_do() -> None:
    own = {"www.x.gov.cn"}
    assert urls.is_own_host("x.gov.cn", own)
    assert not urls.is_own_host("x.gov.cn:8080", own)
    assert not urls.is_own_host("zwgk.x.gov.cn", own)


@pytest.mark.parametrize(
    ("encoded", "plain"),
    [
        ("%E4%B8%AD.html", "中.html"),
        ("%D6%D0.html", "中.html"),
        ("中%E6%96%87", "中文"),
        ("%81", "%81"),
        ("100%", "100%"),
        ("%zz", "%zz"),
    ],
)
def test_decode(encoded: str, plain: str) -> None:
    assert urls.decode(encoded) == plain


def test_a_doubly_encoded_name_is_tried_in_every_spelling() -> None:
    assert urls.spellings("%25E4%25B8%25AD") == ("%E4%B8%AD", "中", "%25E4%25B8%25AD")


@pytest.mark.parametrize(
    ("folder", "path", "joined"),
    [
        ("a/b/", "../c.html", "a/c.html"),
        ("a/", "./", "a/"),
        ("a/", "..", ""),
        ("", "../../c.html", "c.html"),
        ("a/", "b//c/.", "a/b/c/"),
    ],
)
def test_join(folder: str, path: str, joined: str) -> None:
    assert urls.join(folder, path) == joined


@pytest.mark.parametrize(
    ("path", "ending"), [("a/b.HTML", "html"), ("a.b/c", ""), (".htaccess", ""), ("a.tar.gz", "gz"), ("a.", "")]
)
def test_extension(path: str, ending: str) -> None:
    assert urls.extension(path) == ending


def test_half_a_surrogate_pair_does_not_raise() -> None:
    assert urls.spellings("\ud800%41") == ("\ud800A", "\ud800%41")
    assert urls.host_of("\ud800.cn") == "\ud800.cn"


@given(ODD)
def test_nothing_raises(text: str) -> None:
    url = urls.split(urls.tidy(text))
    assert url.host == url.host.lower()
    urls.host_in(text)
    urls.is_script(text)
    urls.spellings(text)
    urls.rebase(text, "a.html")
    urls.rebase("/a/", text)
    assert ".." not in urls.join("a/", text).split("/")
