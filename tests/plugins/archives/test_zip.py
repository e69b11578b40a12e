"""Zips: names repaired one by one, every method, and what must not be unpacked."""

import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable

import pytest
from govlint.plugins.archives.limits import Limits
from govlint.plugins.archives.source import ArchiveSource

from govlint.source.model import ReadError, SourceError

from .conftest import FILES, contents_of, paths_of, unread_of, zip_bytes

Open = Callable[..., ArchiveSource]
METHODS = [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]


def renamed(data: bytes, *names: tuple[bytes, bytes]) -> bytes:
    """Put the bytes of other names of the same length into a zip."""
    for old, new in names:
        assert len(old) == len(new)
        data = data.replace(old, new)
    return data


def first_entry(data: bytes) -> int:
    return data.index(b"PK\1\2")


def patched(data: bytes, offset: int, value: bytes) -> bytes:
    """Write *value* at *offset* of the first entry of the central directory."""
    at = first_entry(data) + offset
    return data[:at] + value + data[at + len(value) :]


@pytest.mark.parametrize("method", METHODS)
def test_all_files_are_read_whatever_the_method(opened: Open, method: int) -> None:
    assert contents_of(opened(zip_bytes(FILES, method))) == FILES


def test_names_are_repaired_one_by_one(opened: Open) -> None:
    gbk, utf8 = "政务公开.html".encode("gb18030"), "信息.html".encode()
    data = zip_bytes({"a" * len(gbk): b"1", "b" * len(utf8): b"2", "领导.html": b"3"})
    source = opened(renamed(data, (b"a" * len(gbk), gbk), (b"b" * len(utf8), utf8)))
    assert contents_of(source) == {"政务公开.html": b"1", "信息.html": b"2", "领导.html": b"3"}


def test_a_name_that_is_flagged_as_utf8_and_is_not_costs_nothing(opened: Open) -> None:
    gbk = "公开.html".encode("gb18030")
    flagged = "é" + "a" * (len(gbk) - 2)
    source = opened(renamed(zip_bytes({flagged: b"1", "b.html": b"2"}), (flagged.encode(), gbk)))
    assert contents_of(source) == {"公开.html": b"1", "b.html": b"2"}


def test_the_unicode_path_field_of_info_zip_counts(opened: Open) -> None:
    info = zipfile.ZipInfo("x.html")
    path = "首页.html".encode()
    info.extra = struct.pack("<HHBL", 0x7075, 5 + len(path), 1, zlib.crc32(b"x.html")) + path
    files = zip_bytes({})
    import io

    stream = io.BytesIO(files)
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(info, b"1")
    assert paths_of(opened(stream.getvalue())) == ["首页.html"]


@pytest.mark.parametrize("name", ["../up.html", "/etc/a.html", "C:\\a.html", "a/../../b.html"])
def test_paths_that_lead_outside_are_refused(opened: Open, name: str) -> None:
    source = opened(zip_bytes({name: b"1", "in.html": b"2"}))
    assert paths_of(source) == ["in.html"]
    assert list(unread_of(source).values()) == ["has a path that leads out of the archive"]


def test_back_slashes_and_needless_steps_are_cleaned(opened: Open) -> None:
    name = "zwgk/./x//index.html"
    data = renamed(zip_bytes({name: b"1", "a_b.html": b"2"}), (b"a_b.html", b"a\\b.html"))
    assert paths_of(opened(data)) == ["a/b.html", "zwgk/x/index.html"]


def test_folders_and_what_archivers_leave_are_no_files(opened: Open) -> None:
    source = opened(zip_bytes({"zwgk/": b"", "__MACOSX/._index.html": b"1", "index.html": b"2"}))
    assert paths_of(source) == ["index.html"]
    assert not unread_of(source)


def test_of_two_files_of_one_name_the_last_counts(opened: Open) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        data = renamed(zip_bytes({"a.html": b"1", "b.html": b"2"}), (b"b.html", b"a.html"))
    assert contents_of(opened(data)) == {"a.html": b"2"}


def test_encrypted_members_say_so(opened: Open) -> None:
    source = opened(patched(zip_bytes(FILES), 8, b"\1\0"))
    with pytest.raises(ReadError, match="is encrypted"):
        source.read("index.html")
    assert source.read("zwgk/index.html") == FILES["zwgk/index.html"]


@pytest.mark.parametrize(("method", "name"), [(9, "Deflate64"), (98, "PPMd"), (77, "77")])
def test_methods_that_cannot_be_read_are_named(opened: Open, method: int, name: str) -> None:
    source = opened(patched(zip_bytes(FILES), 10, struct.pack("<H", method)))
    with pytest.raises(ReadError, match=f"packed by {name}, which is not supported"):
        source.read("index.html")


def test_a_bomb_is_refused_before_it_is_unpacked(opened: Open) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = packer.compress(bytes(1 << 20))
    packed = piece + b"".join(packer.compress(bytes(1 << 20)) for _ in range(299)) + packer.flush()
    size = 300 << 20
    crc = 0
    for _ in range(300):
        crc = zlib.crc32(bytes(1 << 20), crc)
    fields = (8, 0, 0, crc, len(packed), size, 6, 0)
    local = struct.pack("<4s3H2H3L2H", b"PK\3\4", 20, 0, *fields) + b"a.html" + packed
    entry = struct.pack("<4s4H2H3L5H2L", b"PK\1\2", 20, 20, 0, *fields, 0, 0, 0, 0, 0) + b"a.html"
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(entry), len(local), 0)
    data = local + entry + end
    assert len(data) < 400_000
    with pytest.raises(ReadError, match="more than 64 MiB"):
        opened(data).read("a.html")
    with pytest.raises(ReadError, match="suspiciously much"):
        opened(data, limits=Limits(member=1 << 30)).read("a.html")


def test_a_member_that_holds_more_than_it_says_is_damaged(opened: Open) -> None:
    data = zip_bytes({"a.html": b"x" * 5000})
    lies = patched(data, 24, struct.pack("<L", 10))
    with pytest.raises(ReadError):
        opened(lies).read("a.html")


def test_members_that_share_their_data_are_refused(opened: Open) -> None:
    data = zip_bytes({f"{number:03}.html": b"x" * 900 for number in range(50)}, zipfile.ZIP_STORED)
    start = first_entry(data)
    entries = bytearray(data[start:])
    for at in range(0, 50 * 54, 54):
        entries[at + 42 : at + 46] = bytes(4)
    source = opened(data[:start] + bytes(entries))
    assert paths_of(source) == []
    assert set(unread_of(source).values()) == {"shares its data with other members and is refused"}


def test_links_are_not_followed(opened: Open) -> None:
    import io

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        info = zipfile.ZipInfo("link.html")
        info.create_system, info.external_attr = 3, 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
        archive.writestr("a.html", b"1")
    source = opened(stream.getvalue())
    assert paths_of(source) == ["a.html"]
    assert "link" in unread_of(source)["link.html"]


def test_a_cut_zip_cannot_be_opened(opened: Open) -> None:
    with pytest.raises(SourceError, match="no sound list of files"):
        opened(zip_bytes(FILES)[:-30])


def test_bytes_before_and_behind_the_archive_do_no_harm(opened: Open) -> None:
    data = zip_bytes(FILES)
    assert contents_of(opened(b"PK\3\4 not really" + data)) == FILES
    with_comment = data[:-2] + struct.pack("<H", 5) + b"hello"
    assert contents_of(opened(with_comment)) == FILES


def test_a_part_of_a_split_zip_says_so(opened: Open) -> None:
    data = bytearray(zip_bytes(FILES))
    end = data.rindex(b"PK\5\6")
    data[end + 4 : end + 6] = b"\2\0"
    with pytest.raises(SourceError, match="split archive"):
        opened(bytes(data))


def test_zip64_is_read(opened: Open) -> None:
    import io

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive, archive.open("a.html", "w", force_zip64=True) as member:
        member.write(b"1")
    data = stream.getvalue()
    end = data.rindex(b"PK\5\6")
    _, _, _, _, count, length, offset, _ = struct.unpack_from("<4s4H2LH", data, end)
    wide = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, length, offset)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, end, 1)
    short = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    assert contents_of(opened(data[:end] + wide + locator + short)) == {"a.html": b"1"}


def test_a_damaged_list_is_said_and_the_rest_is_read(opened: Open) -> None:
    data = bytearray(zip_bytes(FILES))
    data[data.rindex(b"PK\1\2")] = 0
    source = opened(bytes(data))
    assert len(paths_of(source)) == len(FILES) - 1
    assert "" in unread_of(source)


def test_a_damaged_member_costs_itself_alone(opened: Open) -> None:
    data = bytearray(zip_bytes(FILES, zipfile.ZIP_STORED))
    data[data.index(b"<!DOCTYPE")] = 0
    source = opened(bytes(data))
    with pytest.raises(ReadError, match="damaged"):
        source.read("index.html")
    assert source.read("zwgk/index.html") == FILES["zwgk/index.html"]


def test_no_more_names_are_listed_than_allowed(opened: Open) -> None:
    source = opened(zip_bytes({f"{number}.html": b"" for number in range(20)}), limits=Limits(entries=5))
    assert len(paths_of(source)) == 5
    assert unread_of(source) == {"": "holds more than 5 files"}


def test_what_comes_after_the_total_is_listed_but_not_read(opened: Open) -> None:
    files = {"a.html": b"x" * 600, "film.mp4": b"x" * 5000, "b.html": b"x" * 600}
    source = opened(zip_bytes(files), limits=Limits(total=1000))
    assert paths_of(source) == ["a.html", "b.html", "film.mp4"]
    assert source.read("a.html") == files["a.html"]
    with pytest.raises(ReadError, match="the archive unpacks to over"):
        source.read("b.html")
