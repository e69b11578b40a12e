"""Files of a folder, single files, and standard input as sources."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from govlint.finding import Text
from govlint.source.model import SourceError, Unread
from govlint.source.stamps import Stamp, stamp

# Folders of version control and archivers: never part of a site.
NOT_THE_SITE = frozenset({".git", ".svn", ".hg", ".bzr", "CVS", "__MACOSX", ".govlint_cache"})


def _readable_name(name: str) -> str:
    """Return a file name as text: names that are not UTF-8 are read as GB18030, the usual case in unpacked exports."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        raw = os.fsencode(name)
        try:
            return raw.decode("gb18030")
        except UnicodeDecodeError:
            return raw.decode("utf-8", "backslashreplace")
    return name


def _reason(error: OSError) -> Text:
    detail = error.strerror or type(error).__name__
    return Text(f"无法读取：{detail}", f"cannot be read: {detail}")


@dataclass
class DirectorySource:
    """A folder on disk, taken as an exported site.

    Symbolic links are followed where they stay inside the folder, each folder once; the others are reported unread.
    """

    root: Path
    name: str
    prefix: str = ""
    whole_site: bool = True
    captured: date | None = None
    _odd_names: dict[str, str] = field(default_factory=dict)

    def files(self) -> Iterator[str | Unread]:
        """Yield every file below the folder in a fixed order."""
        root = os.path.realpath(self.root)
        yield from self._walk(str(self.root), "", root, {root})

    def _walk(self, folder: str, prefix: str, root: str, seen: set[str], odd: bool = False) -> Iterator[str | Unread]:
        """Yield what is below *folder*; its name or one above it is *odd*: not the one that is shown."""
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            yield Unread(prefix.rstrip("/") or ".", _reason(error))
            return
        for entry in entries:
            name = _readable_name(entry.name)
            path = prefix + name
            try:
                is_folder, is_file = entry.is_dir(), entry.is_file()
            except OSError as error:
                yield Unread(path, _reason(error))
                continue
            if is_folder:
                if entry.name in NOT_THE_SITE:
                    continue
                if entry.is_symlink():
                    real = os.path.realpath(entry.path)
                    if real in seen or not real.startswith(root + os.sep) or root.startswith(real + os.sep):
                        yield Unread(path, Text("符号链接指向目录外或成环，未跟随", "symbolic link not followed"))
                        continue
                    seen.add(real)
                yield from self._walk(entry.path, path + "/", root, seen, odd or name != entry.name)
            elif is_file:
                if odd or name != entry.name:
                    self._odd_names[path] = entry.path
                yield path
            else:
                yield Unread(
                    path, Text("不是普通文件，或符号链接已断", "not a regular file, or a broken symbolic link")
                )

    def read(self, path: str) -> bytes:
        """Return the bytes of *path*."""
        with open(self._place(path), "rb") as stream:  # noqa: PTH123
            return stream.read()

    def stamps(self) -> Iterator[Stamp | Unread]:
        """Yield a stamp for every file, and what cannot be listed. Raises OSError where a file has gone."""
        return (found if isinstance(found, Unread) else stamp(found, self._place(found)) for found in self.files())

    def _place(self, path: str) -> str:
        return self._odd_names.get(path) or os.path.join(self.root, path)  # noqa: PTH118

    def file_of(self, path: str) -> Path:
        """Return the file that *path* is, behind all symbolic links."""
        return Path(self._odd_names.get(path) or self.root / path).resolve()


@dataclass
class FilesSource:
    """Single files: each is a page of its own, and no site is claimed."""

    paths: tuple[str, ...]
    name: str = "files"
    prefix: str = ""
    whole_site: bool = False
    captured: date | None = None

    def files(self) -> Iterator[str | Unread]:
        """Yield the files as they were named."""
        yield from self._given

    def read(self, path: str) -> bytes:
        """Return the bytes of *path*."""
        return Path(self._given.get(path, path)).read_bytes()

    def stamps(self) -> Iterator[Stamp]:
        """Yield a stamp for every file. Raises OSError where one has gone."""
        return (stamp(path, file) for path, file in self._given.items())

    def file_of(self, path: str) -> Path:
        """Return the file that *path* is, behind all symbolic links."""
        return Path(self._given.get(path, path)).resolve()

    @cached_property
    def _given(self) -> dict[str, str]:
        """The paths as they were given, by the names they are shown under; of two for one file the first."""
        given: dict[str, str] = {}
        for path in self.paths:
            given.setdefault(_shown(path), path)
        return given


@dataclass
class StdinSource:
    """Standard input, under the name it was given."""

    data: bytes
    path: str
    name: str = "stdin"
    prefix: str = ""
    whole_site: bool = False
    captured: date | None = None

    def files(self) -> Iterator[str | Unread]:
        """Yield the one name."""
        yield self.path

    def read(self, path: str) -> bytes:
        """Return what came in; *path* is always the one name."""
        return self.data


def _shown(path: str) -> str:
    """Return *path* as reports show it: relative to the working folder where it lies below it, with ``/``."""
    pure = Path(path)
    if pure.is_absolute():
        try:
            pure = pure.relative_to(Path.cwd())
        except ValueError:
            return _readable_name(pure.as_posix())
    return _readable_name(os.path.normpath(pure).replace(os.sep, "/"))


def shown_path(path: Path) -> str:
    """Return *path* relative to the working folder, ``""`` where it is that folder or lies elsewhere."""
    shown = _shown(str(path))
    return "" if shown == "." or shown.startswith(("..", "/")) or ":" in shown else shown


def open_folder(path: Path) -> DirectorySource:
    """Open the folder *path* as a site. Raises SourceError where it cannot be listed."""
    try:
        next(os.scandir(path), None)
    except OSError as error:
        raise SourceError(
            Text(f"无法打开“{path}”：{error.strerror}", f"cannot open “{path}”: {error.strerror}")
        ) from error
    shown = shown_path(path)
    return DirectorySource(path, path.resolve().name or str(path), f"{shown}/" if shown else "")
