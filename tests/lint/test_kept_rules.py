"""What is kept of rules: the same rules again, imported when they are asked, of the very code that is there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

import pytest

from govlint import beside
from govlint.lint.kept import rules as module
from govlint.lint.kept.rules import KeptRules, import_rules
from govlint.lint.rule import Rule, Scope, _imported, rules_in
from govlint.registry import load_registry
from govlint.stamps import outermost

ROOT = Path(module.__file__).parents[2]
SAFETY = import_module("govlint.plugins.safety")
FIELDS = [field for field in Rule.__dataclass_fields__ if field not in ("examples", "check")]


@pytest.fixture(autouse=True)
def _writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(module.atexit, "register", lambda *_given: None)


def _kept(file: Path, made_of: bytes = b"code") -> KeptRules:
    kept = KeptRules(file, made_of)
    kept.take(SAFETY, _imported(SAFETY))
    kept.write(os.getpid())
    return KeptRules(file, made_of)


def _plain(rules: Iterable[Rule]) -> list[tuple[object, ...]]:
    return [tuple(getattr(rule, field) for field in FIELDS) for rule in rules]


def test_what_is_kept_says_what_the_rules_say(tmp_path: Path) -> None:
    written = [rule for _, _, rule in _imported(SAFETY)]
    kept = _kept(tmp_path / "kept").known(SAFETY) or []
    assert _plain(kept) == _plain(written)
    for one, other in zip(kept, written, strict=True):
        assert one is not other
        assert (tuple(one.examples), len(one.examples)) == (tuple(other.examples), len(other.examples))
        assert one.examples[0] == other.examples[0]
        assert one.examples[:2] == other.examples[:2]
        assert list(map(type, _plain([one])[0])) == list(map(type, _plain([other])[0]))


def test_every_rule_of_the_house_can_be_kept(tmp_path: Path) -> None:
    """What is neither a number nor a text would keep all of them from being written."""
    registry = load_registry()
    kept = KeptRules(tmp_path / "kept", b"code")
    packages = {sys.modules[rule.check.__module__.rpartition(".")[0]] for rule in _written(registry.rules.values())}
    for package in packages:
        kept.take(package, _imported(package))
    kept.write(os.getpid())
    again = KeptRules(tmp_path / "kept", b"code")
    assert len(packages) > 8
    assert all(again.known(package) for package in packages)


def _written(rules: Iterable[Rule]) -> Iterable[Rule]:
    import_rules(rules)
    for rule in rules:
        late = getattr(rule.check, "rule", rule)
        if late.check.__module__.startswith("govlint.plugins."):
            yield late


@pytest.mark.parametrize("reason", ["other code", "damage", "another package", "no file"])
def test_what_is_not_kept_is_not_known(tmp_path: Path, reason: str) -> None:
    file = tmp_path / "kept"
    _kept(file)
    if reason == "damage":
        file.write_bytes(file.read_bytes()[:-3])
    kept = KeptRules(None if reason == "no file" else file, b"other" if reason == "other code" else b"code")
    assert kept.known(sys if reason == "another package" else SAFETY) is None


@pytest.mark.parametrize("reason", ["no byte code", "a child", "no right"])
def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: str) -> None:
    if reason == "no byte code":
        monkeypatch.setattr(sys, "dont_write_bytecode", True)
    if reason == "no right":
        monkeypatch.setattr(beside.os, "access", lambda *_given: False)
    kept = KeptRules(tmp_path / "kept", b"code")
    kept.take(SAFETY, _imported(SAFETY))
    kept.write(os.getpid() + (reason == "a child"))
    assert not list(tmp_path.iterdir())


def test_a_rule_that_cannot_be_imported_says_so_when_it_is_asked(tmp_path: Path) -> None:
    kept = KeptRules(tmp_path / "kept", b"code")
    [(_, name, rule), *_] = _imported(SAFETY)
    kept.take(SAFETY, [("govlint.plugins.safety.nowhere", name, rule)])
    [late] = kept.known(SAFETY) or []
    import_rules([late])
    with pytest.raises(ModuleNotFoundError):
        late.check(None, None)  # type: ignore[arg-type]


def test_rules_of_others_are_always_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SAFETY, "__name__", "acme.rules")
    monkeypatch.setattr("govlint.lint.rule._imported", lambda _package: iter([("m", "n", "rule")]))
    assert rules_in(SAFETY) == ["rule"]


def test_a_second_process_imports_what_it_asks(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!DOCTYPE html><html lang=zh><title>示例</title><img src=a.png></html>", encoding="utf-8")
    code = (
        "import io, json, sys; from govlint.cli import main; out = sys.stdout; sys.stdout = io.StringIO()\n"
        f"try: main(['check', '--no-config', '--no-cache', {str(page)!r}])\n"
        "except SystemExit: pass\n"
        "print(json.dumps([sorted(name for name in sys.modules if name.startswith('govlint.plugins.')),"
        " sys.stdout.getvalue()]), file=out)"
    )
    environment = {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(tmp_path / "cache")}
    first, second = (
        json.loads(
            subprocess.run(
                [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True, cwd=tmp_path
            ).stdout
        )
        for _ in range(2)
    )
    assert first[1] == second[1]
    assert "GOV" in first[1]
    assert set(second[0]) < set(first[0])
    assert "govlint.plugins.columns.blank_column" in set(first[0]) - set(second[0])


def test_a_change_of_any_file_is_another_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = tmp_path / "code" / "rule.py"
    code.parent.mkdir()
    code.write_text("1", encoding="ascii")
    monkeypatch.setattr(module, "HOUSE", (code.parent,))
    made_of = []
    for text in ("1", "22"):
        code.write_text(text, encoding="ascii")
        module.stamps.cache_clear()
        made_of.append(module.kept_rules()._made_of)
    module.stamps.cache_clear()
    assert made_of[0] != made_of[1]


@pytest.mark.parametrize(
    ("scope", "tags", "asked"),
    [
        (Scope.PAGE, (), (True, True)),
        (Scope.SITE, (), (True, False)),
        (Scope.SITE, ("single-file",), (True, True)),
        (Scope.RUN, (), (False, False)),
    ],
)
def test_of_single_files_some_rules_are_asked(scope: Scope, tags: tuple[str, ...], asked: tuple[bool, bool]) -> None:
    some = next(iter(load_registry().rules.values()))
    values = {field: getattr(some, field) for field in Rule.__dataclass_fields__} | {"scope": scope, "tags": tags}
    rule = Rule(**values)
    assert (rule.is_asked(whole_site=True), rule.is_asked(whole_site=False)) == asked


def test_a_folder_within_another_is_not_looked_at_by_itself(tmp_path: Path) -> None:
    inner, other = tmp_path / "a" / "b", tmp_path / "c"
    assert outermost([inner, other, tmp_path / "a", other]) == [tmp_path / "a", other]
