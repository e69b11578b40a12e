"""``govlint check --fix`` and ``--diff`` as a user meets them."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from .conftest import Run

PAGE = (
    '<html>\r\n<head><meta charset="gb2312"><title>云霁市林业局</title></head>\r\n'
    "<body><p>今年林业工作要点公布，全市造林绿化任务全面完成。</p></body>\r\n</html>"
).encode("gbk")
MENDED = PAGE.replace(b"<html>", b'<html lang="zh-CN">')
SELECT = ("--no-config", "--select", "GOV9007", "--as-of", "2026-01-15", "--fail-on", "note")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    for name in ("index.html", "公开.html"):
        (folder / name).write_bytes(PAGE)
    return folder


def test_fix_writes_the_files_and_reports_what_is_left(govlint: Run, site: Path) -> None:
    (site / "index.html").chmod(0o640)
    done = govlint("check", "site", "--fix", *SELECT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "已修复 2 处，2 个文件" in done.stderr
    assert "GOV9007" not in done.stdout
    assert [file.read_bytes() for file in site.iterdir()] == [MENDED, MENDED]
    if sys.platform != "win32":
        assert stat.S_IMODE((site / "index.html").stat().st_mode) == 0o640


def test_diff_shows_and_writes_nothing(govlint: Run, site: Path) -> None:
    done = govlint("check", "site", "--diff", *SELECT)
    assert done.returncode == 1
    assert done.stdout.startswith("--- a/site/index.html\n+++ b/site/index.html\n@@ -1,4 +1,4 @@\n-<html>")
    assert done.stdout.count('+<html lang="zh-CN">') == 2
    assert "\n\\ No newline at end of file\n" not in done.stdout.split("@@\n")[0]
    assert [file.read_bytes() for file in site.iterdir()] == [PAGE, PAGE]
    (site / "index.html").write_bytes(MENDED)
    (site / "公开.html").write_bytes(MENDED)
    clean = govlint("check", "site", "--diff", *SELECT)
    assert (clean.returncode, clean.stdout) == (0, "")


def test_a_single_file_behind_a_link_is_mended_and_the_link_stays(govlint: Run, site: Path, tmp_path: Path) -> None:
    link = tmp_path / "page.html"
    try:
        link.symlink_to(site / "index.html")
    except OSError:
        pytest.skip("no symbolic links here")
    assert govlint("check", "page.html", "--fix", *SELECT).returncode == 0
    assert link.is_symlink()
    assert (site / "index.html").read_bytes() == MENDED
    assert sorted(path.name for path in site.iterdir()) == ["index.html", "公开.html"]


def test_unsafe_fixes_only_when_asked(govlint: Run, tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    text = '<html lang="zh"><head></head><body><h1>春季植树</h1></body></html>'
    page.write_text(text, encoding="utf-8")
    select = ("--no-config", "--select", "GOV9003")
    assert govlint("check", "a.html", "--fix", *select).returncode == 1
    assert page.read_text(encoding="utf-8") == text
    assert govlint("check", "a.html", "--fix", "--unsafe-fixes", *select).returncode == 0
    assert "<head>\n<title>春季植树</title></head>" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("site", "--fix", "--diff"), "只能选一个"),
        (("site", "--unsafe-fixes"), "--unsafe-fixes"),
        (("-", "--fix"), "不能修复"),
    ],
)
def test_what_cannot_be_asked_is_a_usage_error(
    govlint: Run, site: Path, arguments: tuple[str, ...], words: str
) -> None:
    done = govlint("check", *arguments, *SELECT, stdin=PAGE)
    assert done.returncode == 2
    assert words in done.stderr
    assert [file.read_bytes() for file in site.iterdir()] == [PAGE, PAGE]
