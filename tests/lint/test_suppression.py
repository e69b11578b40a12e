"""Suppressions: what they take, what they must say, and what is said of those that are wrong."""

from __future__ import annotations

from datetime import date

import pytest

from govlint.lint.result import Result
from govlint.lint.settings import Settings, Suppress
from govlint.testing import lint_files

DAY = date(2026, 1, 15)
BOX = '<form action=""><input type="text"><button type="button">搜索</button></form>'


def _lint(body: str, *suppressions: Suppress) -> Result:
    page = f"<!DOCTYPE html>\n<html lang=zh><head><title>某局</title></head>\n<body>\n{body}\n</body></html>\n"
    settings = Settings(select=("GOV2001",), as_of=DAY, suppressions=suppressions)
    return lint_files({"page.html": page}, settings, whole_site=False)


def _rules(result: Result) -> list[str]:
    return [finding.rule_id for finding in result.findings]


@pytest.mark.parametrize(
    "body",
    [
        f"<!-- govlint-disable GOV2001 -- 本页即将下线 -->\n\n{BOX}",
        f"<!-- govlint-disable-next-line GOV2001 -- 下月接入 -->\n{BOX}",
        f"{BOX} <!-- govlint-disable-line placeholder-search -- 下月接入 -->",
        f"<!-- govlint-disable-next-line GOV9005,GOV2 until=2026-01-15 -- 下月接入 -->\n{BOX}",
        f"<%-- govlint-disable GOV2001 -- 模板里的注释 --%>\n{BOX}",
        f"{{# govlint-disable GOV2001 -- 模板里的注释 #}}\n{BOX}",
    ],
)
def test_a_comment_with_a_reason_suppresses(body: str) -> None:
    result = _lint(body)
    assert _rules(result) == []
    (suppressed,) = result.suppressed
    assert suppressed.kind == "inSource"
    assert not suppressed.reason.endswith(("-", ">", "}", "#"))


@pytest.mark.parametrize(
    ("comment", "rule", "words"),
    [
        ("<!-- govlint-disable GOV2001 -->", "GOV0005", "理由"),
        ("<!-- govlint-disable GOV2001 until=2025-12-31 -- 已约定 -->", "GOV0006", "过期"),
        ("<!-- govlint-disable GOV2001 until=2026-13-01 -- 已约定 -->", "GOV0005", "until"),
    ],
)
def test_a_comment_that_does_not_count_is_a_finding(comment: str, rule: str, words: str) -> None:
    result = _lint(f"{comment}\n{BOX}")
    assert sorted(_rules(result)) == sorted(["GOV2001", rule])
    (finding,) = (finding for finding in result.findings if finding.rule_id == rule)
    assert words in finding.message.zh
    assert finding.location.region is not None
    assert finding.location.region.start_line == 4


def test_a_comment_that_suppresses_nothing_is_a_finding() -> None:
    assert _rules(_lint("<!-- govlint-disable GOV2001 -- 没有搜索框 -->")) == ["GOV0005"]


def test_a_comment_on_another_line_does_not_reach() -> None:
    result = _lint(f"<!-- govlint-disable-next-line GOV2001 -- 下月接入 -->\n\n{BOX}")
    assert sorted(_rules(result)) == ["GOV0005", "GOV2001"]


def test_the_configuration_suppresses_by_path_and_until_a_day() -> None:
    assert _rules(_lint(BOX, Suppress("GOV2001", "已约定", ("*.html",)))) == []
    assert _rules(_lint(BOX, Suppress("GOV2001", "已约定", ("other/",)))) == ["GOV2001"]
    assert _rules(_lint(BOX, Suppress("GOV2001", "已约定", until=date(2026, 1, 14)))) == ["GOV2001"]
    assert _rules(_lint(BOX, Suppress("GOV2001", "已约定", key="another"))) == ["GOV2001"]


def test_suppressed_faults_are_counted() -> None:
    assert len(_lint(BOX, Suppress("GOV2001", "已约定")).suppressed) == 1
