"""Which commit of which repository a run looked at, read from ``.git`` itself: no program is started for it."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from govlint.lazy_re import lazy_re
from govlint.report.model import Provenance

_SECTION = lazy_re(r'\s*+\[\s*+remote\s++"origin"\s*+\]', re.IGNORECASE)
_ANY_SECTION = lazy_re(r"\s*+\[")
_URL = lazy_re(r"\s*+url\s*+=\s*+(\S++)", re.IGNORECASE)
_SHORT = lazy_re(r"(?:[\w.-]++@)?+([\w.-]++):(?!/)([^\s\\]++)")
"""``git@host:path``, the short form of an ssh address."""

_COMMIT = lazy_re(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_REF = "ref: "
_HEADS = "refs/heads/"


def provenance(folder: Path) -> Provenance | None:
    """Return the state of the repository whose root *folder* is.

    None where it is no such root, has no commit, or has no ``origin`` with an address that others can reach. The
    address comes without user, password and query.
    """
    try:
        own = _git_folder(folder)
        shared = own / _line(own / "commondir") if (own / "commondir").is_file() else own
        head = _line(own / "HEAD")
        reference = head.removeprefix(_REF) if head.startswith(_REF) else ""
        revision = _resolved(reference, own, shared) if reference else head
        address = public_address(_origin(shared / "config"))
    except (OSError, UnicodeDecodeError):
        return None
    if not address or not _COMMIT.fullmatch(revision):
        return None
    return Provenance(address, revision, reference.removeprefix(_HEADS) if reference.startswith(_HEADS) else "")


def public_address(url: str) -> str:
    """Return the address of a remote as others may see it, ``""`` for one that is a path on this machine."""
    if "://" not in url:
        short = _SHORT.fullmatch(url)
        drive = short is not None and len(short[1]) == 1 and "@" not in url
        return f"ssh://{short[1]}/{short[2]}" if short and not drive else ""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https", "ssh", "git"} or not parts.hostname or "@" in parts.path:
        return ""
    return f"{parts.scheme}://{parts.hostname}{port}{parts.path}"


def _git_folder(folder: Path) -> Path:
    """Return where git keeps its data: ``.git``, or what that names where it is a file (work trees, submodules)."""
    found = folder / ".git"
    return found if found.is_dir() else folder / _line(found).removeprefix("gitdir: ")


def _resolved(reference: str, own: Path, shared: Path) -> str:
    """Return the commit a reference names, ``""`` where there is none yet."""
    for place in (own, shared):
        if (place / reference).is_file():
            return _line(place / reference)
    packed = shared / "packed-refs"
    lines = packed.read_text(encoding="utf-8").splitlines() if packed.is_file() else []
    return next((line.partition(" ")[0] for line in lines if line.endswith(f" {reference}")), "")


def _origin(config: Path) -> str:
    within = False
    for line in config.read_text(encoding="utf-8").splitlines():
        if _ANY_SECTION.match(line):
            within = _SECTION.match(line) is not None
        elif within and (found := _URL.match(line)):
            return found[1]
    return ""


def _line(path: Path) -> str:
    return path.read_text(encoding="utf-8").strip()
