"""Some files of a source as a source of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from govlint.source.model import Source, Unread


@dataclass(frozen=True)
class Part:
    """The files *paths* of *base*, under the paths they have there."""

    base: Source
    paths: tuple[str, ...]

    @property
    def name(self) -> str:
        """What the target is called in reports."""
        return self.base.name

    @property
    def prefix(self) -> str:
        """What leads from the working folder to the files."""
        return self.base.prefix

    @property
    def whole_site(self) -> bool:
        """Whether the files are all there are of their kind."""
        return self.base.whole_site

    @property
    def captured(self) -> date | None:
        """The day of capture, where it is known."""
        return self.base.captured

    def files(self) -> Iterator[str | Unread]:
        """Yield the paths."""
        yield from self.paths

    def read(self, path: str) -> bytes:
        """Return the bytes of *path*. Raises OSError."""
        return self.base.read(path)
