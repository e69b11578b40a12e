"""An archive as a source: the same findings as from the folder, in workers too, and clear words for what fails."""

import contextlib
import io
import multiprocessing
import pickle
import zipfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from govlint.plugins.archives.source import ArchiveSource, open_archive
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govlint.finding import Location
from govlint.lint.engine import run
from govlint.lint.result import Result
from govlint.lint.settings import Settings
from govlint.registry import load_registry
from govlint.source.directory import open_folder
from govlint.source.model import SourceError, Unread

from .conftest import EXAMPLE, FILES, contents_of, example_files, tar_bytes, zip_bytes

Open = Callable[..., ArchiveSource]
AS_OF = Settings(as_of=date(2017, 3, 31))


def warc_bytes(files: dict[str, bytes]) -> bytes:
    pytest.importorskip("warcio", reason="needs warcio")
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=True)
    kinds = {"html": "text/html", "css": "text/css", "js": "text/javascript"}
    for path, data in files.items():
        fields = [("Content-Type", kinds.get(path.rpartition(".")[2], "application/octet-stream"))]
        http = StatusAndHeaders("200 OK", fields, protocol="HTTP/1.1")
        address = f"http://www.drc.example.gov.cn/{path}"
        writer.write_record(writer.create_warc_record(address, "response", payload=io.BytesIO(data), http_headers=http))
    return stream.getvalue()


def findings_of(result: Result, prefix: str = "") -> list[str]:
    """Return all of a result that must not depend on where the files are kept; *prefix* leads to them."""

    def place(location: Location) -> Location:
        return location._replace(path=location.path.removeprefix(prefix))

    told = [
        found._replace(location=place(found.location), related=tuple(map(place, found.related)))
        for found in result.findings
    ]
    return sorted(repr(found).replace(prefix, "") if prefix else repr(found) for found in told)


@pytest.fixture(scope="module")
def from_folder() -> list[str]:
    return findings_of(run(open_folder(EXAMPLE), AS_OF, load_registry()))


@pytest.mark.parametrize(
    ("make", "prefix"),
    [
        (zip_bytes, ""),
        (tar_bytes, ""),
        (lambda files: tar_bytes(files, "w:gz"), ""),
        (lambda files: tar_bytes(files, "w:xz"), ""),
        (lambda files: zip_bytes({"site.tar.gz": tar_bytes(files, "w:gz")}), "site.tar.gz!/"),
        (warc_bytes, "www.drc.example.gov.cn/"),
    ],
)
def test_the_findings_are_those_of_the_folder(
    opened: Open, from_folder: list[str], make: Callable[[dict[str, bytes]], bytes], prefix: str
) -> None:
    files = dict(sorted(example_files().items(), key=lambda each: hash(each[1])))  # in any order
    result = run(opened(make(files)), AS_OF, load_registry())
    assert findings_of(result, prefix) == from_folder
    assert result.archive is not None
    assert len(result.archive.sha256) == 64


@pytest.mark.parametrize("method", sorted({"spawn", "fork"} & set(multiprocessing.get_all_start_methods())))
def test_workers_read_by_themselves(opened: Open, from_folder: list[str], method: str) -> None:
    source = opened(tar_bytes(example_files(), "w:gz"))
    with ProcessPoolExecutor(2, multiprocessing.get_context(method)) as executor:
        assert findings_of(run(source, AS_OF, load_registry(), executor=executor)) == from_folder


def test_a_portion_is_small_and_reads_its_own_files_alone(opened: Open) -> None:
    files = {f"{number:04}.html": b"%d" % number for number in range(2000)}
    portion = opened(zip_bytes(files)).portion(["0007.html", "1999.html"])
    sent = pickle.dumps(portion)
    assert len(sent) < 1500
    received: ArchiveSource = pickle.loads(sent)
    assert contents_of(received) == {"0007.html": b"7", "1999.html": b"1999"}
    with pytest.raises(OSError, match="not in the archive"):
        received.read("0008.html")


def test_http_headers_reach_the_page(opened: Open) -> None:
    pytest.importorskip("warcio", reason="needs warcio")
    from .test_warc import Crawl

    page = "<!DOCTYPE html><title>政务公开</title><p>没有声明编码的页面</p>".encode("gb18030")
    crawl = Crawl().add("/", page, content_type="text/html; charset=gb2312").add("/gone.html", page, status="404 No")
    result = run(opened(crawl.data, "x.warc.gz"), Settings(), load_registry(), today=date(2020, 1, 1))
    assert result.site is not None
    assert result.site.pages["www.x.gov.cn/index.html"].encoding.source == "http"
    assert result.site.pages["www.x.gov.cn/gone.html"].role_reason == "HTTP 404"
    assert result.error_pages == 1
    assert result.clock.origin == "archive"


def test_nothing_is_written_to_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "export.zip"
    path.write_bytes(zip_bytes({"site.tar.gz": tar_bytes(FILES, "w:gz")}))
    monkeypatch.chdir(tmp_path)
    source = open_archive(path)
    assert contents_of(source)
    assert source.prefix == "export.zip!/"
    assert list(tmp_path.iterdir()) == [path]


ARCHIVES = {
    "zip": zip_bytes(FILES),
    "stored": zip_bytes(FILES, zipfile.ZIP_STORED),
    "tar": tar_bytes(FILES),
    "tar.gz": tar_bytes(FILES, "w:gz"),
    "tar.xz": tar_bytes(FILES, "w:xz"),
    "nested": zip_bytes({"a.tar": tar_bytes(FILES)}),
}


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from(sorted(ARCHIVES)), st.data())
def test_no_damage_is_a_traceback(tmp_path: Path, name: str, data: st.DataObject) -> None:
    damaged = bytearray(ARCHIVES[name])
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    del damaged[data.draw(st.integers(len(damaged) // 2, len(damaged))) :]
    path = tmp_path / "x.zip"
    path.write_bytes(damaged)
    try:
        source = open_archive(path)
    except SourceError:
        return
    for found in source.files():
        if not isinstance(found, Unread):
            with contextlib.suppress(OSError):
                assert isinstance(source.read(found), bytes)
