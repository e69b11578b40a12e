"""Killed workers: who did it is found by trying suspects alone, and nobody else loses anything."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from govlint.batch.engines import Processes
from govlint.batch.model import Row, SiteRef, State
from govlint.batch.run import run_batch
from govlint.batch.store import Store
from govlint.batch.task import Task
from tests.batch.sites import CONFIG, Fragile, hang, kill_always, kill_once


def _tasks(tmp_path: Path, *keys: str) -> list[Task]:
    Store(tmp_path).prepare()
    return [Task(SiteRef(key, str(tmp_path / key), key), CONFIG, str(tmp_path)) for key in keys]


def _done(task: Task) -> Row:
    return Row(task.ref.key, State.LINTED, seconds=float(bool(task.config.inner)))


def test_every_site_is_done_once_whoever_crashes(tmp_path: Path) -> None:
    engine = Fragile()
    rows = list(run_batch(engine, _tasks(tmp_path, "a", "b", "killer1", "c", "d", "killer2", "e"), _done))
    assert sorted(row.key for row in rows) == ["a", "b", "c", "d", "e", "killer1", "killer2"]
    assert [row.key for row in rows if row.reason] == ["killer1", "killer2"]
    assert sorted(path.stem for path in (tmp_path / "failed").iterdir()) == ["killer1", "killer2"]


def test_whose_worker_was_killed_is_tried_alone_with_all_workers_on_its_pages(tmp_path: Path) -> None:
    engine = Fragile()
    rows = list(run_batch(engine, _tasks(tmp_path, "a", "b", "killer"), _done))
    assert (engine.opened, engine.alone_opened) == (1, 1)
    assert [row.seconds for row in rows if row.reason is None] == [0.0, 0.0]


def test_a_huge_site_has_two_tries_too(tmp_path: Path) -> None:
    engine = Fragile()
    (row,) = run_batch(engine, _tasks(tmp_path, "killer"), _done)
    assert (row.state, engine.alone_opened) == (State.FAILED, 2)


def test_one_site_has_all_workers_for_its_pages(tmp_path: Path) -> None:
    engine = Fragile()
    (row,) = run_batch(engine, _tasks(tmp_path, "a"), _done)
    assert (row.seconds, engine.opened, engine.alone_opened) == (1.0, 0, 1)


def test_huge_archives_come_first_and_by_themselves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govlint.batch.run.HUGE", 100)
    tasks = _tasks(tmp_path, "a", "b", "c", "d")
    for key, size in (("b", 100), ("d", 500), ("c", 99)):
        (tmp_path / key).write_bytes(b"." * size)
    rows = list(run_batch(Fragile(), tasks, _done))
    found = [(row.key, row.seconds) for row in rows]
    assert found[:2] == [("d", 1.0), ("b", 1.0)]
    assert sorted(found[2:]) == [("a", 0.0), ("c", 0.0)]  # side by side: whichever is done first comes first


def test_what_is_no_sites_fault_ends_the_batch(tmp_path: Path) -> None:
    def full(_task: Any) -> Row:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        list(run_batch(Fragile(), _tasks(tmp_path, "a"), full))


def test_a_worker_killed_twice_is_a_failed_row(tmp_path: Path) -> None:
    rows = list(run_batch(Processes(2), _tasks(tmp_path, "a", "killer", "c"), kill_always))
    assert {row.key: row.state for row in rows} == {"a": State.LINTED, "killer": State.FAILED, "c": State.LINTED}


def test_a_site_without_end_is_a_failed_row(tmp_path: Path) -> None:
    tasks = _tasks(tmp_path, "a", "killer", "c")
    limited = [task._replace(config=replace(task.config, seconds=0.2)) for task in tasks]
    rows = {row.key: row for row in run_batch(Processes(2), limited, hang)}
    assert {key: row.state for key, row in rows.items()} == {
        "a": State.LINTED,
        "killer": State.FAILED,
        "c": State.LINTED,
    }
    assert "--site-minutes" in str(rows["killer"].reason)


def test_a_worker_killed_once_costs_nothing(tmp_path: Path) -> None:
    rows = list(run_batch(Processes(2), _tasks(tmp_path, "a", "killer", "c"), kill_once))
    assert {row.key: row.reason for row in rows} == {"a": None, "killer": None, "c": None}
