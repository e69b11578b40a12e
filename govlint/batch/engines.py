"""Who does the work: the processes of this machine, or a Dask cluster. Both give a plain Executor."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module
from typing import Any, Protocol

from govlint.batch.inner import DASK, PROCESSES
from govlint.batch.processes import pool
from govlint.finding import Text

_AHEAD = 2


class EngineError(RuntimeError):
    """An engine that cannot be started; *text* says why, in one line."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


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
        """Open an executor for one task at a time, whose death is that task's doing."""


class Processes:
    """Processes of this machine, *jobs* of them (0: one a core)."""

    def __init__(self, jobs: int = 0) -> None:
        self._jobs = jobs or os.cpu_count() or 1
        self.window = self._jobs * _AHEAD
        self.inner = f"{PROCESSES}{self._jobs}" if self._jobs > 1 else ""

    def open(self) -> AbstractContextManager[Executor]:
        """Open a pool of all processes."""
        return pool(self._jobs)

    def alone(self) -> AbstractContextManager[Executor]:
        """Open a pool of one process."""
        return pool(1)


class Dask:
    """A Dask cluster: that of *client*. Dask itself replaces workers that die."""

    inner = DASK

    def __init__(self, client: Any) -> None:
        self._client = client
        self.window = max(sum(client.ncores().values()), 1) * _AHEAD

    def open(self) -> AbstractContextManager[Executor]:
        """Open an executor of the whole cluster."""
        executor: AbstractContextManager[Executor] = self._client.get_executor()
        return executor

    alone = open


@contextmanager
def dask(scheduler: str, jobs: int = 0) -> Iterator[Engine]:
    """Connect to the cluster whose scheduler is at *scheduler* (``tcp://host:8786``).

    Where that is ``""``, a cluster of *jobs* processes is started on this machine (0: one a core) and ended with the
    block. Raises EngineError where Dask is not installed or the scheduler does not answer.
    """
    try:
        config, distributed = import_module("dask.config"), import_module("distributed")
    except ImportError as error:
        raise EngineError(
            Text("没有安装 Dask，请安装 govlint[cluster]", "Dask is not installed; install govlint[cluster]")
        ) from error
    if scheduler:
        try:
            client = distributed.Client(scheduler, timeout=30)
        except (OSError, ValueError, TimeoutError) as error:
            raise EngineError(
                Text(f"连接不到 Dask 调度器“{scheduler}”", f"the Dask scheduler “{scheduler}” does not answer")
            ) from error
        with client:
            yield Dask(client)
        return
    import logging

    # A task is given up on when it has killed one worker; that it did so is then tried alone (govlint.batch.run).
    with (
        config.set({"distributed.scheduler.allowed-failures": 0}),
        distributed.LocalCluster(
            n_workers=jobs or os.cpu_count() or 1, threads_per_worker=1, dashboard_address="127.0.0.1:0",
            silence_logs=logging.CRITICAL,
        ) as cluster,
        distributed.Client(cluster) as client,
    ):  # fmt: skip
        yield Dask(client)
