"""What is kept of compiled patterns: the same patterns again, and never anything else."""

from __future__ import annotations

import marshal
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from govlint import beside
from govlint import kept_patterns as module
from govlint.kept_patterns import KeptPatterns
from govlint.lazy_re import LazyPattern

TEXTS: list[tuple[str | bytes, int]] = [
    (r"(?P<year>\d{4})年(?P<month>\d{1,2}+)月|(today)", 0),
    (r"[\u4e00-\u9fff]++(?=。)", re.IGNORECASE),
    (rb"charset\s*+=\s*+([^\s;]++)", re.IGNORECASE),
    ("a # said\n b", re.VERBOSE | re.DOTALL),
    ("(?i:k)elvin", 0),
    ("", 0),
]


def _kept(file: Path) -> KeptPatterns:
    kept = KeptPatterns(file)
    for text, flags in TEXTS:
        kept.compiled(text, flags)
    kept.keep(os.getpid())
    return KeptPatterns(file)


@pytest.fixture(autouse=True)
def _writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(module.atexit, "register", lambda *_given: None)


def _forbid_compiling(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_given: object) -> None:
        raise AssertionError("compiled")

    monkeypatch.setattr(module.re, "compile", forbidden)


def test_what_is_kept_is_equal_to_what_is_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = [re.compile(text, flags) for text, flags in TEXTS]
    kept = _kept(tmp_path / "kept")
    _forbid_compiling(monkeypatch)
    found = [kept.compiled(text, flags) for text, flags in TEXTS]
    assert found == wanted  # re compares text, flags and code
    assert [each.groupindex for each in found] == [each.groupindex for each in wanted]
    assert found[0].sub(r"\g<month>/\g<year>", "2024年5月") == "5/2024"


def test_flags_and_kinds_of_text_are_told_apart(tmp_path: Path) -> None:
    kept = _kept(tmp_path / "kept")
    assert kept.compiled(TEXTS[0][0], re.IGNORECASE).flags & re.IGNORECASE
    assert kept.compiled(b"", 0).pattern == b""


@pytest.mark.parametrize("damage", [b"", b"1234", b"\0" * 300, None])
def test_a_damaged_file_costs_nothing_but_time(tmp_path: Path, damage: bytes | None) -> None:
    file = tmp_path / "kept"
    _kept(file)
    file.write_bytes(damage if damage is not None else file.read_bytes()[:-9])
    kept = KeptPatterns(file)
    assert kept.compiled("a+", 0) == re.compile("a+")
    kept.keep(os.getpid())
    assert KeptPatterns(file)._read()


def test_code_that_the_engine_refuses_is_compiled(tmp_path: Path) -> None:
    kept = KeptPatterns(tmp_path / "kept")
    kept._codes = {("a+", 0): marshal.dumps((0, [77_777, 1], 0, {}, (None,))), ("b", 0): b"?"}
    assert kept.compiled("a+", 0) == re.compile("a+")
    assert kept.compiled("b", 0) == re.compile("b")


def test_another_python_does_not_read_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "kept"
    _kept(file)
    monkeypatch.setattr(sys, "version", "another")
    assert KeptPatterns(file)._read() == {}


def test_what_was_kept_before_stays(tmp_path: Path) -> None:
    kept = _kept(tmp_path / "kept")
    kept.compiled("one more", 0)
    kept.keep(os.getpid())
    assert len(KeptPatterns(tmp_path / "kept")._read()) == len(TEXTS) + 1
    assert [each.name for each in tmp_path.iterdir()] == ["kept"]


@pytest.mark.parametrize("reason", ["no byte code", "a child", "no right", "no engine"])
def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: str) -> None:
    if reason == "no byte code":
        monkeypatch.setattr(sys, "dont_write_bytecode", True)
    if reason == "no right":
        monkeypatch.setattr(beside.os, "access", lambda *_given: False)
    if reason == "no engine":
        monkeypatch.setattr(sys, "implementation", type("Other", (), {"name": "pypy"}))
    kept = KeptPatterns(tmp_path / "kept")
    assert kept.compiled("a+", 0) == re.compile("a+")
    kept.keep(os.getpid() + (reason == "a child"))
    assert not list(tmp_path.iterdir())


def test_no_pattern_is_none() -> None:
    with pytest.raises(re.error):
        KeptPatterns(Path("nowhere", "kept")).compiled("(", 0)


def test_the_second_process_compiles_nothing(tmp_path: Path) -> None:
    code = (
        "import re, sys; from govlint.lazy_re import lazy_re\n"
        "real = re._compiler.compile\n"
        "def compile(*given): print(given[0]); return real(*given)\n"
        "re._compiler.compile = compile\n"
        "assert lazy_re('x(y)+').fullmatch('xyy')\n"
    )
    environment = {"PYTHONPATH": str(Path(module.__file__).parents[1]), "PYTHONPYCACHEPREFIX": str(tmp_path)}
    said = [
        subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    assert said == ["x(y)+\n", ""]
    assert len(list(tmp_path.rglob("*.patterns"))) == 1


def test_lazy_patterns_are_made_once() -> None:
    lazy = LazyPattern("made once", 0)
    assert lazy.compiled() is lazy.compiled()
