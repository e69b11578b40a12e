"""Which errors say that a worker was killed over its task."""

from __future__ import annotations

from concurrent.futures import BrokenExecutor

_OF_DASK = "KilledWorker"


def is_crash(error: BaseException) -> bool:
    """Whether *error* says that a worker was killed, and not that it answered."""
    return isinstance(error, BrokenExecutor) or type(error).__name__ == _OF_DASK
