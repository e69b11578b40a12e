"""Archives on the command line: every command takes them, and what cannot be read has its words and exit code."""

import json
import random
from pathlib import Path

import pytest

from tests.cli.conftest import Run

from .conftest import FILES, example_files, tar_bytes, zip_bytes


@pytest.mark.parametrize("command", ["check", "columns", "score", "stats"])
def test_every_command_takes_archives(govlint: Run, command: str) -> None:
    Path("export.zip").write_bytes(zip_bytes(example_files()))
    result = govlint(command, "export.zip")
    assert result.returncode in (0, 1), result.stdout + result.stderr
    assert result.stdout + result.stderr


def test_the_text_names_archive_and_member(govlint: Run) -> None:
    Path("export.zip").write_bytes(zip_bytes({"site.zip": zip_bytes(FILES)}))
    assert "export.zip!/site.zip!/index.html:1:" in govlint("check", "export.zip", "-j1").stdout


def test_sarif_names_archive_and_member(govlint: Run) -> None:
    Path("export.zip").write_bytes(zip_bytes(FILES))
    artifacts = json.loads(govlint("check", "export.zip", "-j1", "--format", "sarif").stdout)["runs"][0]["artifacts"]
    assert artifacts[0]["location"] == {"uri": "export.zip", "uriBaseId": "SRCROOT"}
    assert {"location": {"uri": "index.html"}, "parentIndex": 0} in artifacts


@pytest.mark.parametrize(
    ("name", "data", "code", "words"),
    [
        ("cut.zip", zip_bytes(FILES)[:-40], 2, "文件目录缺失或损坏"),
        ("page.zip", b"<html>", 2, "名为压缩包"),
        ("page.html.gz", b"\x1f\x8b\x08" + bytes(30), 2, "已损坏"),
        ("empty.zip", zip_bytes({}), 4, "没有找到可检查的页面"),
        ("cut.tar", tar_bytes(FILES)[:2200], 1, "其余内容未检查"),
    ],
)
def test_what_cannot_be_read_has_its_returncode(govlint: Run, name: str, data: bytes, code: int, words: str) -> None:
    Path(name).write_bytes(data)
    result = govlint("check", name, "-j1", "--lang", "zh")
    assert result.returncode == code, result.stdout + result.stderr
    assert words in result.stdout + result.stderr
    assert "Traceback" not in result.stdout + result.stderr


def test_with_strict_an_encrypted_page_has_its_returncode(govlint: Run) -> None:
    data = bytearray(zip_bytes(FILES))
    at = data.index(b"PK\1\2")
    data[at + 8] |= 1
    Path("export.zip").write_bytes(data)
    result = govlint("check", "export.zip", "-j1", "--strict", "--fail-on", "never", "--lang", "zh")
    assert result.returncode == 5
    assert "“index.html”已加密，无法读取，未检查。" in result.stdout + result.stderr


def test_an_archive_under_any_name_is_opened(govlint: Run) -> None:
    Path("export.html").write_bytes(zip_bytes(FILES))
    assert "export.html!/index.html" in govlint("check", "export.html", "-j1").stdout


def test_budgets_are_configured(govlint: Run, tmp_path: Path) -> None:
    page = FILES["index.html"] + b"<!--%s-->" % random.Random(1).randbytes(1 << 19).hex().encode()
    (tmp_path / "export.zip").write_bytes(zip_bytes(FILES | {"index.html": page}))
    assert "GOV0001" not in govlint("check", "export.zip", "-j1", "--format", "compact").stdout
    config = tmp_path / "govlint.toml"
    config.write_text("[sources.archive]\nmember_mib = 1\n", encoding="utf-8")
    unread = [
        line
        for line in govlint("check", "export.zip", "-j1", "--format", "compact").stdout.splitlines()
        if "GOV0001" in line
    ]
    assert ["1 MiB" in line for line in unread] == [True]
    config.write_text("[sources.archive]\ndepth = -1\n", encoding="utf-8")
    ran = govlint("check", "export.zip")
    assert (ran.returncode, "sources.archive.depth" in ran.stderr) == (2, True)
