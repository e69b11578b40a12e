"""``govlint batch``, ``survey`` and ``compare`` as their users run them, and what a kill leaves behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from govlint.batch.lock import locked
from tests.batch.sites import files_of, make_site
from tests.cli.conftest import ROOT, Run

DAY = ("--as-of", "2026-11-23")
_MAIN = "from govlint.cli import main; main()"


def test_a_folder_of_sites_from_lint_to_survey_and_comparison(govlint: Run, tmp_path: Path) -> None:
    for name in ("甲", "乙"):
        make_site(tmp_path / "q3" / name, f"{name}市林业局")
    (tmp_path / "q3" / "丙.zip").write_bytes(b"PK\x03\x04 cut")
    ran = govlint("batch", "q3", "--out", "r3", *DAY, "-j", "2")
    assert ran.returncode == 5, ran.stderr
    assert "3 个网站：检查 2，已有 0，失败 1" in ran.stderr
    assert "丙" in ran.stderr
    assert ran.stdout == ""
    assert [path.name[0] for path in sorted((tmp_path / "r3" / "results").iterdir())] == ["乙", "甲"]
    again = govlint("batch", "q3", "--out", "r3", *DAY)
    assert "检查 0，已有 2，失败 1" in again.stderr

    survey = govlint("survey", "r3", "--format", "json")
    assert survey.returncode == 5
    assert json.loads(survey.stdout)["whole"]["sites"] == 3

    (tmp_path / "q3" / "丙.zip").unlink()
    page = tmp_path / "q3" / "甲" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("t1.html", "t9.html"), encoding="utf-8")
    assert govlint("batch", "q3", "--out", "r4", *DAY).returncode == 0
    compared = govlint("compare", "r3", "r4", "--format", "json", "-o", "c.json")
    assert compared.returncode == 1
    data = json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))
    assert data["counts"]["new"] > 0
    assert [site["name"] for site in data["gone"]] == ["丙.zip"]
    assert len(data["repeatOffenders"]) == 2


def test_the_day_of_the_first_start_counts_for_a_resumed_batch(govlint: Run, tmp_path: Path) -> None:
    make_site(tmp_path / "a")
    assert govlint("batch", "a", "--out", "r").returncode == 0
    manifest = tmp_path / "r" / "batch.json"
    today = json.loads(manifest.read_text(encoding="utf-8"))["today"]
    manifest.write_text(manifest.read_text(encoding="utf-8").replace(today, "2026-01-02"), encoding="utf-8")
    assert "检查 1" in govlint("batch", "a", "--out", "r").stderr
    head = json.loads(subprocess.run(["gzip", "-dc", *map(str, (tmp_path / "r" / "results").iterdir())],
                                     capture_output=True, check=True).stdout.splitlines()[0])  # fmt: skip
    assert (head["asOf"], head["asOfOrigin"]) == ("2026-01-02", "today")


def test_the_language_of_the_first_start_counts_for_a_resumed_batch(govlint: Run, tmp_path: Path) -> None:
    make_site(tmp_path / "a")
    assert govlint("batch", "a", "--out", "r", *DAY, "--lang", "en").returncode == 0
    manifest = json.loads((tmp_path / "r" / "batch.json").read_text(encoding="utf-8"))
    assert manifest["language"] == "en"
    assert "检查 0，已有 1" in govlint("batch", "a", "--out", "r", *DAY).stderr
    assert "检查 1，已有 0" in govlint("batch", "a", "--out", "r", *DAY, "--lang", "zh").stderr


def test_what_is_wrong_is_one_line(govlint: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("name\n甲\n", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    for arguments, code in (
        (("batch", "nowhere", "--out", "r"), 2),
        (("batch", "list.csv", "--out", "r"), 2),
        (("batch", "empty", "--out", "r", "--standard", "none-such"), 4),
        (("survey", "empty"), 2),
        (("compare", "empty", "empty"), 2),
    ):
        ran = govlint(*arguments)
        assert ran.returncode == code, (arguments, ran.stderr)
        assert len(ran.stderr.splitlines()) == 1


def test_a_wrong_standard_ends_the_batch_at_once(govlint: Run, tmp_path: Path) -> None:
    make_site(tmp_path / "a")
    ran = govlint("batch", "a", "--out", "r", "--standard", "none-such")
    assert ran.returncode == 2
    assert "none-such" in ran.stderr


def _start(folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", _MAIN, "batch", "sites", "--out", "cut", "-j", "2", *DAY]
    return subprocess.Popen(
        command, cwd=folder, env={"PATH": "", "PYTHONPATH": str(ROOT)}, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip


def test_a_run_killed_in_the_middle_goes_on_and_ends_with_the_same_bytes(govlint: Run, tmp_path: Path) -> None:
    for number in range(9):
        make_site(tmp_path / "sites" / f"s{number}", f"第{number}林业局")
    assert govlint("batch", "sites", "--out", "whole", *DAY).returncode == 0
    running = _start(tmp_path)
    results = tmp_path / "cut" / "results"
    while running.poll() is None and not (results.exists() and len(list(results.glob("s*"))) >= 3):
        time.sleep(0.02)
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    done = len(list(results.glob("s*")))
    ran = govlint("batch", "sites", "--out", "cut", *DAY)
    assert ran.returncode == 0
    kept = int(ran.stderr.split("已有 ")[1].split("，")[0])
    assert kept >= done >= 3
    assert files_of(tmp_path / "cut") == files_of(tmp_path / "whole")


MEMO = """
from govlint.batch.bulletin import BulletinWriter
from govlint.finding import Text
from govlint.hookspecs import hookimpl

def write(bulletin, stream, *, language="zh", most=None):
    stream.write(f"{len(bulletin.survey.sites)} {language} {most}\\n")

@hookimpl
def govlint_bulletins():
    return [BulletinWriter(name, write, Text("备忘", "memo")) for name in ("memo", "html")]
"""


def test_a_plugin_may_write_bulletins(govlint: Run, tmp_path: Path) -> None:
    make_site(tmp_path / "a")
    assert govlint("batch", "a", "--out", "r", *DAY).returncode == 0
    (tmp_path / "memo.py").write_text(MEMO, encoding="utf-8")
    ran = govlint("survey", "r", "--plugin", "memo", "--format", "memo", "--top", "7", "--lang", "en")
    assert (ran.returncode, ran.stdout) == (0, "1 en 7\n")
    assert "the format html is already taken" in ran.stderr
    assert govlint("survey", "r", "--format", "memo").returncode == 2


def test_a_bulletin_is_a_format_of_the_survey(govlint: Run, tmp_path: Path) -> None:
    pytest.importorskip("docxtpl", reason="the extra “report” is not installed")
    for quarter in ("q3", "q4"):
        make_site(tmp_path / quarter / "甲", "甲市林业局")
        assert govlint("batch", quarter, "--out", f"r-{quarter}", *DAY).returncode == 0
    told = ("survey", "r-q4", "--against", "r-q3")
    ran = govlint(*told, "--format", "html", "-o", "b.html")
    assert (ran.returncode, ran.stderr.strip()) == (0, "html → b.html")
    assert "两次都有“错误”级别问题的网站 1 个" in (tmp_path / "b.html").read_text(encoding="utf-8")
    assert govlint(*told, "--format", "docx", "-o", "b.docx").returncode == 0
    assert (tmp_path / "b.docx").read_bytes().startswith(b"PK")
    assert "两次都有问题的网站" in govlint(*told).stdout
    (tmp_path / "no.docx").write_bytes(b"")
    for arguments, words in (
        ((*told, "--format", "json"), "govlint compare"),
        ((*told, "--format", "html", "--template", "no.docx"), "不用模板"),
        ((*told, "--format", "docx", "-o", "b.docx", "--template", "no.docx"), "no.docx"),
        (("survey", "r-q4", "--against", "q3"), "不是 govlint batch 的结果目录"),
        (("survey", "r-q4", "--format", "pdf"), "没有格式“pdf”，可用：text、json、csv、markdown、html、docx"),
    ):
        failed = govlint(*arguments)
        assert failed.returncode == 2, failed.stderr
        assert words in failed.stderr


def test_two_runs_in_one_folder_do_not_meet(govlint: Run, tmp_path: Path) -> None:
    make_site(tmp_path / "sites" / "a")
    with locked(tmp_path / "cut"):
        ran = govlint("batch", "sites", "--out", "cut", *DAY)
        assert ran.returncode == 2
        assert f"process {os.getpid()} on " in ran.stderr
        assert "since 20" in ran.stderr
        assert len(ran.stderr.splitlines()) == 1
    running = _start(tmp_path)
    lock = tmp_path / "cut" / "log" / ".lock"
    while running.poll() is None and not lock.read_text(encoding="utf-8"):
        time.sleep(0.01)
    running.kill()
    running.wait()
    again = govlint("batch", "sites", "--out", "cut", *DAY)
    assert again.returncode == 0
    assert f"process {running.pid} on " in again.stderr.splitlines()[0]
    assert len(govlint("batch", "sites", "--out", "cut", *DAY).stderr.splitlines()) == 1
