"""The run of a batch: a window of tasks in flight, and what to do when a worker is killed.

Killed workers do not say which task killed them. All tasks that were in flight are then suspects, and each is tried
once more, alone; one that kills its worker again is a failed row, and the others have lost nothing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import replace
from pathlib import Path

from govlint.batch.crash import is_crash
from govlint.batch.engines import Engine
from govlint.batch.model import Failure, FailureKind, Row
from govlint.batch.task import Task, give_up, work
from govlint.finding import Text

HUGE = 1 << 30
"""Archives from this size on (bytes) are linted one after the other, each with its pages shared among all workers."""

Work = Callable[[Task], Row]

_KILLED = Failure(
    FailureKind.CRASHED,
    Text(
        "检查时两次使工作进程终止（多为内存不足或系统库崩溃）。",
        "It killed its worker twice (mostly for want of memory, or in a system library).",
    ),
)


def run_batch(engine: Engine, tasks: Sequence[Task], do: Work = work) -> Iterator[Row]:
    """Do all *tasks* and yield their rows as they come. Raises what is no site's fault (a full disk, wrong settings).

    Where the iteration is broken off, the work in flight is ended; what was written stays.
    """
    by_size = sorted(tasks, key=lambda task: (-_size(task), task.ref.key))  # the longest first: no long tail
    huge = [task for task in by_size if _size(task) >= HUGE]
    rest = by_size[len(huge) :]
    if len(rest) == 1:
        huge, rest = by_size, []
    for task in huge:
        yield _alone(engine, task, do)
    pending = deque(rest)
    while pending:
        suspects: list[Task] = []
        with engine.open() as executor:
            yield from _in_window(executor, engine, pending, suspects, do)
        for task in suspects:
            yield _alone(engine, task, do)


def _in_window(
    executor: Executor, engine: Engine, pending: deque[Task], suspects: list[Task], do: Work
) -> Iterator[Row]:
    """Do *pending* tasks until none is left, the executor is due for renewal, or there are *suspects* of a crash."""
    running: dict[Future[Row], Task] = {}
    taken = 0
    while True:
        while pending and len(running) < engine.window and not suspects and not (0 < engine.recycle <= taken):
            try:
                running[executor.submit(do, pending[0])] = pending[0]
            except Exception as refusal:
                if not is_crash(refusal):
                    raise
                break  # it has died; those in flight will say so
            pending.popleft()
            taken += 1
        if not running:
            return
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            task, error = running.pop(future), future.exception()
            if error is None:
                yield future.result()
            elif is_crash(error):
                suspects.append(task)
            else:
                raise error


def _alone(engine: Engine, task: Task, do: Work) -> Row:
    """Do one task with nothing else in flight, its pages shared among all workers; a crash is then its own doing."""
    shared = task._replace(config=replace(task.config, inner=engine.inner))
    try:
        with engine.alone() as executor:
            return executor.submit(do, shared).result()
    except Exception as error:
        if not is_crash(error):
            raise
    return give_up(task, _KILLED)


def _size(task: Task) -> int:
    try:
        found = Path(task.ref.path).stat()
    except OSError:
        return 0
    return found.st_size if Path(task.ref.path).is_file() else 0
