"""``govlint standards``: the list, one in full, and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_the_list_tells_number_validity_and_whether_it_is_taken_up(govlint: Run) -> None:
    lines = govlint("standards").stdout.splitlines()
    census = next(line for line in lines if line.startswith("national-2015"))
    for words in ("国办发〔2015〕15号", "2015-03-11～2019-03-31", "缺省", "100 分"):
        assert words in census
    assert "点名" in next(line for line in lines if line.startswith("city-2017"))


@pytest.mark.parametrize(
    "words",
    [
        "栏目不更新  否决  [veto-columns]",
        "- 空白栏目 5 个以上 → GOV1002, GOV1003, GOV1004",
        "最多 4 分，政府门户网站  [other-columns]",
        "其他空白栏目，每个 2 分",
        "办事服务（25 分）（没有对外服务职能的不适用）",
        "待定：离线文件不能证明站点在线时的情况",
        "其他栏目：12 个月（未核实）",
        "满分 100，合格线 60，80 分以上另评加分项",
    ],
)
def test_one_standard_in_full(govlint: Run, words: str) -> None:
    assert words in govlint("standards", "national-2019").stdout


def test_english(govlint: Run) -> None:
    text = govlint("standards", "national-2015", "--lang", "en").stdout
    assert "Each bad link of another page, 0.1" in text
    assert "pass mark 60 (one source)" in text


def test_the_list_as_json(govlint: Run) -> None:
    rows = {row["id"]: row for row in json.loads(govlint("standards", "--format", "json").stdout)}
    assert rows["national-2015"]["validTo"] == "2019-03-31"
    assert rows["national-2019"]["validTo"] is None
    assert (rows["city-2017"]["default"], rows["city-2017"]["scored"]) == (False, False)


def test_the_json_of_one_is_a_standard_of_your_own(govlint: Run, tmp_path: Path) -> None:
    data = json.loads(govlint("standards", "national-2019", "--format", "json").stdout)
    data["id"] = "own"
    (tmp_path / "own.json").write_text(json.dumps(data), encoding="utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("<html><body>内容</body></html>", encoding="utf-8")
    assert "政府网站检查指标（2019）" in govlint("score", "site", "--standard", "own.json").stdout


def test_several_as_json_are_a_list(govlint: Run) -> None:
    data = json.loads(govlint("standards", "national-2019", "city-2017", "--format", "json").stdout)
    assert [standard["id"] for standard in data] == ["national-2019", "city-2017"]


def test_an_unknown_id_is_said(govlint: Run) -> None:
    ran = govlint("standards", "no-such")
    assert ran.returncode == 2
    assert "no-such" in ran.stderr
