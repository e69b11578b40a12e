"""One command run and measured: seconds by the clock, seconds of all its processes, the memory of each."""

from __future__ import annotations

import os
import statistics
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_PAUSE = 0.02  # seconds between two looks at the memory; the peak is kept by the kernel


class Run(NamedTuple):
    """A finished run: *wall* and *cpu* in seconds, *main* and *worker* the peaks of memory in bytes (0: not known).

    *code* is the exit code, None where the run was ended at its limit of time.
    """

    wall: float
    cpu: float
    main: int
    worker: int
    code: int | None


class Command(NamedTuple):
    """What is run: its *words*, the folder it is run in, variables besides the environment's, what is done before."""

    words: Sequence[str]
    folder: Path
    variables: Mapping[str, str] = {}
    before: Callable[[], object] = lambda: None


def run(command: Command, limit: float) -> Run:
    """Run *command*, for *limit* seconds at most; what it prints is thrown away."""
    command.before()
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    process = subprocess.Popen(
        command.words, cwd=command.folder, env=environment | dict(command.variables), stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    watch = _Watch(process.pid)
    ended = threading.Timer(limit, watch.end)
    ended.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    ended.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    main, worker = watch.peaks()
    code = None if watch.was_ended else process.returncode
    return Run(wall, usage.ru_utime + usage.ru_stime, main or _bytes(usage.ru_maxrss), worker, code)


class _Watch:
    """Looks at the memory of a process and of those below it until it is gone."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peaks: dict[int, int] = {}
        self._over = threading.Event()
        self.was_ended = False
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def end(self) -> None:
        """End the process and all below it."""
        self.was_ended = True
        os.killpg(self._pid, 9)

    def peaks(self) -> tuple[int, int]:
        """Return the peak of the process itself and the largest of those below it, in bytes; 0 where not known."""
        self._over.set()
        self._thread.join()
        return self._peaks.get(self._pid, 0), max(
            (peak for pid, peak in self._peaks.items() if pid != self._pid), default=0
        )

    def _look(self) -> None:
        while not self._over.wait(_PAUSE):
            waiting = [self._pid]
            while waiting:
                pid = waiting.pop()
                self._peaks[pid] = max(self._peaks.get(pid, 0), _peak(pid))
                waiting += _children(pid)


def _peak(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    line = next((line for line in status.splitlines() if line.startswith("VmHWM:")), "VmHWM: 0 kB")
    return int(line.split()[1]) * 1024


def _children(pid: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        return [int(child) for task in tasks for child in (task / "children").read_text(encoding="ascii").split()]
    except OSError:
        return []


def _bytes(maxrss: int) -> int:
    return maxrss if os.uname().sysname == "Darwin" else maxrss * 1024


class Series:
    """Runs of several commands by turns (A B C A B C), so that what else the machine does falls on all of them."""

    def __init__(self, commands: Mapping[str, Command], turns: int, limit: float) -> None:
        self.runs: dict[str, list[Run]] = {name: [] for name in commands}
        for _ in range(turns):
            for name, command in commands.items():
                if not any(done.code is None for done in self.runs[name]):
                    self.runs[name].append(run(command, limit))

    def wall(self, name: str) -> float:
        """Return the median of the seconds by the clock."""
        return statistics.median(done.wall for done in self.runs[name])

    def cpu(self, name: str) -> float:
        """Return the median of the seconds of all processes."""
        return statistics.median(done.cpu for done in self.runs[name])

    def ratio(self, name: str, to: str) -> tuple[float, float]:
        """Return the medians of the ratios, turn by turn, by the clock and by the seconds of all processes."""
        pairs = list(zip(self.runs[name], self.runs[to], strict=False))
        return (
            statistics.median(one.wall / other.wall for one, other in pairs),
            statistics.median(one.cpu / other.cpu for one, other in pairs),
        )

    def memory(self, name: str) -> tuple[int, int]:
        """Return the peaks of the main process and of a worker, in bytes."""
        return max(done.main for done in self.runs[name]), max(done.worker for done in self.runs[name])

    def code(self, name: str) -> int | None:
        """Return the exit code of the last run, None where it was ended."""
        return self.runs[name][-1].code
