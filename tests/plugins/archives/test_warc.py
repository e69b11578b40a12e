"""Crawls: records of every kind, however they are packed, and the files they stand for."""

import gzip
import io
import zlib
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from govlint.plugins.archives.source import ArchiveSource

from govlint.source.model import ReadError, SourceError

from .conftest import contents_of, paths_of, unread_of, zip_bytes

pytest.importorskip("warcio", reason="needs warcio")

Open = Callable[..., ArchiveSource]
HOST = "http://www.x.gov.cn"
PAGE = b"<!DOCTYPE html><title>1</title>"


class Crawl:
    """Writes records with warcio, as a crawler does."""

    def __init__(self, *, packed: bool = True) -> None:
        from warcio.warcwriter import WARCWriter

        self.file = io.BytesIO()
        self.writer = WARCWriter(self.file, gzip=packed)

    def add(
        self,
        path: str,
        body: bytes = PAGE,
        *,
        status: str = "200 OK",
        kind: str = "response",
        content_type: str = "text/html",
        when: str = "2017-03-31T02:00:00Z",
        host: str = HOST,
        **headers: str,
    ) -> "Crawl":
        from warcio.statusandheaders import StatusAndHeaders

        fields = [("Content-Type", content_type), *((name.replace("_", "-"), text) for name, text in headers.items())]
        http = StatusAndHeaders(status, fields, protocol="HTTP/1.1") if kind != "resource" else None
        more: dict[str, Any] = {"warc_content_type": content_type} if kind == "resource" else {}
        record = self.writer.create_warc_record(
            host + path, kind, payload=io.BytesIO(body), http_headers=http,
            warc_headers_dict={"WARC-Date": when}, **more,
        )  # fmt: skip
        self.writer.write_record(record)
        return self

    @property
    def data(self) -> bytes:
        return self.file.getvalue()


@pytest.mark.parametrize("packed", [True, False])
def test_addresses_become_paths(opened: Open, packed: bool) -> None:
    crawl = Crawl(packed=packed).add("/").add("/zwgk/").add("/list.jsp?id=3").add("/about").add("/a%E6%94%BF.html")
    crawl.add("/x.css", b"p{}", content_type="text/css").add("/f.pdf", b"%PDF", content_type="application/pdf")
    source = opened(crawl.data, "crawl.warc.gz")
    assert [path.removeprefix("www.x.gov.cn/") for path in paths_of(source)] == [
        "about.html", "a政.html", "f.pdf", "index.html", "list.jsp?id=3.html", "x.css", "zwgk/index.html",
    ]  # fmt: skip
    assert source.read("www.x.gov.cn/x.css") == b"p{}"
    assert source.captured == date(2017, 3, 31)


def test_a_file_packed_as_a_whole_is_read_too(opened: Open) -> None:
    crawl = Crawl(packed=False)
    for number in range(20):
        crawl.add(f"/{number}.html", PAGE + b"%d" % number)
    source = opened(gzip.compress(crawl.data), "crawl.warc.gz")
    assert len(paths_of(source)) == 20
    for number in (7, 3, 19, 0, 0):
        assert source.read(f"www.x.gov.cn/{number}.html") == PAGE + b"%d" % number


def test_the_day_of_capture_is_beijings(opened: Open) -> None:
    assert opened(Crawl().add("/", when="2017-03-31T17:00:00Z").data, "x.warc.gz").captured == date(2017, 4, 1)


def test_of_several_captures_the_newest_before_the_day_counts(opened: Open) -> None:
    crawl = Crawl().add("/", b"old", when="2016-01-01T00:00:00Z").add("/", b"new", when="2017-01-01T00:00:00Z")
    crawl.add("/late.html", when="2018-01-01T00:00:00Z").add("/", b"first", when="2015-01-01T00:00:00Z")
    source = opened(crawl.data, "x.warc.gz")
    assert source.read("www.x.gov.cn/index.html") == b"new"
    assert source.captured == date(2018, 1, 1)
    then = source.on(date(2016, 6, 1))
    assert contents_of(then) == {"www.x.gov.cn/index.html": b"old"}
    assert then.captured == date(2016, 1, 1)
    assert paths_of(source.on(date(2010, 1, 1))) == paths_of(source), "before the first capture nothing is known"


def test_what_a_server_did_not_have_is_no_file_unless_it_is_a_page(opened: Open) -> None:
    crawl = Crawl().add("/gone.html", status="404 Not Found").add("/gone.jpg", status="404 Not Found")
    crawl.add("/f.doc", b"x", content_type="application/msword", when="2016-01-01T00:00:00Z")
    crawl.add("/f.doc", status="404 Not Found").add("/busy/", status="503 Busy")
    source = opened(crawl.data, "x.warc.gz")
    assert paths_of(source) == ["www.x.gov.cn/busy/index.html", "www.x.gov.cn/gone.html"]
    assert [source.http_status(path) for path in paths_of(source)] == [503, 404]


def test_redirects_are_pages_that_redirect(opened: Open) -> None:
    crawl = Crawl().add("/old.html", b"", status="301 Moved", Location="/new.html?a=1&b=2")
    crawl.add("/zwgk", b"", status="301 Moved", Location=HOST + "/zwgk/")
    crawl.add("/", b"", status="302 Found", Location="https://www.x.gov.cn/").add(
        "/x.pdf", b"", status="302 Found", Location="/"
    )
    source = opened(crawl.data, "x.warc.gz")
    assert paths_of(source) == ["www.x.gov.cn/old.html", "www.x.gov.cn/x.pdf"]
    page = source.read("www.x.gov.cn/old.html")
    assert b'http-equiv="refresh" content="0; url=http://www.x.gov.cn/new.html?a=1&amp;b=2"' in page


def test_what_has_not_changed_is_read_from_its_original(opened: Open) -> None:
    crawl = Crawl().add("/a.html", b"content", when="2016-01-01T00:00:00Z")
    crawl.add("/a.html", b"", status="304 Not Modified", when="2017-01-01T00:00:00Z")
    crawl.add("/lost.html", b"", status="304 Not Modified")
    revisit = crawl.writer.create_revisit_record(
        HOST + "/copy.html", "sha1:" + "A" * 32, HOST + "/b.html", "2017-01-01T00:00:00Z",
        warc_headers_dict={"WARC-Date": "2017-02-01T00:00:00Z"},
    )  # fmt: skip
    crawl.writer.write_record(revisit)
    source = opened(crawl.data, "x.warc.gz")
    assert contents_of(source) == {"www.x.gov.cn/a.html": b"content"}
    assert set(unread_of(source)) == {"www.x.gov.cn/lost.html", "www.x.gov.cn/copy.html"}


def test_a_revisit_finds_its_original_by_the_digest(opened: Open) -> None:
    from warcio.archiveiterator import ArchiveIterator

    crawl = Crawl().add("/b.html", b"content")
    digest = next(iter(ArchiveIterator(io.BytesIO(crawl.data)))).rec_headers.get_header("WARC-Payload-Digest")
    revisit = crawl.writer.create_revisit_record(HOST + "/copy.html", digest, HOST + "/b.html", "2017-03-31T02:00:00Z")
    crawl.writer.write_record(revisit)
    source = opened(crawl.data, "x.warc.gz")
    assert source.read("www.x.gov.cn/copy.html") == b"content"
    assert not unread_of(source)


def test_bodies_are_decoded_and_charsets_told(opened: Open) -> None:
    body = gzip.compress(PAGE)
    chunked = b"%x\r\n" % len(body) + body + b"\r\n0\r\n\r\n"
    crawl = Crawl().add("/a.html", chunked, Content_Encoding="gzip", Transfer_Encoding="chunked")
    crawl.add("/b.html", content_type='text/html; charset="GBK"').add("/c.html", content_type="text/html")
    source = opened(crawl.data, "x.warc.gz")
    assert source.read("www.x.gov.cn/a.html") == PAGE
    assert source.http_charset("www.x.gov.cn/b.html") == "GBK"
    assert source.http_charset("www.x.gov.cn/c.html") is None


def test_other_kinds_of_record_are_no_files(opened: Open) -> None:
    crawl = Crawl().add("/seen.html", b"text", kind="resource").add("x", b"1", kind="resource", host="dns:")
    crawl.writer.write_record(crawl.writer.create_warcinfo_record("x.warc", {"software": "x"}))
    crawl.add("/seen.html", b"", kind="request", status="GET / HTTP/1.1")
    assert contents_of(opened(crawl.data, "x.warc.gz")) == {"www.x.gov.cn/seen.html": b"text"}


@pytest.mark.parametrize("packed", [True, False])
def test_a_cut_crawl_says_so_and_the_rest_is_read(opened: Open, packed: bool) -> None:
    import random

    crawl = Crawl(packed=packed).add("/a.html")
    whole = len(crawl.data)
    data = crawl.add("/b.html", random.Random(1).randbytes(3000)).data
    source = opened(data[: whole + 1500], "x.warc.gz")
    assert source.read("www.x.gov.cn/a.html") == PAGE
    assert unread_of(source)[""] == "is cut short"
    for path in set(paths_of(source)) - {"www.x.gov.cn/a.html"}:
        with pytest.raises(ReadError, match="is cut short"):
            source.read(path)


def test_a_damaged_record_does_not_end_the_list_in_silence(opened: Open) -> None:
    crawl = Crawl(packed=False).add("/a.html")
    whole = len(crawl.data)
    data = bytearray(crawl.add("/b.html").data)
    data[whole : whole + 4] = b"XXXX"
    assert unread_of(opened(bytes(data), "x.warc")) == {"": "is damaged and cannot be unpacked"}
    with pytest.raises(SourceError, match="no WARC or ARC record"):
        opened(b"WARC/1.0\r\nnonsense", "x.warc")


def test_headers_without_end_are_stopped(opened: Open) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    data = packer.compress(b"WARC/1.0\r\n" + b"x" * (30 << 20)) + packer.flush()
    with pytest.raises(SourceError, match="no WARC or ARC record"):
        opened(data, "x.warc.gz")


def test_arc_files_are_read(opened: Open) -> None:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gbk\r\n\r\n" + PAGE
    version = b"1 0 crawler\nURL IP-address Archive-date Content-type Archive-length\n"
    head = b"filedesc://x.arc 0.0.0.0 20170331020000 text/plain %d\n" % len(version) + version + b"\n"
    record = b"http://www.x.gov.cn/ 10.0.0.1 20170331020000 text/html %d\n" % len(http) + http + b"\n"
    for data in (head + record, gzip.compress(head) + gzip.compress(record)):
        source = opened(data, "x.arc.gz")
        assert contents_of(source) == {"www.x.gov.cn/index.html": PAGE}
        assert source.http_charset("www.x.gov.cn/index.html") == "gbk"
        assert source.captured == date(2017, 3, 31)


def test_a_wacz_is_the_crawl_in_it(opened: Open) -> None:
    first, second = Crawl().add("/").add("/a.html", b"old", when="2016-01-01T00:00:00Z"), Crawl().add("/a.html", b"new")
    files = {"archive/1.warc.gz": first.data, "archive/2.warc.gz": second.data, "datapackage.json": b"{}"}
    for method in (0, 8):
        source = opened(zip_bytes(files | {"indexes/index.cdx.gz": gzip.compress(b"x")}, method), "x.wacz")
        assert contents_of(source) == {"www.x.gov.cn/index.html": PAGE, "www.x.gov.cn/a.html": b"new"}
        assert source.nested == ("archive/1.warc.gz", "archive/2.warc.gz")


def zstd_crawl(dictionary: bytes = b"") -> tuple[Any, list[bytes]]:
    """Return the library, and the frames of a crawl of three pages packed record by record."""
    zstd = pytest.importorskip("backports.zstd", reason="needs backports.zstd below Python 3.14")
    plain = [Crawl(packed=False).add(path).data for path in ("/", "/a.html", "/zwgk/")]
    return zstd, [zstd.compress(data, zstd_dict=zstd.ZstdDict(dictionary) if dictionary else None) for data in plain]


def trained() -> bytes:
    zstd = pytest.importorskip("backports.zstd", reason="needs backports.zstd below Python 3.14")
    samples = [Crawl(packed=False).add(f"/{number}.html").data for number in range(200)]
    dictionary: bytes = zstd.train_dict(samples, 2000).dict_content
    return dictionary


def skippable(kind: int, data: bytes) -> bytes:
    return bytes([0x50 + kind]) + b"\x2a\x4d\x18" + len(data).to_bytes(4, "little") + data


ZST = ["www.x.gov.cn/a.html", "www.x.gov.cn/index.html", "www.x.gov.cn/zwgk/index.html"]


def test_zstandard_packs_crawls_too(opened: Open) -> None:
    _, frames = zstd_crawl()
    source = opened(b"".join(frames), "crawl.warc.zst")
    assert paths_of(source) == ZST
    assert set(contents_of(source).values()) == {PAGE}
    assert source.read(ZST[1]) == PAGE


@pytest.mark.parametrize("is_packed", [True, False])
def test_the_dictionary_of_a_crawl_lies_in_front_of_it(opened: Open, is_packed: bool) -> None:
    dictionary = trained()
    zstd, frames = zstd_crawl(dictionary)
    stored = zstd.compress(dictionary) if is_packed else dictionary
    data = skippable(0xD, stored) + frames[0] + skippable(3, b"told by somebody") + frames[1] + frames[2]
    source = opened(data, "crawl.warc.zst")
    assert paths_of(source) == ZST
    assert set(contents_of(source).values()) == {PAGE}


def test_a_crawl_without_its_dictionary_is_damaged(opened: Open) -> None:
    _, frames = zstd_crawl(trained())
    for front in (b"", skippable(0xD, b"\x37\xa4\x30\xec no dictionary"), b"\x5d\x2a\x4d\x18" + b"\xff" * 4):
        with pytest.raises(SourceError):
            opened(front + b"".join(frames), "crawl.warc.zst")


def test_a_cut_zstandard_crawl_says_so(opened: Open) -> None:
    _, frames = zstd_crawl()
    source = opened(b"".join(frames)[:-10], "crawl.warc.zst")
    assert paths_of(source) == ZST[:2]
    assert list(unread_of(source)) == [""]
