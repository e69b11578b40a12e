"""One site: the same bytes anywhere, in the form the schema says, and a clear row for what cannot be linted."""

from __future__ import annotations

import gzip
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from govlint._where import bundled
from govlint.batch.lint_site import lint_site
from govlint.batch.model import FailureKind
from tests.batch.sites import CONFIG, make_site, ref


def _valid(record: Any) -> None:
    schema = json.loads((bundled("schemas") / "result.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(record)


def test_every_line_is_as_the_schema_says(tmp_path: Path) -> None:
    result = lint_site(ref(make_site(tmp_path / "a"), code="4399000021", kind="department", region="云霁"), CONFIG)
    head, *findings = map(json.loads, gzip.decompress(result.results).decode().splitlines())
    for record in (head, *findings):
        _valid(record)
    assert head == result.head
    assert (head["code"], head["region"], head["kind"], head["kindReason"]) == (
        "4399000021",
        "云霁",
        "department",
        "list",
    )
    assert (head["asOf"], head["asOfOrigin"], head["counts"]["pages"]) == ("2026-11-23", "today", 2)
    assert sum(head["faults"].values()) == sum(found["verdict"] == "fail" for found in findings) > 0
    assert [card["standard"] for card in head["cards"]] == ["national-2019"]


def test_the_same_site_gives_the_same_bytes_wherever_it_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, there = make_site(tmp_path / "here" / "a"), make_site(tmp_path / "there" / "deeper" / "a")
    monkeypatch.chdir(tmp_path / "here")
    first = lint_site(ref(here), CONFIG)
    monkeypatch.chdir(tmp_path)
    os.utime(there / "index.html", (0, 0))
    second = lint_site(ref(there), CONFIG)
    assert (first.results, first.sarif, first.scores) == (second.results, second.sarif, second.scores)
    for data in (gzip.decompress(first.results), first.sarif, first.scores):
        assert str(tmp_path).encode() not in data


def test_results_are_gzipped_without_name_or_time(tmp_path: Path) -> None:
    result = lint_site(ref(make_site(tmp_path / "a")), CONFIG)
    assert result.results[3] == 0  # no name
    assert result.results[4:8] == b"\0\0\0\0"  # no time


def test_the_list_tells_what_the_files_need_not(tmp_path: Path) -> None:
    site = make_site(tmp_path / "a")
    told = lint_site(ref(site, hosts=("ly.yunji.gov.cn",), name="林业"), CONFIG).head
    assert (told["hosts"], told["name"]) == (["ly.yunji.gov.cn"], "林业")
    assert lint_site(ref(site), CONFIG).head["settings"] != told["settings"]


def test_settings_that_change_results_change_the_digest(tmp_path: Path) -> None:
    site = ref(make_site(tmp_path / "a"))
    digests = {
        lint_site(site, config).head["settings"]
        for config in (CONFIG, replace(CONFIG, language="en"), replace(CONFIG, no_services=True))
    }
    assert len(digests) == 3
    assert lint_site(site, replace(CONFIG, inner="processes:2")).head["settings"] in digests


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("gone.zip", None, FailureKind.UNOPENED),
        ("letter.doc", b"Dear all", FailureKind.UNOPENED),
        ("empty", {}, FailureKind.EMPTY),
        ("pictures", {"a.png": b"\x89PNG"}, FailureKind.EMPTY),
    ],
)
def test_what_cannot_be_linted_says_why(tmp_path: Path, name: str, data: Any, kind: FailureKind) -> None:
    path = tmp_path / name
    if isinstance(data, dict):
        path.mkdir()
        for inner, content in data.items():
            (path / inner).write_bytes(content)
    elif data is not None:
        path.write_bytes(data)
    result = lint_site(ref(path), CONFIG)
    assert result.failure is not None
    assert result.failure.kind is kind
    assert str(tmp_path) not in json.dumps(result.head)
    assert result.failure.reason.zh.endswith("。")
    _valid(result.head)


def test_a_fault_of_govlint_is_a_row_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise KeyError("no such thing")

    site = ref(make_site(tmp_path / "a"))
    monkeypatch.setattr("govlint.batch.lint_site.run", broken)
    result = lint_site(site, CONFIG)
    assert result.failure is not None
    assert result.failure.kind is FailureKind.INTERNAL
    assert "KeyError" in result.failure.reason.en
