"""Bodies as stored, under headers that are true and under headers that lie."""

import gzip
import zlib

import pytest
from govlint.plugins.archives.addresses import path_of
from govlint.plugins.archives.http import Headers, body
from hypothesis import given
from hypothesis import strategies as st

from govlint.source.model import ReadError

PAGE = b"<!DOCTYPE html><title>1</title>" * 50
MOST = 1 << 20
RAW_DEFLATE = zlib.compressobj(9, zlib.DEFLATED, -15)
DEFLATED = RAW_DEFLATE.compress(PAGE) + RAW_DEFLATE.flush()


def in_chunks(data: bytes, size: int = 400) -> bytes:
    parts = [data[at : at + size] for at in range(0, len(data), size)]
    return b"".join(b"%X;x=1\r\n%b\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("stored", "headers"),
    [
        (PAGE, Headers()),
        (in_chunks(PAGE), Headers(chunked=True)),
        (PAGE, Headers(chunked=True)),
        (gzip.compress(PAGE, mtime=0), Headers(codings=("gzip",))),
        (in_chunks(gzip.compress(PAGE, mtime=0)), Headers(chunked=True, codings=("x-gzip",))),
        (PAGE, Headers(codings=("gzip",))),
        (PAGE, Headers(codings=("br",))),
        (PAGE, Headers(codings=("zstd",))),
        (PAGE, Headers(codings=("utf-8", "identity"))),
        (zlib.compress(PAGE), Headers(codings=("deflate",))),
        (DEFLATED, Headers(codings=("deflate",))),
        (PAGE, Headers(codings=("deflate",))),
        (gzip.compress(gzip.compress(PAGE, mtime=0), mtime=0), Headers(codings=("gzip", "gzip"))),
    ],
)
def test_the_page_comes_out(stored: bytes, headers: Headers) -> None:
    assert body(stored, headers, MOST) == PAGE


def test_brotli_and_zstandard_where_there_are_libraries() -> None:
    brotli = pytest.importorskip("brotli", reason="needs brotli")
    zstd = pytest.importorskip("backports.zstd", reason="needs backports.zstd below Python 3.14")
    assert body(brotli.compress(PAGE), Headers(codings=("br",)), MOST) == PAGE
    assert body(zstd.compress(PAGE), Headers(codings=("zstd",)), MOST) == PAGE
    with pytest.raises(ReadError, match="unpacks to more than"):
        body(brotli.compress(bytes(50 << 20)), Headers(codings=("br",)), MOST)


def test_what_is_cut_short_is_shown_as_far_as_it_goes() -> None:
    noise = bytes(range(256)) * 400
    assert noise.startswith(body(gzip.compress(noise, mtime=0)[:-200], Headers(codings=("gzip",)), MOST)[:500])
    assert body(in_chunks(noise)[:-300], Headers(chunked=True), MOST).startswith(noise[:1000])


def test_a_body_that_grows_beyond_the_limit_is_refused() -> None:
    with pytest.raises(ReadError, match="unpacks to more than 1 MiB"):
        body(gzip.compress(bytes(40 << 20)), Headers(codings=("gzip",)), MOST)


@given(st.binary(max_size=300), st.booleans(), st.lists(st.sampled_from(["gzip", "deflate", "zstd", "x"]), max_size=2))
def test_no_bytes_break_it(raw: bytes, chunked: bool, codings: list[str]) -> None:
    assert isinstance(body(raw, Headers(chunked=chunked, codings=tuple(codings)), MOST), bytes)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("http://WWW.x.gov.cn", "www.x.gov.cn/index.html"),
        ("https://x.gov.cn:443/a/", "x.gov.cn/a/index.html"),
        ("http://x.gov.cn:8080/a.htm#top", "x.gov.cn_8080/a.htm"),
        ("http://x.gov.cn/a.html;jsessionid=1F", "x.gov.cn/a.html"),
        ("http://x.gov.cn/%D6%D0.html", "x.gov.cn/中.html"),
        ("http://x.gov.cn/s?q=%E4%B8%AD&u=/a/b", "x.gov.cn/s?q=中&u=%2Fa%2Fb.html"),
        ("http://x.gov.cn/zwgk/?p=2", "x.gov.cn/zwgk/index.html?p=2"),
        ("http://x.gov.cn/a/../../b//c.shtml", "x.gov.cn/b/c.shtml"),
        ("http://x.gov.cn/zwgk/2020", "x.gov.cn/zwgk/2020.html"),
        ("http://x.gov.cn/f.pdf", "x.gov.cn/f.pdf"),
        ("http://x.gov.cn/app.js?v=2", "x.gov.cn/app.js?v=2"),
        ("http://x.gov.cn/v1.2", "x.gov.cn/v1.2.html"),
        ("dns:x.gov.cn", ""),
        ("ftp://x.gov.cn/a", ""),
        ("http://", ""),
    ],
)
def test_addresses(address: str, path: str) -> None:
    assert path_of(address, html=True) == path


@given(st.text(max_size=60))
def test_no_address_breaks_it(text: str) -> None:
    assert not path_of("http://x.gov.cn/" + text, html=True).endswith("/")
