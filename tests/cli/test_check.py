"""``govlint check`` as its users run it: targets, outputs, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

GOOD = "<!DOCTYPE html><html lang=zh><head><meta charset=utf-8><title>页</title></head><body><p>内容</p></body></html>"
DEAD_SEARCH = GOOD.replace("<p>", '<form action=""><input type="text"><button type="button">搜索</button></form><p>')


def _site(folder: Path, **pages: str) -> None:
    for name, text in pages.items():
        path = folder / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_a_clean_page_exits_with_0(govlint: Run, tmp_path: Path) -> None:
    _site(tmp_path, page=GOOD)
    ran = govlint("check", "page.html")
    assert (ran.returncode, ran.stderr) == (0, "")


def test_a_fault_exits_with_1_and_names_the_place(govlint: Run, tmp_path: Path) -> None:
    _site(tmp_path, page=DEAD_SEARCH)
    ran = govlint("check", "page.html")
    assert ran.returncode == 1
    assert "page.html:1:" in ran.stdout
    assert "GOV2001" in ran.stdout


def test_fail_on_moves_the_bar(govlint: Run, tmp_path: Path) -> None:
    _site(tmp_path, page=DEAD_SEARCH)
    assert govlint("check", "page.html", "--fail-on", "never").returncode == 0


def test_standard_input_goes_by_the_name_it_is_given(govlint: Run) -> None:
    ran = govlint("check", "-", "--stdin-filename", "templates/页.html", stdin=DEAD_SEARCH.encode())
    assert ran.returncode == 1
    assert "templates/页.html:1:" in ran.stdout


def test_several_reports_in_one_run(govlint: Run, tmp_path: Path) -> None:
    _site(tmp_path, page=DEAD_SEARCH)
    ran = govlint("check", "page.html", "--format", "sarif=out.sarif", "--format", "json=out.json", "--format", "text")
    assert ran.returncode == 1
    assert json.loads((tmp_path / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert "GOV2001" in ran.stdout
    assert not list(tmp_path.glob("*.part"))


def test_two_reports_cannot_share_a_place(govlint: Run, tmp_path: Path) -> None:
    _site(tmp_path, page=GOOD)
    ran = govlint("check", "page.html", "--format", "json", "--format", "text")
    assert ran.returncode == 2
    assert "FORMAT=FILE" in ran.stderr


def test_paths_of_a_site_lead_from_the_working_folder(govlint: Run, tmp_path: Path) -> None:
    _site(tmp_path / "site", index=GOOD)
    govlint("check", "site", "--standard", "city-2017", "--format", "sarif=out.sarif")
    (run,) = json.loads((tmp_path / "out.sarif").read_text(encoding="utf-8"))["runs"]
    uris = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]}
    assert uris == {"site/index.html"}


def test_two_sites_are_two_runs(govlint: Run, tmp_path: Path) -> None:
    _site(tmp_path / "a", index=GOOD)
    _site(tmp_path / "b", index=GOOD)
    govlint("check", "a", "b", "--standard", "city-2017", "--format", "sarif=out.sarif")
    runs = json.loads((tmp_path / "out.sarif").read_text(encoding="utf-8"))["runs"]
    assert len({run["automationDetails"]["id"] for run in runs}) == 2


def test_the_same_input_gives_the_same_bytes(govlint: Run, tmp_path: Path) -> None:
    _site(tmp_path / "site", index=DEAD_SEARCH, **{f"c{n}__index": GOOD for n in range(70)})
    outputs = []
    for name, jobs in (("a", "1"), ("b", "2"), ("c", "2")):
        govlint("check", "site", "-j", jobs, "--as-of", "2026-01-01", "--format", f"sarif={name}.sarif")
        outputs.append((tmp_path / f"{name}.sarif").read_bytes())
    assert len(set(outputs)) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["check", "nowhere"], 2, "nowhere"),
        (["check", "empty"], 4, "没有找到可检查的页面"),
        (["check", "site", "--standard", "no-such"], 2, "no-such"),
        (["check", "site", "--standard", "broken.json"], 2, "broken.json"),
        (["check", "site", "--standard", "absent.json"], 2, "absent.json"),
        (["check", "site", "--select", "GOV9999"], 2, "GOV9999"),
        (["check", "site", "--format", "nonsense"], 2, "nonsense"),
        (["check", "site", "--encoding", "klingon"], 2, "klingon"),
        (["check", "site", "--base-url", "//"], 2, "--base-url"),
        (["check", "site", "--as-of", "tomorrow"], 2, "tomorrow"),
        (["check", "site", "--plugin", "no_such_module"], 3, "no_such_module"),
        (["check", "site", "-o", "missing/out.txt"], 2, "out.txt"),
        (["explain", "no-such"], 2, "no-such"),
        (["columns", "site/index.html"], 2, "index.html"),
        (["columns", "empty"], 4, "没有找到"),
    ],
)
def test_what_is_wrong_is_said_in_words(
    govlint: Run, tmp_path: Path, arguments: list[str], code: int, words: str
) -> None:
    _site(tmp_path / "site", index=GOOD)
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    ran = govlint(*arguments)
    assert ran.returncode == code, ran.stdout + ran.stderr
    assert words in ran.stdout + ran.stderr


def test_a_terminal_in_gbk_gets_what_it_can_show(govlint: Run, tmp_path: Path) -> None:
    _site(tmp_path, page=DEAD_SEARCH.replace("搜索", "搜索🔍"))
    ran = govlint("check", "page.html", encoding="gbk")
    assert ran.returncode == 1
    assert "GOV2001" in ran.stdout


@pytest.mark.parametrize("command", [[], ["check"], ["columns"], ["explain"], ["plugins"], ["rules"], ["standards"]])
def test_every_command_has_help_in_both_languages(govlint: Run, command: list[str]) -> None:
    ran = govlint(*command, "--help")
    assert ran.returncode == 0
    assert any("\u4e00" <= character <= "\u9fff" for character in ran.stdout)


def test_version_names_libxml2(govlint: Run) -> None:
    assert "libxml2" in govlint("--version").stdout


def test_lists_and_explanations(govlint: Run) -> None:
    assert "GOV1002" in govlint("rules").stdout
    assert "BlankColumn" in govlint("explain", "blank-column").stdout
    assert "columns" in govlint("plugins").stdout
    assert "city-2017" in govlint("standards").stdout
    assert "依申请公开" in govlint("standards", "city-2017").stdout
