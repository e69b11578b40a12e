"""The proof of batches: processes, Dask, killed workers and killed runs all end with the same bytes.

Run as ``python -m benchmarks.batch WORK_DIR [SITES] [REAL_DIR]``. It makes SITES (2000) archives of small sites in
WORK_DIR/archives (``archives.py``: every kind, and broken ones), adds every zip of REAL_DIR, and lints them all three
times, side by side:

1. with processes, undisturbed;
2. with processes, a worker killed (SIGKILL) early on and again later, and the run itself killed twice on its way;
3. on a local Dask cluster of the same size.

It prints how long each took and whether its files are the same, byte for byte, and returns 1 where they are not. A run
that does not end is aborted, and says where it stood. Linux alone: it looks for workers in /proc.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from benchmarks.batch.archives import make_archives

DAY = "2026-11-23"
WORKERS = 2
_MAIN = "from govlint.cli import main; main()"
_SECONDS_A_SITE = 5
"""What a run may take before it counts as hung; many times what it does take."""


def main(arguments: list[str]) -> int:
    """Prove it in the folder the arguments name, print the figures, and return 0 where all is the same."""
    if not arguments or not sys.platform.startswith("linux"):
        print("skipped: usage: python -m benchmarks.batch WORK_DIR [SITES] [REAL_DIR]")
        return 0
    work, sites = Path(arguments[0]), int(arguments[1]) if len(arguments) > 1 else 2000
    archives = work / "archives"
    make_archives(archives, sites)
    for real in sorted(Path(arguments[2]).glob("*.zip")) if len(arguments) > 2 else ():
        shutil.copy(real, archives)
    made = list(archives.iterdir())
    print(f"{len(made)} archives, {sum(path.stat().st_size for path in made) / 1e6:.1f} MB", flush=True)
    runs: dict[str, Callable[[Path], None]] = {
        "processes": lambda out: _finish(archives, out),
        "killed": lambda out: _killed(archives, out),
        "dask": lambda out: _finish(archives, out, "--engine", "dask"),
    }
    for name in runs:
        shutil.rmtree(work / name, ignore_errors=True)
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda name: _timed(name, runs[name], work / name), runs))
    same = [_same(name, work / "processes", work / name) for name in runs]
    _summary(work / "processes")
    return 0 if all(same) else 1


def _command(archives: Path, out: Path, *more: str) -> list[str]:
    return [
        sys.executable, "-c", _MAIN, "batch", str(archives), "--out", str(out), "-j", str(WORKERS),
        "--as-of", DAY, "--no-config", *more,
    ]  # fmt: skip


def _start(command: list[str], **streams: int) -> subprocess.Popen[str]:
    return subprocess.Popen(command, text=True, env=os.environ | {"PYTHONFAULTHANDLER": "1"}, **streams)


def _finish(archives: Path, out: Path, *more: str) -> None:
    """Run a batch to its end. Raises RuntimeError where it ends otherwise than with failed sites or none."""
    running = _start(_command(archives, out, *more), stderr=subprocess.PIPE)
    try:
        _, said = running.communicate(timeout=60 + _SECONDS_A_SITE * len(list(archives.iterdir())))
    except subprocess.TimeoutExpired:
        running.send_signal(signal.SIGABRT)  # which makes it say where each thread stands
        raise RuntimeError(f"it does not end: {running.communicate()[1]}") from None
    if running.returncode not in (0, 5):
        raise RuntimeError(f"exit code {running.returncode}: {said[-2000:]}")
    print(f"    {out.name}: {said.splitlines()[-1]}", flush=True)


def _killed(archives: Path, out: Path) -> None:
    """Start a batch, kill a worker and then the batch itself, twice; let it end the third time."""
    number = len(list(archives.iterdir()))
    for share in (1 / 3, 2 / 3):
        running = _start(_command(archives, out), stderr=subprocess.DEVNULL)
        _wait(running, out, number * (share - 1 / 5))
        worker = _kill_a_worker(running.pid)
        _wait(running, out, number * share)
        children = list(_children(running.pid))
        running.kill()
        running.wait()
        time.sleep(3)
        left = [child for child in children if Path(f"/proc/{child}").exists()]
        done = len(_results(out))
        print(f"    worker {worker} killed, the run killed at {done} results; workers left: {len(left)}", flush=True)
    _finish(archives, out)


def _wait(running: subprocess.Popen[str], out: Path, results: float) -> None:
    """Wait until *out* holds so many *results*. Raises RuntimeError where the run ends before."""
    while len(_results(out)) < results:
        if running.poll() is not None:
            raise RuntimeError(f"it ended before it could be killed: exit code {running.returncode}")
        time.sleep(0.1)


def _kill_a_worker(parent: int) -> int:
    """Kill a worker of *parent* and return its number; wait for one where none is there at the moment."""
    while True:
        for child in _children(parent):
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
                return child
        time.sleep(0.05)


def _results(out: Path) -> list[Path]:
    return list((out / "results").glob("*.jsonl.gz"))


def _children(parent: int) -> Iterator[int]:
    """Yield the workers of *parent*: its children that were spawned to work."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
                command = (entry / "cmdline").read_bytes()
            except OSError:
                continue
            if int(fields[1]) == parent and b"spawn_main" in command:
                yield int(entry.name)


def _timed(name: str, run: Callable[[Path], None], out: Path) -> None:
    started = time.monotonic()
    run(out)
    print(f"{name}: {time.monotonic() - started:.0f} s", flush=True)


def _digests(out: Path) -> dict[str, str]:
    files = sorted(path for path in out.rglob("*") if path.is_file() and path.parent.name != "log")
    return {path.relative_to(out).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def _same(name: str, expected_in: Path, out: Path) -> bool:
    expected, found = _digests(expected_in), _digests(out)
    different = sorted(path for path in expected.keys() | found.keys() if expected.get(path) != found.get(path))
    print(f"{name}: {len(found)} files, {len(different)} differ {different[:5]}", flush=True)
    return not different


def _summary(out: Path) -> None:
    """Print what came of each kind of archive, why the broken ones failed, and how long a site took."""
    linted = Counter(_kind(path.name.removesuffix(".jsonl.gz").rpartition("-")[0]) for path in _results(out))
    print("linted:", ", ".join(f"{kind} {count}" for kind, count in sorted(linted.items())))
    failed: dict[str, list[str]] = {}
    for path in sorted((out / "failed").glob("*.json")):
        head = json.loads(path.read_text(encoding="utf-8"))
        why = head["reason"]["zh"].replace(head["target"], "…")
        failed.setdefault(_kind(head["target"]), []).append(f"{head['failure']}: {why}")
    for kind, reasons in sorted(failed.items()):
        print(f"failed: {kind} {len(reasons)}: {' | '.join(sorted(set(reasons)))}")
    seconds = sorted(json.loads(path.read_text())["seconds"] for path in (out / "log").glob("*.json"))
    print(f"seconds a site: median {seconds[len(seconds) // 2]}, most {seconds[-1]}, sum {sum(seconds):.0f}")


def _kind(name: str) -> str:
    """Return the kind of an archive by its name (or key), ``real`` for what was not made here."""
    return name.partition("-")[2] if re.match(r"site\d{5}-", name) else "real"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
