"""The proof of batches: processes, Dask, a killed worker and a killed run all end with the same bytes.

Run as ``python -m benchmarks.batch WORK_DIR [SITES] [REAL_DIR]``. It makes SITES (2000) archives of small sites in
WORK_DIR/archives, among them the broken kinds of ``BROKEN``, adds every archive of REAL_DIR, and lints them all

1. with processes, undisturbed;
2. with processes, a worker killed (SIGKILL) early on and again later, and the run itself killed twice on its way;
3. on a local Dask cluster of the same size.

It prints how long each took and whether its files are the same, byte for byte, and returns 1 where they are not.
Linux alone: it looks for workers in /proc.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import shutil
import signal
import struct
import subprocess
import sys
import tarfile
import time
import zipfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

DAY = "2026-11-23"
WORKERS = 2
EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "drc-site"
_MAIN = "from govlint.cli import main; main()"


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
    total = sum(path.stat().st_size for path in archives.iterdir())
    print(f"{len(list(archives.iterdir()))} archives, {total / 1e6:.1f} MB")
    quiet = _timed("processes", lambda: _finish(archives, work / "quiet"))
    _timed("processes, killed", lambda: _killed(archives, work / "killed"))
    same = _same("killed", quiet, work / "killed")
    try:
        _timed("dask", lambda: _finish(archives, work / "dask", "--engine", "dask"))
        same &= _same("dask", quiet, work / "dask")
    except RuntimeError as error:
        print(error)
    _summary(work / "quiet")
    return 0 if same else 1


# --- archives


def make_archives(folder: Path, number: int) -> None:
    """Make *number* archives in *folder*: one in forty broken, the others zip or tar of sites that all differ."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(8)
    pages = {path.relative_to(EXAMPLE).as_posix(): path.read_bytes() for path in EXAMPLE.rglob("*.html")}
    for at in range(number):
        name = f"site{at:05d}"
        if at % 40 == 0:
            kind = sorted(BROKEN)[at // 40 % len(BROKEN)]
            ending = "tar.gz" if kind == "cut-tar" else "zip"
            (folder / f"{name}-{kind}.{ending}").write_bytes(BROKEN[kind](pages))
            continue
        chosen = {"index.html": pages["index.html"]}
        chosen |= {path: pages[path] for path in chance.sample(sorted(pages), 7)}
        site = {path: data.replace("云霁市".encode(), f"第{at}市".encode()) for path, data in chosen.items()}
        if at % 3:
            (folder / f"{name}.zip").write_bytes(_zip(site))
        else:
            (folder / f"{name}.tar.gz").write_bytes(_tar(site))


def _zip(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(zipfile.ZipInfo(path), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _tar(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with gzip.GzipFile("", "wb", fileobj=buffer, mtime=0) as packed, tarfile.open(fileobj=packed, mode="w") as archive:
        for path, data in files.items():
            member = tarfile.TarInfo(path)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return buffer.getvalue()


def _claims_ten_gigabytes(files: dict[str, bytes]) -> bytes:
    """Return a tar whose one member says it is 10 GB long."""
    member = tarfile.TarInfo("index.html")
    member.size = 10 << 30
    return member.tobuf(tarfile.GNU_FORMAT) + next(iter(files.values()))[:512]


def _encrypted(files: dict[str, bytes]) -> bytes:
    """Return a zip whose members all say that they are encrypted."""
    data = bytearray(_zip(files))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            (flags,) = struct.unpack_from("<H", data, place + at)
            struct.pack_into("<H", data, place + at, flags | 1)
            place = data.find(mark, place + 4)
    return bytes(data)


BROKEN: dict[str, Callable[[dict[str, bytes]], bytes]] = {
    "bomb": lambda files: _zip({"index.html": b" " * (300 << 20)}),
    "cut": lambda files: _zip(files)[:-2000],
    "cut-tar": lambda files: _tar(files)[:3000],
    "empty": lambda files: _zip({}),
    "encrypted": _encrypted,
    "no-pages": lambda files: _zip({"a.png": b"\x89PNG"}),
    "not-an-archive": lambda files: b"%PDF-1.7 not at all",
    "ten-gigabytes": _claims_ten_gigabytes,
}


# --- runs


def _command(archives: Path, out: Path, *more: str) -> list[str]:
    return [
        sys.executable, "-c", _MAIN, "batch", str(archives), "--out", str(out), "-j", str(WORKERS),
        "--as-of", DAY, "--no-config", *more,
    ]  # fmt: skip


def _finish(archives: Path, out: Path, *more: str) -> Path:
    """Run a batch to its end. Raises RuntimeError where it ends otherwise than with failed sites or none."""
    ran = subprocess.run(_command(archives, out, *more), capture_output=True, text=True, check=False)
    if ran.returncode not in (0, 5):
        raise RuntimeError(f"exit code {ran.returncode}: {ran.stderr[-300:]}")
    print("   ", ran.stderr.splitlines()[-1])
    return out


def _killed(archives: Path, out: Path) -> None:
    """Start a batch, kill a worker and then the batch itself, twice; let it end the third time."""
    number = len(list(archives.iterdir()))
    for share in (1 / 3, 2 / 3):
        running = subprocess.Popen(_command(archives, out), stderr=subprocess.DEVNULL)
        _wait(running, out, number * (share - 1 / 5))
        os.kill(max(_children(running.pid)), signal.SIGKILL)
        _wait(running, out, number * share)
        children = list(_children(running.pid))
        running.kill()
        running.wait()
        time.sleep(3)
        orphans = [child for child in children if Path(f"/proc/{child}").exists()]
        print(f"    a worker killed, the run killed at {len(_results(out))} results; workers left: {len(orphans)}")
    _finish(archives, out)


def _wait(running: subprocess.Popen[bytes], out: Path, results: float) -> None:
    """Wait until *out* holds so many *results* and *running* has a worker."""
    while running.poll() is None and (len(_results(out)) < results or not list(_children(running.pid))):
        time.sleep(0.1)


def _results(out: Path) -> list[Path]:
    return list((out / "results").glob("s*"))


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


def _timed(name: str, run: Callable[[], object]) -> dict[str, str]:
    started = time.monotonic()
    out = run()
    print(f"{name}: {time.monotonic() - started:.1f} s", flush=True)
    return _digests(out) if isinstance(out, Path) else {}


def _digests(out: Path) -> dict[str, str]:
    files = sorted(path for path in out.rglob("*") if path.is_file() and path.parent.name != "log")
    return {path.relative_to(out).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def _same(name: str, expected: dict[str, str], out: Path) -> bool:
    found = _digests(out)
    different = sorted(path for path in expected.keys() | found.keys() if expected.get(path) != found.get(path))
    print(f"{name}: {len(found)} files, {len(different)} differ {different[:5]}", flush=True)
    return not different


def _summary(out: Path) -> None:
    """Print a reason of each kind of failure, and how long a site took."""
    reasons: dict[str, str] = {}
    for path in sorted((out / "failed").glob("*.json")):
        head = json.loads(path.read_text(encoding="utf-8"))
        reasons.setdefault(
            head["target"].partition("-")[2] or head["target"], f"{head['failure']}: {head['reason']['zh']}"
        )
    for kind, reason in sorted(reasons.items()):
        print(f"  {kind}: {reason}")
    seconds = sorted(json.loads(path.read_text())["seconds"] for path in (out / "log").glob("*.json"))
    print(f"seconds a site: median {seconds[len(seconds) // 2]}, most {seconds[-1]}, sum {sum(seconds):.0f}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
