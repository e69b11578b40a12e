"""The pool of processes: answers, errors, and what a killed process costs."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from govlint.batch.crash import EngineError, is_crash
from govlint.batch.processes import Pool, WorkerKilled, pool

_LONG = 600.0


def _die(_what: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


def _die_while_answering(size: int) -> bytes:
    """Be killed with half of the answer written: nobody reads it on, because the one who asked is stopped."""
    asker = os.getppid()
    os.kill(asker, signal.SIGSTOP)
    script = f"sleep 0.5; kill -KILL {os.getpid()}; sleep 0.1; kill -CONT {asker}"
    subprocess.Popen(["/bin/sh", "-c", script])
    return bytes(size)


def _raise(what: str) -> None:
    raise ValueError(what)


def _unpicklable() -> object:
    return threading.Lock()


def _wait_for(path: str) -> int:
    Path(path).touch()
    time.sleep(_LONG)
    return 0


def test_answers_come_back_in_the_order_of_the_questions() -> None:
    with pool(2) as executor:
        assert list(executor.map(abs, range(-200, 0))) == list(range(200, 0, -1))


def test_errors_come_back_and_say_where_they_were_raised() -> None:
    with pool(1) as executor:
        error = executor.submit(_raise, "such a page").exception()
        assert isinstance(error, ValueError)
        assert "_raise" in error.__notes__[0]
        assert isinstance(executor.submit(_unpicklable).exception(), TypeError)
        assert isinstance(executor.submit(abs, threading.Lock()).exception(), TypeError)
        assert executor.submit(abs, -1).result() == 1


def test_a_killed_process_costs_its_own_task_alone() -> None:
    with pool(2) as executor:
        killed = [executor.submit(_die, at) for at in range(3)]
        others = [executor.submit(abs, -at) for at in range(20)]
        assert all(isinstance(future.exception(), WorkerKilled) for future in killed)
        assert [future.result() for future in others] == list(range(20))
    assert is_crash(WorkerKilled())


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_half_an_answer_is_none() -> None:
    """The pool of the standard library waits here for ever."""
    script = (
        "from tests.batch.test_processes import _die_while_answering\n"
        "from govlint.batch.processes import pool\n"
        "if __name__ == '__main__':\n"
        "    with pool(2) as executor:\n"
        "        print(type(executor.submit(_die_while_answering, 3_000_000).exception()).__name__)\n"
        "        print(executor.submit(abs, -1).result())\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert ran.stdout.split() == ["WorkerKilled", "1"]


def test_processes_are_replaced_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govlint.batch.processes._TASKS_A_PROCESS", 2)
    with pool(1) as executor:
        seen = [executor.submit(os.getpid).result() for _ in range(4)]
    assert seen[0] == seen[1] != seen[2] == seen[3]


def test_leaving_by_an_error_ends_what_is_running(tmp_path: Path) -> None:
    mark = tmp_path / "started"
    with pytest.raises(KeyboardInterrupt), pool(1) as executor:  # noqa: PT012 - the error comes in the middle
        running = executor.submit(_wait_for, str(mark))
        waiting = executor.submit(abs, -1)
        while not mark.exists():
            time.sleep(0.01)
        raise KeyboardInterrupt
    assert isinstance(running.exception(), WorkerKilled)
    assert waiting.cancelled()
    with pytest.raises(RuntimeError):
        executor.submit(abs, -1)


def test_where_no_process_can_be_started_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr("multiprocessing.context.SpawnProcess.start", refuse)
    with pool(1) as executor:
        assert isinstance(executor.submit(abs, -1).exception(), EngineError)
        assert isinstance(executor.submit(abs, -1).exception(), EngineError)


def test_a_closed_pool_ends_with_its_tasks() -> None:
    executor = Pool(1)
    future = executor.submit(abs, -1)
    executor.shutdown()
    assert future.result() == 1
    executor.shutdown()
