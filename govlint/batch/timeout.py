"""The end of a site that never ends: its worker ends itself, and what waits for it sees a killed worker.

Archives are unpacked by libraries in C, which nothing within the process can interrupt; the watch is kept by a thread
that needs no interpreter.
"""

from __future__ import annotations

import faulthandler
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def ends_within(seconds: float) -> Iterator[None]:
    """End this process where the block takes more than *seconds* (0: as long as it likes)."""
    if not seconds:
        yield
        return
    with Path(os.devnull).open("wb") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()
