"""7z and rar, through libarchive."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from govlint.plugins.archives import packed
from govlint.plugins.archives.source import ArchiveSource

from govlint.source.model import ReadError, SourceError

from .conftest import FILES, contents_of, paths_of, unread_of

Open = Callable[..., ArchiveSource]
RAR = b"Rar!\x1a\x07\x01\x00"


@pytest.fixture
def libarchive() -> Any:
    try:
        import libarchive
    except Exception as error:
        pytest.skip(f"needs libarchive-c and the system's libarchive: {error}")
    return libarchive


def seven_zip(libarchive: Any, files: dict[str, bytes], path: Path) -> bytes:
    with libarchive.file_writer(str(path), "7zip") as archive:
        for name, data in files.items():
            archive.add_file_from_memory(name, len(data), data)
    return path.read_bytes()


def number(value: int) -> bytes:
    """Return a RAR5 number: seven bits a byte, the lowest first."""
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def block(content: bytes, data: bytes = b"") -> bytes:
    sized = number(len(content)) + content
    return struct.pack("<L", zlib.crc32(sized)) + sized + data


def rar(files: dict[str, bytes]) -> bytes:
    """Return a RAR5 of *files*, stored as they are."""
    parts = [RAR, block(number(1) + number(0) + number(0))]
    for name, data in files.items():
        raw = name.encode()
        head = number(2) + number(2) + number(len(data)) + number(4) + number(len(data)) + number(0o100644)
        head += struct.pack("<L", zlib.crc32(data)) + number(0) + number(1) + number(len(raw)) + raw
        parts.append(block(head, data))
    return b"".join([*parts, block(number(5) + number(0) + number(0))])


def test_7z_is_read_in_any_order(opened: Open, libarchive: Any, tmp_path: Path) -> None:
    files = FILES | {"栏目/领导之窗.html": b"1"}
    source = opened(seven_zip(libarchive, files, tmp_path / "x"), "export.7z")
    assert contents_of(source) == files
    assert source.read("栏目/领导之窗.html") == b"1"
    assert source.read("index.html") == FILES["index.html"]


def test_damage_is_found_though_libarchive_only_warns_of_it(opened: Open, libarchive: Any, tmp_path: Path) -> None:
    with libarchive.file_writer(str(tmp_path / "x"), "7zip", options="compression=store") as archive:
        archive.add_file_from_memory("a.html", 400, b"1" * 400)
    data = (tmp_path / "x").read_bytes().replace(b"1" * 50, b"2" * 50, 1)
    with pytest.raises(ReadError):
        opened(data, "export.7z").read("a.html")


def test_rar_is_read(opened: Open, libarchive: Any) -> None:
    files = FILES | {"栏目/领导之窗.html": b"1"}
    assert contents_of(opened(rar(files), "export.rar")) == files


def test_a_cut_7z_cannot_be_opened(opened: Open, libarchive: Any, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"export\.7z"):
        opened(seven_zip(libarchive, FILES, tmp_path / "x")[:-40], "export.7z")


def test_a_cut_rar_is_read_in_part(opened: Open, libarchive: Any) -> None:
    data = rar({"a.html": b"1" * 400, "b.html": b"2" * 400})
    source = opened(data[:-300], "export.rar")
    assert "a.html" in paths_of(source)
    assert source.read("a.html") == b"1" * 400
    assert "" in unread_of(source)


def test_without_the_library_the_message_says_what_to_install(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(name: str) -> None:
        raise AttributeError("undefined symbol")

    monkeypatch.setattr(packed, "import_module", nothing)
    with pytest.raises(SourceError, match=r"pip install 'govlint\[archives\]'"):
        opened(RAR + bytes(100), "export.rar")


def test_what_libarchive_says_is_the_same_every_time(opened: Open, libarchive: Any) -> None:
    """Its errors, as strings, tell addresses in memory."""
    with pytest.raises(SourceError) as refused:
        opened(RAR + bytes(range(1, 200)), "export.rar")
    assert "archive_p" not in refused.value.text.en
    assert "errno" not in refused.value.text.zh


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("RAR solid archive support unavailable.", "is a solid RAR"),
        ("Encrypted file is unsupported", "is encrypted"),
        ("Truncated RAR file data", "is cut short"),
        ("Prefix found", "cannot be unpacked (Prefix found)"),
        (None, "is damaged"),
    ],
)
def test_why_something_cannot_be_unpacked(libarchive: Any, said: str | None, words: str) -> None:
    assert packed._why(libarchive.ArchiveError(said, 84, -30, 94254331833376)).en.startswith(words)
