"""Run the command line as a user does."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def govlint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run govlint in a folder of its own; returns the finished process with its output as text."""
    monkeypatch.chdir(tmp_path)

    def run(
        *arguments: str, stdin: bytes = b"", encoding: str = "utf-8", cwd: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        finished = subprocess.run(
            [sys.executable, "-c", "from govlint.cli import main; main()", *arguments],
            input=stdin,
            capture_output=True,
            cwd=cwd or tmp_path,
            env={"PATH": "", "PYTHONIOENCODING": encoding, "PYTHONPATH": str(ROOT)},
            check=False,
        )
        out, err = (stream.decode(encoding, "replace") for stream in (finished.stdout, finished.stderr))
        assert "Traceback" not in err, err
        return subprocess.CompletedProcess(finished.args, finished.returncode, out, err)

    return run
