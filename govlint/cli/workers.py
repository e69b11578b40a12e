"""How many processes share the work of a run."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Executor


def workers(jobs: int, whole_site: bool) -> AbstractContextManager[Executor | None]:
    """Return a pool of *jobs* processes (0: one a core), or none where one process does as well."""
    count = jobs or os.cpu_count() or 1
    if count == 1 or not whole_site:
        return nullcontext()
    from govlint.workers.pool import pool

    return pool(count)
