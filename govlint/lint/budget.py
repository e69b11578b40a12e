"""The time a page may take: how much of it is left, and a guard that ends even a step that never comes back."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

TIME_LIMIT = "time-limit"
"""What ``Examined.cut`` says of a page that ran out of time."""

_AGAIN = 1.0  # seconds; an exception raised where Python cannot let it out (a destructor) is lost, so it comes again

_FOR_SIZE = 1.0  # seconds for every million bytes: what is merely large, and takes its time in proportion, is not cut

Result = TypeVar("Result")


class OutOfTime(BaseException):
    """The time of a page is used up. No ``Exception``: what a rule catches to go on must not swallow it."""


class Budget:
    """CPU time for the steps of one file: *seconds* (0 for no end) by *clock*, counted from now on.

    A file of *size* bytes gets a second more for every million of them.
    """

    def __init__(self, seconds: float, size: int = 0, clock: Callable[[], float] = time.thread_time) -> None:
        self._clock = clock
        self._end = clock() + seconds + _FOR_SIZE * size / 1e6 if seconds > 0 else 0.0

    def check(self) -> None:
        """Raise OutOfTime where no time is left: the check between steps, which works everywhere."""
        if self._end and self._clock() >= self._end:
            raise OutOfTime

    def spend(self, work: Callable[[], Result], otherwise: Result) -> Result:
        """Return what *work* returns, or *otherwise* where the time runs out on the way.

        *work* is interrupted between two steps of Python code or within a regular expression; where there are no
        interval timers (Windows), or off the main thread, it ends at its own ``check`` alone.
        """
        try:
            self.check()
            if not self._end or not _can_interrupt():
                return work()
            return self._interruptible(work)
        except OutOfTime:
            return otherwise

    def _interruptible(self, work: Callable[[], Result]) -> Result:
        handler = signal.signal(signal.SIGVTALRM, _raise)
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, max(self._end - self._clock(), 0.001), _AGAIN)
            return work()
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            signal.signal(signal.SIGVTALRM, handler)


def _can_interrupt() -> bool:
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


def _raise(_signal: int, _frame: FrameType | None) -> None:
    raise OutOfTime
