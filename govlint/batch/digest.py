"""What a result was made of, in 64 digits: the files of a site, and everything that was asked of them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from govlint.batch.model import BatchConfig, SiteRef
from govlint.registry import load_registry, standard_paths

_BLOCK = 1 << 20


def content_digest(path: Path) -> str:
    """Return the digest of a file's bytes, or of the names and bytes of all files below a folder. Raises OSError."""
    if not path.is_dir():
        return _digest_of_file(path)
    digest = sha256()
    for name, file in _files(path):
        digest.update(f"{name}\0{_digest_of_file(file)}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def stamp(path: Path) -> str:
    """Return what changes when the files change, without reading them: sizes and times. Raises OSError.

    It depends on the machine, so it is kept in the log alone, and only spares reading what nobody has touched.
    """
    digest = sha256()
    for name, file in _files(path) if path.is_dir() else [(path.name, path)]:
        found = file.stat()
        digest.update(f"{name}\0{found.st_size}\0{found.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def settings_digest(ref: SiteRef, config: BatchConfig) -> str:
    """Return the digest of all that makes the result of a site besides its files.

    That is the settings, what the list told of the site, the day, and the version of govlint and of every plugin.
    Standards of one's own count by what is in them, not by where they lie.
    """
    settings: dict[str, Any] = config.settings._asdict()
    settings["disabled"] = sorted(settings["disabled"])
    names, files = standard_paths(config.settings.standards)
    settings["standards"] = [names, [_content(file) for file in files]]
    infos = load_registry(config.settings.plugins, config.settings.disabled).infos
    made_of = {
        "settings": settings,
        "site": [ref.key, ref.target, ref.name, ref.code, ref.kind, ref.region, ref.hosts],
        "today": config.today,
        "language": config.language,
        "no_services": config.no_services,
        "version": config.version,
        "plugins": sorted((info.name, info.version) for info in infos),
    }
    text = json.dumps(made_of, ensure_ascii=True, sort_keys=True, default=str)
    return sha256(text.encode()).hexdigest()


def _content(path: Path) -> str:
    try:
        return _digest_of_file(path)
    except OSError:  # the run will say so; here it only has to differ from any file
        return "unreadable"


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield every file below *folder* with its relative path, in a fixed order; links are not followed."""
    for place, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            file = Path(place, name)
            if file.is_file():
                yield file.relative_to(folder).as_posix(), file


def _digest_of_file(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
