"""What can happen to workers while their answers are awaited: killed over a task, or lost with their cluster."""

from __future__ import annotations

from concurrent.futures import BrokenExecutor

from govlint.finding import Text

_OF_DASK = "KilledWorker"


class EngineError(RuntimeError):
    """Workers that cannot be started or have been lost, by no site's fault; *text* says why, in one line."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def is_crash(error: BaseException) -> bool:
    """Whether *error* says that a worker was killed, and not that it answered."""
    return isinstance(error, BrokenExecutor) or type(error).__name__ == _OF_DASK
