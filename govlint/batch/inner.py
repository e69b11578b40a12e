"""Who shares the pages of one huge site: the processes of this machine, or the cluster this worker belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from importlib import import_module

DASK = "dask"
PROCESSES = "processes:"


@contextmanager
def inner_executor(inner: str) -> Iterator[Executor | None]:
    """Open what *inner* names (see BatchConfig), None where the worker does the whole site by itself."""
    if inner.startswith(PROCESSES):
        from govlint.batch.processes import pool

        with pool(int(inner.removeprefix(PROCESSES))) as executor:
            yield executor
    elif inner == DASK:
        from govlint.batch.cluster import executor_of

        with import_module("distributed").worker_client() as client, executor_of(client) as executor:
            yield executor
    else:
        yield None
