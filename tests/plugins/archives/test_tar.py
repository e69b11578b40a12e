"""Tars, plain and compressed: names, links, long headers, and every way to be cut short or damaged."""

import gzip
import io
import tarfile
from collections.abc import Callable

import pytest
from govlint.plugins.archives import unpack
from govlint.plugins.archives.limits import Limits
from govlint.plugins.archives.source import ArchiveSource

from govlint.source.model import ReadError, SourceError

from .conftest import FILES, contents_of, paths_of, tar_bytes, unread_of

Open = Callable[..., ArchiveSource]
MODES = ["w", "w:gz", "w:bz2", "w:xz"]


def tar_of(*members: tuple[tarfile.TarInfo, bytes], mode: str = "w") -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=mode) as archive:  # type: ignore[call-overload]
        for member, data in members:
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return stream.getvalue()


def link(name: str, target: str, kind: bytes = tarfile.SYMTYPE) -> tuple[tarfile.TarInfo, bytes]:
    member = tarfile.TarInfo(name)
    member.type, member.linkname = kind, target
    return member, b""


@pytest.mark.parametrize("mode", MODES)
def test_all_files_are_read_whatever_the_compression(opened: Open, mode: str) -> None:
    assert contents_of(opened(tar_bytes(FILES, mode), "export.tar")) == FILES


def test_zstandard_is_read_where_there_is_a_library(opened: Open) -> None:
    zstd = pytest.importorskip("backports.zstd", reason="needs backports.zstd below Python 3.14")
    assert contents_of(opened(zstd.compress(tar_bytes(FILES)), "export.tar.zst")) == FILES


def test_without_the_library_the_message_names_it(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(unpack, "import_module", nothing)
    with pytest.raises(SourceError, match=r"needs pip install 'govlint\[archives\]'"):
        opened(b"\x28\xb5\x2f\xfd" + bytes(100), "export.tar.zst")


@pytest.mark.parametrize("mode", MODES)
def test_files_can_be_read_in_any_order_and_again(opened: Open, mode: str) -> None:
    source = opened(tar_bytes(FILES, mode))
    for path in [*reversed(FILES), *FILES, "index.html", "index.html"]:
        assert source.read(path) == FILES[path]


def test_gbk_names_are_repaired(opened: Open) -> None:
    data = tar_bytes({"政务公开.html": b"1"}, encoding="gb18030", format=tarfile.GNU_FORMAT)
    assert contents_of(opened(data)) == {"政务公开.html": b"1"}


@pytest.mark.parametrize("form", [tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
@pytest.mark.parametrize("mode", ["w", "w:gz"])
def test_long_names_are_whole(opened: Open, form: int, mode: str) -> None:
    files = {"栏目/" * 60 + "index.html": b"1", "b" * 90 + "/" + "c" * 80 + ".html": b"2"}
    assert contents_of(opened(tar_bytes(files, mode, format=form))) == files


@pytest.mark.parametrize("mode", ["w", "w:gz"])
def test_links_within_the_archive_are_files_and_others_are_not(opened: Open, mode: str) -> None:
    members = [
        (tarfile.TarInfo("zwgk/a.html"), b"1"),
        link("hard.html", "zwgk/a.html", tarfile.LNKTYPE),
        link("zwgk/soft.html", "a.html"),
        link("again.html", "zwgk/soft.html"),
        link("out.html", "../../etc/passwd"),
        link("gone.html", "nowhere.html"),
    ]
    source = opened(tar_of(*members, mode=mode))
    same = ["again.html", "hard.html", "zwgk/a.html", "zwgk/soft.html"]
    assert contents_of(source) == dict.fromkeys(same, b"1")
    assert set(unread_of(source)) == {"out.html", "gone.html"}


def test_devices_and_pipes_are_no_files(opened: Open) -> None:
    source = opened(tar_of(link("pipe.html", "", tarfile.FIFOTYPE), (tarfile.TarInfo("a.html"), b"1")))
    assert paths_of(source) == ["a.html"]
    assert unread_of(source) == {"pipe.html": "is not a regular file"}


@pytest.mark.parametrize("mode", ["w", "w:gz"])
def test_of_two_files_of_one_name_the_last_counts(opened: Open, mode: str) -> None:
    members = [
        (tarfile.TarInfo("a.html"), b"old"),
        (tarfile.TarInfo("b.html"), b"b"),
        (tarfile.TarInfo("a.html"), b"new"),
    ]
    source = opened(tar_of(*members, mode=mode))
    assert contents_of(source) == {"a.html": b"new", "b.html": b"b"}
    assert source.portion(["a.html"]).read("a.html") == b"new"


@pytest.mark.parametrize(
    ("keep", "files", "why"),
    [
        (512 + 100, ["a.html"], "is cut short"),
        (1024 + 300, ["a.html"], "is cut short"),
        (1024, ["a.html"], "lacks its end mark and may be cut short"),
    ],
)
def test_a_cut_tar_says_so_and_what_is_there_is_listed(opened: Open, keep: int, files: list[str], why: str) -> None:
    source = opened(tar_bytes({"a.html": b"x" * 400, "b.html": b"y"})[:keep], "export.tar")
    assert paths_of(source) == files
    assert unread_of(source) == {"": why}
    if keep >= 1024:
        assert source.read("a.html") == b"x" * 400
    else:
        with pytest.raises(ReadError, match="is cut short"):
            source.read("a.html")


def test_a_cut_gzip_says_so_and_what_is_there_is_read(opened: Open) -> None:
    import random

    noise = random.Random(1).randbytes(300_000)
    data = tar_bytes({"a.html": b"1", "b.html": noise, "c.html": b"3"}, "w:gz")
    source = opened(data[:200_000], "export.tgz")
    assert paths_of(source) == ["a.html", "b.html"]
    assert unread_of(source) == {"": "is cut short"}
    assert source.read("a.html") == b"1"
    with pytest.raises(ReadError, match="is cut short"):
        source.read("b.html")
    assert source.read("a.html") == b"1"


def test_a_damaged_header_does_not_end_the_list_in_silence(opened: Open) -> None:
    data = bytearray(tar_bytes({"a.html": b"1", "b.html": b"2"}))
    data[1024] ^= 1
    source = opened(bytes(data))
    assert paths_of(source) == ["a.html"]
    assert unread_of(source) == {"": "is damaged and cannot be unpacked"}


def test_a_header_that_claims_10_gigabytes_costs_nothing(opened: Open) -> None:
    member = tarfile.TarInfo("big.html")
    member.size = 10 << 30
    header = member.tobuf(tarfile.GNU_FORMAT)
    for data in (header + b"x" * 900, gzip.compress(header + b"x" * 900)):
        source = opened(data)
        assert paths_of(source) == ["big.html"]
        assert unread_of(source) == {"": "is cut short"}
        with pytest.raises(ReadError, match="more than 64 MiB"):
            source.read("big.html")


def test_a_name_of_a_gigabyte_is_no_name(opened: Open) -> None:
    member = tarfile.TarInfo("././@LongLink")
    member.type, member.size = tarfile.GNUTYPE_LONGNAME, 1 << 30
    with_rest = member.tobuf(tarfile.GNU_FORMAT) + b"a" * 4096
    assert unread_of(opened(with_rest)) == {"": "is damaged and cannot be unpacked"}


def test_a_stream_that_unpacks_to_suspiciously_much_is_stopped(opened: Open) -> None:
    film = {"film.mp4": bytes(40 << 20), "index.html": b"1"}
    data = tar_bytes(film, "w:gz")
    assert paths_of(opened(data)) == ["film.mp4", "index.html"]
    source = opened(data, limits=Limits(total=1 << 20))
    assert unread_of(source) == {"": "unpacks to suspiciously much (a zip bomb?) and is refused"}


def test_an_empty_tar_has_no_files(opened: Open) -> None:
    source = opened(tar_bytes({}, "w:gz"), "export.tgz")
    assert paths_of(source) == []


def test_gzip_of_one_page_is_no_site(opened: Open) -> None:
    with pytest.raises(SourceError, match="neither a tar nor a WARC"):
        opened(gzip.compress(b"<html></html>"), "index.html.gz")


def test_the_kind_is_told_by_the_bytes(opened: Open) -> None:
    assert opened(tar_bytes(FILES, "w:xz"), "export.zip").kind == "tar.xz"
    with pytest.raises(SourceError, match="named as an archive"):
        opened(b"<html>", "export.tar")
    with pytest.raises(SourceError, match="named as an archive"):
        opened(b"", "export.zip")
