"""Which third-party plugins are installed, without reading what every installed distribution says of itself.

Reading it (``importlib.metadata``) takes longer than linting a page; looking for one word in it does not.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_HOLDS_METADATA = (".dist-info", ".egg-info")
_PACKED = (".egg", ".whl", ".zip")


def installed(group: str) -> Iterable[EntryPoint]:
    """Return the entry points of *group* of all installed distributions."""
    if not _may_have(group):
        return ()
    from importlib.metadata import entry_points

    return entry_points(group=group)


def _may_have(group: str) -> bool:
    """Whether some distribution may name *group*: False is sure, True is not."""
    if any(finder is not PathFinder and hasattr(finder, "find_distributions") for finder in sys.meta_path):
        return True
    header = f"[{group}]".encode()
    return any(
        name.endswith(_PACKED) or _says(Path(folder, name, "entry_points.txt"), header)
        for folder, name in distributions()
    )


def distributions() -> tuple[tuple[str, str], ...]:
    """Return the folder and the name of all metadata on ``sys.path``; the names hold the versions.

    What packs several modules (an egg, an archive) is named by itself.
    """
    return tuple((folder, name) for folder in dict.fromkeys(sys.path) for name in _metadata_in(folder or os.curdir))


def _metadata_in(folder: str) -> list[str]:
    if folder.endswith(_PACKED):
        return [folder] if os.path.isfile(folder) else []  # noqa: PTH113 - as cheap as can be, at every start
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries if entry.name.endswith((*_HOLDS_METADATA, *_PACKED)))
    except OSError:  # what is not there holds nothing; what cannot be listed, importlib cannot list either
        return []


def _says(file: Path, header: bytes) -> bool:
    try:
        return header in file.read_bytes()
    except OSError:
        return False
