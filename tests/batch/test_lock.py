"""The lock on the folder of a batch: who holds it is told, and who died is taken over from."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from govlint.batch import lock
from govlint.batch.lock import Holder, LockedError, is_taken_from, locked


def _leave(out: Path, holder: Holder) -> None:
    (out / "log").mkdir()
    (out / "log" / ".lock").write_text(json.dumps(holder._asdict()), encoding="utf-8")


def _here() -> str:
    return lock.socket.gethostname()


def _ended() -> int:
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return done.pid


def test_one_at_a_time(tmp_path: Path) -> None:
    with locked(tmp_path) as held:
        assert held.died is None
        with pytest.raises(LockedError, match=f"process {os.getpid()} on {_here()}"), locked(tmp_path):
            pass
    with locked(tmp_path) as held:
        assert held.died is None


def test_the_lock_is_given_back_by_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="full"), locked(tmp_path):
        raise ValueError("full")
    with locked(tmp_path) as held:
        assert held.died is None


def test_who_died_on_this_host_is_taken_over_from(tmp_path: Path) -> None:
    left = Holder(_ended(), _here(), "2026-11-23 05:00:00")
    _leave(tmp_path, left)
    with locked(tmp_path) as held:
        assert held.died == left


def test_a_run_on_another_host_is_dead_when_it_gives_no_sign_of_life(tmp_path: Path) -> None:
    left = Holder(7, "node9", "2026-11-23 05:00:00")
    _leave(tmp_path, left)
    with pytest.raises(LockedError, match=r"process 7 on node9 \(since 2026-11-23 05:00:00\)"), locked(tmp_path):
        pass
    path = tmp_path / "log" / ".lock"
    last_sign = path.stat().st_mtime - 601
    os.utime(path, (last_sign, last_sign))
    with locked(tmp_path) as held:
        assert held.died == left
    assert [file.name for file in path.parent.iterdir()] == [".lock"]


def test_a_run_gives_signs_of_life(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "_BEAT", 0.01)
    path = tmp_path / "log" / ".lock"
    with locked(tmp_path):
        os.utime(path, (0, 0))
        while path.stat().st_mtime == 0:
            time.sleep(0.01)


@pytest.mark.parametrize("left", ["", "{", "[]", '{"pid": "?"}'])
def test_nonsense_in_the_file_holds_nobody_up(tmp_path: Path, left: str) -> None:
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / ".lock").write_text(left, encoding="utf-8")
    with locked(tmp_path) as held:
        assert held.died is None


@pytest.mark.skipif(sys.platform == "win32", reason="needs fcntl")
def test_on_a_file_system_without_locks_the_process_is_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    def none(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", none)
    _leave(tmp_path, Holder(os.getppid(), _here(), ""))
    with pytest.raises(LockedError), locked(tmp_path):
        pass
    (tmp_path / "log" / ".lock").write_text(json.dumps(Holder(_ended(), _here(), "")._asdict()), encoding="utf-8")
    with locked(tmp_path) as held:
        assert held.died is not None


def test_a_run_knows_whether_another_has_taken_its_place(tmp_path: Path) -> None:
    with locked(tmp_path) as first:
        assert not is_taken_from(tmp_path, first.mark)
    assert not is_taken_from(tmp_path, first.mark), "what it left running may still end"
    (tmp_path / "log" / ".lock").write_text(json.dumps(Holder(_ended(), _here(), "?")._asdict()), encoding="utf-8")
    assert is_taken_from(tmp_path, first.mark)
    (tmp_path / "log" / ".lock").unlink()
    assert not is_taken_from(tmp_path, first.mark)
