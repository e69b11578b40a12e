"""The lock on the folder of a batch: two runs at once would take away what the other has just begun to write.

The lock is the operating system's, on ``log/.lock``, and goes with the process that holds it, however that one ends.
What stands in the file says who holds it, or held it. Only the process that plans a batch takes it, so it is the same
with a cluster.
"""

from __future__ import annotations

import errno
import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, TextIO

from govlint.finding import Text


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


_UNKNOWN = Holder(0, "?", "?")
_HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""What systems say where another process has the lock; any other error says that this file system has no locks."""


class LockedError(RuntimeError):
    """Another run holds the lock; *text* says which, in one line."""

    def __init__(self, holder: Holder, path: Path) -> None:
        who = holder.text()
        self.text = Text(
            f"结果目录正由{who.zh}使用，请等它结束。如果确知它已不在，请删除“{path}”",
            f"the results are being written by {who.en}; wait for it, or delete “{path}” if it is certainly gone",
        )
        super().__init__(self.text.en)


@contextmanager
def locked(out: Path) -> Iterator[Holder | None]:
    """Hold the lock on the results *out* and yield the run that held it and died, None where there was none.

    Raises LockedError where another run holds it, or held it on another host (whether it lives cannot be told from
    here), and OSError where the file cannot be written.
    """
    path = out / "log" / ".lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    here = Holder(os.getpid(), socket.gethostname(), datetime.now().isoformat(" ", "seconds"))
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o666), "r+", encoding="utf-8") as file:
        is_ours = _take(file.fileno())
        last = _read(file.read())
        if is_ours is None:
            is_ours = last is None or not _lives(last.pid)
        if not is_ours or (last is not None and last.host != here.host):
            raise LockedError(last or _UNKNOWN, path)
        _rewrite(file, json.dumps(here._asdict()))
        try:
            yield last
        finally:
            _rewrite(file, "")


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
