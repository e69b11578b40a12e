"""The configuration: where it is found, what it may say, and what happens when it says something else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govlint.config.keys import KEYS
from govlint.config.load import ConfigError, find_config, load_config
from govlint.config.schema import config_schema
from govlint.registry import load_registry

ROOT = Path(__file__).resolve().parents[2]


def test_the_nearest_file_upwards_is_taken(tmp_path: Path) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "govlint.toml").write_text('lang = "en"', encoding="utf-8")
    assert find_config(below) == tmp_path / "govlint.toml"
    (tmp_path / "a" / "pyproject.toml").write_text('[tool.govlint]\nlang = "zh"', encoding="utf-8")
    assert find_config(below) == tmp_path / "a" / "pyproject.toml"


def test_a_project_file_without_our_table_does_not_count(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.other]", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    assert find_config(tmp_path) is None


def test_days_need_no_quotes(tmp_path: Path) -> None:
    """TOML has days of its own, and who writes one means the same."""
    path = tmp_path / "govlint.toml"
    suppress = '[[suppress]]\nrule = "GOV1002"\nreason = "等待上级文件"\npaths = ["a/**"]\nuntil = 2027-01-31\n'
    path.write_text(f"as-of = 2026-09-30\n{suppress}", encoding="utf-8")
    config = load_config(path, load_registry())
    assert config.get("as-of") == "2026-09-30"
    assert config.get("suppress")[0]["until"] == "2027-01-31"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("lang = ", "govlint.toml"),
        ('lang = "fr"', "lang"),
        ('colour = "red"', "colour"),
        ('[rules.GOV9999]\nseverity = "error"', "rules"),
        ('[rules.GOV1002]\nseverity = "fatal"', "GOV1002"),
        ('[[overrides]]\nignore = ["GOV1"]', "overrides"),
        ("select = 3", "select"),
        ("\xff\xfe", "govlint.toml"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "govlint.toml"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(ConfigError) as caught:
        load_config(path, load_registry())
    assert words in caught.value.text.zh


def test_standards_of_ones_own_are_relative_to_the_file(tmp_path: Path) -> None:
    path = tmp_path / "govlint.toml"
    path.write_text('standards = ["national-2019", "own.json"]', encoding="utf-8")
    assert load_config(path).paths("standards") == ["national-2019", str(tmp_path / "own.json")]


def test_the_schema_in_the_repository_is_the_generated_one() -> None:
    written = json.loads((ROOT / "schemas" / "config.schema.json").read_text(encoding="utf-8"))
    assert written == config_schema(load_registry()), "run: govlint config schema"


def test_every_sample_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "govlint.toml"
    path.write_text("\n".join(f"{name} = {key.sample}" for name, key in KEYS.items()), encoding="utf-8")
    load_config(path, load_registry())
