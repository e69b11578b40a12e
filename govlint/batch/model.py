"""What a batch passes around: which site, with what settings, and what came of it. All of it can be pickled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from govlint import __version__
from govlint.finding import Text
from govlint.lint.settings import Settings

FORMAT_VERSION = "1.0"
"""Of all files of a batch. Raised in its second part when something is added, in its first when something goes."""


@dataclass(frozen=True, slots=True)
class SiteRef:
    """One site of a batch.

    *key* names its files and stays the same from batch to batch; *path* is absolute and never gets into a result;
    *target* is what results call it. The rest is what a list told, ``""`` or empty where it did not.
    """

    key: str
    path: str
    target: str
    name: str = ""
    code: str = ""
    kind: str = ""
    region: str = ""
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BatchConfig:
    """What every site of a batch is linted with.

    *today* stands for the present day all through the batch, however long it runs. *language* is that of the SARIF
    files and scorecards. *inner* says who shares the pages of one site: ``""`` nobody, ``"processes:4"``, ``"dask"``.
    *seconds* is how long a site may take by the clock before its worker counts as hung (0: no end).
    *version* is the version that planned the batch: a worker of another one must not take part.
    """

    settings: Settings
    today: date
    language: str = "zh"
    no_services: bool = False
    inner: str = ""
    seconds: float = 0
    version: str = __version__


class FailureKind(StrEnum):
    """Why there is no result of a site."""

    UNOPENED = "unopened"  # not there, no archive, broken, over its budget
    EMPTY = "empty"  # it opened and holds no page
    CRASHED = "crashed"  # it killed its worker, twice
    MEMORY = "memory"
    INTERNAL = "internal"  # a fault of govlint or of a plugin


class Failure(NamedTuple):
    """Why there is no result of a site, for machines and for people."""

    kind: FailureKind
    reason: Text


@dataclass(frozen=True, slots=True)
class SiteResult:
    """What came of one site: a *failure*, or the bytes of its three files. *head* is the first line of *results*."""

    ref: SiteRef
    failure: Failure | None = None
    head: Mapping[str, Any] = field(default_factory=dict)
    results: bytes = b""
    sarif: bytes = b""
    scores: bytes = b""


class State(StrEnum):
    """What a batch did with a site."""

    LINTED = "linted"
    KEPT = "kept"  # the result of the same files with the same settings was there already
    FAILED = "failed"


class Row(NamedTuple):
    """What travels back from a worker: small, for progress and the closing words. *faults* are -1 where unknown."""

    key: str
    state: State
    reason: Text | None = None
    faults: int = -1
    seconds: float = 0.0
    broken: bool = False
