"""How much of an archive is read: the guards against archives that unpack to far more than they seem to hold."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1 << 20
GIB = 1 << 30


@dataclass(frozen=True, slots=True)
class Limits:
    """The budgets of one archive, in bytes where nothing else is said.

    *member* is the most that one file may unpack to, *total* what all files that are read may come to, *entries* the
    most names that are listed. A file of more than *ratio_from* bytes may unpack to *ratio* times what it takes up in
    the archive. Archives within archives are opened down to *depth* levels; one that cannot be read where it lies is
    held in memory if it has no more than *nested* bytes.
    """

    member: int = 64 * MIB
    total: int = 4 * GIB
    entries: int = 1_000_000
    ratio: int = 200
    ratio_from: int = MIB
    depth: int = 2
    nested: int = 256 * MIB


DEFAULT = Limits()
