"""A local Dask cluster gives the same bytes as processes, and survives a killed worker."""

from __future__ import annotations

from pathlib import Path

import pytest

from govlint.batch.engines import Engine, EngineError, Processes, dask
from govlint.batch.model import SiteRef, State
from govlint.batch.run import run_batch
from govlint.batch.store import Store
from govlint.batch.task import Task
from tests.batch.sites import CONFIG, files_of, kill_always, make_site, ref

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
    with pytest.raises(EngineError, match="does not answer"), dask("nonsense://nowhere"):
        pass
