"""How the command line ends: at once, for taking apart what a run has built is work that nobody waits for.

It takes a twentieth of a run on one page. mypy leaves the same way, and so do the children of multiprocessing.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
import threading
from typing import NoReturn


def leave(code: int, at_once: bool) -> NoReturn:
    """End with *code*; *at_once* ends the process: what is registered for the end is done, what is held is not freed.

    Raises SystemExit where not at once, and where other threads are left, which Python waits for. Raises OSError
    where what was printed cannot be written.
    """
    if at_once and threading.active_count() == 1:
        sys.stdout.flush()
        sys.stderr.flush()
        atexit._run_exitfuncs()
        os._exit(code)
    gc.freeze()  # Python need not look through all that is left
    sys.exit(code)
