"""What a source may offer besides its bytes: HTTP headers, states of days, portions for workers, archives, real files.

None of it is asked of a source: each function here has an answer for those that do not offer it.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, Protocol, TypeGuard, runtime_checkable

from govlint.source.model import Source


class Archive(NamedTuple):
    """An archive that files come from: its *path* as reports show it, its SHA-256, the archives *nested* in it.

    The path of a file within a nested archive is the archive's, ``!/``, and the file's own.
    """

    path: str
    sha256: str
    nested: tuple[str, ...] = ()


@runtime_checkable
class Crawled(Protocol):
    """A source that has stored what servers answered."""

    def http_charset(self, path: str) -> str | None:
        """Return the charset of the stored ``Content-Type``, None for none."""

    def http_status(self, path: str) -> int:
        """Return the stored status, 0 where it is not known."""


@runtime_checkable
class Dated(Protocol):
    """A source that holds files of several days."""

    def on(self, day: date) -> Source:
        """Return the source as it was on *day*."""


@runtime_checkable
class Divisible(Protocol):
    """A source whose list of files is too large to be sent with every piece of work."""

    def portion(self, paths: Collection[str]) -> Source:
        """Return a source that can read *paths* alone."""


@runtime_checkable
class Packed(Protocol):
    """A source that reads from an archive."""

    def archive(self) -> Archive:
        """Return what a report says of it."""


@runtime_checkable
class OnDisk(Protocol):
    """A source whose files can be written to."""

    def file_of(self, path: str) -> Path:
        """Return the file that *path* is, behind all symbolic links."""


def http_charset(source: Source, path: str) -> str | None:
    """Return the charset that a server told for *path*, None for none."""
    return source.http_charset(path) if _is_crawled(source) else None


def http_status(source: Source, path: str) -> int:
    """Return the status that a server answered with for *path*, 0 where that is not known."""
    return source.http_status(path) if _is_crawled(source) else 0


def as_of(source: Source, day: date | None) -> Source:
    """Return *source* as it was on *day*, or as it is for None."""
    return source.on(day) if day is not None and isinstance(source, Dated) else source


def portion(source: Source, paths: Collection[str]) -> Source:
    """Return what a worker needs of *source* to read *paths*."""
    return source.portion(paths) if isinstance(source, Divisible) else source


def archive_of(source: Source) -> Archive | None:
    """Return the archive that *source* reads from, None for any other."""
    return source.archive() if isinstance(source, Packed) else None


def _is_crawled(source: Source) -> TypeGuard[Crawled]:
    return _are_crawled(type(source))


@lru_cache(maxsize=64)
def _are_crawled(kind: type[Source]) -> bool:
    """Whether sources of a *kind* are crawled: each page asks twice, and to look takes as long as to decode it."""
    return issubclass(kind, Crawled)
