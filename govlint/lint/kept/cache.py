"""Results kept from run to run in one SQLite file: bytes by key, safe for several runs at once, never trusted.

What is kept can always be worked out again. So nothing here raises: a file that is damaged is begun anew, one that
cannot be written is done without, and ``Cache.problem`` says so.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from govlint.finding import Text

FOLDER = ".govlint_cache"
"""The folder of the cache in the working folder, and the name of the file in it."""
FILE = "cache.db"

_VERSION = 2  # of the layout of the file
_WAIT = 10.0  # seconds for another run to finish its writing
_DAY = 24 * 60 * 60
_KEPT = 30 * _DAY  # what no run has asked for so long is dropped
_LARGEST = 1 << 30  # bytes of values; the ones not asked for longest go first
_SETUP = f"""
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL);
PRAGMA user_version = {_VERSION};
"""

Answer = TypeVar("Answer")


class Size(NamedTuple):
    """How much is kept: *results*, the *bytes* of the file, and the day the oldest was last asked for (epoch)."""

    results: int
    bytes: int
    oldest: int


class Cache:
    """The results in the file *path*. Every process that uses it opens it for itself."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problem: Text | None = None
        self._connection: sqlite3.Connection | None = None
        self._owner = (0, 0)

    def __reduce__(self) -> tuple[Callable[[Path], Cache], tuple[Path]]:
        return _in_this_thread, (self.path,)

    def find(self, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
        """Return the values of those of *keys* that are there."""
        marks = ",".join("?" * len(keys))
        query = f"SELECT key, CAST(value AS BLOB) FROM results WHERE key IN ({marks})"  # noqa: S608 - question marks alone
        return self._ask(lambda file: dict(file.execute(query, keys).fetchall()), {})

    def held(self, keys: Collection[bytes]) -> frozenset[bytes]:
        """Return those of *keys* that have a value, without reading it."""
        marks = ",".join("?" * len(keys))
        query = f"SELECT key FROM results WHERE key IN ({marks})"  # noqa: S608 - question marks alone
        rows: list[tuple[bytes]] = self._ask(lambda file: file.execute(query, tuple(keys)).fetchall(), [])
        return frozenset(key for (key,) in rows)

    def keep(self, values: Mapping[bytes, bytes], found: Iterable[bytes]) -> None:
        """Keep *values*, and note that those with the keys *found* were asked for."""
        now = int(time.time())

        def write(file: sqlite3.Connection) -> None:
            with file:
                file.execute("BEGIN IMMEDIATE")
                rows = ((key, value, now) for key, value in values.items())
                file.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", rows)
                asked = ((now, key, now - _DAY) for key in found)
                file.executemany("UPDATE results SET used = ? WHERE key = ? AND used < ?", asked)

        self._ask(write, None)

    def drop_old(self) -> None:
        """Drop what no run has asked for since long, and the oldest where there is too much."""

        def drop(file: sqlite3.Connection) -> None:
            with file:
                file.execute("BEGIN IMMEDIATE")
                file.execute("DELETE FROM results WHERE used < ?", (int(time.time()) - _KEPT,))
                _make_room(file)

        self._ask(drop, None)

    def size(self) -> Size:
        """Return how much is kept."""
        count, oldest = self._ask(
            lambda file: file.execute("SELECT count(*), min(used) FROM results").fetchone(), (0, 0)
        )
        return Size(count, sum(path.stat().st_size for path in self._files() if path.exists()), oldest or 0)

    def clear(self) -> None:
        """Remove the file. Raises OSError where that is not possible."""
        self.close()
        for path in self._files():
            path.unlink(missing_ok=True)

    def close(self) -> None:
        """Close the file; it opens again when it is asked."""
        if self._connection is not None and self._owner == _here():
            self._connection.close()
        self._connection = None

    def _ask(self, ask: Callable[[sqlite3.Connection], Answer], otherwise: Answer) -> Answer:
        """Return what *ask* gets from the file, *otherwise* where it gets nothing; a damaged file is begun anew."""
        for _ in range(2):
            try:
                return ask(self._open())
            except (
                sqlite3.OperationalError,
                sqlite3.ProgrammingError,
            ) as error:  # locked for too long, no space, no right to write
                self.problem = self.problem or _unusable(self.path, error)
                return otherwise
            except sqlite3.DatabaseError:
                self.problem = Text(
                    f"缓存“{self.path}”已损坏，已重新建立。", f"The cache “{self.path}” was damaged and is begun anew."
                )
                try:
                    self.clear()
                except OSError:
                    return otherwise
            except OSError as error:
                self.problem = self.problem or _unusable(self.path, error)
                return otherwise
        return otherwise

    def _open(self) -> sqlite3.Connection:
        if self._connection is None or self._owner != _here():  # a connection is one process's and one thread's
            folder = self.path.parent
            if not folder.exists():
                folder.mkdir(parents=True, exist_ok=True)
                (folder / ".gitignore").write_text("*\n", encoding="ascii")
            connection = sqlite3.connect(self.path, timeout=_WAIT, isolation_level=None)
            try:
                _set_up(connection)
            except sqlite3.Error:
                connection.close()
                raise
            self._connection, self._owner = connection, _here()
            return connection
        return self._connection

    def _files(self) -> list[Path]:
        return [self.path.with_name(self.path.name + ending) for ending in ("", "-wal", "-shm")]


def _set_up(file: sqlite3.Connection) -> None:
    version = file.execute("PRAGMA user_version").fetchone()[0]
    if version not in (0, _VERSION):
        with file:
            file.execute("DROP TABLE IF EXISTS results")
        version = 0
    if version == 0:
        file.executescript(_SETUP)


def _make_room(file: sqlite3.Connection) -> None:
    """Drop the results that were not asked for longest, where there are too many."""
    pages, size = (file.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    if pages * size <= _LARGEST:
        return
    with closing(file.execute("SELECT rowid, length(value) FROM results ORDER BY used DESC, rowid DESC")) as rows:
        total = 0
        old = [(row,) for row, length in rows if (total := total + length) > _LARGEST // 2]
    file.executemany("DELETE FROM results WHERE rowid = ?", old)


def _in_this_thread(path: Path) -> Cache:
    """Return the cache in the file *path*: with each piece of work the same one, whose file is open."""
    return _opened(path, _here())


@lru_cache(maxsize=8)
def _opened(path: Path, _where: tuple[int, int]) -> Cache:
    return Cache(path)


def _here() -> tuple[int, int]:
    return os.getpid(), threading.get_ident()


def _unusable(path: Path, error: Exception) -> Text:
    return Text(f"缓存“{path}”不能使用：{error}。", f"The cache “{path}” cannot be used: {error}.")
