"""From what the user names to the sites of a batch: folders of archives, globs, lists, single sites."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from govlint.batch.keys import identities, key, stem
from govlint.batch.lists import SUFFIXES, Listed, ListError, read_list
from govlint.batch.model import SiteRef
from govlint.finding import Text
from govlint.page.names import is_page
from govlint.source.directory import NOT_THE_SITE

# What systems leave in folders, and what is published beside archives: never a site.
_LITTER = frozenset({"thumbs.db", "desktop.ini", "md5sums", "sha256sums"})
_BESIDE = (".md5", ".sha1", ".sha256", ".sha512", ".sig", ".asc", ".txt", ".md", ".log", ".part", ".tmp", *SUFFIXES)


def find_sites(targets: Sequence[str], out: Path) -> list[SiteRef]:
    """Return the sites that *targets* name, sorted by key, each path once.

    A target is a list (``.csv``, ``.json``); a folder that holds a page at its top, which is one site; any other
    folder, whose folders and files are a site each; a pattern (``*.zip``); or a single archive. The folder *out* is
    never a site. Nothing is opened here: what cannot be opened becomes a failed row. Raises ListError for a list that
    cannot be used, and for a target that is not there.
    """
    found: dict[Path, Listed] = {}
    for target in targets:
        for row in _rows(target):
            path = row.path.resolve()
            if path != out.resolve():
                found.setdefault(path, row)
    unnamed = [str(path) for path, row in found.items() if not row.code]
    names = dict(zip(unnamed, identities(unnamed), strict=True))
    refs: dict[str, SiteRef] = {}
    for path, row in found.items():
        ref = _ref(path, row, names.get(str(path), ""))
        if (other := refs.setdefault(ref.key, ref)) is not ref:
            raise ListError(
                Text(
                    f"“{other.path}”和“{ref.path}”是同一个网站（{row.code or ref.target}）",
                    f"“{other.path}” and “{ref.path}” are the same site ({row.code or ref.target})",
                )
            )
    return [refs[key] for key in sorted(refs)]


def _ref(path: Path, row: Listed, identity: str) -> SiteRef:
    return SiteRef(key(row.code or identity), str(path), path.name, row.name, row.code, row.kind, row.region, row.hosts)


def _rows(target: str) -> Iterator[Listed]:
    path = Path(target)
    if path.is_dir():
        yield from (Listed(found) for found in _in_folder(path))
    elif path.suffix.lower() in SUFFIXES and path.is_file():
        yield from _named(read_list(path))
    elif path.exists():
        yield Listed(path)
    else:
        matches = _matches(target)
        if not matches:
            raise ListError(Text(f"找不到“{target}”", f"no such path: “{target}”"))
        yield from (Listed(Path(match)) for match in matches)


def _named(rows: Iterable[Listed]) -> Iterator[Listed]:
    """Yield the rows of a list; a row whose path is a pattern of one file stands for that file."""
    for row in rows:
        matches = [] if row.path.exists() else _matches(str(row.path))
        yield replace(row, path=Path(matches[0])) if len(matches) == 1 else row


def _matches(pattern: str) -> list[str]:
    return sorted(glob.glob(pattern, recursive=True)) if glob.has_magic(pattern) else []  # noqa: PTH207


def _in_folder(folder: Path) -> Iterator[Path]:
    """Yield *folder* itself where it is a site, else the sites in it."""
    entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    if any(is_page(entry.name) and entry.is_file() for entry in entries):
        yield folder
        return
    for entry in entries:
        if entry.is_dir():
            if entry.name not in NOT_THE_SITE:
                yield entry
        elif entry.name.lower() not in _LITTER and entry.suffix.lower() not in _BESIDE:
            yield entry


def shown(ref: SiteRef) -> str:
    """Return what to call *ref* where people read: the name told, else that of its file."""
    return ref.name or stem(ref.target)
