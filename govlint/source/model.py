"""What a source is: a target as a set of named files, wherever they are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

from govlint.finding import Text


class Unread(NamedTuple):
    """A file (or folder) that could not be read, and why; *partly* where only its end could not.

    A *path* of ``""`` is the target as a whole.
    """

    path: str
    reason: Text
    partly: bool = False


class SourceError(Exception):
    """A target that cannot be opened at all; *text* says why, in one line."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text

    def __reduce__(self) -> tuple[type[SourceError], tuple[Text]]:
        return type(self), (self.text,)


class ReadError(OSError):
    """A file of a source that cannot be read; *text* says why, in words that follow the name of the file."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text

    def __reduce__(self) -> tuple[type[ReadError], tuple[Text]]:
        return type(self), (self.text,)


class Source(Protocol):
    """A target as a set of files.

    *name* is shown to the reader; *prefix* leads from the working folder to the files (``"site/"``, or ``""``);
    *whole_site* is False for single files, of which nothing is claimed that only a
    whole site can show; *captured* is the day the files were taken from the live site, where the source knows it.
    A source is picklable: workers read from it by themselves. What some can do besides is in
    ``govlint/source/abilities.py``.
    """

    @property
    def name(self) -> str:
        """What the target is called in reports."""

    @property
    def prefix(self) -> str:
        """What leads from the working folder to the files, ``""`` or with ``/`` at its end."""

    @property
    def whole_site(self) -> bool:
        """Whether the files are a whole site."""

    @property
    def captured(self) -> date | None:
        """The day of capture, where it is known."""

    def files(self) -> Iterator[str | Unread]:
        """Yield the path of every file, relative to the target, with ``/``; and what cannot be listed.

        The order is that in which reading costs least.
        """

    def read(self, path: str) -> bytes:
        """Return the bytes of *path*. Raises OSError."""


class SourceKind(NamedTuple):
    """A way to open a path: *accepts* says whether it can, *open* returns the source (and raises SourceError).

    *options* are the settings it takes (``[sources.NAME]`` in the configuration), by name, each a JSON Schema with a
    ``default`` and a ``description``; *open* is given those that the user has set.
    """

    name: str
    accepts: Callable[[Path], bool]
    open: Callable[[Path, Mapping[str, Any]], Source]
    options: Mapping[str, Any] = MappingProxyType({})
