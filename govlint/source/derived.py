"""What sources made of another source have in common: they are called as it is, and stand where it does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from govlint.source.model import Source


@dataclass(frozen=True)
class Derived:
    """A source made of *base*."""

    base: Source

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
