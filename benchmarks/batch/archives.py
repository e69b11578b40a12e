"""Archives of small sites for the proof: every kind there is, and broken ones of every kind."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import random
import struct
import tarfile
import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

Files = dict[str, bytes]

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "drc-site"
EACH_BROKEN = 25
"""One archive in so many is broken."""

_COLUMNS = {"bsfw": "办事服务", "djgz": "党建工作", "fgdt": "发改动态", "gwyxx": "国务院信息", "tzgg": "通知公告"}


def make_archives(folder: Path, number: int) -> None:
    """Make *number* archives in *folder*, of 4 to 9 pages each, no two alike; the same ones every time."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(8)
    pages = {path.relative_to(EXAMPLE).as_posix(): path.read_bytes() for path in sorted(EXAMPLE.rglob("*.html"))}
    for at in range(number):
        chosen = {"index.html": pages["index.html"]}
        chosen |= {path: pages[path] for path in chance.sample(sorted(pages), chance.randint(3, 8))}
        site = {_renamed(path): _told(data, at) for path, data in chosen.items()}
        kinds = BROKEN if at % EACH_BROKEN == 0 else WHOLE
        which = at // EACH_BROKEN if kinds is BROKEN else at
        kind, ending = sorted(kinds)[which % len(kinds)]
        (folder / f"site{at:05d}-{kind}.{ending}").write_bytes(kinds[kind, ending](site))


def _renamed(path: str) -> str:
    """Return *path* with a Chinese folder where there is one for it."""
    first, slash, rest = path.partition("/")
    return _COLUMNS.get(first, first) + slash + rest


def _told(page: bytes, at: int) -> bytes:
    """Return *page* as that of the site number *at*, its links leading to the renamed folders."""
    encoding = "utf-8" if b'charset="utf-8"' in page.lower() or b"charset=utf-8" in page.lower() else "gb18030"
    text = page.decode(encoding).replace("云霁市", f"第{at}市")
    for old, new in _COLUMNS.items():
        text = text.replace(f"{old}/", f"{new}/")
    return text.encode(encoding)


# --- whole ones


class _Gbk(zipfile.ZipInfo):
    """A member named in GBK and without the flag, as Windows in China writes."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.filename.encode("gbk"), self.flag_bits


def _zip(files: Files, info: type[zipfile.ZipInfo] = zipfile.ZipInfo) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(info(path), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _tar(files: Files) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for path, data in files.items():
            member = tarfile.TarInfo(path)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return buffer.getvalue()


def _tar_gz(files: Files) -> bytes:
    return gzip.compress(_tar(files), mtime=0)


def _tar_zst(files: Files) -> bytes:
    try:
        zstd: Any = import_module("compression.zstd")
    except ImportError:
        zstd = import_module("backports.zstd")
    packed: bytes = zstd.compress(_tar(files))
    return packed


def _by_libarchive(files: Files, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    with import_module("libarchive").custom_writer(buffer.write, kind, **options) as archive:
        for path, data in files.items():
            archive.add_file_from_memory(path, len(data), data)
    return buffer.getvalue()


def _seven_zip(files: Files) -> bytes:
    return _by_libarchive(files, "7zip")


def _warc(files: Files) -> bytes:
    """Return a crawl of *files* by warcio, as a server on a host of their own would have answered."""
    headers: Any = import_module("warcio.statusandheaders").StatusAndHeaders
    buffer = io.BytesIO()
    writer = import_module("warcio.warcwriter").WARCWriter(buffer, gzip=True)
    for path, data in files.items():
        told = headers("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        address = f"http://www.x.gov.cn/{path.removesuffix('index.html')}"
        record = writer.create_warc_record(
            address, "response", payload=io.BytesIO(data), http_headers=told,
            warc_headers_dict={
                "WARC-Date": "2026-11-20T02:00:00Z", "WARC-Record-ID": f"<urn:uuid:{len(buffer.getvalue()):032x}>",
            },
        )  # fmt: skip
        writer.write_record(record)
    return buffer.getvalue()


def _wacz(files: Files) -> bytes:
    """Return a WACZ around a crawl, the crawl stored as it is."""
    buffer = io.BytesIO()
    package = {"profile": "data-package", "wacz_version": "1.1.1", "resources": []}
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(zipfile.ZipInfo("archive/data.warc.gz"), _warc(files))
        archive.writestr(zipfile.ZipInfo("pages/pages.jsonl"), '{"format": "json-pages-1.0", "id": "pages"}\n')
        archive.writestr(zipfile.ZipInfo("datapackage.json"), json.dumps(package))
    return buffer.getvalue()


WHOLE: dict[tuple[str, str], Callable[[Files], bytes]] = {
    ("gbk-names", "zip"): lambda files: _zip(files, _Gbk),
    ("plain", "zip"): _zip,
    ("plain", "tar"): _tar,
    ("plain", "tar.gz"): _tar_gz,
    ("plain", "tar.bz2"): lambda files: bz2.compress(_tar(files)),
    ("plain", "tar.xz"): lambda files: lzma.compress(_tar(files)),
    ("plain", "tar.zst"): _tar_zst,
    ("plain", "7z"): _seven_zip,
    ("crawl", "warc.gz"): _warc,
    ("crawl", "wacz"): _wacz,
    ("named-otherwise", "rar"): _zip,
    ("cut-behind", "tar.gz"): lambda files: _tar_gz(files)[:-300],
    ("nested", "zip"): lambda files: _zip({"export.tar.gz": _tar_gz(files)}),
}
"""What becomes a result, by kind and ending."""


# --- broken ones


def _claims_ten_gigabytes(files: Files) -> bytes:
    """Return a tar whose one member says it is 10 GB long."""
    member = tarfile.TarInfo("index.html")
    member.size = 10 << 30
    return member.tobuf(tarfile.GNU_FORMAT) + files["index.html"][:512]


def _zip_of_ten_gigabytes(files: Files) -> bytes:
    """Return a zip whose list says that its one member is 10 GB long."""
    data = bytearray(_zip({"index.html": files["index.html"]}))
    central = data.rindex(b"PK\x01\x02")
    wide = struct.pack("<HHQ", 1, 8, 10 << 30)
    name_end = central + 46 + len("index.html")
    data[name_end:name_end] = wide
    struct.pack_into("<L", data, central + 24, 0xFFFFFFFF)
    struct.pack_into("<H", data, central + 30, len(wide))
    end = data.rindex(b"PK\x05\x06")
    struct.pack_into("<L", data, end + 12, end - central)
    return bytes(data)


def _encrypted(files: Files) -> bytes:
    """Return a zip packed with a password."""
    return _by_libarchive(files, "zip", options="encryption=aes256", passphrase="secret")


def _overlapping(files: Files) -> bytes:
    """Return a zip whose members all claim the bytes of the first."""
    data = bytearray(_zip(files))
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        struct.pack_into("<L", data, place + 42, 0)
        place = data.find(b"PK\x01\x02", place + 4)
    return bytes(data)


BROKEN: dict[tuple[str, str], Callable[[Files], bytes]] = {
    ("bomb", "zip"): lambda files: _zip({"index.html": b" " * (300 << 20)}),
    ("bomb", "tar.xz"): lambda files: lzma.compress(_tar({"index.html": b" " * (300 << 20)}), preset=0),
    ("cut", "zip"): lambda files: _zip(files)[:-2000],
    ("cut", "tar.gz"): lambda files: _tar_gz(files)[:100],
    ("cut", "warc.gz"): lambda files: _warc(files)[:100],
    ("cut", "7z"): lambda files: _seven_zip(files)[:-40],
    ("empty", "zip"): lambda files: _zip({}),
    ("encrypted", "zip"): _encrypted,
    ("no-pages", "zip"): lambda files: _zip({"a.png": b"\x89PNG"}),
    ("not-an-archive", "zip"): lambda files: b"%PDF-1.7 not at all",
    ("noise", "rar"): lambda files: b"Rar!\x1a\x07\x01\x00" + random.Random(len(files)).randbytes(5000),
    ("overlapping", "zip"): _overlapping,
    ("ten-gigabytes", "tar"): _claims_ten_gigabytes,
    ("ten-gigabytes", "zip"): _zip_of_ten_gigabytes,
}
"""What becomes a failed row, by kind and ending."""
