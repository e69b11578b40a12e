"""``govlint stats``: counts as a table, as JSON, as CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SITE = str(EXAMPLES / "drc-site")


def test_json_counts_add_up(govlint: Callable[..., Any]) -> None:
    told = json.loads(govlint("stats", SITE, "--format", "json", "--as-of", "2017-03-31").stdout)
    for table in ("kinds", "columns", "sources", "periods"):
        assert sum(row["items"] for row in told[table]) == told["items"] > 0
    assert {"period": "2016-06", "items": 1} in told["periods"]


def test_since_and_until_limit_what_is_counted(govlint: Callable[..., Any]) -> None:
    told = govlint("stats", SITE, "--format", "json", "--since", "2015-01-01", "--until", "2015-12-31").stdout
    assert {row["period"][:4] for row in json.loads(told)["periods"]} == {"2015"}


def test_csv_has_a_row_for_each_column_source_and_week(govlint: Callable[..., Any], tmp_path: Path) -> None:
    finished = govlint("stats", SITE, "--format", "csv", "--by", "week", "-o", "stats.csv")
    assert finished.returncode == 0
    data = (tmp_path / "stats.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines()))
    assert all("/" in row["period"] for row in rows)
    assert {"发改动态", "规划计划"} <= {row["column"] for row in rows}


def test_the_table_starts_with_the_total(govlint: Callable[..., Any]) -> None:
    lines = govlint("stats", SITE, "--lang", "en").stdout.splitlines()
    assert lines[0].startswith("Published ")
    assert "by source" in lines


def test_a_cell_that_would_be_a_formula_is_made_text(govlint: Callable[..., Any], tmp_path: Path) -> None:
    nav = '<div class="nav"><a href="a.html">工作动态</a></div>'
    row = '<li><a href="b.html">甲文件的标题</a>2017-01-01</li><li><a href="c.html">乙文件的标题</a>2017-01-02</li>'
    document = f'<html><head><meta name="ContentSource" content="=1+1"></head><body>{nav}<p>正文。</p></body></html>'
    (tmp_path / "index.html").write_text(nav, encoding="utf-8")
    (tmp_path / "a.html").write_text(f"{nav}<ul>{row}</ul>", encoding="utf-8")
    (tmp_path / "b.html").write_text(document, encoding="utf-8")
    assert "'=1+1" in govlint("stats", ".", "--format", "csv").stdout


@pytest.mark.parametrize("path", ["missing", "page.html"])
def test_what_is_no_site_is_said(govlint: Callable[..., Any], tmp_path: Path, path: str) -> None:
    (tmp_path / "page.html").write_text("<p>正文</p>", encoding="utf-8")
    assert govlint("stats", path).returncode == 2
