"""Fixes in a SARIF log: whole, placed, and within the strict profile."""

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from govlint._where import bundled
from govlint.finding import Edit, Finding, Fix, Mark, Region, Text
from govlint.report.model import Report
from govlint.report.sarif import write
from govlint.report.sarif_fix import MOST_FILES
from govlint.source.abilities import Archive

TITLE = Text("改成 utf-8", "Make it utf-8")
PLACE = Region(2, 5, 2, 9)


def edit(path: str, region: Region | None = PLACE) -> Edit:
    return Edit(path, Mark(0), "utf-8", (7, 11) if region else None, region)


@pytest.fixture
def fixes(
    written: Callable[..., str], make_finding: Callable[..., Finding], make_report: Callable[..., Report]
) -> Callable[..., Any]:
    """Report a finding with these edits; return what the log says of its fixes, None for nothing."""
    schema = json.loads((bundled("schemas") / "sarif-profile.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)

    def log(*edits: Edit, **more: Any) -> Any:
        report = make_report(make_finding(fix=Fix(TITLE, edits, safe=True)), prefix="my site/", **more)
        value = json.loads(written(write, report))
        validator.validate(value)
        return value["runs"][0]["results"][0].get("fixes")

    return log


def test_a_fix_says_what_gives_way_to_what_in_which_file(fixes: Callable[..., Any]) -> None:
    (fix,) = fixes(edit("a.html"), edit("b.html"), edit("a.html", Region(3, 1, 3, 1)))
    assert fix["description"]["text"].startswith("改成 utf-8")
    assert fix["properties"] == {"files": 2, "safe": True}
    first, second = fix["artifactChanges"]
    assert first["artifactLocation"]["uri"] == "my%20site/a.html"
    assert second["artifactLocation"]["uri"] == "my%20site/b.html"
    assert first["replacements"] == [
        {
            "deletedRegion": {"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 9},
            "insertedContent": {"text": "utf-8"},
        },
        {
            "deletedRegion": {"startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 1},
            "insertedContent": {"text": "utf-8"},
        },
    ]


def test_a_file_is_shown_with_all_its_edits_or_not_at_all(fixes: Callable[..., Any]) -> None:
    (fix,) = fixes(edit("a.html"), edit("b.html"), edit("b.html", None))
    assert [change["artifactLocation"]["uri"] for change in fix["artifactChanges"]] == ["my%20site/a.html"]
    assert fix["properties"]["files"] == 2
    assert fixes(edit("a.html", None)) is None


def test_of_many_files_some_are_shown_and_all_are_counted(fixes: Callable[..., Any]) -> None:
    (fix,) = fixes(*(edit(f"{number}.html") for number in range(MOST_FILES + 5)))
    assert len(fix["artifactChanges"]) == MOST_FILES
    assert fix["properties"]["files"] == MOST_FILES + 5


def test_nothing_in_an_archive_can_be_mended(fixes: Callable[..., Any]) -> None:
    assert fixes(edit("index.html"), archive=Archive("site.zip", "0" * 64)) is None
