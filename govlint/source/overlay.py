"""A source with some of its files changed: the changed ones lie in a folder of their own, so that workers find them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from govlint.source.derived import Derived
from govlint.source.model import Unread


@dataclass(frozen=True)
class Overlay(Derived):
    """The files of *base*, in the place of some of them those that were written to *folder*."""

    folder: Path

    def files(self) -> Iterator[str | Unread]:
        """Yield the files of the base."""
        return self.base.files()

    def read(self, path: str) -> bytes:
        """Return the bytes of *path* as they were written last. Raises OSError."""
        changed = self._changed(path)
        return changed.read_bytes() if changed.exists() else self.base.read(path)

    def write(self, path: str, data: bytes) -> None:
        """Let *data* stand in the place of *path*; the base stays as it is."""
        self._changed(path).write_bytes(data)

    def _changed(self, path: str) -> Path:
        return self.folder / sha256(path.encode("utf-8", "surrogateescape")).hexdigest()
