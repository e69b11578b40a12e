"""Input of every bad kind: a clear message, the right exit code, and the rest of the site still linted."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run

GOOD = "<!DOCTYPE html><html lang=zh><head><meta charset=utf-8><title>页</title></head><body><p>内容</p></body></html>"
DEAD_SEARCH = '<form action=""><input type="text"><button type="button">搜索</button></form>'

PAGES = {
    "empty": b"",
    "noise": random.Random(1).randbytes(200_000),
    "nul": b"\0" * 5000 + GOOD.encode(),
    "attributes": b"<p " + b" ".join(b"a%d=1" % number for number in range(100_000)) + b">" + DEAD_SEARCH.encode(),
    "nested": b"<div>" * 5000 + DEAD_SEARCH.encode(),
    "unclosed": b'<a href="' * 20_000,
    "comments": b"<!--" * 100_000,
    "utf16": GOOD.encode("utf-16"),
    "surrogates": b"&#xD800;&#xDFFF;<title>\xed\xa0\x80</title>",
    "one-line": (GOOD + DEAD_SEARCH * 3000).encode(),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_does_not_stop_the_site(govlint: Run, tmp_path: Path, name: str) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(GOOD.replace("<p>", DEAD_SEARCH + "<p>"), encoding="utf-8")
    (site / f"{name}.html").write_bytes(PAGES[name])
    ran = govlint("check", "site", "-j", "1")
    assert ran.returncode == 1, ran.stderr
    assert "index.html" in ran.stdout


def test_a_page_too_deep_says_that_it_was_cut(govlint: Run, tmp_path: Path) -> None:
    (tmp_path / "deep.html").write_bytes(PAGES["nested"])
    ran = govlint("check", "deep.html")
    assert "GOV0008" in ran.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="no such pipe there")
def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(GOOD + DEAD_SEARCH * 500, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-c", "from govlint.cli import main; main()", "rules"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    process.wait()
    assert b"Traceback" not in errors
    assert b"Exception" not in errors


def test_strict_fails_when_something_was_not_read(govlint: Run, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(GOOD, encoding="utf-8")
    (site / "gone.html").symlink_to(site / "nowhere.html")
    assert "GOV0001" in govlint("check", "site", "--select", "GOV2001", "--fail-on", "error").stdout
    assert govlint("check", "site", "--select", "GOV2001", "--fail-on", "error").returncode == 0
    assert govlint("check", "site", "--select", "GOV2001", "--fail-on", "error", "--strict").returncode == 5
