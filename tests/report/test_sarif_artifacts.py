"""Files in archives are nested artifacts: the archive and what is in it, each found by its index."""

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from govlint._where import bundled
from govlint.finding import Finding, Location, Severity, Text
from govlint.report.model import Notification, NotificationKind, Report
from govlint.report.sarif import write
from govlint.source.abilities import Archive

MakeReport = Callable[..., Report]
MakeFinding = Callable[..., Finding]
SHA = "0123456789abcdef" * 4


@pytest.fixture
def run_of(written: Callable[..., str]) -> Callable[[Report], Any]:
    schema = json.loads((bundled("schemas") / "sarif-profile.schema.json").read_text(encoding="utf-8"))

    def run(report: Report) -> Any:
        log = json.loads(written(write, report))
        jsonschema.Draft202012Validator(schema).validate(log)
        return log["runs"][0]

    return run


def test_a_finding_points_to_its_file_and_the_archive_around_it(
    run_of: Callable[[Report], Any], make_report: MakeReport, make_finding: MakeFinding
) -> None:
    found = make_finding(path="栏目/index.html", related=(Location("b.html", note=Text("另一处", "elsewhere")),))
    report = make_report(found, prefix="out/export.zip!/", archive=Archive("out/export.zip", SHA))
    run = run_of(report)
    assert run["artifacts"] == [
        {
            "location": {"uri": "out/export.zip", "uriBaseId": "SRCROOT"},
            "roles": ["analysisTarget"],
            "hashes": {"sha-256": SHA},
        },
        {"location": {"uri": "b.html"}, "parentIndex": 0},
        {"location": {"uri": "%E6%A0%8F%E7%9B%AE/index.html"}, "parentIndex": 0},
    ]
    (result,) = run["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "%E6%A0%8F%E7%9B%AE/index.html", "index": 2}
    assert result["relatedLocations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "b.html", "index": 1}


def test_a_file_of_a_nested_archive_has_that_for_its_parent(
    run_of: Callable[[Report], Any], make_report: MakeReport, make_finding: MakeFinding
) -> None:
    nested = ("a.zip", "a.zip!/b.tar")
    found = make_finding(path="a.zip!/b.tar!/site/index.html")
    note = Notification(NotificationKind.UNREAD, Severity.WARNING, Text("未读。", "Unread."), "a.zip!/b.tar")
    report = make_report(
        found, prefix="export.zip!/", archive=Archive("export.zip", SHA, nested), notifications=(note,)
    )
    run = run_of(report)
    parents = [(artifact["location"]["uri"], artifact.get("parentIndex")) for artifact in run["artifacts"]]
    assert parents == [("export.zip", None), ("a.zip", 0), ("b.tar", 1), ("site/index.html", 2)]
    (told,) = run["invocations"][0]["toolExecutionNotifications"]
    assert told["locations"][0]["physicalLocation"]["artifactLocation"]["index"] == 2


def test_what_belongs_to_no_file_points_to_the_archive(
    run_of: Callable[[Report], Any], make_report: MakeReport, make_finding: MakeFinding
) -> None:
    report = make_report(make_finding(path=""), prefix="export.zip!/", archive=Archive("export.zip", SHA))
    place = run_of(report)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "export.zip", "uriBaseId": "SRCROOT", "index": 0}


def test_a_folder_has_no_artifacts(
    run_of: Callable[[Report], Any], make_report: MakeReport, make_finding: MakeFinding
) -> None:
    run = run_of(make_report(make_finding(), prefix="site/"))
    assert "artifacts" not in run
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "site/index.html"
