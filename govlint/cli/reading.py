"""Progress while a target is read: a bar on a terminal, for targets large enough to wait for; silent elsewhere."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from govlint.lint.map_step import Progress
from govlint.report.cells import safe

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

LONG = 200
"""From how many files on a bar is worth showing."""


@contextmanager
def reading(
    name: str, stream: TextIO | None = None, environ: Mapping[str, str] = os.environ
) -> Iterator[Progress | None]:
    """Give what the engine calls after each batch of files, None where *stream* (standard error) is no terminal.

    The bar goes away when the work is done, so that nothing of it is left between the lines of a report.
    """
    stream = stream or sys.stderr
    if not stream.isatty() or environ.get("TERM") == "dumb":
        yield None
        return
    shown = _Shown(name, stream)
    try:
        yield shown
    finally:
        shown.stop()


class _Shown:
    """The bar; rich is imported, and the bar drawn, when the first batch of a long work is done."""

    def __init__(self, name: str, stream: TextIO) -> None:
        self._name = name
        self._stream = stream
        self._bar: Bar | None = None

    def __call__(self, done: int, total: int) -> None:
        if total < LONG:
            return
        if self._bar is None:
            self._bar = self._start(total)
        self._bar.update(self._bar.task_ids[0], completed=done)

    def stop(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()

    def _start(self, total: int) -> Bar:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        name = TextColumn("{task.description}", markup=False)
        console = Console(file=self._stream)
        bar = Progress(name, BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=console, transient=True)
        bar.add_task(safe(self._name), total=total)
        bar.start()
        return bar
