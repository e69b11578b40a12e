"""The sample sites: every fault of the story in the one, silence in the other.

The SARIF of the faulty site is kept in ``golden/``; ``GOVLINT_GOLDEN=write`` writes it anew. Read the difference
before you commit it.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from govlint.cli.check import exit_code
from govlint.finding import Verdict
from govlint.lint.engine import run
from govlint.lint.result import Result
from govlint.lint.settings import Settings
from govlint.registry import load_registry
from govlint.report.build import build_report
from govlint.source.directory import DirectorySource
from tests.report.test_multitool import multitool

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "golden" / "drc-site.sarif"
SETTINGS = Settings(standards=("city-2017", "national-2019"), as_of=date(2017, 3, 31))

MISSING_COLUMNS = {
    "重要会议", "互动交流", "政务咨询", "调查征集", "微信微博", "权责清单", "联系我们",
    "依申请公开", "信息公开指南", "信息公开规定", "信息公开目录",
}  # fmt: skip
BLANK_FILTERS = {"按年份检索", "按处室分类", "按体裁分类"}


@cache
def _lint(name: str) -> Result:
    folder = ROOT / "examples" / name
    return run(DirectorySource(folder, name, f"examples/{name}/"), SETTINGS, load_registry())


def _messages(result: Result, rule_id: str) -> list[str]:
    return [finding.message.zh for finding in result.findings if finding.rule_id == rule_id]


def _sarif(result: Result) -> str:
    registry = load_registry()
    stream = io.StringIO()
    # The tool's own versions change from machine to machine; everything else is the same everywhere.
    report = build_report(result, registry, exit_code([result], "warning", strict=False), tool=())
    registry.reporters["sarif"].write([report], stream, language="zh")
    return stream.getvalue()


def _golden(sarif: str) -> str:
    """Return the log as it is kept: a line a value, without the pages of the rules, which docs/rules holds."""
    log = json.loads(sarif)
    (run_,) = log["runs"]
    for rule in run_["tool"]["driver"]["rules"]:
        for long in ("help", "fullDescription", "shortDescription"):
            del rule[long]
    for taxonomy in run_.get("taxonomies", ()):
        del taxonomy["taxa"]
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def test_every_missing_column_of_the_story_is_named_once() -> None:
    messages = _messages(_lint("drc-site"), "GOV1001")
    assert {name for name in MISSING_COLUMNS if any(f"“{name}”" in text for text in messages)} == MISSING_COLUMNS
    assert len(messages) == len(MISSING_COLUMNS)


def test_the_blank_filter_columns_are_named() -> None:
    messages = _messages(_lint("drc-site"), "GOV1003")
    assert {name for name in BLANK_FILTERS if any(f"“{name}”" in text for text in messages)} == BLANK_FILTERS
    assert len(messages) == 3


def test_the_dead_search_is_found() -> None:
    assert _messages(_lint("drc-site"), "GOV2001")


def test_nothing_broke() -> None:
    for name in ("drc-site", "drc-site-fixed"):
        result = _lint(name)
        assert not result.broken
        assert not result.unread


def test_the_mended_site_is_silent() -> None:
    found = [finding for finding in _lint("drc-site-fixed").findings if finding.verdict is not Verdict.PASS]
    assert [(finding.rule_id, finding.location.path, finding.message.zh) for finding in found] == []


def test_the_sarif_is_the_golden_one() -> None:
    text = _golden(_sarif(_lint("drc-site")))
    if os.environ.get("GOVLINT_GOLDEN") == "write":
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(text, encoding="utf-8", newline="\n")
    if not GOLDEN.exists():
        pytest.fail("no golden file: run with GOVLINT_GOLDEN=write and read what it writes")
    assert text == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.skipif(multitool() is None, reason="no SARIF Multitool: set GOVLINT_SARIF_MULTITOOL")
def test_the_sarif_multitool_finds_no_error(tmp_path: Path) -> None:
    log, answer = tmp_path / "drc-site.sarif", tmp_path / "answer.sarif"
    log.write_text(_sarif(_lint("drc-site")), encoding="utf-8", newline="\n")
    command = [str(multitool()), "validate", str(log), "--rule-kind", "Sarif;Ghas", "--output", str(answer)]
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=120)
    # It exits with 0 even on errors: what counts is the log it writes.
    (said,) = json.loads(answer.read_text(encoding="utf-8-sig"))["runs"]
    assert [result for result in said.get("results", []) if result.get("level") == "error"] == []
