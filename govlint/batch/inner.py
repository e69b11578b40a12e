"""Who shares the pages of one huge site: the processes of this machine, or the cluster this worker belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module

DASK = "dask"
PROCESSES = "processes:"
_TASKS_A_PROCESS = 200
"""After so many tasks a process is replaced, which gives back the memory that lxml has fragmented."""


def processes(workers: int) -> AbstractContextManager[Executor]:
    """Return a pool of so many processes, which may run for days."""
    from govlint.workers.pool import pool

    return pool(workers, _TASKS_A_PROCESS)


@contextmanager
def inner_executor(inner: str) -> Iterator[Executor | None]:
    """Open what *inner* names (see BatchConfig), None where the worker does the whole site by itself."""
    if inner.startswith(PROCESSES):
        with processes(int(inner.removeprefix(PROCESSES))) as executor:
            yield executor
    elif inner == DASK:
        from govlint.batch.dask_executor import executor_of

        with import_module("distributed").worker_client() as client, executor_of(client) as executor:
            yield executor
    else:
        yield None
