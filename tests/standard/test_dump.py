"""Standards written as JSON come back as they were."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from govlint.plugins import standards as plugin
from govlint.standard.dump import dump
from govlint.standard.load import load_standard, load_user_standard, resolve

STANDARDS = {path.stem: load_standard(path) for path in plugin.govlint_standards()}


@pytest.mark.parametrize("id", sorted(STANDARDS))
def test_what_is_dumped_is_a_standard_file(id: str, tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    path.write_text(json.dumps(dump(STANDARDS[id]), ensure_ascii=False), encoding="utf-8")
    assert load_user_standard(path) == replace(STANDARDS[id], extends=())


def test_a_dump_stands_alone() -> None:
    local = replace(STANDARDS["city-2017"], id="local", extends=("national-2015",))
    (resolved,) = resolve([*STANDARDS.values(), local], ["local"])
    data = dump(resolved)
    assert "extends" not in data
    assert {"modules", "survey"} <= {row["id"] for row in data["rows"]}
