"""One process of a pool and the pipe to it: deaf to Ctrl-C, and gone when the one who started it is gone.

Where that is safe, the process is a copy of this one (fork), which costs no time: all that was imported and learnt is
there. Copied is only a process without threads, and on Linux alone; else, and where a dead one is replaced, the process
is started afresh (spawn).
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import traceback
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from typing import TYPE_CHECKING, Any

from govlint.finding import Text
from govlint.workers.errors import WorkerKilled, WorkersError
from govlint.workers.memory import collect_less

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext, SpawnContext

_FAREWELL = b""
"""Ends a process. The end of the pipe would not: a copied process holds both its ends."""


class Worker:
    """One process at a time, and the pipe to it; used by one thread, ended by any."""

    def __init__(self, replaced_after: int = 0) -> None:
        """Replace the process after *replaced_after* tasks, which gives back memory that lxml has fragmented."""
        self._replaced_after = replaced_after
        self._lock = threading.Lock()
        self._process: BaseProcess | None = None
        self._pipe: Connection[Any, Any] | None = None
        self._asked = 0
        self._is_ended = False

    def ask(self, message: memoryview[int]) -> bytes:
        """Return the packed answer to a packed call (see :func:`_answer`).

        Raises WorkerKilled where the process dies of it, WorkersError where none can be started.
        """
        is_spent = 0 < self._replaced_after <= self._asked
        if is_spent or (self._process is not None and not self._process.is_alive()):
            self.close()
        pipe = self._pipe or self.start()
        self._asked += 1
        try:
            pipe.send_bytes(message)
            return pipe.recv_bytes()
        except (EOFError, OSError) as gone:
            self.close()
            raise WorkerKilled("a process was killed while it worked") from gone

    def start(self) -> Connection[Any, Any]:
        """Start the process and return the pipe to it. Raises WorkersError where that is not possible."""
        context = _context()
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
                raise WorkersError(
                    Text(f"无法启动工作进程：{error.strerror}", f"no worker can be started: {error.strerror}")
                ) from error
            self._process, self._pipe, self._asked = process, ours, 0
        return ours

    def close(self) -> None:
        """Let the process end: nobody is going to ask it any more."""
        with self._lock:
            pipe, process, self._pipe, self._process = self._pipe, self._process, None, None
        if pipe is not None:
            with suppress(OSError):  # it has ended already
                pipe.send_bytes(_FAREWELL)
            pipe.close()
        if process is not None:
            process.join()

    def end(self) -> None:
        """End the process at once, and start no other."""
        with self._lock:
            self._is_ended = True
            if self._process is not None:
                self._process.terminate()


def _context() -> ForkContext | SpawnContext:
    return multiprocessing.get_context("fork") if _can_be_copied() else multiprocessing.get_context("spawn")


def _can_be_copied() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1


def _work(pipe: Connection[Any, Any]) -> None:
    """Answer calls until there is nobody left to ask."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_less()
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    with pipe, suppress(EOFError):
        while (call := pipe.recv_bytes()) != _FAREWELL:
            pipe.send_bytes(_answer(call))


def _answer(call: bytes) -> memoryview[int]:
    """Return, packed, (error, answer) of *call*, which is a packed (function, arguments, named arguments)."""
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
