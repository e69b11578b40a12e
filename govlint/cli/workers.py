"""How many processes share the work of a run."""

from __future__ import annotations

import gc
import os
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext


def workers(jobs: int, whole_site: bool) -> AbstractContextManager[Executor | None]:
    """Return a pool of *jobs* processes (0: one a core), or none where one process does as well."""
    _collect_less()
    count = jobs or os.cpu_count() or 1
    if count == 1 or not whole_site:
        return nullcontext()
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(max_workers=count, initializer=_collect_less)


def _collect_less() -> None:
    """Look for garbage in circles seldom: facts are plain and trees go at once, but looking costs a tenth of a run."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)
