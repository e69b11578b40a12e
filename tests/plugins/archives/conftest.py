"""A small site, and makers of archives of it and of hostile ones."""

import io
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from govlint.plugins.archives.source import ArchiveSource, open_archive

from govlint.source.model import Unread
from tests.cli.conftest import govlint as govlint

PAGE = '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{0}</title></head><body><p>{0}</p></body>'
SITE = {
    "index.html": PAGE.format("首页") + '<a href="zwgk/">政务公开</a><a href="gone.html">没有</a></html>',
    "zwgk/index.html": PAGE.format("政务公开") + '<a href="../index.html">首页</a></html>',
    "css/site.css": "p { color: black }",
    "images/logo.png": "\x89PNG",
}
FILES = {path: text.encode("utf-8") for path, text in SITE.items()}

EXAMPLE = Path(__file__).parents[3] / "examples" / "drc-site"


def example_files() -> dict[str, bytes]:
    """Return the files of the example site."""
    found = sorted(path for path in EXAMPLE.rglob("*") if path.is_file())
    return {path.relative_to(EXAMPLE).as_posix(): path.read_bytes() for path in found}


def zip_bytes(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip of *files*."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for path, data in files.items():
            archive.writestr(path, data)
    return stream.getvalue()


def tar_bytes(files: Mapping[str, bytes], mode: str = "w", **options: Any) -> bytes:
    """Return a tar of *files*, compressed as *mode* says (``"w:gz"``)."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=mode, **options) as archive:
        for path, data in files.items():
            member = tarfile.TarInfo(path)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return stream.getvalue()


def paths_of(source: ArchiveSource) -> list[str]:
    """Return the files of *source* in a fixed order."""
    return sorted(found for found in source.files() if not isinstance(found, Unread))


def contents_of(source: ArchiveSource) -> dict[str, bytes]:
    """Return all files of *source*."""
    return {path: source.read(path) for path in paths_of(source)}


def unread_of(source: ArchiveSource) -> dict[str, str]:
    """Return why files of *source* are not read, in English."""
    return {found.path: found.reason.en for found in source.files() if isinstance(found, Unread)}


@pytest.fixture
def opened(tmp_path: Path) -> Callable[..., ArchiveSource]:
    """Write bytes as a file and open it as an archive."""

    def make(data: bytes, name: str = "export.zip", **options: Any) -> ArchiveSource:
        path = tmp_path / name
        path.write_bytes(data)
        return open_archive(path, **options)

    return make
