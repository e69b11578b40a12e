"""What a SARIF log says of faults that do not count: suppressions, the baseline, and who gets to see them."""

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from govlint._where import bundled
from govlint.finding import Finding, Severity, Verdict
from govlint.report.model import Gone, Provenance, Report, SetAside
from govlint.report.sarif import write
from govlint.report.sarif_profile import Profile, categories, fitted

Written = Callable[..., str]
MakeReport = Callable[..., Report]
MakeFinding = Callable[..., Finding]

PRINT = "0" * 64


@pytest.fixture
def log(written: Written) -> Callable[..., Any]:
    """Write a report, hold it against the strict profile, and return its one run."""
    schema = json.loads((bundled("schemas") / "sarif-profile.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)

    def run(report: Report, **options: Any) -> Any:
        value = json.loads(written(write, report, **options))
        validator.validate(value)
        return value["runs"][0]

    return run


@pytest.fixture
def mixed(make_finding: MakeFinding, make_report: MakeReport) -> Report:
    """A report with a new fault, a suppressed one, a known one, one that is both, and one that is gone."""
    return make_report(
        make_finding(key="new"),
        set_aside=(
            SetAside(make_finding(key="a"), PRINT, "inSource", "装饰图片"),
            SetAside(make_finding(key="b"), PRINT, known=True),
            SetAside(make_finding(key="c"), PRINT, "external", "另有公开平台", known=True),
        ),
        gone=(Gone("GOV5001", Severity.NOTE, "old.html", "链接“旧”已断", PRINT),),
        baselined=True,
    )


def test_suppressions_stand_on_all_results(log: Callable[..., Any], mixed: Report) -> None:
    said = [result["suppressions"] for result in log(mixed)["results"]]
    assert said == [
        [],
        [{"kind": "inSource", "status": "accepted", "justification": "装饰图片"}],
        [],
        [{"kind": "external", "status": "accepted", "justification": "另有公开平台"}],
        [],
    ]


def test_or_on_none(log: Callable[..., Any], mixed: Report, sample: Report) -> None:
    known_only = mixed._replace(set_aside=mixed.set_aside[1:2])
    for report in (known_only, sample):
        assert not [result for result in log(report)["results"] if "suppressions" in result]


def test_the_state_in_the_baseline_stands_on_all_results_or_none(log: Callable[..., Any], mixed: Report) -> None:
    states = [result["baselineState"] for result in log(mixed)["results"]]
    assert states == ["new", "new", "unchanged", "unchanged", "absent"]
    without = mixed._replace(baselined=False, gone=())
    assert not [result for result in log(without)["results"] if "baselineState" in result]


def test_what_is_gone_stands_on_no_line(log: Callable[..., Any], mixed: Report) -> None:
    gone = log(mixed)["results"][-1]
    assert (gone["ruleId"], gone["level"], gone["message"]["text"]) == ("GOV5001", "note", "链接“旧”已断。")
    assert gone["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "old.html", "uriBaseId": "SRCROOT"}}}
    ]


def test_github_gets_the_faults_that_count(log: Callable[..., Any], mixed: Report, make_finding: MakeFinding) -> None:
    findings = (*mixed.findings, make_finding(verdict=Verdict.REVIEW), make_finding(verdict=Verdict.PASS))
    report = mixed._replace(findings=findings, fingerprints=(PRINT,) * 3)
    (result,) = log(report, profile=Profile.GITHUB)["results"]
    assert (result["kind"], result["baselineState"]) == ("fail", "new")
    assert "suppressions" not in result
    assert len(log(report)["results"]) == 7


def test_what_is_set_aside_is_cut_first(log: Callable[..., Any], mixed: Report) -> None:
    run = log(mixed, most_results=3)
    assert [result["baselineState"] for result in run["results"]] == ["new", "new", "unchanged"]
    (note,) = run["invocations"][0]["toolConfigurationNotifications"]
    assert note["descriptor"]["id"] == "cut"
    assert "另有 2 条" in note["message"]["text"]
    assert len(log(mixed, most_results=None)["results"]) == 5


def test_fitting_twice_cuts_once(mixed: Report) -> None:
    once = fitted(mixed, Profile.FULL, 2)
    assert fitted(once, Profile.FULL, 2) == once


def test_former_ids_are_kept(log: Callable[..., Any], mixed: Report) -> None:
    (rule,) = (rule for rule in log(mixed)["tool"]["driver"]["rules"] if rule["id"] == "GOV1002")
    assert rule["deprecatedIds"] == ["GOV1090"]


def test_the_repository_is_named_where_it_is_known(log: Callable[..., Any], mixed: Report) -> None:
    report = mixed._replace(provenance=Provenance("https://git.example.org/site", "a" * 40, "main"))
    assert log(report)["versionControlProvenance"] == [
        {
            "repositoryUri": "https://git.example.org/site",
            "revisionId": "a" * 40,
            "branch": "main",
            "mappedTo": {"uriBaseId": "SRCROOT"},
        }
    ]
    assert "versionControlProvenance" not in log(report, profile=Profile.GITHUB)
    assert "versionControlProvenance" not in log(mixed)


def test_categories_of_many_sites_differ(mixed: Report) -> None:
    names = list(categories([mixed] * 21))
    assert len(set(names)) == 21
    assert all(name.startswith("govlint/") and name.endswith("/") for name in names)
