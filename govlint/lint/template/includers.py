"""A part of a template by itself, and the pages that bring it in: a header is linted as they show it.

A commit often changes nothing but an included file. Alone it can tell little: what handles its search box may stand in
the page around it. So the folders above it are looked through for pages that include it, and these are linted too.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from govlint.lazy_re import lazy_re
from govlint.page.decode import decode
from govlint.page.names import may_be_template
from govlint.page.template import BRINGING
from govlint.source.directory import NOT_THE_SITE, FilesSource
from govlint.source.model import Source

if TYPE_CHECKING:
    from govlint.lint.template.include_files import IncludeFiles
    from govlint.registry import Registry

MOST_PAGES = 3
"""Pages that one part is linted in."""

_MOST_FILES = 2_000  # of a folder; a larger one is no theme
_MOST_STEPS = 6  # folders upwards
_DOCUMENT = lazy_re(rb"<(?:!doctype|html|body|frameset)\b", re.IGNORECASE)
_SKIPPED = NOT_THE_SITE | {"node_modules"}


def including_pages(source: Source, given: Iterable[str], registry: Registry) -> list[str]:
    """Return the files on disk, not *given*, that lead to a given part of a page: a few pages, and parts in between.

    Only single files below the working folder are looked for, and nothing above that folder is read.
    """
    if not isinstance(source, FilesSource):
        return []
    paths = dict.fromkeys(given)
    found: dict[str, None] = {}
    known: dict[str, bytes] = {}
    texts = cache(lambda folder: _texts(folder, known))
    for path in paths:
        if may_be_template(path) and not path.startswith(("/", "..")) and _is_part(source, path):
            found |= dict.fromkeys(_pages_of(path, texts, registry))
    return [path for path in found if path not in paths]


def _is_part(source: FilesSource, path: str) -> bool:
    try:
        return _DOCUMENT.search(source.read(path)) is None
    except (OSError, ValueError):
        return False


def _pages_of(part: str, texts_below: Callable[[str], Mapping[str, bytes]], registry: Registry) -> list[str]:
    """Return the pages of the nearest folder above *part* in which any file includes it."""
    folder = part.rpartition("/")[0]
    for _ in range(_MOST_STEPS):
        texts = texts_below(folder)
        if len(texts) > _MOST_FILES:
            return []
        if pages := _includers(part, texts, registry):
            return pages
        if not folder:
            return []
        folder = folder.rpartition("/")[0]
    return []


def _includers(part: str, texts: Mapping[str, bytes], registry: Registry) -> list[str]:
    """Return the whole pages among *texts* that bring in *part*, the nearest first, and the parts in between."""
    from govlint.lint.template.include_files import IncludeFiles

    index = IncludeFiles(texts)
    pages: list[str] = []
    brought = {part: ""}  # which part each file brings in on the way
    waiting = [part]
    while waiting and len(pages) < MOST_PAGES:
        target = waiting.pop(0)
        stem = os.path.splitext(target.rpartition("/")[2])[0].encode()  # noqa: PTH122 - a name, not a file
        for path, data in texts.items():
            if path in brought or stem not in data or target not in _included(path, data, index, registry):
                continue
            brought[path] = target
            if _DOCUMENT.search(data) is None:
                waiting.append(path)
            elif len(pages) < MOST_PAGES:
                pages.append(path)
    between = dict.fromkeys(step for page in pages for step in _steps(brought[page], brought) if step != part)
    return [*pages, *between]


def _steps(path: str, brought: Mapping[str, str]) -> Iterator[str]:
    while path:
        yield path
        path = brought[path]


def _included(path: str, data: bytes, index: IncludeFiles, registry: Registry) -> Iterator[str]:
    """Yield the files that *path* includes."""
    from govlint.page.lexing import lexer_of

    text = decode(data).text
    dialects = tuple(each for each in registry.dialects if each.recognise(path, text))
    for tag in lexer_of(dialects).tags(text):
        if tag.kind in BRINGING and tag.target():
            dialect = next(each for each in dialects if tag.form in each.forms)
            yield index.find(path, tag.target(), dialect.folders, dialect.endings, tag.form.exact)


def _texts(folder: str, known: dict[str, bytes]) -> Mapping[str, bytes]:
    """Return the files below *folder* (relative to the working one) that may be templates; one more than too many.

    What is in them is read once and kept in *known*.
    """
    found: dict[str, bytes] = {}
    for place, folders, names in os.walk(folder or "."):
        folders[:] = sorted(name for name in folders if name not in _SKIPPED and not name.startswith("."))
        for name in filter(may_be_template, sorted(names)):
            path = os.path.normpath(os.path.join(place, name)).replace(os.sep, "/")  # noqa: PTH118
            if path not in known:
                try:
                    known[path] = Path(path).read_bytes()
                except OSError:
                    continue
            found[path] = known[path]
            if len(found) > _MOST_FILES:
                return found
    return found
