"""The ways to start the command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from govlint import __version__
from govlint.cli import check, main
from govlint.cli.exit_codes import ExitCode
from govlint.finding import Text
from govlint.workers.errors import WorkerKilled, WorkersError
from tests.workers.killed import die_while_answering


def test_the_package_runs_as_a_module() -> None:
    """``python -m govlint`` is the command line too."""
    done = subprocess.run([sys.executable, "-m", "govlint", "--version"], capture_output=True, text=True, check=True)
    assert __version__ in done.stdout


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (WorkerKilled("gone"), "内存不足"),
        (WorkersError(Text("无法启动工作进程", "no worker")), "无法启动工作进程 / no worker"),
        (RuntimeError("odd"), "RuntimeError: odd"),
    ],
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


@pytest.mark.skipif(sys.platform != "linux", reason="the worker must be a copy of the process that is told to fail")
@pytest.mark.parametrize("command", [["check", "--no-cache"], ["score"]], ids=lambda command: command[0])
def test_a_worker_killed_in_the_middle_of_its_answer_is_said(command: list[str], tmp_path: Path) -> None:
    """No half of an answer is waited for: the run ends, and says why."""
    for number in range(3):
        (tmp_path / f"{number}.html").write_text("<html><title>页</title><body>文</body></html>", encoding="utf-8")
    script = (
        "from govlint.workers import worker\n"
        f"from {die_while_answering.__module__} import die_while_answering\n"
        "from govlint.cli import main\n"
        "worker._answer = die_while_answering\n"
        f"main([*{command}, {str(tmp_path)!r}, '-j', '2'])\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == ExitCode.FAILED
    assert "killed a worker" in ran.stderr
    assert not ran.stdout
