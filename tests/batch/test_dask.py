"""A local Dask cluster gives the same bytes as processes, and survives a killed worker."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from govlint.batch.cluster import dask
from govlint.batch.engines import Engine, Processes
from govlint.batch.model import SiteRef, State
from govlint.batch.run import run_batch
from govlint.batch.store import Store
from govlint.batch.task import Task
from govlint.workers.errors import WorkersError
from tests.batch.sites import CONFIG, files_of, kill_always, make_site, ref
from tests.cli.conftest import ROOT, Run
from tests.cli.conftest import govlint as govlint

pytest.importorskip("distributed")


def _run(engine: Engine, sites: list[SiteRef], out: Path) -> dict[str, bytes]:
    Store(out).prepare()
    rows = list(run_batch(engine, [Task(site, CONFIG, str(out)) for site in sites]))
    assert len(rows) == len(sites)
    return files_of(out)


def test_dask_gives_the_same_bytes_and_names_who_kills(tmp_path: Path) -> None:
    several = [ref(make_site(tmp_path / name, f"{name}市林业局")) for name in "甲乙丙"]
    (tmp_path / "丁").mkdir()
    several.append(ref(tmp_path / "丁"))
    with dask("", 2) as engine:
        assert _run(engine, several, tmp_path / "d") == _run(Processes(2), several, tmp_path / "p")
        assert _run(engine, several[:1], tmp_path / "d1") == _run(Processes(2), several[:1], tmp_path / "p1")
        Store(tmp_path).prepare()
        tasks = [Task(SiteRef(key, str(tmp_path / key), key), CONFIG, str(tmp_path)) for key in ("a", "killer", "c")]
        rows = {row.key: row.state for row in run_batch(engine, tasks, kill_always)}
    assert rows == {"a": State.LINTED, "killer": State.FAILED, "c": State.LINTED}


def test_a_scheduler_that_does_not_answer_is_said() -> None:
    with pytest.raises(WorkersError, match="does not answer"), dask("nonsense://nowhere"):
        pass


def _told(file: Path, scheduler: subprocess.Popen[bytes]) -> str:
    """Wait until *scheduler* has written its address into *file*, and return it."""
    while scheduler.poll() is None:
        with suppress(OSError, ValueError):
            return str(json.loads(file.read_text())["address"])
        time.sleep(0.05)
    raise AssertionError("the scheduler has ended")


@contextmanager
def _processes(folder: Path, workers: int) -> Iterator[str]:
    """Start a scheduler and *workers* as the documentation does; yield the scheduler's address."""
    file = folder / "scheduler.json"
    command = [sys.executable, "-m", "dask"]
    told = ("scheduler", "--port", "0", "--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0")
    each = ("--nworkers", str(workers), "--nthreads", "1", "--memory-limit", "2GiB", "--no-dashboard")
    environment = os.environ | {"PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}
    with (folder / "cluster.log").open("wb") as log:
        streams = {"stdout": log, "stderr": log, "cwd": folder, "env": environment}
        scheduler = subprocess.Popen([*command, *told, "--scheduler-file", str(file)], **streams)
        address = _told(file, scheduler)
        worker = subprocess.Popen([*command, "worker", "--scheduler-file", str(file), *each], **streams)
        try:
            yield address
        finally:
            for process in (worker, scheduler):
                process.terminate()
                process.wait()


def test_a_cluster_of_separate_processes_gives_the_same_bytes(tmp_path: Path, govlint: Run) -> None:
    for name in "甲乙丙":
        make_site(tmp_path / "sites" / name, f"{name}市林业局")
    told = ("sites", "--as-of", "2026-11-23")
    with _processes(tmp_path, 2) as address:
        ran = govlint("batch", *told, "--out", "c", "--engine", "dask", "--scheduler", address)
        assert ran.returncode == 0, ran.stderr
        assert len(ran.stderr.splitlines()) == 1
    assert govlint("batch", *told, "--out", "p").returncode == 0
    assert files_of(tmp_path / "c") == files_of(tmp_path / "p")
