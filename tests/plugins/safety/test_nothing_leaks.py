"""A personal number is shown masked in every report, whichever rule quotes the line it stands on."""

from __future__ import annotations

import io
import zipfile

import pytest

from govlint.lint.result import Result
from govlint.registry import load_registry
from govlint.report.build import build_report
from govlint.report.reporter import Reporter
from govlint.testing import lint_files

IDENTITY, MOBILE, CARD = "110105198503121234", "13900005678", "6217008888777766654"
SHOWING = ("text", "sarif", "json")  # those that give every message
# One line: every other fault on it is shown with the numbers beside it.
PAGE = (
    "<html><head><title>公示</title></head><body><img src='missing.png'><p>户主张某，身份证号码："
    f"{IDENTITY}，<span>110105</span><span>198503121234</span>，户主电话 {MOBILE}，银行卡号 {CARD}，"
    f"<a href='files/{IDENTITY}.doc'>附件</a><a href='#' title='{MOBILE}'>查看</a><input type='text'></p></body></html>"
)


@pytest.fixture(scope="module")
def result() -> Result:
    return lint_files({"index.html": PAGE, "gs/a.html": PAGE, f"files/{IDENTITY}.txt": "x"})


def test_the_numbers_are_found(result: Result) -> None:
    found = [finding for finding in result.findings if finding.rule_id in ("GOV8003", "GOV8004")]
    assert {finding.rule_id for finding in found} == {"GOV8003", "GOV8004"}
    assert any("11*************234" in finding.message.zh for finding in found)
    assert any("文件名" in finding.message.zh and not finding.location.path for finding in found)


def test_lines_are_shown_and_keep_their_columns(result: Result) -> None:
    shown = [finding.location.line_text for finding in result.findings if finding.location.path == "index.html"]
    lines = {line for line in shown if line}
    assert lines
    assert {len(line) for line in lines} == {len(PAGE)}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("reporter", load_registry().reporters.values(), ids=lambda reporter: reporter.name)
def test_no_report_shows_a_number(result: Result, reporter: Reporter, language: str) -> None:
    buffer = io.BytesIO()
    stream = io.TextIOWrapper(buffer, encoding="utf-8", newline="\n", write_through=True)
    reporter.write([build_report(result, load_registry(), exit_code=1)], stream, language=language)
    text = _text_in(buffer.getvalue())
    if reporter.name in SHOWING:
        assert "11*************234" in text
    for secret in (IDENTITY, MOBILE, CARD, "19850312"):
        assert secret not in text, text[max(text.find(secret) - 200, 0) : text.find(secret) + 40]


def _text_in(data: bytes) -> str:
    """Return what a report says: *data* as text, or the parts of an office document."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def test_nothing_in_the_findings_holds_a_number(result: Result) -> None:
    for finding in result.findings:
        for secret in (IDENTITY, MOBILE, CARD):
            assert secret not in repr(finding)
