"""What is documented is true: the README's commands, the rule pages, the exit codes."""

from __future__ import annotations

import re
from pathlib import Path

from govlint.cli.exit_codes import ExitCode
from govlint.lint.rule_page import rule_page
from govlint.registry import load_registry

ROOT = Path(__file__).resolve().parents[2]


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_rule_has_its_page_and_every_page_its_rule() -> None:
    pages = {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "rules").glob("GOV*.md")}
    rules = load_registry().rules
    assert pages == {rule_id: rule_page(rule) for rule_id, rule in rules.items()}, (
        "run: govlint rules --write docs/rules"
    )


def test_every_rule_is_in_the_changelog() -> None:
    changelog = _read("CHANGELOG.md")
    missing = [rule_id for rule_id in load_registry().rules if rule_id not in changelog]
    assert not missing


def test_both_readmes_give_the_same_commands() -> None:
    commands = [re.findall(r"```sh\n(.*?)```", _read(name), re.DOTALL) for name in ("README.md", "README.zh-CN.md")]
    assert commands[0] == commands[1]
    assert commands[0]


def test_both_readmes_name_every_exit_code() -> None:
    for name in ("README.md", "README.zh-CN.md"):
        text = _read(name)
        for code in ExitCode:
            assert f"| {code.value} |" in text, f"{name}: {code!r}"


def test_nothing_but_the_project_is_spoken_of() -> None:
    forbidden = re.compile(r"/work/|/tmp/venv|pypi\.org|registry\.npmjs|files\.pythonhosted")
    for folder in ("govlint", "plugins", "docs", "benchmarks", "schemas"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and path.suffix in {".py", ".md", ".json", ".yaml", ".toml", ""}:
                assert not forbidden.search(path.read_text(encoding="utf-8")), path
