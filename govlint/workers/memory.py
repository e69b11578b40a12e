"""How often a process looks for garbage in circles: seldom, since facts are plain and trees go at once."""

from __future__ import annotations

import gc

_NEW = 500_000  # objects made between two looks; Python's own 700 costs a tenth of a run


def collect_less() -> None:
    """Look seldom from now on, and never at what is there already."""
    gc.freeze()
    gc.set_threshold(_NEW, 50, 50)
