"""The work on a Dask cluster (extra ``cluster``): one of its own on this machine, or one that stands already."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module
from typing import Any

from govlint.batch.dask_executor import executor_of
from govlint.batch.engines import AHEAD, Engine
from govlint.batch.inner import DASK
from govlint.finding import Text
from govlint.workers.errors import WorkersError

_MISSING = Text(
    "没有安装 Dask，请运行 pip install 'govlint[cluster]'", "Dask is not installed: run pip install 'govlint[cluster]'"
)
_OURS = {
    # A task is given up on when it has killed one worker; that it did so is then tried alone (govlint.batch.run).
    "distributed.scheduler.allowed-failures": 0,
    # A worker over 80 % of its memory would take no more tasks, and wait for ever where the allocator keeps the memory.
    "distributed.worker.memory.pause": False,
}


class Dask:
    """The cluster of *client*. Dask itself replaces workers that die."""

    inner = DASK

    def __init__(self, client: Any) -> None:
        self._client = client
        self.window = max(sum(client.ncores().values()), 1) * AHEAD

    def open(self) -> AbstractContextManager[Executor]:
        """Open an executor of the whole cluster."""
        return executor_of(self._client)

    alone = open


@contextmanager
def dask(scheduler: str, jobs: int = 0) -> Iterator[Engine]:
    """Connect to the cluster whose scheduler is at *scheduler* (``tcp://host:8786``).

    Where that is ``""``, a cluster of *jobs* processes is started on this machine (0: one a core) and ended with the
    block. Raises WorkersError where Dask is not installed or the scheduler does not answer.
    """
    try:
        config, distributed = import_module("dask.config"), import_module("distributed")
    except ImportError as error:
        raise WorkersError(_MISSING) from error
    if scheduler:
        with _connect(distributed, scheduler) as client:
            yield Dask(client)
        return
    with (
        config.set(_OURS),
        distributed.LocalCluster(
            n_workers=jobs or os.cpu_count() or 1, threads_per_worker=1, dashboard_address="127.0.0.1:0",
            silence_logs=logging.CRITICAL,
        ) as cluster,
        distributed.Client(cluster) as client,
    ):  # fmt: skip
        yield Dask(client)


def _connect(distributed: Any, scheduler: str) -> Any:
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)  # what it would print comes as an WorkersError
    try:
        return distributed.Client(scheduler, timeout=30)
    except (OSError, ValueError, TimeoutError) as error:
        raise WorkersError(
            Text(f"连接不到 Dask 调度器“{scheduler}”", f"the Dask scheduler “{scheduler}” does not answer")
        ) from error
