"""What all results of a run depend on besides the files that are linted: settings, versions, and code as a digest."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

from govlint import __version__
from govlint.lint.settings import Settings
from govlint.registry import Registry
from govlint.stamps import HOUSE, outermost, stamps

DIGEST = 20  # bytes
_LONGEST_PATH = 300  # characters of an option's value that may be a path


def digest_of_run(settings: Settings, registry: Registry, *more: object) -> bytes:
    """Return the digest of what all results of a run depend on, and of *more*: what has a ``repr`` without addresses.

    It is another one where the files of govlint or of a plugin have been changed, or a file that an option names.
    """
    from lxml import etree

    values = settings._asdict()
    values["disabled"] = sorted(settings.disabled)  # the order of a set is another one in every process
    said = (
        __version__, sys.version, etree.__version__, etree.LIBXML_VERSION, values, registry.infos,
        [stamps(folder) for folder in _code(registry)], [content(path) for path in _named_files(settings)], more,
    )  # fmt: skip
    return blake2b(repr(said).encode("utf-8", "backslashreplace"), digest_size=DIGEST).digest()


def content(path: Path) -> bytes:
    """Return the digest of what the file *path* holds, ``b""`` where it cannot be read."""
    try:
        return blake2b(path.read_bytes(), digest_size=DIGEST).digest()
    except (OSError, ValueError):
        return b""


def _code(registry: Registry) -> list[Path]:
    """Return the folders and files that the code of a run stands in: a change to any of them makes all results old."""
    found = [*HOUSE]
    for plugin in registry.manager.get_plugins():
        file = getattr(plugin, "__file__", None)
        if file:
            found.append(Path(file).parent if Path(file).name == "__init__.py" else Path(file))
    return outermost(found)


def _named_files(settings: Settings) -> Iterator[Path]:
    """Yield the files that settings name: standards, word lists of rules and the like."""
    yield from (Path(name) for name in settings.standards if name.endswith(".json"))
    waiting: list[Any] = [json.loads(text) for _, text in settings.options]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, str) and 0 < len(value) <= _LONGEST_PATH:
            yield Path(value)
