"""Functions that have their worker killed."""

from __future__ import annotations

import os
import signal
import subprocess

_SIZE = 3_000_000  # bytes: more than a pipe holds


def die(_what: object) -> int:
    """Be killed at once."""
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


def die_while_answering(*_what: object) -> bytes:
    """Be killed with half of the answer written: nobody reads it on, because the one who asked is stopped."""
    asker = os.getppid()
    os.kill(asker, signal.SIGSTOP)
    script = f"sleep 0.5; kill -KILL {os.getpid()}; sleep 0.1; kill -CONT {asker}"
    subprocess.Popen(["/bin/sh", "-c", script])
    return bytes(_SIZE)
