"""The pool of processes: answers, errors, and what a killed process costs."""

from __future__ import annotations

import errno
import gc
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from govlint.batch.crash import is_crash
from govlint.workers.errors import WorkerKilled, WorkersError
from govlint.workers.pool import Pool, pool
from tests.workers.killed import die

_LONG = 600.0
_LEARNT: list[int] = []


@pytest.fixture(params=["copied", "fresh"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """How processes come to be: both ways must do the same."""
    if request.param == "fresh":
        monkeypatch.setattr("govlint.workers.worker._can_be_copied", lambda: False)
    elif sys.platform != "linux" or threading.active_count() > 1:
        pytest.skip("no process is copied here")
    return str(request.param)


def _raise(what: str) -> None:
    raise ValueError(what)


def _unpicklable() -> object:
    return threading.Lock()


class _Unreadable:
    """Can be sent, and not be taken out."""

    def __reduce__(self) -> tuple[object, ...]:
        return _raise, ("no such thing",)


def _unreadable() -> object:
    return _Unreadable()


def _learnt() -> list[int]:
    return _LEARNT


def _wait_for(path: str) -> int:
    Path(path).touch()
    time.sleep(_LONG)
    return 0


@pytest.mark.usefixtures("way")
def test_answers_come_back_in_the_order_of_the_questions() -> None:
    with pool(2) as executor:
        assert list(executor.map(abs, range(-200, 0))) == list(range(200, 0, -1))


@pytest.mark.usefixtures("way")
def test_large_questions_and_answers_pass_each_other() -> None:
    sizes = [3_000_000, 1, 2_000_000, 5_000_000, 2]
    with pool(2) as executor:
        assert [len(each) for each in executor.map(bytes, map(bytes, sizes))] == sizes


@pytest.mark.usefixtures("way")
def test_errors_come_back_and_say_where_they_were_raised() -> None:
    with pool(1) as executor:
        error = executor.submit(_raise, "such a page").exception()
        assert isinstance(error, ValueError)
        assert "_raise" in error.__notes__[0]
        assert isinstance(executor.submit(_unpicklable).exception(), TypeError)
        assert isinstance(executor.submit(_unreadable).exception(), ValueError)
        assert isinstance(executor.submit(abs, threading.Lock()).exception(), TypeError)
        assert executor.submit(abs, -1).result() == 1


@pytest.mark.usefixtures("way")
def test_a_killed_process_costs_its_own_task_alone() -> None:
    with pool(2) as executor:
        killed = [executor.submit(die, at) for at in range(3)]
        others = [executor.submit(abs, -at) for at in range(20)]
        assert all(isinstance(future.exception(), WorkerKilled) for future in killed)
        assert [future.result() for future in others] == list(range(20))
    assert is_crash(WorkerKilled())


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
@pytest.mark.parametrize("is_copied", [True, False])
def test_half_an_answer_is_none(is_copied: bool) -> None:
    """The pool of the standard library waits here for ever."""
    script = (
        "from tests.workers.killed import die_while_answering\n"
        "from govlint.workers import worker\n"
        "from govlint.workers.pool import pool\n"
        f"worker._can_be_copied = lambda: {is_copied and sys.platform == 'linux'}\n"
        "if __name__ == '__main__':\n"
        "    with pool(2) as executor:\n"
        "        print(type(executor.submit(die_while_answering).exception()).__name__)\n"
        "        worker._can_be_copied = lambda: False\n"
        "        print(executor.submit(abs, -1).result())\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert ran.stdout.split() == ["WorkerKilled", "1"]


def test_a_copy_knows_what_was_learnt_and_a_fresh_one_does_not(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}._LEARNT", [1])
    with pool(1) as executor:
        assert executor.submit(_learnt).result() == ([1] if way == "copied" else [])


@pytest.mark.usefixtures("way")
def test_every_process_looks_for_garbage_seldom() -> None:
    with pool(1) as executor:
        assert executor.submit(gc.get_threshold).result()[0] >= 100_000


@pytest.mark.usefixtures("way")
def test_processes_are_replaced_now_and_then() -> None:
    with pool(1, replaced_after=2) as executor:
        seen = [executor.submit(os.getpid).result() for _ in range(4)]
    assert seen[0] == seen[1] != seen[2] == seen[3]


@pytest.mark.usefixtures("way")
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


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
@pytest.mark.parametrize("is_copied", [True, False])
def test_no_process_outlives_the_one_who_started_it(is_copied: bool, tmp_path: Path) -> None:
    script = (
        "import os, signal, sys\n"
        "from govlint.workers import worker\n"
        "from govlint.workers.pool import pool\n"
        "from tests.workers.test_pool import _wait_for\n"
        f"worker._can_be_copied = lambda: {is_copied and sys.platform == 'linux'}\n"
        "if __name__ == '__main__':\n"
        "    with pool(2) as executor:\n"
        "        [executor.submit(_wait_for, path) for path in sys.argv[1:]]\n"
        "        while not all(map(os.path.exists, sys.argv[1:])):\n"
        "            pass\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    marks = [str(tmp_path / name) for name in "ab"]
    started = subprocess.Popen([sys.executable, "-c", script, *marks], stdout=subprocess.PIPE)
    assert started.communicate(timeout=60)[0] == b""  # its end comes when the last process has closed it
    assert started.returncode == -signal.SIGKILL


def test_where_no_process_can_be_started_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr("multiprocessing.process.BaseProcess.start", refuse)
    with pytest.raises(WorkersError, match="temporarily"), pool(1) as executor:
        executor.submit(abs, -1)


def test_a_closed_pool_ends_with_its_tasks() -> None:
    executor = Pool(1)
    future = executor.submit(abs, -1)
    executor.shutdown()
    assert future.result() == 1
    executor.shutdown()


def test_a_pool_that_was_not_asked_starts_nothing() -> None:
    before = threading.active_count()
    with pool(4):
        assert threading.active_count() == before
