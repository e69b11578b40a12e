"""The hooks, run by pre-commit itself from this repository on a scratch one; the vendor's day of the READMEs too."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DEAD_SEARCH = (
    "<!DOCTYPE html>\n<html lang=zh><head><meta charset=utf-8><title>某局</title></head>\n<body>\n"
    '<form action=""><input type="text"><button type="button">搜索</button></form>\n</body></html>\n'
)
CONFIG = """\
repos:
  - repo: {repository}
    rev: {revision}
    hooks:
      - id: {hook}
"""

pytestmark = [
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
    pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a git checkout: pre-commit has nothing to clone"),
]


def _run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return subprocess.run(
        command, cwd=cwd, env={**clean, **environment}, capture_output=True, text=True, check=False, encoding="utf-8"
    )


@pytest.fixture(scope="module")
def pre_commit(tmp_path_factory: pytest.TempPathFactory) -> str:
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    return str(tmp_path_factory.mktemp("pre-commit-home"))


@pytest.mark.parametrize("hook", ["govlint", "govlint-site"])
def test_the_hook_stops_a_bad_page(tmp_path: Path, pre_commit: str, hook: str) -> None:
    revision = _run("git", "rev-parse", "HEAD", cwd=ROOT).stdout.strip()
    _run("git", "init", "-q", cwd=tmp_path)
    config = CONFIG.format(repository=ROOT.as_posix(), revision=revision, hook=hook)
    (tmp_path / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    (tmp_path / "search.html").write_text(DEAD_SEARCH, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no page", encoding="utf-8")
    _run("git", "add", ".", cwd=tmp_path)
    ran = _run(sys.executable, "-m", "pre_commit", "run", cwd=tmp_path, PRE_COMMIT_HOME=pre_commit)
    output = ran.stdout + ran.stderr
    assert ran.returncode == 1, output
    assert "exit code: 1" in output, output
    assert "search.html:4:" in output
    assert "GOV2001" in output


def _day(name: str) -> tuple[str, str, str]:
    """Return what a README shows of the vendor's day: the hook's answer, the mend as a diff, the answer to that."""
    text = (ROOT / name).read_text(encoding="utf-8").partition("examples/templates](examples/templates)")[2]
    failed, passed = re.findall(r"```text\n(.*?)```", text, re.DOTALL)[:2]
    return failed.removesuffix("…\n"), re.findall(r"```diff\n(.*?)```", text, re.DOTALL)[0], passed


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_vendors_day_is_as_the_readme_tells_it(tmp_path: Path, pre_commit: str, readme: str) -> None:
    failed, mend, passed = _day(readme)
    shutil.copytree(ROOT / "examples" / "templates", tmp_path, dirs_exist_ok=True)
    header = tmp_path / "inc" / "header.html"
    before = header.read_text(encoding="utf-8")
    header.write_text("<header></header>\n", encoding="utf-8")
    revision = _run("git", "rev-parse", "HEAD", cwd=ROOT).stdout.strip()
    config = CONFIG.format(repository=ROOT.as_posix(), revision=revision, hook="govlint")
    (tmp_path / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    _run("git", "init", "-q", cwd=tmp_path)
    _run("git", "add", ".", cwd=tmp_path)
    _run("git", "-c", "user.name=v", "-c", "user.email=v@example.com", "commit", "-qm", "theme", cwd=tmp_path)

    def commit(text: str) -> str:
        header.write_text(text, encoding="utf-8")
        _run("git", "add", ".", cwd=tmp_path)
        return _run(sys.executable, "-m", "pre_commit", "run", cwd=tmp_path, PRE_COMMIT_HOME=pre_commit).stdout

    _run(sys.executable, "-m", "pre_commit", "install-hooks", cwd=tmp_path, PRE_COMMIT_HOME=pre_commit)
    assert commit(before).startswith(failed)
    old, new = ("".join(line[1:] + "\n" for line in mend.splitlines() if line[0] == sign) for sign in "-+")
    assert before.count(old) == 1
    assert commit(before.replace(old, new)) == passed
