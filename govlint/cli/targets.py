"""What the paths on the command line mean: folders, archives, single files, standard input."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from govlint.cli.errors import UsageProblem
from govlint.finding import Text
from govlint.lint.settings import Settings
from govlint.registry import Registry
from govlint.source.directory import FilesSource, StdinSource, open_folder
from govlint.source.model import Source, SourceError

if TYPE_CHECKING:
    from govlint.lint.template.origins import Origins


def open_targets(paths: Sequence[str], settings: Settings, registry: Registry, stdin_filename: str) -> list[Source]:
    """Open every path: each folder or archive is a site of its own, all single files together are one target.

    Raises UsageProblem for a path that does not exist or cannot be opened.
    """
    sources: list[Source] = []
    files: list[str] = []
    for path in dict.fromkeys(paths):
        if path == "-":
            sources.append(StdinSource(sys.stdin.buffer.read(), stdin_filename))
            continue
        source = _open(path, settings, registry)
        if source is None:
            files.append(path)
        else:
            sources.append(source)
    if files:
        sources.append(FilesSource(tuple(files)))
    return sources


def _open(path: str, settings: Settings, registry: Registry) -> Source | None:
    """Return the source of a folder or an archive, None for a single file."""
    found = Path(path)
    try:
        if not found.exists():
            raise UsageProblem(Text(f"找不到路径“{path}”", f"no such path: “{path}”"))
        if found.is_dir():
            return open_folder(found)
        for kind in registry.sources:
            if kind.accepts(found):
                return kind.open(found, settings.options_of_source(kind.name))
    except SourceError as error:
        raise UsageProblem(error.text) from error
    except (OSError, ValueError) as error:
        raise UsageProblem(Text(f"无法打开“{path}”：{error}", f"cannot open “{path}”: {error}")) from error
    return None


def open_templates(path: str | None, settings: Settings, registry: Registry) -> Origins | None:
    """Read the template tree *path* that pages were made from, None where none is named.

    Raises UsageProblem where it is no folder or archive, or holds no template at all.
    """
    if not path:
        return None
    source = _open(path, settings, registry)
    from govlint.lint.template.origins import read_templates

    origins = read_templates(source, settings, registry) if source else None
    if origins is None or not origins.templates:
        raise UsageProblem(Text(f"“{path}”里没有模板", f"there are no templates in “{path}”"))
    return origins
