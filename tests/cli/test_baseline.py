"""The baseline: an old site takes up govlint in one command, and only new faults fail."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

BOX = '<form action=""><input type="text"><button type="button">{}</button></form>'


def _write(path: Path, *boxes: str, gap: int = 0) -> None:
    body = "\n" * gap + "\n".join(BOX.format(box) for box in boxes)
    head = "<!DOCTYPE html>\n<html lang=zh><head><meta charset=utf-8><title>某局</title></head>"
    path.write_text(f"{head}\n<body>{body}</body></html>", encoding="utf-8")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    _write(path, "搜索")
    return path


ONLY = ("--select", "GOV2001")


def test_known_faults_do_not_fail_and_are_counted(govlint: Run, page: Path) -> None:
    assert govlint("baseline", "create", page.name, *ONLY, "--reason", "旧站").returncode == 0
    ran = govlint("check", page.name, *ONLY, "-b", "govlint-baseline.json")
    assert ran.returncode == 0
    assert "基线中 1 项" in ran.stdout
    assert "旧站" in govlint("baseline", "show").stdout


def test_a_fault_that_only_moved_is_still_known(govlint: Run, page: Path) -> None:
    govlint("baseline", "create", page.name, *ONLY)
    _write(page, "搜索", gap=10)
    assert govlint("check", page.name, *ONLY, "-b", "govlint-baseline.json").returncode == 0


def test_a_new_fault_fails(govlint: Run, page: Path, tmp_path: Path) -> None:
    govlint("baseline", "create", page.name, *ONLY)
    _write(tmp_path / "other.html", "检索")
    ran = govlint("check", page.name, "other.html", *ONLY, "-b", "govlint-baseline.json")
    assert ran.returncode == 1
    assert "other.html:3" in ran.stdout
    assert "page.html:3" not in ran.stdout


def test_past_its_day_a_fault_counts_again(govlint: Run, page: Path) -> None:
    govlint("baseline", "create", page.name, *ONLY, "--until", "2026-01-31")
    known = ("check", page.name, *ONLY, "-b", "govlint-baseline.json", "--as-of")
    assert govlint(*known, "2026-01-31").returncode == 0
    assert govlint(*known, "2026-02-01").returncode == 1


def test_prune_takes_out_what_is_mended(govlint: Run, page: Path, tmp_path: Path) -> None:
    _write(tmp_path / "other.html", "检索")
    govlint("baseline", "create", page.name, "other.html", *ONLY)
    _write(page)
    govlint("baseline", "prune", page.name, "other.html", *ONLY)
    entries = json.loads((tmp_path / "govlint-baseline.json").read_text(encoding="utf-8"))["entries"]
    assert [entry["path"] for entry in entries] == ["other.html"]


def test_update_keeps_reasons(govlint: Run, page: Path, tmp_path: Path) -> None:
    govlint("baseline", "create", page.name, *ONLY, "--reason", "旧站")
    _write(tmp_path / "other.html", "检索")
    govlint("baseline", "update", page.name, "other.html", *ONLY, "--reason", "新收")
    entries = json.loads((tmp_path / "govlint-baseline.json").read_text(encoding="utf-8"))["entries"]
    assert {entry["path"]: entry["reason"] for entry in entries} == {"page.html": "旧站", "other.html": "新收"}


def test_there_are_no_line_numbers_in_it(govlint: Run, page: Path, tmp_path: Path) -> None:
    govlint("baseline", "create", page.name, *ONLY)
    assert "line" not in (tmp_path / "govlint-baseline.json").read_text(encoding="utf-8")


def test_create_does_not_overwrite_and_bad_files_are_said(govlint: Run, page: Path, tmp_path: Path) -> None:
    (tmp_path / "govlint-baseline.json").write_text("{", encoding="utf-8")
    assert govlint("baseline", "create", page.name).returncode == 2
    ran = govlint("check", page.name, "-b", "govlint-baseline.json")
    assert ran.returncode == 2
    assert "govlint-baseline.json" in ran.stderr
