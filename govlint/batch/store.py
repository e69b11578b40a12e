"""The folder of a batch: what lies where, and that no file in it is ever half there.

``results/`` is written last, so a result that exists is whole. ``log/`` alone depends on the machine and the hour.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

from govlint.batch.model import SiteResult
from govlint.batch.records import encode

_UNFINISHED = ".part"
_FOLDERS = ("results", "sarif", "scores", "failed", "log")


class Store:
    """The files of a batch below *out*. It holds nothing but the path, so workers make their own."""

    def __init__(self, out: Path) -> None:
        self.out = out

    def prepare(self) -> None:
        """Make the folders, and take away what a killed run left unfinished. Raises OSError."""
        for name in _FOLDERS:
            folder = self.out / name
            folder.mkdir(parents=True, exist_ok=True)
            for left in folder.glob(f".*{_UNFINISHED}"):
                left.unlink(missing_ok=True)

    def result(self, key: str) -> Path:
        """Where the findings of the site *key* are."""
        return self.out / "results" / f"{key}.jsonl.gz"

    def failure(self, key: str) -> Path:
        """Where it is written why there are none."""
        return self.out / "failed" / f"{key}.json"

    # --- writing

    def write(self, result: SiteResult) -> None:
        """Write the files of one site, and take away those that no longer hold. Raises OSError."""
        key = result.ref.key
        self._log(key).unlink(missing_ok=True)  # until everything is written, nothing vouches for it
        others = {self.out / "sarif" / f"{key}.sarif": result.sarif, self.out / "scores" / f"{key}.json": result.scores}
        if result.failure is not None:
            for path in (self.result(key), *others):
                path.unlink(missing_ok=True)
            _write(self.failure(key), (encode(result.head) + "\n").encode())
            return
        self.failure(key).unlink(missing_ok=True)
        for path, data in others.items():
            if data:
                _write(path, data)
            else:
                path.unlink(missing_ok=True)
        _write(self.result(key), result.results)

    def write_log(self, key: str, entry: Mapping[str, Any]) -> None:
        """Remember of the site *key* what only this machine can use."""
        _write(self._log(key), (encode(entry) + "\n").encode())

    def write_manifest(self, manifest: Mapping[str, Any]) -> None:
        """Write what the batch set out to do."""
        sites = ",\n".join(encode(site) for site in manifest["sites"])
        head = encode({name: value for name, value in manifest.items() if name != "sites"})
        _write(self.out / "batch.json", f'{head[:-1]},"sites":[\n{sites}\n]}}\n'.encode())

    # --- reading

    def log(self, key: str) -> Mapping[str, Any]:
        """Return what was remembered of the site *key*, empty where there is nothing to rely on."""
        return _read_json(self._log(key))

    def head(self, key: str) -> Mapping[str, Any]:
        """Return the head of the site *key*: of its result, else why it failed, else empty."""
        return _first_line(self.result(key)) or _read_json(self.failure(key))

    def manifest(self) -> Mapping[str, Any]:
        """Return what the batch set out to do, empty where there is no batch in the folder."""
        return _read_json(self.out / "batch.json")

    def heads(self) -> Iterator[Mapping[str, Any]]:
        """Yield the head of every site there is, by key."""
        for key in self.keys():
            if head := self.head(key):
                yield head

    def keys(self) -> list[str]:
        """Return the keys of all sites that have a result or a failure."""
        results = (path.name.removesuffix(".jsonl.gz") for path in (self.out / "results").glob("*.jsonl.gz"))
        failures = (path.stem for path in (self.out / "failed").glob("*.json"))
        return sorted({*results, *failures})

    def findings(self, key: str) -> Iterator[Mapping[str, Any]]:
        """Yield the records of all findings of the site *key*, none where it has no result. Raises OSError."""
        path = self.result(key)
        if path.exists():
            with gzip.open(path, "rt", encoding="utf-8") as lines:
                next(lines, "")
                yield from map(json.loads, lines)

    def _log(self, key: str) -> Path:
        return self.out / "log" / f"{key}.json"


def _write(path: Path, data: bytes) -> None:
    """Write *data* beside *path* and rename it: readers see the old file or the new one, whole."""
    unfinished = path.with_name(f".{uuid4().hex}{_UNFINISHED}")
    try:
        with unfinished.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def _first_line(path: Path) -> Mapping[str, Any]:
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            return _mapping(json.loads(next(lines, "{}")))
    except (OSError, ValueError, EOFError):
        return {}


def _read_json(path: Path) -> Mapping[str, Any]:
    try:
        return _mapping(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
