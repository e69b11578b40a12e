"""``govlint cache`` and ``--no-cache``, run as a user does."""

from __future__ import annotations

import re
from pathlib import Path

from .conftest import Run

PAGE = '<html lang="zh-CN"><head><title>{n}</title></head><body><p><img src="{n}.png"></p></body></html>'


def site_of(folder: Path) -> Path:
    site = folder / "site"
    site.mkdir()
    for number in range(30):
        (site / f"{number}.html").write_text(PAGE.format(n=number), encoding="utf-8")
    return site


def results(shown: str) -> int:
    found = re.search(r"(\d+) 条", shown)
    return int(found[1]) if found else 0


def test_a_second_run_says_the_same_and_the_cache_can_be_shown_and_cleared(govlint: Run, tmp_path: Path) -> None:
    site_of(tmp_path)
    reports = [govlint("check", "site", "--format", "json", "--as-of", "2024-06-01", *more) for more in
               (("--no-cache",), (), ("-j2",), ("-j1",))]  # fmt: skip
    assert len({(report.returncode, report.stdout) for report in reports}) == 1
    assert results(govlint("cache", "show").stdout) > 30
    assert (tmp_path / ".govlint_cache" / ".gitignore").read_text(encoding="ascii") == "*\n"
    assert govlint("cache", "clear").returncode == 0
    assert "没有缓存" in govlint("cache", "show").stdout


def test_no_cache_writes_nothing(govlint: Run, tmp_path: Path) -> None:
    site_of(tmp_path)
    govlint("check", "site", "--no-cache")
    assert not (tmp_path / ".govlint_cache").exists()


def test_a_damaged_cache_costs_a_warning(govlint: Run, tmp_path: Path) -> None:
    site_of(tmp_path)
    first = govlint("check", "site", "--format", "json", "--as-of", "2024-06-01")
    for path in (tmp_path / ".govlint_cache").glob("cache.db*"):
        path.write_bytes(b"damaged" * 1000)
    second = govlint("check", "site", "--format", "json", "--as-of", "2024-06-01")
    assert second.stdout == first.stdout
    assert "已损坏" in second.stderr
    assert results(govlint("cache", "show").stdout) > 30
