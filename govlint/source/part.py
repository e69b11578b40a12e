"""Some files of a source as a source of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from govlint.source.derived import Derived
from govlint.source.model import Unread


@dataclass(frozen=True)
class Part(Derived):
    """The files *paths* of *base*, under the paths they have there."""

    paths: tuple[str, ...]

    def files(self) -> Iterator[str | Unread]:
        """Yield the paths."""
        yield from self.paths

    def read(self, path: str) -> bytes:
        """Return the bytes of *path*. Raises OSError."""
        return self.base.read(path)
