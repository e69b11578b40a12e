"""The JSON report against its schema and its goldens."""

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govlint._where import bundled
from govlint.finding import Finding, Location, Text
from govlint.report.json import FORMAT_VERSION, write
from govlint.report.model import Report

Written = Callable[..., str]


@pytest.fixture(scope="session")
def schema() -> jsonschema.Draft202012Validator:
    found = json.loads((bundled("schemas") / "report.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(found)
    return jsonschema.Draft202012Validator(found)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_golden(
    written: Written,
    sample: Report,
    schema: jsonschema.Draft202012Validator,
    golden: Callable[[str, str], None],
    readable: Callable[[str], str],
    language: str,
) -> None:
    text = written(write, sample, language=language)
    schema.validate(json.loads(text))
    golden(f"sample.{language}.json", readable(text))


def test_a_clean_site(written: Written, quiet: Report, schema: jsonschema.Draft202012Validator) -> None:
    value = json.loads(written(write, quiet, quiet._replace(target="other")))
    schema.validate(value)
    first, second = value["reports"]
    assert first["findings"] == []
    assert first["succeeded"] is True
    assert second["target"] == "other"


def test_nothing_at_all(written: Written, schema: jsonschema.Draft202012Validator) -> None:
    schema.validate(json.loads(written(write)))


def test_each_finding_stands_on_its_own_line(written: Written, sample: Report) -> None:
    lines = written(write, sample).splitlines()
    starts = [line for line in lines if line.startswith('{"ruleId":') and '"verdict":' in line]
    assert len(starts) == len(sample.findings)


def test_the_schema_names_the_version_that_is_written(schema: jsonschema.Draft202012Validator) -> None:
    assert schema.schema["properties"]["formatVersion"]["const"] == FORMAT_VERSION


def test_the_severity_is_the_one_of_the_run(written: Written, sample: Report) -> None:
    rules = {rule["id"]: rule["severity"] for rule in json.loads(written(write, sample))["reports"][0]["rules"]}
    assert rules["GOV5001"] == "note"


def test_findings_name_the_document_and_the_row(written: Written, sample: Report) -> None:
    (report,) = json.loads(written(write, sample))["reports"]
    assert report["findings"][0]["clauses"] == [
        {"standard": "2019", "number": "国办秘函〔2019〕19号", "row": "2.1", "title": "其他栏目"}
    ]
    assert report["standards"][0]["issued"] == "2019-04-01"


anything = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(zh=anything, path=anything, value=st.one_of(anything, st.floats(), st.integers(), st.booleans()))
def test_any_text_survives(
    written: Written,
    schema: jsonschema.Draft202012Validator,
    make_finding: Callable[..., Finding],
    make_report: Callable[..., Report],
    zh: str,
    path: str,
    value: Any,
) -> None:
    finding = make_finding(zh, path=path, related=(Location(path, note=Text(zh, zh)),), properties=(("p", value),))
    text = written(write, make_report(finding, target=path))
    text.encode("utf-8")
    schema.validate(json.loads(text))
