"""A pool of processes that nothing hangs: each has a pipe and a thread of its own.

The pool of the standard library shares one pipe among all its processes: one that is killed while it writes its answer
leaves half an answer in it, for which the pool waits for ever, and no death can be told from another. Here the death of
a process ends its pipe, is the doing of its task alone, and costs nobody else anything.

No process waits for the one who asks: its next call is sent as soon as its answer is here, which another thread unpacks
meanwhile.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from multiprocessing.reduction import ForkingPickler
from queue import SimpleQueue
from typing import Any, NamedTuple

from govlint.workers.worker import Worker


class _Call(NamedTuple):
    """A call that waits for a process."""

    future: Future[Any]
    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    named: dict[str, Any]


class _Answer(NamedTuple):
    """What a process has sent back, still packed."""

    future: Future[Any]
    message: bytes


class Pool(Executor):
    """Up to *workers* processes, started with the first call. A killed one fails its own task with WorkerKilled.

    A new one takes its place; so it does after *replaced_after* tasks (0: as many as come).
    """

    def __init__(self, workers: int, replaced_after: int = 0) -> None:
        self._calls: SimpleQueue[_Call | None] = SimpleQueue()
        self._answers: SimpleQueue[_Answer | None] = SimpleQueue()
        self._lock = threading.Lock()
        self._is_closed = False
        self._workers = [Worker(replaced_after) for _ in range(workers)]
        self._threads: list[threading.Thread] = []

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        """Have *function* called in a process. Raises WorkersError where none can be started."""
        future: Future[Any] = Future()
        with self._lock:
            if self._is_closed:
                raise RuntimeError("the pool is closed")
            if not self._threads:
                self._start()
            self._calls.put(_Call(future, function, arguments, named))
        return future

    def _start(self) -> None:
        """Start all processes, and only then the threads: a process that has threads cannot be copied."""
        for worker in self._workers:
            worker.start()
        self._threads = [threading.Thread(target=self._serve, args=(worker,), daemon=True) for worker in self._workers]
        self._threads.append(threading.Thread(target=self._unpack, daemon=True))
        for thread in self._threads:
            thread.start()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let the processes end once all tasks are done; those that wait are dropped with *cancel_futures*."""
        with self._lock:
            self._is_closed = True
            while cancel_futures and not self._calls.empty():
                call = self._calls.get()
                if call is not None:
                    call.future.cancel()
            for _ in self._workers:
                self._calls.put(None)
        if wait:
            for thread in self._threads:
                thread.join()

    def end(self) -> None:
        """End the processes at once, whatever they are doing."""
        self.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.end()
        for thread in self._threads:
            thread.join()

    def _serve(self, worker: Worker) -> None:
        """Hand one call after the other to *worker*."""
        while (call := self._calls.get()) is not None:
            if call.future.set_running_or_notify_cancel():
                self._ask(worker, call)
            del call  # what it was asked must not be kept until the next
        worker.close()
        self._answers.put(None)

    def _ask(self, worker: Worker, call: _Call) -> None:
        try:
            message = ForkingPickler.dumps((call.function, call.arguments, call.named))
            self._answers.put(_Answer(call.future, worker.ask(message)))
        except BaseException as error:
            call.future.set_exception(error)

    def _unpack(self) -> None:
        """Give every answer to the one who waits for it, until all processes have ended."""
        serving = len(self._workers)
        while serving:
            answer = self._answers.get()
            if answer is None:
                serving -= 1
            else:
                _settle(answer)
            del answer  # a large one must not be kept until the next


def _settle(answer: _Answer) -> None:
    try:
        error, value = ForkingPickler.loads(answer.message)
    except BaseException as unreadable:
        error, value = unreadable, None
    if error is None:
        answer.future.set_result(value)
    else:
        answer.future.set_exception(error)


@contextmanager
def pool(workers: int, replaced_after: int = 0) -> Iterator[Executor]:
    """Open a Pool; where the block is left by an exception, its processes are ended at once."""
    executor = Pool(workers, replaced_after)
    try:
        yield executor
    except BaseException:
        executor.end()
        raise
    executor.shutdown()
