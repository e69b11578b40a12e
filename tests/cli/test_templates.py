"""``--templates``: what is found on pages points at the templates, in every format."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Run

BOX = '<form action=""><input type="text" id="kw"><button type="button">搜索</button></form>'
TREE = {
    "tpl/inc/head.html": f'<div class="head">\n{BOX}</div>',
    "tpl/index.ftl": '<html><head><title>${t}</title></head><body><#include "inc/head.html"><p>${x}</p></body></html>',
    **{
        f"site/{name}.html": "<!DOCTYPE html>\n<html lang=zh><head><meta charset=utf-8><title>某局</title></head>\n"
        f'<body><div class="head">\n{BOX}</div><p>{name}</p></body></html>'
        for name in ("index", "a", "b")
    },
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for path, text in TREE.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


ONLY = ("--select", "GOV9006,GOV9007", "--no-cache", "--fail-on", "note")


@pytest.mark.parametrize("form", ["text", "compact", "github", "gitlab", "junit", "checkstyle", "markdown"])
def test_every_format_says_it(govlint: Run, tree: Path, form: str) -> None:
    ran = govlint("check", "site", "--templates", "tpl", *ONLY, "--format", form)
    assert ran.returncode == 1
    written = ran.stdout.replace("\\", "")
    assert "出自模板 tpl/inc/head.html:2:17（3 个页面）" in written, written


def test_the_summary_says_how_many_were_found(govlint: Run, tree: Path) -> None:
    ran = govlint("check", "site", "--templates", "tpl", *ONLY)
    assert "模板“tpl”（2 个文件）：1 项找到出处，0 项没有" in ran.stdout


def test_sarif_leads_to_the_template_first(govlint: Run, tree: Path) -> None:
    ran = govlint("check", "site", "--templates", "tpl", *ONLY, "--format", "sarif")
    (run,) = json.loads(ran.stdout)["runs"]
    (result,) = run["results"]
    place = result["relatedLocations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "tpl/inc/head.html", "uriBaseId": "SRCROOT"}
    assert (place["region"]["startLine"], place["region"]["startColumn"]) == (2, 17)
    assert run["properties"]["traced"] == {"name": "tpl", "templates": 2, "found": 1, "lost": 0, "nowhere": 0}


def test_the_configuration_names_them_too(govlint: Run, tree: Path) -> None:
    (tree / "govlint.toml").write_text('templates = "tpl"\n', encoding="utf-8")
    assert "出自模板 tpl/inc/head.html:2:17" in govlint("check", "site", *ONLY).stdout


def test_templates_do_not_come_from_themselves(govlint: Run, tree: Path) -> None:
    (tree / "govlint.toml").write_text('templates = "tpl"\n', encoding="utf-8")
    ran = govlint("check", "tpl", "--no-cache")
    assert "tpl/inc/head.html:2" in ran.stdout
    assert "出自模板" not in ran.stdout


def test_a_stored_report_keeps_it(govlint: Run, tree: Path) -> None:
    govlint("check", "site", "--templates", "tpl", *ONLY, "--format", "json=r.json")
    assert "出自模板 tpl/inc/head.html:2:17" in govlint("report", "r.json", "--format", "text").stdout


@pytest.mark.parametrize("path", ["nothing", "site/a.html", "empty"])
def test_what_holds_no_templates_is_said(govlint: Run, tree: Path, path: str) -> None:
    (tree / "empty").mkdir()
    ran = govlint("check", "site", "--templates", path, *ONLY)
    assert ran.returncode == 2
    assert path in ran.stderr


def _zipped(tree: Path, *folders: str) -> str:
    with zipfile.ZipFile(tree / "export.zip", "w") as packed:
        for file in (file for folder in folders for file in sorted((tree / folder).rglob("*.*"))):
            packed.write(file, file.relative_to(tree).as_posix())
    return "export.zip"


def test_an_export_in_an_archive_and_templates_outside_it(govlint: Run, tree: Path) -> None:
    ran = govlint("check", _zipped(tree, "site"), "--templates", "tpl", *ONLY, "--format", "sarif")
    (run,) = json.loads(ran.stdout)["runs"]
    place = run["results"][0]["relatedLocations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "tpl/inc/head.html", "uriBaseId": "SRCROOT"}


def test_an_export_and_its_templates_in_one_archive(govlint: Run, tree: Path) -> None:
    template = '<html><head><title>a</title></head><body><#include "../inc/head.html">' + "<p>${x}</p>" * 5
    (tree / "site" / "template").mkdir()
    (tree / "site" / "template" / "index.ftl").write_text(template, encoding="utf-8")
    (tree / "site" / "inc").mkdir()
    (tree / "site" / "inc" / "head.html").write_text(TREE["tpl/inc/head.html"], encoding="utf-8")
    ran = govlint("check", _zipped(tree, "site"), *ONLY, "--format", "sarif")
    (run,) = json.loads(ran.stdout)["runs"]
    place = run["results"][0]["relatedLocations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uri"] == "site/inc/head.html"
    assert run["artifacts"][place["index"]]["parentIndex"] == 0
    assert run["properties"]["templates"]["apart"] is True
