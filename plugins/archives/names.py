"""Names of members: from the bytes an archive stores to a clean path, or to the refusal of one that leads outside."""

from __future__ import annotations

import posixpath

from govlint.lazy_re import lazy_re
from govlint.source.directory import NOT_THE_SITE

_DRIVE = lazy_re(r"[A-Za-z]:")
_TO_CLEAN = lazy_re(r"[\\\0:]|//|(?:^|/)\.{0,2}(?:/|$)")
"""What a name has that is not clean already; nearly all names have none of it."""

_ENCODINGS = ("utf-8", "gb18030", "big5hkscs")


def repair(raw: bytes) -> str:
    """Return the name that the bytes *raw* spell: UTF-8, else GB18030 as Windows in China writes, else Big5."""
    for encoding in _ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "backslashreplace")


def clean(name: str) -> str | None:
    """Return *name* as a relative path with ``/``; None where it leads out of the archive or names no file at all."""
    if not _TO_CLEAN.search(name):
        return name
    name = name.replace("\\", "/")
    if name.startswith("/") or _DRIVE.match(name) or "\0" in name:
        return None
    path = posixpath.normpath(name) if name else "."
    return None if path in (".", "..") or path.startswith("../") else path


def shown(name: str) -> str:
    """Return a refused *name* as it can be shown and sorted: without what makes it absolute, without NUL."""
    return name.replace("\0", "�").replace("\\", "/").lstrip("/") or "?"


def is_litter(path: str) -> bool:
    """Whether *path* lies in a folder of version control or of an archiver, which is no part of a site."""
    return not NOT_THE_SITE.isdisjoint(path.split("/"))
