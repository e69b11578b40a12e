"""Who does the work: the processes of this machine, or a Dask cluster. Both give a plain Executor."""

from __future__ import annotations

import os
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from typing import Protocol

from govlint.batch.inner import PROCESSES, processes

AHEAD = 2
"""How many tasks are in flight for each worker, so that none waits for the next."""


class Engine(Protocol):
    """Opens executors.

    *window* is how many tasks are in flight at once; *inner* what shares the pages of one site among all workers (see
    BatchConfig), ``""`` where one worker is all there is.
    """

    window: int
    inner: str

    def open(self) -> AbstractContextManager[Executor]:
        """Open an executor of all workers."""

    def alone(self) -> AbstractContextManager[Executor]:
        """Open an executor for one task at a time."""


class Processes:
    """Processes of this machine, *jobs* of them (0: one a core)."""

    def __init__(self, jobs: int = 0) -> None:
        self._jobs = jobs or os.cpu_count() or 1
        self.window = self._jobs * AHEAD
        self.inner = f"{PROCESSES}{self._jobs}" if self._jobs > 1 else ""

    def open(self) -> AbstractContextManager[Executor]:
        """Open a pool of all processes."""
        return processes(self._jobs)

    def alone(self) -> AbstractContextManager[Executor]:
        """Open a pool of one process."""
        return processes(1)
