"""The ways to start the command line."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from govlint import __version__
from govlint.cli import check, main
from govlint.cli.exit_codes import ExitCode


def test_the_package_runs_as_a_module() -> None:
    """``python -m govlint`` is the command line too."""
    done = subprocess.run([sys.executable, "-m", "govlint", "--version"], capture_output=True, text=True, check=True)
    assert __version__ in done.stdout


@pytest.mark.parametrize(
    ("error", "said"), [(BrokenProcessPool("gone"), "内存不足"), (RuntimeError("odd"), "RuntimeError: odd")]
)
def test_what_no_command_expects_is_said(
    error: Exception, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_given: object, **_named: object) -> None:
        raise error

    monkeypatch.setattr(check, "mended", fail)
    with pytest.raises(SystemExit) as ended:
        main(["check", str(Path(__file__).parent)])
    assert ended.value.code == ExitCode.FAILED
    assert said in capsys.readouterr().err
