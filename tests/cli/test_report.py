"""``govlint report`` and ``govlint ledger``: stored results made into reports, and ledgers that come back."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

HOME = (
    '<html lang="zh-CN"><head><title>某局</title></head><body><p>某市某局</p><a href="gone.html">公告</a></body></html>'
)
FIXED = HOME.replace('<a href="gone.html">公告</a>', "")
OPTIONS = ("--no-config", "--as-of", "2026-01-15", "--site-kind", "department", "--select", "GOV5001,GOV1001")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text(HOME, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", ["html", "text", "markdown", "sarif", "junit"])
def test_a_stored_result_gives_what_the_run_gave(govlint: Run, site: Path, tmp_path: Path, name: str) -> None:
    if name == "html":
        pytest.importorskip("jinja2", reason="the extra “report” is not installed")
    ran = govlint("check", "site", *OPTIONS, "--format", "json=r.json", "--format", f"{name}=direct")
    assert ran.returncode == 1, ran.stderr
    again = govlint("report", "r.json", "--format", f"{name}=stored")
    assert again.returncode == 0, again.stderr
    stored = (tmp_path / "stored").read_text(encoding="utf-8")
    assert stored
    if name in ("html", "markdown", "junit"):
        assert stored == (tmp_path / "direct").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "不是 JSON"),
        ("[1]", "不是 govlint"),
        ('{"formatVersion": "9.0", "reports": []}', "不认识的版本"),
        ('{"formatVersion": "1.0", "reports": [{}]}', "内容不完整"),
        ('{"formatVersion": "1.0", "reports": [1]}', "内容不完整"),
        ('{"formatVersion": "1.0", "reports": 5}', "内容不完整"),
    ],
)
def test_other_files_are_refused(govlint: Run, tmp_path: Path, content: str, words: str) -> None:
    (tmp_path / "r.json").write_text(content, encoding="utf-8")
    ran = govlint("report", "r.json", "--format", "text")
    assert ran.returncode == 2
    assert words in ran.stderr


def test_no_result_is_no_traceback(govlint: Run) -> None:
    ran = govlint("report", "none.json", "--format", "text")
    assert ran.returncode == 2
    assert "无法读取" in ran.stderr


def test_a_ledger_goes_out_and_comes_back(govlint: Run, site: Path, tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter", reason="the extra “report” is not installed")
    pytest.importorskip("python_calamine", reason="the extra “report” is not installed")
    openpyxl = pytest.importorskip("openpyxl", reason="the returned ledger is edited with openpyxl")
    ran = govlint("check", "site", *OPTIONS, "--format", "xlsx=台账.xlsx")
    assert ran.returncode == 1, ran.stderr
    book = openpyxl.load_workbook(tmp_path / "台账.xlsx")
    sheet = book.worksheets[0]
    for row in sheet.iter_rows(min_row=3):
        if "gone.html" in str(row[6].value):
            row[12].value = "已整改"
    book.save(tmp_path / "台账.xlsx")
    still = govlint("ledger", "check", "台账.xlsx", "site", *OPTIONS)
    assert still.returncode == 1, still.stderr
    assert "标为已整改，实际没有整改  1" in still.stdout
    (site / "index.html").write_text(FIXED, encoding="utf-8")
    mended = govlint("ledger", "check", "台账.xlsx", "site", *OPTIONS, "--format", "json")
    assert mended.returncode == 0, mended.stderr
    checks = {(row["ruleId"], row["check"]) for row in json.loads(mended.stdout)["rows"]}
    assert ("GOV5001", "mended") in checks
    unseen = govlint("ledger", "check", "台账.xlsx", "site", *OPTIONS[:-1], "GOV1001")
    assert "这次无法判断" in unseen.stdout


def test_no_ledger_is_said(govlint: Run, site: Path, tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(b"no workbook")
    for file in ("x.xlsx", "none.xlsx"):
        ran = govlint("ledger", "check", file, "site", *OPTIONS)
        assert ran.returncode == 2
        assert file in ran.stderr
