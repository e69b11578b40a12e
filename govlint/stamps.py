"""What the file system says of code: it is another where the code has been changed, and no file is read for it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from govlint import plugins

HOUSE = (Path(__file__).parent, *map(Path, plugins.__path__))
"""The folders of govlint and of its own plugins."""


def outermost(places: Iterable[Path]) -> list[Path]:
    """Return those of *places* that lie in no other of them: what is in a folder is not looked at by itself."""
    found = set(places)
    return sorted(place for place in found if found.isdisjoint(place.parents))


@lru_cache(maxsize=64)
def stamps(code: Path) -> list[tuple[str, int, int]]:
    """Return path, size and time of change (ns) of the file *code*, or of all below the folder, but for byte code."""
    files = [str(code)] if code.is_file() else sorted(_below(str(code)))
    stats = ((file, os.stat(file)) for file in files)  # noqa: PTH116 - for hundreds of files, in every run
    return [(file, stat.st_size, stat.st_mtime_ns) for file, stat in stats]


def _below(folder: str) -> Iterator[str]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _below(entry.path)
        else:
            yield entry.path
