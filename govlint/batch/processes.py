"""Processes that lint: started afresh (spawn), deaf to Ctrl-C, and gone when the one who started them is gone.

The pool of the standard library shares one pipe among all its processes: one that is killed while it writes its answer
leaves half an answer in it, for which the pool waits for ever, and no death can be told from another. Here each process
has a pipe and a thread of its own: its death ends its pipe, is the doing of its task alone, and costs nobody else
anything.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from queue import SimpleQueue
from typing import Any, NamedTuple

from govlint.batch.crash import EngineError
from govlint.finding import Text

_TASKS_A_PROCESS = 200
"""After so many tasks a process is replaced, which gives back the memory that lxml has fragmented."""


class WorkerKilled(BrokenExecutor):
    """The process that did a task is gone, and so is the answer."""


class _Call(NamedTuple):
    """A call that waits for a process."""

    future: Future[Any]
    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    named: dict[str, Any]


class Pool(Executor):
    """Up to *workers* processes. A killed one fails its own task with WorkerKilled; a new one takes its place."""

    def __init__(self, workers: int) -> None:
        self._calls: SimpleQueue[_Call | None] = SimpleQueue()
        self._lock = threading.Lock()
        self._is_closed = False
        self._workers = [_Worker() for _ in range(workers)]
        self._threads = [threading.Thread(target=self._serve, args=(worker,), daemon=True) for worker in self._workers]
        for thread in self._threads:
            thread.start()

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        """Have *function* called in a process."""
        future: Future[Any] = Future()
        with self._lock:
            if self._is_closed:
                raise RuntimeError("the pool is closed")
            self._calls.put(_Call(future, function, arguments, named))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let the processes end once all tasks are done; those that wait are dropped with *cancel_futures*."""
        with self._lock:
            self._is_closed = True
            while cancel_futures and not self._calls.empty():
                call = self._calls.get()
                if call is not None:
                    call.future.cancel()
            for _ in self._threads:
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

    def _serve(self, worker: _Worker) -> None:
        """Hand one call after the other to *worker*."""
        while (call := self._calls.get()) is not None:
            if call.future.set_running_or_notify_cancel():
                _settle(call, worker)
            del call  # a large answer must not be kept until the next
        worker.close()


def _settle(call: _Call, worker: _Worker) -> None:
    try:
        call.future.set_result(worker.ask(call))
    except BaseException as error:
        call.future.set_exception(error)


class _Worker:
    """One process at a time, and the pipe to it; used by one thread, ended by any."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: BaseProcess | None = None
        self._pipe: Connection[Any, Any] | None = None
        self._asked = 0
        self._is_ended = False

    def ask(self, call: _Call) -> Any:
        """Return what *call* comes to, or raise what it raises.

        Raises WorkerKilled where the process dies of it, EngineError where none can be started.
        """
        message = ForkingPickler.dumps((call.function, call.arguments, call.named))
        if self._asked >= _TASKS_A_PROCESS or (self._process is not None and not self._process.is_alive()):
            self.close()
        pipe = self._pipe or self._start()
        self._asked += 1
        try:
            pipe.send_bytes(message)
            error, answer = pipe.recv()
        except (EOFError, OSError) as gone:
            self.close()
            raise WorkerKilled("a process was killed while it worked") from gone
        if error is not None:
            raise error
        return answer

    def _start(self) -> Connection[Any, Any]:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        with theirs, self._lock:
            if self._is_ended:
                ours.close()
                raise WorkerKilled("the pool was ended")
            process = context.Process(target=_work, args=(theirs,))
            try:
                process.start()
            except OSError as error:
                ours.close()
                raise EngineError(
                    Text(f"无法启动工作进程：{error.strerror}", f"no worker can be started: {error.strerror}")
                ) from error
            self._process, self._pipe, self._asked = process, ours, 0
        return ours

    def close(self) -> None:
        """Let the process end: it does when nobody is left to ask it."""
        with self._lock:
            pipe, process, self._pipe, self._process = self._pipe, self._process, None, None
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.join()

    def end(self) -> None:
        """End the process at once, and start no other."""
        with self._lock:
            self._is_ended = True
            if self._process is not None:
                self._process.terminate()


def _work(pipe: Connection[Any, Any]) -> None:
    """Answer calls until there is nobody left to ask. What is sent back is (error, answer)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    with pipe:
        while True:
            try:
                call = pipe.recv_bytes()
            except EOFError:
                return
            pipe.send_bytes(_answer(call))


def _answer(call: bytes) -> Any:
    try:
        function, arguments, named = ForkingPickler.loads(call)
        return ForkingPickler.dumps((None, function(*arguments, **named)))
    except BaseException as error:
        error.add_note(f"in a worker process:\n{traceback.format_exc()}")
        try:
            ForkingPickler.loads(ForkingPickler.dumps(error))
        except Exception:  # errors of libraries may travel badly
            error = RuntimeError(f"{type(error).__name__}: {error}")
        return ForkingPickler.dumps((error, None))


def _end_with(parent: BaseProcess) -> None:
    """End this process when *parent* does, also in the middle of a task: a killed run must leave no worker."""
    parent.join()
    os._exit(1)


@contextmanager
def pool(workers: int) -> Iterator[Executor]:
    """Open a pool of *workers* processes; where the block is left by an exception, they are ended at once."""
    executor = Pool(workers)
    try:
        yield executor
    except BaseException:
        executor.end()
        raise
    executor.shutdown()
