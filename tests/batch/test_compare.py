"""Two batches: mended, new, standing, and who is at fault in both."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from govlint._where import bundled
from govlint.batch.compare import Change, Comparison, compare, match
from govlint.batch.compare_write import lead, tables, write_faults, write_json
from govlint.batch.lint_site import failed
from govlint.batch.model import Failure, FailureKind, SiteRef
from govlint.batch.store import Store
from govlint.batch.tables import write_text
from govlint.finding import Severity, Text
from tests.batch.sites import CONFIG, card, fault, head, put

BLANK, STALE, DEAD = (fault(rule, "x") for rule in ("GOV1002", "GOV4001", "GOV5001"))


@pytest.fixture
def stores(tmp_path: Path) -> tuple[Store, Store]:
    old, new = Store(tmp_path / "old"), Store(tmp_path / "new")
    put(old, head("same"), BLANK, STALE)
    put(new, head("same", cards=[card("open")]), STALE, DEAD)
    put(old, head("mended"), BLANK)
    put(new, head("mended"), fault("GOV5001", "x", "warning"))
    put(old, head("gone"), BLANK)
    put(new, head("added"), BLANK)
    put(old, head("broken"), BLANK)
    new.write(failed(SiteRef("broken", "", "b.zip"), CONFIG, "", Failure(FailureKind.EMPTY, Text("空。", "Empty."))))
    return old, new


@pytest.fixture
def found(stores: tuple[Store, Store]) -> Comparison:
    return compare(*stores)


def test_each_fault_is_mended_new_or_standing(found: Comparison) -> None:
    changes = {pair.key: [(fault.change.value, fault.rule_id) for fault in pair.faults] for pair in found.pairs}
    assert changes == {
        "same": [("mended", "GOV1002"), ("new", "GOV5001"), ("standing", "GOV4001")],
        "mended": [("mended", "GOV1002"), ("new", "GOV5001")],
    }
    assert [found.count(change) for change in Change] == [2, 2, 1]


def test_repeat_offenders_are_at_fault_in_both(stores: tuple[Store, Store], found: Comparison) -> None:
    assert [pair.key for pair in found.repeat_offenders] == ["same"]
    by_warnings = compare(*stores, Severity.WARNING)
    assert [pair.key for pair in by_warnings.repeat_offenders] == ["same", "mended"]


def test_other_faults_than_last_time_still_repeat(tmp_path: Path) -> None:
    old, new = Store(tmp_path / "old"), Store(tmp_path / "new")
    put(old, head("a"), BLANK)
    put(new, head("a"), STALE)
    assert [pair.key for pair in compare(old, new).repeat_offenders] == ["a"]


def test_sites_come_and_go(found: Comparison) -> None:
    assert [key for key, _ in found.gone] == ["gone"]
    assert [key for key, _ in found.added] == ["added"]
    assert [key for key, _ in found.unread] == ["broken"]


def test_what_was_not_looked_for_is_neither_mended_nor_new(tmp_path: Path) -> None:
    old, new = Store(tmp_path / "old"), Store(tmp_path / "new")
    put(old, head("a"), BLANK, STALE)
    put(new, head("a", rules=["GOV4001"]), STALE)
    (pair,) = compare(old, new).pairs
    assert [(fault.change, fault.rule_id) for fault in pair.faults] == [(Change.STANDING, "GOV4001")]
    assert pair.unlike == 1


def test_sites_are_matched_by_key_then_code_then_a_host_of_their_own() -> None:
    before = {"a": head("a"), "b3": head("b3", code="1"), "c3": head("c3", hosts=["c.gov.cn", "all.gov.cn"]),
              "d3": head("d3", hosts=["all.gov.cn"])}  # fmt: skip
    now = {"a": head("a"), "b4": head("b4", code="1"), "c4": head("c4", hosts=["c.gov.cn"]),
           "d4": head("d4", hosts=["all.gov.cn"])}  # fmt: skip
    assert match(before, now) == {"a": "a", "b3": "b4", "c3": "c4"}


def test_json_is_as_its_schema_says(found: Comparison) -> None:
    stream = io.StringIO()
    write_json(found, stream)
    data = json.loads(stream.getvalue())
    for pair in data["sites"]:
        for entry in pair["faults"]:
            assert entry["fingerprint"]
    schema = json.loads((bundled("schemas") / "comparison.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(data)
    assert data["repeatOffenders"] == ["same"]


@pytest.mark.parametrize(("language", "words"), [("zh", "两次都有问题的网站"), ("en", "Repeat offenders")])
def test_tables_say_it_in_both_languages(found: Comparison, language: str, words: str) -> None:
    stream = io.StringIO()
    write_text(lead(found, language), tables(found, language, None), stream, language)
    assert words in stream.getvalue()
    rows = io.StringIO(newline="")
    write_faults(found, rows, language)
    assert len(list(csv.reader(io.StringIO(rows.getvalue())))) == 1 + 5
