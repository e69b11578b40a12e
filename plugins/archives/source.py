"""An archive as a source: opened where it is needed, in each process by itself, and never unpacked to disk."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from hashlib import file_digest
from pathlib import Path
from typing import NamedTuple

from govlint.finding import Text
from govlint.source.abilities import Archive
from govlint.source.directory import shown_path
from govlint.source.model import ReadError, SourceError, Unread
from govlint.source.stamps import Stamp, stamp

from . import reasons
from .blob import FileBlob
from .formats import kind_of, open_reader
from .index import NESTED, Captured, Way, build_index, over_budget
from .limits import DEFAULT, Limits
from .reader import Reader, Spot
from .timeline import state_on


class _File(NamedTuple):
    """An archive on disk as it was when it was listed, and the process that reads it.

    A process made by fork shares the place its parent has reached in a file, so each opens its own.
    """

    path: str
    kind: str
    size: int
    changed: int
    process: int


@dataclass(frozen=True, eq=False, repr=False)
class ArchiveSource:
    """The files of an archive.

    *ways* leads to each file; *over* are those the budget does not reach. What a worker is sent knows the way to its
    own files alone (:meth:`portion`).
    """

    name: str
    prefix: str
    path: str
    kind: str
    stamp: tuple[int, int]
    limits: Limits
    ways: Mapping[str, Way]
    sizes: Mapping[str, int] = field(default_factory=dict)
    over: frozenset[str] = frozenset()
    unread: tuple[Unread, ...] = ()
    captured: date | None = None
    whole_site: bool = True
    nested: tuple[str, ...] = ()
    plain: Mapping[str, Way] = field(default_factory=dict)
    captures: Mapping[str, Sequence[Captured]] = field(default_factory=dict)
    trouble: tuple[Unread, ...] = ()

    def files(self) -> Iterator[str | Unread]:
        """Yield what cannot be read, then every file in the order they are best read in."""
        yield from self.unread
        yield from self.ways

    def read(self, path: str) -> bytes:
        """Return the bytes of *path*, unpacked. Raises ReadError."""
        way = self.ways.get(path)
        if way is None:
            raise ReadError(Text("不在压缩包中", "is not in the archive"))
        if path in self.over:
            raise ReadError(reasons.over_total(self.limits.total))
        try:
            reader = _reader(_File(self.path, self.kind, *self.stamp, os.getpid()), way[:-1], self.limits)
            return reader.read(way[-1].spot, self.limits.member)
        except SourceError as error:
            raise ReadError(error.text) from error

    def stamps(self) -> Iterator[Stamp]:
        """Yield the stamp of the archive: what is in it is not looked at."""
        yield stamp("", self.path)

    def portion(self, paths: Collection[str]) -> ArchiveSource:
        """Return a source that can read *paths* alone, small enough to be sent with every piece of work."""
        ways = {path: self.ways[path] for path in paths if path in self.ways}
        return ArchiveSource(
            self.name, self.prefix, self.path, self.kind, self.stamp, self.limits, ways,
            over=self.over.intersection(ways), captured=self.captured,
        )  # fmt: skip

    def on(self, day: date) -> ArchiveSource:
        """Return the source as of *day*: of a crawl's captures of one address the newest up to that day."""
        return self._as_of(day) if self.captures else self

    def _as_of(self, day: date | None) -> ArchiveSource:
        state = state_on(self.captures, day)
        in_order = sorted(state.files.items(), key=lambda each: each[1].way)
        ways = dict(self.plain) | {path: found.way for path, found in in_order}
        sizes = dict(self.sizes) | {path: found.size for path, found in state.files.items()}
        over = over_budget(ways, sizes, self.limits)
        unread = (*self.trouble, *state.unread)
        return replace(self, ways=ways, over=over, unread=unread, captured=state.captured)

    def http_charset(self, path: str) -> str | None:
        """Return the charset that the server told when *path* was stored, None for none."""
        spot = self._crawled(path)
        return str(spot[3]) or None if spot else None

    def http_status(self, path: str) -> int:
        """Return the status the server answered with when *path* was stored, 0 where that is not known."""
        spot = self._crawled(path)
        return int(spot[2]) if spot else 0

    def _crawled(self, path: str) -> Spot | None:
        way = self.ways.get(path)
        return way[-1].spot if way and way[-1].kind == "warc" else None

    def archive(self) -> Archive:
        """Return what a report says of the archive itself. Reads the whole file once."""
        return Archive(self.prefix.removesuffix(NESTED), _digest(self.path, *self.stamp), self.nested)


def open_archive(path: Path, limits: Limits = DEFAULT) -> ArchiveSource:
    """Open the archive *path* as a site and list it. Raises SourceError or OSError where that cannot be done."""
    blob = FileBlob(str(path.absolute()))
    stamp = (blob.size, path.stat().st_mtime_ns)
    try:
        kind = kind_of(blob)
        reader = _reader(_File(blob.path, kind, *stamp, os.getpid()), (), limits)
        index = build_index(kind, reader, limits)
    except (SourceError, ReadError) as error:
        raise SourceError(Text(f"“{path}”{error.text.zh}。", f"“{path}” {error.text.en}.")) from error
    source = ArchiveSource(
        path.name,
        (shown_path(path) or path.name) + NESTED,
        blob.path,
        kind,
        stamp,
        limits,
        index.ways,
        sizes=index.sizes,
        nested=tuple(index.nested),
        plain=index.ways,
        captures=index.captures,
        trouble=tuple(index.unread),
    )
    return source._as_of(None)


def _reader(file: _File, outer: Way, limits: Limits) -> Reader:
    """Return the reader of *file*, or of the archive within that *outer* leads to."""
    return _inner(file, outer, limits) if outer else _outer(file, limits)


@lru_cache(maxsize=4)
def _outer(file: _File, limits: Limits) -> Reader:
    return open_reader(file.kind, FileBlob(file.path), limits)


@lru_cache(maxsize=2)  # each may hold an archive in memory
def _inner(file: _File, outer: Way, limits: Limits) -> Reader:
    within = _reader(file, outer[:-1], limits)
    blob = within.blob(outer[-1].spot, limits.nested)
    return open_reader(kind_of(blob), blob, limits)


@lru_cache(maxsize=16)
def _digest(path: str, size: int, changed: int) -> str:
    with Path(path).open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
