"""Done is done: what a worker keeps, does again, and takes away."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from govlint.batch.digest import content_digest, stamp
from govlint.batch.lock import locked
from govlint.batch.model import Failure, FailureKind, State
from govlint.batch.store import Store
from govlint.batch.task import Superseded, Task, WrongVersion, give_up, work
from govlint.finding import Text
from tests.batch.sites import CONFIG, files_of, make_site, ref


@pytest.fixture
def task(tmp_path: Path) -> Task:
    Store(tmp_path / "out").prepare()
    return Task(ref(make_site(tmp_path / "a")), CONFIG, str(tmp_path / "out"))


def test_a_site_is_linted_once(task: Task) -> None:
    assert work(task).state is State.LINTED
    before = files_of(Path(task.out))
    assert sorted(before) == ["results/a.jsonl.gz", "sarif/a.sarif", "scores/a.json"]
    again = work(task)
    assert (again.state, again.faults > 0, again.reason) == (State.KEPT, True, None)
    assert files_of(Path(task.out)) == before


def test_a_copy_with_other_times_is_the_same_site(task: Task) -> None:
    work(task)
    os.utime(Path(task.ref.path, "index.html"), (0, 0))
    assert work(task).state is State.KEPT


def test_without_the_log_the_contents_decide(task: Task) -> None:
    work(task)
    Path(task.out, "log", "a.json").unlink()
    assert work(task).state is State.KEPT
    assert Path(task.out, "log", "a.json").exists()


def test_what_has_changed_is_linted_again(task: Task) -> None:
    work(task)
    before = files_of(Path(task.out))
    page = Path(task.ref.path, "index.html")
    page.write_text(page.read_text(encoding="utf-8").replace("通知公告", "规划计划"), encoding="utf-8")
    assert work(task).state is State.LINTED
    assert files_of(Path(task.out)) != before


def test_other_settings_lint_again_and_back_again(task: Task) -> None:
    work(task)
    before = files_of(Path(task.out))
    english = task._replace(config=replace(CONFIG, language="en"))
    assert work(english).state is State.LINTED
    assert work(task).state is State.LINTED
    assert files_of(Path(task.out)) == before


def test_a_result_that_was_cut_short_is_made_again(task: Task) -> None:
    work(task)
    before = files_of(Path(task.out))
    Path(task.out, "results", "a.jsonl.gz").write_bytes(before["results/a.jsonl.gz"][:20])
    assert work(task).state is State.LINTED
    assert files_of(Path(task.out)) == before


def test_a_failure_is_kept_until_the_site_is_mended(task: Task) -> None:
    page = Path(task.ref.path, "index.html")
    text = page.read_text(encoding="utf-8")
    for path in Path(task.ref.path).iterdir():
        path.unlink()
    failed = work(task)
    assert failed.state is State.FAILED
    assert failed.reason is not None
    kept = work(task)
    assert (kept.state, kept.reason) == (State.KEPT, failed.reason)
    assert work(task._replace(again=True)).state is State.FAILED
    page.write_text(text, encoding="utf-8")
    assert work(task).state is State.LINTED
    assert not list(Path(task.out, "failed").iterdir())


def test_a_failure_takes_the_old_result_away(task: Task) -> None:
    work(task)
    row = give_up(task, Failure(FailureKind.CRASHED, Text("终止。", "Killed.")))
    assert row.reason == Text("终止。", "Killed.")
    assert sorted(files_of(Path(task.out))) == ["failed/a.json"]
    assert work(task).state is State.KEPT
    assert work(task._replace(again=True)).state is State.LINTED


def test_what_a_dead_run_left_running_does_not_write_into_the_next(task: Task) -> None:
    with locked(Path(task.out)) as held:
        with pytest.raises(Superseded):
            work(task._replace(mark="of a run that died"))
        assert not files_of(Path(task.out))
        assert work(task._replace(mark=held.mark)).state is State.LINTED


def test_another_version_takes_no_part(task: Task) -> None:
    with pytest.raises(WrongVersion):
        work(task._replace(config=replace(CONFIG, version="0.0.0")))


def test_unfinished_files_are_swept_away(tmp_path: Path) -> None:
    store = Store(tmp_path / "out")
    store.prepare()
    left = tmp_path / "out" / "results" / ".0123.part"
    left.write_bytes(b"half")
    assert store.keys() == []
    store.prepare()
    assert not left.exists()


def test_digests_see_names_and_bytes_and_nothing_else(tmp_path: Path) -> None:
    one, two = make_site(tmp_path / "a"), make_site(tmp_path / "b")
    assert content_digest(one) == content_digest(two)
    assert stamp(one) != stamp(two)
    (two / "t2.html").rename(two / "t3.html")
    assert content_digest(one) != content_digest(two)
