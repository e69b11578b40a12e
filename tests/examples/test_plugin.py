"""The example plugin, named on the command line and as an installed distribution; and the one that the guide shows."""

from __future__ import annotations

import importlib
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from govlint.testing import check_example

ROOT = Path(__file__).resolve().parents[2]
PLUGIN = ROOT / "examples" / "plugin"
PAGE = (
    "<!DOCTYPE html>\n<html lang=zh><head><meta charset=utf-8><title>某局</title></head><body>\n"
    '<p>通知</p> <a href="x.html">便民热线已开通</a>\n</body></html>\n'
)


def _govlint(folder: Path, *arguments: str, path: tuple[Path, ...] = (PLUGIN,)) -> subprocess.CompletedProcess[str]:
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-c", "from govlint.cli import main; main()", *arguments],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(map(str, (*path, ROOT))),
            "PYTHONIOENCODING": "utf-8",
            "LC_ALL": "C.UTF-8",
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder of packages that holds what an installer writes for the entry points of the plugin's pyproject.toml."""
    project = tomllib.loads((PLUGIN / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    folder = tmp_path / "packages"
    info = folder / f"acme_govlint-{project['version']}.dist-info"
    info.mkdir(parents=True)
    name, version = project["name"], project["version"]
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", encoding="utf-8")
    points = "".join(f"{name} = {module}\n" for name, module in project["entry-points"]["govlint"].items())
    (info / "entry_points.txt").write_text(f"[govlint]\n{points}", encoding="utf-8")
    return folder


def test_named_on_the_command_line(tmp_path: Path) -> None:
    ran = _govlint(tmp_path, "check", "page.html", "--plugin", "acme_govlint", "--format", "compact")
    assert ran.returncode == 1, ran.stderr
    assert "page.html:3:11: warning: 链接还在用旧的宣传语“便民热线已开通”" in ran.stdout
    assert "[ACME001]" in ran.stdout


def test_installed_it_is_found_by_itself(tmp_path: Path, installed: Path) -> None:
    path = (installed, PLUGIN)
    assert "acme  (acme-govlint 1.0.0)" in _govlint(tmp_path, "plugins", path=path).stdout
    ran = _govlint(tmp_path, "check", "page.html", "--format", "acme-list", "--select", "old-slogan", path=path)
    assert (ran.returncode, ran.stdout) == (1, "page.html\n")
    assert "OldSlogan" in _govlint(tmp_path, "explain", "ACME001", path=path).stdout


def test_its_options_can_be_set(tmp_path: Path) -> None:
    (tmp_path / "govlint.toml").write_text(
        'plugins = ["acme_govlint"]\n[rules.ACME001]\nslogan = "今年的"\n', encoding="utf-8"
    )
    ran = _govlint(tmp_path, "check", "page.html", "--select", "ACME001")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    (tmp_path / "govlint.toml").write_text(
        'plugins = ["acme_govlint"]\n[rules.ACME001]\nsloggan = "x"\n', encoding="utf-8"
    )
    assert _govlint(tmp_path, "check", "page.html").returncode == 2


def test_its_examples_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(PLUGIN))
    rule = importlib.import_module("acme_govlint.rules.old_slogan").old_slogan
    for example in rule.examples:
        check_example(rule, example, plugins=("acme_govlint",))


def test_the_rule_in_the_guide_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guide = (ROOT / "plugins" / "README.md").read_text(encoding="utf-8")
    code = re.findall(r"```python\n(.*?)```", guide, re.DOTALL)
    (tmp_path / "guide_govlint.py").write_text(code[0], encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    rule = importlib.import_module("guide_govlint").untitled_page
    for example in rule.examples:
        check_example(rule, example, plugins=("guide_govlint",))
