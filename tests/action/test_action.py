"""The GitHub action: its inputs are used, and its script does what it says, run here as GitHub runs it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "examples" / "drc-site"

yaml = pytest.importorskip("yaml", reason="PyYAML comes with pre-commit")


@pytest.fixture(scope="module")
def action() -> Any:
    return yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


def test_every_input_is_used_and_described(action: Any) -> None:
    steps = json.dumps(action["runs"]["steps"])
    used = set(re.findall(r"\$\{\{ inputs\.([\w-]+) \}\}", steps))
    assert used == set(action["inputs"])
    assert all(given["description"] for given in action["inputs"].values())


def test_no_input_is_text_of_a_script(action: Any) -> None:
    assert not [step for step in action["runs"]["steps"] if "${{" in step.get("run", "")]


def test_the_workflows_are_sound() -> None:
    for path in sorted((ROOT / ".github" / "workflows").glob("*.yml")):
        workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert workflow["permissions"] == {"contents": "read"}, path.name
        checkouts = [
            step for job in workflow["jobs"].values() for step in job["steps"] if "checkout@" in step.get("uses", "")
        ]
        assert checkouts
        assert all(step["with"]["persist-credentials"] is False for step in checkouts), path.name


def _lint(action: Any, folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the step that lints as GitHub does, govlint being the one that is tested."""
    shim = folder / "bin" / "govlint"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "from govlint.cli import main; main()" "$@"\n')
    shim.chmod(0o755)
    values = {name: given["default"] for name, given in action["inputs"].items()} | inputs
    (step,) = (step for step in action["runs"]["steps"] if step.get("id") == "lint")
    environment = {name: values[word[len("${{ inputs.") : -3].strip()] for name, word in step["env"].items()}
    files = {name: str(folder / name) for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
        cwd=folder,
        env={
            **os.environ,
            **environment,
            **files,
            "PATH": f"{shim.parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "RUNNER_TEMP": str(folder),
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


needs_bash = pytest.mark.skipif(os.name == "nt" or shutil.which("bash") is None, reason="needs bash and a POSIX shell")


@needs_bash
def test_the_step_writes_sarif_annotations_and_a_summary(action: Any, tmp_path: Path) -> None:
    shutil.copytree(SITE, tmp_path / "a site")
    inputs = {"standard": "city-2017,national-2019", "as-of": "2017-03-31", "site-kind": "department"}
    ran = _lint(action, tmp_path, path="a site", **inputs)
    assert ran.returncode == 1, ran.stderr
    assert "::error file=a site/" in ran.stdout
    log = json.loads((tmp_path / "govlint.sarif").read_text(encoding="utf-8"))
    assert {result["kind"] for result in log["runs"][0]["results"]} == {"fail"}
    assert "GOV1001" in (tmp_path / "GITHUB_STEP_SUMMARY").read_text(encoding="utf-8")
    told = (tmp_path / "GITHUB_OUTPUT").read_text(encoding="utf-8").splitlines()
    assert told == ["sarif-file=govlint.sarif", "exit-code=1"]


@needs_bash
def test_the_bar_and_the_annotations_can_be_changed(action: Any, tmp_path: Path) -> None:
    shutil.copytree(SITE, tmp_path / "site")
    ran = _lint(action, tmp_path, path="site\n", annotations="false", **{"fail-on": "never", "language": "en"})
    assert ran.returncode == 0, ran.stderr
    assert "::" not in ran.stdout
    assert "problems" in (tmp_path / "GITHUB_STEP_SUMMARY").read_text(encoding="utf-8")


@needs_bash
def test_a_wrong_path_fails_the_step(action: Any, tmp_path: Path) -> None:
    ran = _lint(action, tmp_path, path="nowhere; echo broken in")
    assert ran.returncode == 2
    assert "broken in\n" not in ran.stdout
    assert "exit-code=2" in (tmp_path / "GITHUB_OUTPUT").read_text(encoding="utf-8")
