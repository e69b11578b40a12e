"""The size limits of the house: a file that outgrows them is to be redesigned, not added to."""

from __future__ import annotations

import ast
import statistics
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST_MODULE = 400
LONGEST_TEST = 500
LONGEST_RULE = 180
MEDIAN_RULE = 120
MOST_METHODS = 20


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _modules(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def _rule_files() -> list[Path]:
    return [path for path in _modules("plugins") if "@rule(" in path.read_text(encoding="utf-8")]


def test_modules_stay_short() -> None:
    too_long = {str(path.relative_to(ROOT)): _lines(path) for path in _modules("govlint", "plugins", "benchmarks")}
    assert not {path: lines for path, lines in too_long.items() if lines > LONGEST_MODULE}


def test_tests_stay_short() -> None:
    too_long = {str(path.relative_to(ROOT)): _lines(path) for path in _modules("tests")}
    assert not {path: lines for path, lines in too_long.items() if lines > LONGEST_TEST}


def test_rules_stay_short() -> None:
    sizes = {path.name: _lines(path) for path in _rule_files()}
    assert sizes, "no rule was found"
    assert not {name: lines for name, lines in sizes.items() if lines > LONGEST_RULE}
    assert statistics.median(sizes.values()) <= MEDIAN_RULE


def test_one_rule_a_file() -> None:
    for path in _rule_files():
        assert path.read_text(encoding="utf-8").count("\n@rule(") == 1, path.name


def test_no_class_is_a_crowd() -> None:
    for path in _modules("govlint", "plugins"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                public = [
                    item for item in node.body if isinstance(item, ast.FunctionDef) and not item.name.startswith("_")
                ]
                assert len(public) <= MOST_METHODS, f"{path.name}: {node.name}"
