"""What can happen to workers while their answers are awaited: killed over a task, never started, or lost."""

from __future__ import annotations

from concurrent.futures import BrokenExecutor

from govlint.finding import Text


class WorkerKilled(BrokenExecutor):
    """The process that did a task is gone, and so is the answer."""


class WorkersError(RuntimeError):
    """Workers that cannot be started or have been lost, by no task's fault; *text* says why, in one line."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text
