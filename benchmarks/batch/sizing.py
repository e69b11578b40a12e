"""The figures that sizing rests on, and the sum for a national survey: ``python -m benchmarks.batch.sizing SITE...``.

Each SITE (an archive or a folder) is linted by ``govlint batch`` three ways: by one process; by one with its pages
shared among two more, as huge sites are; and on a local Dask cluster of two workers. Printed are pages a second and
core (by processor time, so that other work on the machine disturbs little) and the largest memory that each process
had at any moment (``VmHWM``), then what 14,000 sites and a billion pages would take by these figures. Returns 1 where
the three ways do not give the same bytes. Linux alone.
"""

from __future__ import annotations

import gzip
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

_MAIN = "from govlint.cli import main; main()"
_WAYS = {"alone": ("-j", "1"), "shared by 2": ("-j", "2"), "Dask, 2 workers": ("-j", "2", "--engine", "dask")}
_SITES, _PAGES = 14_000, 1_000_000_000
_MB = 1 << 20


class Figures(NamedTuple):
    """One run: pages, processor and wall time in seconds, bytes of results, the digest of its result.

    *peaks* are the peak memory in bytes of all processes by depth, the largest first: at 0 the one that plans, at 1 its
    workers, at 2 those that share a site's pages.
    """

    pages: int
    cpu: float
    wall: float
    stored: int
    digest: str
    peaks: dict[int, list[int]]


def main(sites: list[str]) -> int:
    """Measure and print; return 0 where each site has one result."""
    if not sites or not sys.platform.startswith("linux"):
        print("skipped: usage: python -m benchmarks.batch.sizing SITE...")
        return 0
    print(f"{_processor()}, {os.cpu_count()} cores, {_total_memory() >> 30} GiB, Python {platform.python_version()}")
    print(f"load {os.getloadavg()[0]:.1f} at the start\n")
    print("| site | pages | how | pages/s a core | wall s | peak MB: plan; workers; page workers | results kB |")
    print("|---|---|---|---|---|---|---|")
    found = [{way: _row(Path(site), way) for way in _WAYS} for site in sites]
    _sum([ways["alone"] for ways in found])
    different = [
        site for site, ways in zip(sites, found, strict=True) if len({one.digest for one in ways.values()}) > 1
    ]
    print("The same bytes each way." if not different else f"Results that differ: {different}")
    return 1 if different else 0


def _row(site: Path, way: str) -> Figures:
    found = measure(site, *_WAYS[way])
    peaks = "; ".join("+".join(f"{peak // _MB}" for peak in each) for _, each in sorted(found.peaks.items()))
    speed = found.pages / found.cpu
    print(
        f"| {site.name} | {found.pages} | {way} | {speed:.0f} | {found.wall:.0f} | {peaks} | {found.stored >> 10} |",
        flush=True,
    )
    return found


def measure(site: Path, *options: str) -> Figures:
    """Lint *site* by ``govlint batch`` with *options*. Raises RuntimeError where that fails."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out")
        told = ["batch", str(site), "--out", str(out), "--as-of", "2026-11-23", "--no-config", *options]
        before, started = _children_time(), time.monotonic()
        running = subprocess.Popen([sys.executable, "-c", _MAIN, *told], stderr=subprocess.PIPE, text=True)
        peaks: dict[tuple[int, int], int] = defaultdict(int)
        while running.poll() is None:
            for depth, process, peak in _peaks(running.pid):
                peaks[depth, process] = max(peaks[depth, process], peak)
            time.sleep(0.2)
        wall = time.monotonic() - started
        if running.returncode:
            raise RuntimeError(running.stderr.read() if running.stderr else "")
        (result,) = (out / "results").iterdir()
        with gzip.open(result, "rt", encoding="utf-8") as lines:
            pages = json.loads(next(lines))["counts"]["pages"]
        digest = sha256(result.read_bytes()).hexdigest()
        stored = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    by_depth: dict[int, list[int]] = defaultdict(list)
    for (depth, _), peak in sorted(peaks.items(), key=lambda found: -found[1]):
        by_depth[depth].append(peak)
    return Figures(pages, _children_time() - before, wall, stored, digest, by_depth)


def _children_time() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _peaks(root: int) -> Iterator[tuple[int, int, int]]:
    """Yield the depth below *root*, the number and the peak memory of *root* and of every worker below it."""
    parents: dict[int, list[int]] = defaultdict(list)
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
                is_tracker = b"resource_tracker" in (entry / "cmdline").read_bytes()
            except OSError:
                continue
            if not is_tracker:
                parents[int(fields[1])].append(int(entry.name))
    waiting = [(0, root)]
    while waiting:
        depth, process = waiting.pop()
        waiting += [(depth + 1, child) for child in parents[process]]
        yield depth, process, _peak(process)


def _peak(process: int) -> int:
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) << 10 for line in status.splitlines() if line.startswith("VmHWM")), 0)


def _sum(measured: list[Figures]) -> None:
    """Print what the whole survey would take, from the largest site and, for memory, the difference to the smallest."""
    small, large = min(measured), max(measured)
    speed = large.pages / large.cpu
    hours = _PAGES / speed / 3600
    print(f"\nSpeed of the largest: {speed:.0f} pages/s a core: {_PAGES:,} pages take {hours:,.0f} core-hours, ")
    print(f"{hours / 320:.0f} hours on 320 cores.")
    if large.pages > 2 * small.pages:  # else the difference says nothing
        each = (large.peaks[1][0] - small.peaks[1][0]) / (large.pages - small.pages)
        base = large.peaks[1][0] - each * large.pages
        average = _PAGES // _SITES
        print(f"A worker: {base / _MB:.0f} MB and {each / 1024:.0f} kB a page; a site of {average:,} pages:", end=" ")
        print(f"{(base + each * average) / 2**30:.1f} GiB; one of a million: {(base + each * 1e6) / 2**30:.0f} GiB.")
        stored = (large.stored - small.stored) / (large.pages - small.pages)
        fixed = large.stored - stored * large.pages
        print(f"Results: {fixed / 1e6:.1f} MB a site and {stored / 1e3:.1f} kB a page:", end=" ")
        print(f"{(_SITES * fixed + _PAGES * stored) / 1e9:.0f} GB.")


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _total_memory() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
