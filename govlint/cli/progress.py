"""Progress on a terminal: how far, how much time is left, how many failed. Elsewhere it is silent."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class Step(Protocol):
    """Says that one more is done; *failed* is how many have failed so far."""

    def __call__(self, *, failed: int) -> None:
        """Move on by one."""


def _silent(*, failed: int) -> None:
    """Say nothing."""


@contextmanager
def progress(total: int, what: str) -> Iterator[Step]:
    """Show the progress of *total* steps on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield _silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("失败/failed {task.fields[failed]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True, speed_estimate_period=600) as shown:
        bar = shown.add_task(what, total=total, failed=0)

        def step(*, failed: int) -> None:
            shown.update(bar, advance=1, failed=failed)

        yield step
