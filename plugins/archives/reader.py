"""What an opened archive is to the rest of the plugin: a list of members, and bytes by the spot of one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, Protocol

from govlint.finding import Text

from .blob import Blob

Spot = tuple[Any, ...]
"""Where a member is: a small tuple of numbers and words that only its own kind of reader understands, and which, sent
to another process, is found again in the same archive there."""


class Capture(NamedTuple):
    """The moment a crawler stored a member.

    *stamp* is UTC as 14 digits; *digest* names the content. *same* says that only "unchanged" was stored; *gone* that
    the server had nothing to give and it is no page that says so.
    """

    stamp: str
    digest: str = ""
    same: bool = False
    gone: bool = False


class Member(NamedTuple):
    """A member as its archive lists it: the *name* not yet cleaned, its unpacked *size* as far as it is known.

    Folders have no name. A *link* is the cleaned name of the member it stands for; *trouble* says why it is no file
    that can be read.
    """

    name: str
    spot: Spot
    size: int = 0
    capture: Capture | None = None
    link: str = ""
    trouble: Text | None = None


class Reader(Protocol):
    """An archive opened in this process. Its methods may be called from several threads."""

    def members(self) -> Iterator[Member | Text]:
        """Yield the members in the order they are best read in; a Text says why the list ends too early.

        Raises SourceError where the archive cannot be opened at all.
        """

    def read(self, spot: Spot, most: int) -> bytes:
        """Return a member, unpacked. Raises ReadError, also where it would be longer than *most* bytes."""

    def blob(self, spot: Spot, most: int) -> Blob:
        """Return a member as an archive to open: where it lies if it can be, else from memory up to *most* bytes."""
