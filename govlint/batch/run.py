"""The run of a batch: a window of tasks in flight, and what to do when a worker is killed.

A task whose worker was killed is tried once more when all else is done, alone and with its pages shared among all
workers; where its worker is killed again, it is a failed row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, wait
from dataclasses import replace
from itertools import islice
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
        "检查时两次使工作进程终止（内存不足、系统库崩溃，或超过 --site-minutes）。",
        "It killed its worker twice (want of memory, a crash in a system library, or more than --site-minutes).",
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
        yield _alone(engine, task, do, tries=2)
    killed: list[Task] = []
    if rest:
        with engine.open() as executor:
            yield from _in_window(executor, engine.window, rest, killed, do)
    for task in killed:
        yield _alone(engine, task, do, tries=1)


def _in_window(executor: Executor, window: int, tasks: Sequence[Task], killed: list[Task], do: Work) -> Iterator[Row]:
    """Do *tasks*, so many at once, and yield their rows; those whose workers were *killed* are put aside."""
    waiting = iter(tasks)
    running = {executor.submit(do, task): task for task in islice(waiting, window)}
    while running:
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            task, error = running.pop(future), future.exception()
            if error is None:
                yield future.result()
            elif is_crash(error):
                killed.append(task)
            else:
                raise error
        running |= {executor.submit(do, task): task for task in islice(waiting, len(done))}


def _alone(engine: Engine, task: Task, do: Work, tries: int) -> Row:
    """Do one task with nothing else in flight, its pages shared among all workers; after so many *tries* it fails."""
    shared = task._replace(config=replace(task.config, inner=engine.inner))
    for _ in range(tries):
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
