"""Keys of sites: readable file names that stay the same from one batch to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import PurePath
from unicodedata import normalize

from govlint.lazy_re import lazy_re

_LONGEST = 40
_NOT_IN_NAMES = lazy_re(r"[^\w]+")
_SUFFIXES = frozenset(
    {
        ".zip", ".tar", ".gz", ".tgz", ".bz2", ".tbz2", ".xz", ".txz", ".zst", ".7z", ".rar", ".warc", ".arc", ".wacz",
    }
)  # fmt: skip


def stem(path: str) -> str:
    """Return the name of a file or folder without the endings of archives: ``site`` of ``data/site.tar.gz``."""
    name = PurePath(path).name
    while (suffix := PurePath(name).suffix.lower()) in _SUFFIXES and len(name) > len(suffix):
        name = name[: -len(suffix)]
    return name


def key(identity: str) -> str:
    """Return the key of the site that *identity* (its code, or its name) tells from all others.

    The readable part holds letters, digits and Chinese alone; the eight digits behind it keep names apart that differ
    only in what was left out, or in case (which some file systems do not see).
    """
    whole = normalize("NFC", identity)
    readable = _NOT_IN_NAMES.sub("-", whole).strip("-_")[:_LONGEST] or "site"
    return f"{readable}-{sha256(whole.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def identities(paths: Sequence[str]) -> list[str]:
    """Return a name for each of *paths* that no other has: its stem, else its file name, else with folders before it.

    Only paths that clash get a longer name, so that the names of the others do not depend on them.
    """
    names = [stem(path) for path in paths]
    for depth in range(1, max((len(PurePath(path).parts) for path in paths), default=0) + 1):
        seen = Counter(names)
        if max(seen.values(), default=0) < 2:
            break
        for at, path in enumerate(paths):
            if seen[names[at]] > 1:
                names[at] = "/".join(PurePath(path).parts[-depth:])
    return names
