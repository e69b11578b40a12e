"""By what an archive is known before it is opened: the first bytes of the file, and the ending of its name.

Every file named on the command line is looked at, so this imports none of the readers.
"""

from __future__ import annotations

import re

from govlint.lazy_re import lazy_re

BLOCK = 512
"""How many bytes are looked at: the header of a tar."""

COMPRESSIONS = {b"\x1f\x8b": "gz", b"BZh": "bz2", b"\xfd7zXZ\0": "xz", b"\x28\xb5\x2f\xfd": "zst"}
SKIPPABLE = lazy_re(rb"[\x50-\x5f]\x2a\x4d\x18", re.DOTALL)
"""What a Zstandard file may begin with; in .warc.zst it holds the dictionary."""

_WARC = (b"WARC/", b"filedesc://")
_NAMED = lazy_re(r"\.(?:zip|wacz|tar|t?gz|tgz|t?bz2?|tbz2|t?xz|txz|t?zst|tzst|7z|rar|w?arc)\Z", re.IGNORECASE)


def is_named_as_archive(name: str) -> bool:
    """Whether the ending of *name* is that of an archive."""
    return _NAMED.search(name) is not None


def has_magic(head: bytes) -> bool:
    """Whether *head*, the first 512 bytes of a file, is how an archive or a compressed file begins."""
    return archive_magic(head) != "" or compression_of(head) != ""


def archive_magic(head: bytes) -> str:
    """Return the kind of archive that begins with *head*, ``""`` for none."""
    if head.startswith((b"PK\3\4", b"PK\5\6", b"PK\7\x08")):
        return "zip"
    if head.startswith(b"7z\xbc\xaf\x27\x1c"):
        return "7z"
    if head.startswith(b"Rar!\x1a\x07"):
        return "rar"
    if head.startswith(_WARC):
        return "warc"
    return "tar" if len(head) >= BLOCK and _is_tar(head) else ""


def _is_tar(block: bytes) -> bool:
    checksum = block[148:156].partition(b"\0")[0]  # an octal number; ``tarfile`` takes one in base 256 too
    if checksum.strip(b"01234567+-_ \t\n\v\f\r") and checksum[0] not in (0o200, 0o377):
        return False
    return is_header(block)


def is_header(block: bytes) -> bool:
    """Whether *block* begins with the header of a tar member."""
    import tarfile

    try:
        tarfile.TarInfo.frombuf(block[:BLOCK], "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        return False
    return True


def compression_of(head: bytes) -> str:
    """Return the compression whose output begins with *head*, ``""`` for none."""
    if SKIPPABLE.match(head):
        return "zst"
    return next((name for magic, name in COMPRESSIONS.items() if head.startswith(magic)), "")
