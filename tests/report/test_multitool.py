"""What Microsoft's SARIF Multitool says of our logs: it carries the official schema and GitHub's own rules.

``.ci/multitool`` installs it. It exits with 0 whatever it finds, so what counts is the log it writes.
"""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from govlint.finding import Finding, Severity
from govlint.report.model import Gone, Provenance, Report, SetAside
from govlint.report.sarif import write
from govlint.report.sarif_profile import Profile

MODULES = Path(__file__).parents[2] / "node_modules" / "@microsoft"

ACCEPTED = {
    "SARIF2004",  # ruleId beside rule: readers that know no extensions go by ruleId alone
}
"""Warnings we live with; errors we never do."""


def multitool() -> Path | None:
    named = os.environ.get("GOVLINT_SARIF_MULTITOOL")
    candidates = [Path(named)] if named else sorted(MODULES.glob("sarif-multitool-*/Sarif.Multitool*"))
    return next((path for path in candidates if path.is_file() and os.access(path, os.X_OK)), None)


pytestmark = pytest.mark.skipif(
    multitool() is None, reason="no SARIF Multitool: set GOVLINT_SARIF_MULTITOOL to what .ci/multitool prints"
)


@pytest.fixture
def complaints(tmp_path: Path) -> Callable[[str], dict[str, set[str]]]:
    """Validate the text of a log and return the rules it breaks by level."""

    def run(text: str) -> dict[str, set[str]]:
        log, answer = tmp_path / "log.sarif", tmp_path / "answer.sarif"
        log.write_text(text, encoding="utf-8", newline="\n")
        command = [
            str(multitool()),
            "validate",
            str(log),
            "--rule-kind",
            "Sarif;Ghas",
            "--output",
            str(answer),
            "--log",
            "ForceOverwrite",
        ]
        environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=120)
        said = json.loads(answer.read_text(encoding="utf-8-sig"))["runs"][0]
        assert said["invocations"][0]["executionSuccessful"]
        levels: dict[str, set[str]] = {"error": set(), "warning": set(), "note": set()}
        for result in said.get("results", []):
            levels[result.get("level", "warning")].add(result["ruleId"])
        return levels

    return run


Complaints = Callable[[str], dict[str, set[str]]]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_sample_is_accepted(
    complaints: Complaints, written: Callable[..., str], sample: Report, language: str
) -> None:
    levels = complaints(written(write, sample, language=language))
    assert levels["error"] == set()
    assert levels["warning"] <= ACCEPTED


def test_suppressions_states_and_the_repository_are_accepted(
    complaints: Complaints, written: Callable[..., str], sample: Report, make_finding: Callable[..., Finding]
) -> None:
    report = sample._replace(
        set_aside=(
            SetAside(make_finding(key="a"), "0" * 64, "inSource", "下月改版"),
            SetAside(make_finding(key="b"), "1" * 64, known=True),
        ),
        gone=(Gone("GOV5001", Severity.NOTE, "old.html", "链接“旧”已断。", "2" * 64),),
        baselined=True,
        provenance=Provenance("https://git.example.org/site", "a" * 40, "main"),
    )
    levels = complaints(written(write, report, profile=Profile.GITHUB))
    assert levels["error"] == set()
    assert levels["warning"] <= ACCEPTED
    # GitHub wants a line for every result; what is gone has none, and is in no file for GitHub.
    assert complaints(written(write, report))["error"] <= {"GH1003"}


def test_a_clean_run_and_hostile_texts_are_accepted(
    complaints: Complaints,
    written: Callable[..., str],
    make_report: Callable[..., Report],
    make_finding: Callable[..., Finding],
) -> None:
    hostile = make_finding("[a](b) {0} \ud800\0\x1b[31m“<b>”\u2028", path="a:b/？ #%.html", key="\0")
    for report in (make_report(), make_report(hostile, target="../x", site_name="a/b")):
        levels = complaints(written(write, report))
        assert levels["error"] == set()
        assert levels["warning"] <= ACCEPTED


def test_a_broken_log_is_not_accepted(complaints: Complaints, written: Callable[..., str], sample: Report) -> None:
    log = json.loads(written(write, sample))
    log["runs"][0]["results"][0]["ruleIndex"] = 99
    log["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["region"]["endLine"] = 0
    assert complaints(json.dumps(log))["error"]
