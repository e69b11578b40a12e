"""Shell completion: the scripts, and what they offer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _ask(instruction: str, words: str = "", at: int = 0) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", "from govlint.cli import main; main()"],
        env={
            "PATH": "", "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8",
            "_GOVLINT_COMPLETE": instruction, "COMP_WORDS": words, "COMP_CWORD": str(at),
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )  # fmt: skip
    assert "Traceback" not in ran.stderr
    return ran.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_is_a_script_for_each_shell(shell: str) -> None:
    script = _ask(f"{shell}_source")
    assert "_govlint_completion" in script
    assert f"_GOVLINT_COMPLETE={shell}_complete" in script


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("govlint ch", "check"),
        ("govlint check --sarif-p", "--sarif-profile"),
        ("govlint check --sarif-profile g", "github"),
        ("govlint check --select GOV100", "GOV1002"),
        ("govlint check --select gov2001,blank-c", "gov2001,blank-column"),
        ("govlint check --standard city", "city-2017"),
        ("govlint check --format jun", "junit"),
        ("govlint explain placeholder-s", "placeholder-search"),
    ],
)
def test_what_is_offered(words: str, offered: str) -> None:
    lines = _ask("bash_complete", words, len(words.split()) - 1).splitlines()
    assert f"plain,{offered}" in lines
