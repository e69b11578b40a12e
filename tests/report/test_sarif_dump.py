"""The serialiser: nothing set on purpose is lost, nothing that is not JSON gets through."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sarif_om as om

from govlint.report.encode import property_bag
from govlint.report.sarif_dump import chunks


def dumped(node: Any) -> Any:
    return json.loads("".join(chunks(node)))


def test_a_level_equal_to_the_default_is_written() -> None:
    assert dumped(om.ReportingConfiguration(level="warning")) == {"level": "warning"}
    assert dumped(om.Result(message=om.Message(text="a"))) == {
        "kind": "fail",
        "level": "warning",
        "message": {"text": "a"},
    }


def test_the_version_stands_before_the_schema_and_all_else() -> None:
    log = om.SarifLog(runs=[], version="2.1.0", schema_uri="https://example.com/", properties={"a": 1})
    assert list(dumped(log)) == ["version", "$schema", "runs", "properties"]


def test_empty_lists_stay_and_defaults_go() -> None:
    assert dumped(om.Region(start_line=1)) == {"startLine": 1}
    assert dumped(om.Tool(driver=om.ToolComponent(name="x", rules=[]))) == {"driver": {"name": "x", "rules": []}}


def test_iterators_are_arrays() -> None:
    assert "".join(chunks(iter([1, {"a": None}]))) == '[1,{"a":null}]'
    assert "".join(chunks(iter(()))) == "[]"


def test_keys_of_property_bags_are_left_alone() -> None:
    message = om.Message(text="a", properties={"start_line": 1, "problem.severity": om.Message(text="b")})
    assert dumped(message)["properties"] == {"start_line": 1, "problem.severity": {"text": "b"}}


def test_lone_surrogates_are_replaced_and_pairs_kept() -> None:
    assert dumped(om.Message(text="\ud83d😀")) == {"text": "\ufffd😀"}


@pytest.mark.parametrize("value", [b"x", Path("x"), date(2026, 1, 1), {1}, object(), float("nan")])
def test_what_is_not_json_is_refused_with_its_place(value: object) -> None:
    log = om.SarifLog(version="2.1.0", runs=[om.Message(text="a", properties={"k": value})])
    with pytest.raises((TypeError, ValueError), match=r"\$\.runs\[0\]\.properties"):
        "".join(chunks(log))


def test_a_property_bag_takes_whatever_a_rule_puts_in() -> None:
    pairs = [("a", 1), ("b", True), ("c", 0.5), ("d", "x"), ("e", float("inf")), ("f", Path("y")), ("g", None)]
    bag = property_bag(pairs)
    assert bag == {"a": 1, "b": True, "c": 0.5, "d": "x", "e": "inf", "f": "y", "g": "None"}
