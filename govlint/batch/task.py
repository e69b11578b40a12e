"""One site in a worker: is it done already, lint it, write its files. Only a small row travels back."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from govlint import __version__
from govlint.batch.digest import content_digest, settings_digest, stamp
from govlint.batch.inner import inner_executor
from govlint.batch.lint_site import failed, lint_site
from govlint.batch.lock import is_taken_from
from govlint.batch.model import BatchConfig, Failure, Row, SiteRef, SiteResult, State
from govlint.batch.store import Store
from govlint.batch.timeout import ends_within
from govlint.finding import Text


class Task(NamedTuple):
    """A site to lint, with what and where to.

    *again* asks for a new try where something went wrong; *mark* is that of the run's lock (``""``: it has none).
    """

    ref: SiteRef
    config: BatchConfig
    out: str
    again: bool = False
    mark: str = ""


class Superseded(RuntimeError):
    """The run that sent a task is gone, and another one has taken its place."""


class WrongVersion(RuntimeError):
    """A worker has another version of govlint than the one that planned the batch."""


def work(task: Task) -> Row:
    """Do *task* and return its row. Doing it again changes nothing.

    Raises OSError where nothing can be written, Superseded where nothing may be.
    """
    if task.config.version != __version__:
        raise WrongVersion(f"govlint {__version__} on a worker, {task.config.version} here")
    started = time.monotonic()
    store, ref = Store(Path(task.out)), task.ref
    settings = settings_digest(ref, task.config)
    mark = _stamp(ref)
    kept = _kept(store, ref, settings, mark, task.again)
    if kept is not None:
        return kept
    digest = _digest(ref) if mark else ""
    if digest and _is_of(head := store.head(ref.key), digest, settings) and not (task.again and _went_wrong(head)):
        _remember(store, ref, settings, mark, time.monotonic() - started)
        return row_of(ref, State.KEPT, head)
    with ends_within(task.config.seconds), inner_executor(task.config.inner) as executor:
        result = lint_site(ref, task.config, executor, digest)
    seconds = time.monotonic() - started
    if task.mark and is_taken_from(store.out, task.mark):
        raise Superseded(ref.key)
    store.write(result)
    _remember(store, ref, settings, mark, seconds)
    return row_of(ref, State.FAILED if result.failure else State.LINTED, result.head, seconds)


def give_up(task: Task, failure: Failure) -> Row:
    """Write *task* off as a failed row: what it does to a worker cannot be answered for by the worker."""
    ref = task.ref
    result: SiteResult = failed(ref, task.config, _digest(ref), failure)
    store = Store(Path(task.out))
    store.write(result)
    _remember(store, ref, settings_digest(ref, task.config), _stamp(ref), 0.0)
    return row_of(ref, State.FAILED, result.head)


def row_of(ref: SiteRef, state: State, head: Mapping[str, Any], seconds: float = 0.0) -> Row:
    """Return the row of a site by the *head* of its result."""
    if "failure" in head:
        reason = Text(head["reason"]["zh"], head["reason"]["en"])
        return Row(ref.key, state if state is State.KEPT else State.FAILED, reason, seconds=seconds)
    return Row(ref.key, state, None, sum(head["faults"].values()), seconds, bool(head["broken"]))


def _kept(store: Store, ref: SiteRef, settings: str, mark: str, again: bool) -> Row | None:
    """Return the row of a site whose files nobody has touched since it was done, without reading them."""
    log = store.log(ref.key)
    if not mark or log.get("stamp") != mark or log.get("settings") != settings:
        return None
    head = store.head(ref.key)
    if head.get("settings") != settings or (again and _went_wrong(head)):
        return None
    return row_of(ref, State.KEPT, head)


def _went_wrong(head: Mapping[str, Any]) -> bool:
    return "failure" in head or bool(head.get("broken"))


def _is_of(head: Mapping[str, Any], digest: str, settings: str) -> bool:
    return head.get("digest") == digest and head.get("settings") == settings


def _remember(store: Store, ref: SiteRef, settings: str, mark: str, seconds: float) -> None:
    store.write_log(ref.key, {"stamp": mark, "settings": settings, "seconds": round(seconds, 3)})


def _stamp(ref: SiteRef) -> str:
    try:
        return stamp(Path(ref.path))
    except OSError:
        return ""


def _digest(ref: SiteRef) -> str:
    try:
        return content_digest(Path(ref.path))
    except OSError:
        return ""
