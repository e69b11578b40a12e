"""A document that is open in an editor, linted as the file that it would be saved as."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from govlint.finding import Finding
from govlint.lint.engine import run
from govlint.lint.settings import Settings
from govlint.page.decode import decode
from govlint.page.labels import codec_of
from govlint.page.names import is_page, may_be_page, may_be_template
from govlint.registry import Registry
from govlint.source.directory import StdinSource

_MARKS = {"utf-8": b"\xef\xbb\xbf", "utf-16le": b"\xff\xfe", "utf-16be": b"\xfe\xff"}


class Loaded(NamedTuple):
    """What a workspace is linted with; *language* is ``"zh"`` or ``"en"``."""

    settings: Settings
    registry: Registry
    language: str


Load = Callable[[Path], Loaded]
"""Takes the root of a workspace and returns what its configuration asks for; raises WorkspaceError."""


class WorkspaceError(Exception):
    """A configuration that cannot be honoured; the message is Chinese first, in one line."""


class Saved(NamedTuple):
    """The bytes of a document as it would be saved, and the encoding that must be forced on them, None for none."""

    data: bytes
    forced: str | None


def is_checked(path: str, language_id: str) -> bool:
    """Whether a document of this name, or one that the editor takes for HTML, is linted."""
    return language_id == "html" or is_page(path) or may_be_page(path) or may_be_template(path)


def as_saved(text: str, on_disk: bytes | None, forced: str | None = None) -> Saved:
    """Return *text* as bytes in the encoding of the file *on_disk*, None where there is none yet: UTF-8.

    Whatever comes back decodes to *text* just so, so that offsets into it hold. *forced* is the user's own encoding.
    """
    name, mark = "utf-8", b""
    if on_disk is not None:
        name = decode(on_disk, forced=forced).encoding.name
        mark = _MARKS.get(name, b"")
        mark = mark if on_disk.startswith(mark) else b""
    try:
        data = mark + text.encode(codec_of(name))
    except UnicodeEncodeError:
        data = b""
    if decode(data, forced=forced).text == text:
        return Saved(data, forced)
    return Saved(text.encode("utf-8", "replace"), "utf-8")


def lint_document(path: str, saved: Saved, loaded: Loaded) -> list[Finding]:
    """Return the findings on the document *path*, relative to its workspace, as a page by itself.

    Raises SettingsError, and nothing for the document's sake.
    """
    settings = loaded.settings._replace(encoding=saved.forced)
    result = run(StdinSource(saved.data, path), settings, loaded.registry)
    return [finding for finding in result.findings if finding.location.path == path]
