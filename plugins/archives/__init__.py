"""Archives read in place: zip, tar, 7z and rar, and the crawls in WARC, ARC and WACZ. Nothing is unpacked to disk.

What comes in is a path; what goes out is a Source (``govlint/source/model.py``) that lists the members and unpacks one
at a time, within the budgets of ``limits.py``. Kinds are told by their bytes. How each is read:

- zip, plain tar, and WARC packed record by record: at any place.
- Compressed tar, 7z, rar, a WARC packed as a whole: in order; who reads in the order of the list unpacks it once a
  process, with the memory of one member.
- An archive within an archive: where it lies if it is stored as it is, else from memory, up to a budget.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govlint.hookspecs import hookimpl

if TYPE_CHECKING:
    from govlint.source.model import Source, SourceKind


@hookimpl
def govlint_sources() -> Iterable[SourceKind]:
    """Return the one kind that opens every archive."""
    from govlint.source.model import SourceKind

    from .limits import OPTIONS

    return [SourceKind("archive", _accepts, _open, OPTIONS)]


def _accepts(path: Path) -> bool:
    """Whether *path* begins as an archive does, or is named as one (opening it then says what is wrong)."""
    from .magic import has_magic, is_named_as_archive

    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            head = file.read(512)
    except OSError:  # whoever reads it as a page says why not
        return False
    return has_magic(head) or is_named_as_archive(path.name)


def _open(path: Path, options: Mapping[str, Any]) -> Source:
    from .limits import limits_of
    from .source import open_archive

    return open_archive(path, limits_of(options))
