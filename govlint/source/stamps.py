"""What tells without reading a file whether it has changed: what the file system says of it, as git's index has it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import NamedTuple, Protocol, runtime_checkable

from govlint.source.model import Source, Unread

_GRAIN = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system (FAT's). A file younger than this may change and look the same."""


class Stamp(NamedTuple):
    """A file as its file system knows it: *path* in the source, *size* in bytes, two times in nanoseconds, its number.

    *changed* is when anything of the file was last changed (on Windows: when it was made); no program sets it back.
    """

    path: str
    size: int
    modified: int
    changed: int
    number: int


@runtime_checkable
class Stamped(Protocol):
    """A source whose files the file system keeps stamps of."""

    def stamps(self) -> Iterable[Stamp | Unread]:
        """Return a stamp for every file, and what cannot be listed. Raises OSError where a file has gone."""


def stamp(path: str, file: str | os.PathLike[str]) -> Stamp:
    """Return the stamp of *file*, called *path* in its source. Raises OSError."""
    found = os.stat(file)  # noqa: PTH116 - a Path for each of 50,000 files costs more than the question
    return Stamp(path, found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def stamps_of(source: Source, now: int) -> tuple[Stamp | Unread, ...] | None:
    """Return all stamps of *source*, None where it has none that can be trusted.

    *now* is the time in nanoseconds since the epoch: files that were changed just before it are not to be trusted.
    """
    if not isinstance(source, Stamped):
        return None
    try:
        found = tuple(source.stamps())
    except OSError:
        return None
    latest = max((max(one.modified, one.changed) for one in found if isinstance(one, Stamp)), default=0)
    return found if latest + _GRAIN < now else None
