"""``govlint score`` as its users run it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run

EXAMPLE = str(ROOT / "examples" / "drc-site")
FIXED = str(ROOT / "examples" / "drc-site-fixed")
DAY = ("--as-of", "2017-03-31")


def test_the_table_of_the_day_is_taken(govlint: Run) -> None:
    ran = govlint("score", FIXED, *DAY)
    assert ran.returncode == 0, ran.stderr
    assert "国办发〔2015〕15号" in ran.stdout
    assert "判定日期 2017-03-31" in ran.stdout
    assert "国办秘函〔2019〕19号" in govlint("score", FIXED, "--as-of", "2024-01-01").stdout


def test_the_faults_of_the_example_cost_what_the_table_says(govlint: Run) -> None:
    ran = govlint("score", EXAMPLE, *DAY, "--standard", "national-2015", "--format", "json")
    (card,) = json.loads(ran.stdout)["cards"]
    lost = {row["id"]: row["lost"]["low"] for row in card["rows"] if row["lost"]["low"]}
    assert lost == {"basic-information": 8, "consultation": 5, "survey": 5}
    assert card["byFiles"]["high"] == 82


def test_the_mended_example_loses_nothing(govlint: Run) -> None:
    ran = govlint("score", FIXED, *DAY, "--standard", "national-2015,national-2019", "--format", "json")
    for card in json.loads(ran.stdout)["cards"]:
        assert [row["id"] for row in card["rows"] if row["state"] in ("veto", "lost")] == []


def test_a_named_standard_without_points_is_shown_too(govlint: Run) -> None:
    ran = govlint("score", EXAMPLE, *DAY, "--standard", "city-2017")
    assert ran.returncode == 0
    assert "不符合" in ran.stdout


def test_excel_gets_its_mark(govlint: Run, tmp_path: Path) -> None:
    ran = govlint("score", FIXED, *DAY, "--format", "csv", "--bom", "-o", "card.csv")
    assert "card.csv" in ran.stderr
    data = (tmp_path / "card.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    assert b"\r\r\n" not in data
    assert not list(tmp_path.glob("*.part"))


def test_organs_without_services_leave_them_out(govlint: Run) -> None:
    ran = govlint("score", FIXED, "--standard", "national-2019", "--site-kind", "portal", "--no-services")
    assert "没有对外服务职能" in ran.stdout


def test_a_veto_exits_with_1(govlint: Run, tmp_path: Path) -> None:
    head = "<head><meta charset=utf-8><title>示例市人民政府</title></head>"
    home = f"<!DOCTYPE html><html lang=zh>{head}<body>{{}}</body></html>"
    links = "".join(f'<li><a href="c{n}/index.html">栏目{n}</a></li>' for n in range(6))
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(home.format(f'<div class="nav"><ul>{links}</ul></div>'), encoding="utf-8")
    blank = home.format(f'<div class="nav"><ul>{links}</ul></div><div class="list"><ul></ul>共 0 条 第 1/1 页</div>')
    for n in range(6):
        (site / f"c{n}").mkdir()
        (site / f"c{n}" / "index.html").write_text(blank.replace("示例市人民政府", f"栏目{n}"), encoding="utf-8")
    ran = govlint("score", "site", "--standard", "national-2019", "--site-kind", "portal")
    assert "不合格" in ran.stdout
    assert ran.returncode == 1


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["score", "nowhere"], 2, "nowhere"),
        (["score", "page.html"], 2, "page.html"),
        (["score", "empty"], 4, "没有找到"),
        (["score", FIXED, "--as-of", "2010-01-01"], 2, "没有施行中的评分表"),
        (["score", FIXED, "--standard", "no-such"], 2, "no-such"),
        (["score", FIXED, *DAY, "-o", "missing/card.txt"], 2, "card.txt"),
        (["score", "--help"], 0, "总分因此是一个区间"),
    ],
)
def test_what_is_wrong_is_said(govlint: Run, tmp_path: Path, arguments: list[str], code: int, words: str) -> None:
    (tmp_path / "page.html").write_text("<html><body>页</body></html>", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    ran = govlint(*arguments)
    assert ran.returncode == code, ran.stdout + ran.stderr
    assert words in ran.stdout + ran.stderr
