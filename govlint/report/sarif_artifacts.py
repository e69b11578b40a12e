"""Where the files of a SARIF run are: below the folder govlint was run in, or nested in an archive.

A file in an archive is an artifact whose parent is the archive (SARIF 3.24.3), so a reader of the log knows both the
archive, by its SHA-256, and the path within it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from govlint.report.links import file_uri
from govlint.report.model import Report
from govlint.source.abilities import Archive

SOURCE_ROOT = "SRCROOT"
MOST_RELATED = 100
"""GitHub keeps 100 locations of a result."""

_WITHIN = "!/"


class Artifacts:
    """The files that the results and notifications of *report* stand on; of an archive each has its own artifact."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._archive = report.archive
        self._indexes: dict[str, int] = {}
        if self._archive is not None:
            paths = {path or report.home for path in _paths(report)} - {"", *self._archive.nested}
            outer = ("", *self._archive.nested)  # "": the archive itself
            self._indexes = {path: index for index, path in enumerate((*outer, *sorted(paths)))}

    def location(self, path: str) -> dict[str, Any]:
        """Return a SARIF artifact location for a path of the target; ``""``, the target itself, is its home page."""
        path = path or self._report.home
        if self._archive is None:
            return {"uri": file_uri(self._report.prefix + path) or "./", "uriBaseId": SOURCE_ROOT}
        if not path:
            return {**_root(self._archive), "index": 0}
        return {"uri": file_uri(self._split(path)[1]), "index": self._indexes[path]}

    def of_template(self, path: str) -> dict[str, Any]:
        """Return a SARIF artifact location for a template; *path* leads from where govlint was run."""
        within = _in_target(path, self._report)
        return self.location(within) if within else {"uri": file_uri(path), "uriBaseId": SOURCE_ROOT}

    def all(self) -> list[dict[str, Any]]:
        """Return ``run.artifacts``: the archive, those within it, then the files; nothing where there is none."""
        if self._archive is None:
            return []
        hashes = {"sha-256": self._archive.sha256}
        found: list[dict[str, Any]] = [
            {"location": _root(self._archive), "roles": ["analysisTarget"], "hashes": hashes}
        ]
        for path in islice(self._indexes, 1, None):
            parent, within = self._split(path)
            found.append({"location": {"uri": file_uri(within)}, "parentIndex": self._indexes[parent]})
        return found

    def _split(self, path: str) -> tuple[str, str]:
        """Return the innermost archive that *path* is in (``""``: the outer one), and the path within that."""
        nested = self._archive.nested if self._archive else ()
        around = [archive for archive in nested if path.startswith(archive + _WITHIN)]
        parent = max(around, key=len, default="")
        return parent, path[len(parent) + len(_WITHIN) :] if parent else path


def _root(archive: Archive) -> dict[str, Any]:
    return {"uri": file_uri(archive.path), "uriBaseId": SOURCE_ROOT}


def _in_target(path: str, report: Report) -> str:
    """Return the path within the target of a template that lies there, ``""`` for any other."""
    return path.removeprefix(report.prefix) if report.prefix and path.startswith(report.prefix) else ""


def _paths(report: Report) -> Iterator[str]:
    for finding in chain(report.findings, (one.finding for one in report.set_aside)):
        yield finding.location.path
        yield from (place.path for place in finding.related[:MOST_RELATED])
        yield from filter(None, (_in_target(origin.path, report) for origin in finding.origins))
    yield from (gone.path for gone in report.gone)
    yield from (note.path for note in report.notifications)
