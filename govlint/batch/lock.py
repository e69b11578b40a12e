"""The lock on the folder of a batch: two runs at once would take away what the other has just begun to write.

The lock is the operating system's, on ``log/.lock``, and goes with the process that holds it, however that one ends.
What stands in the file says who holds it, or held it; its time is a sign of life, for runs on other hosts, which the
operating system may know nothing of. Only the process that plans a batch takes it, so it is the same with a cluster.
"""

from __future__ import annotations

import errno
import json
import os
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, TextIO

from govlint.finding import Text

_BEAT = 60.0
_GONE = 600.0
"""A run gives a sign of life every 60 seconds; one on another host that gave none for 600 is taken for dead."""

_HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""What systems say where another process has the lock; any other error says that this file system has no locks."""


class Holder(NamedTuple):
    """A run that holds the lock: its process, the host, and since when (local time)."""

    pid: int
    host: str
    since: str

    def text(self) -> Text:
        """Return who that is, as part of a sentence."""
        return Text(
            f"{self.host} 上的进程 {self.pid}（{self.since} 开始）",
            f"process {self.pid} on {self.host} (since {self.since})",
        )


class Lock(NamedTuple):
    """A lock that is held: the *mark* that stands in its file, and the run that held it before and *died*, if any."""

    mark: str
    died: Holder | None


_UNKNOWN = Holder(0, "?", "?")


class LockedError(RuntimeError):
    """Another run holds the lock; *text* says which, in one line."""

    def __init__(self, holder: Holder) -> None:
        who = holder.text()
        self.text = Text(
            f"结果目录正由{who.zh}使用，请等它结束（在别的机器上的，10 分钟没有动静即视为已终止）",
            f"the results are being written by {who.en}: wait for its end (on another host it counts as dead after 10 "
            "minutes without a sign of life)",
        )
        super().__init__(self.text.en)


@contextmanager
def locked(out: Path) -> Iterator[Lock]:
    """Hold the lock on the results *out*.

    Raises LockedError where another run holds it, and OSError where the file cannot be written.
    """
    path = _path(out)
    path.parent.mkdir(parents=True, exist_ok=True)
    here = Holder(os.getpid(), socket.gethostname(), datetime.now().isoformat(" ", "seconds"))
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o666), "r+", encoding="utf-8") as file:
        is_ours = _take(file.fileno())
        last = _read(file.read())
        if is_ours is None:
            is_ours = last is None or not _lives(last.pid)
        if not is_ours or (last is not None and last.host != here.host and _age(path) < _GONE):
            raise LockedError(last or _UNKNOWN)
        mark = json.dumps(here._asdict())
        _rewrite(file, mark)
        try:
            with _beating(path):
                yield Lock(mark, last)
        finally:
            _rewrite(file, "")


def is_taken_from(out: Path, mark: str) -> bool:
    """Whether another run has taken the lock on *out* over from the one that put *mark* there.

    Workers of a cluster go on for a while when the run that sent them is gone; what they bring then may be of other
    settings than what is asked for now.
    """
    try:
        found = _path(out).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False
    return _read(found) is not None and found != mark


def _path(out: Path) -> Path:
    return out / "log" / ".lock"


def _take(descriptor: int) -> bool | None:
    """Whether the operating system gives us the lock on *descriptor*, until it is closed; None where it has none."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, 1 << 20, os.SEEK_SET)  # behind what is written, which must stay readable
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            os.lseek(descriptor, 0, os.SEEK_SET)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return False if error.errno in _HELD else None
    return True


def _lives(pid: int) -> bool:
    """Whether there is a process *pid* on this host."""
    try:
        os.kill(pid, 0)
    except OSError as error:
        return error.errno == errno.EPERM
    return True


def _age(path: Path) -> float:
    """Return how many seconds ago *path* was touched, by the clock of the file system it lies on."""
    now = path.with_name(f".now-{os.getpid()}")
    now.touch()
    try:
        return now.stat().st_mtime - path.stat().st_mtime
    finally:
        now.unlink()


@contextmanager
def _beating(path: Path) -> Iterator[None]:
    """Touch *path* again and again as long as the block lasts."""
    is_over = threading.Event()

    def beat() -> None:
        while not is_over.wait(_BEAT):
            with suppress(OSError):
                os.utime(path)

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()


def _read(text: str) -> Holder | None:
    try:
        found = json.loads(text)
        return Holder(int(found["pid"]), str(found["host"]), str(found["since"]))
    except (ValueError, KeyError, TypeError):
        return None


def _rewrite(file: TextIO, text: str) -> None:
    file.seek(0)
    file.truncate()
    file.write(text)
    file.flush()
