"""What was measured, as Markdown."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks.speed.measure import Series
from benchmarks.speed.peers import Peer
from benchmarks.speed.scenarios import A_COMMIT, COLD, FLOOR, IMPORTS, JOBS, ONE, SAME, START

_SITE = ("", "s by the clock", "s of CPU", "× lxml", "× lxml, CPU", "peak MiB", "of a worker", "exit")


def machine() -> str:
    """Return a paragraph on the machine and the versions."""
    model = "?"
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = [
            line.partition(":")[2].strip() for line in cpuinfo.read_text().splitlines() if line.startswith("model name")
        ]
        model = names[0] if names else "?"
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    libraries = ", ".join(f"{name} {version(name)}" for name in ("lxml", "click", "pluggy", "sarif-om"))
    return (
        f"{model}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}; "
        f"Python {platform.python_version()}, {libraries}; load average at the end {load}."
    )


def site_rows(series: Series) -> list[Sequence[str]]:
    """Return the rows of govlint and of its floor."""
    names = {FLOOR: f"*lxml alone, {JOBS} processes*", COLD: "**govlint, cold**"}
    return [_row(series, name, names.get(name, f"**govlint, {name}**")) for name in (FLOOR, COLD, SAME, ONE)]


def peer_row(series: Series, peer: Peer) -> Sequence[str]:
    """Return the row of a peer."""
    return _row(series, peer.name, f"{peer.name} ({peer.checks})")


def site_table(rows: Iterable[Sequence[str]]) -> str:
    """Return the table of a site."""
    return table(_SITE, rows)


def warm_line(series: Series) -> str:
    """Return what is said of warm runs beside cold ones."""
    said = []
    for name in (SAME, ONE):
        wall, cpu = series.ratio(name, COLD)
        said.append(f"{name}: {wall:.3f} × cold by the clock, {cpu:.3f} × by CPU")
    return "; ".join(said) + "."


def start_table(series: Series) -> str:
    """Return the table of the start."""
    wall, cpu = series.ratio(START, IMPORTS)
    rows = [
        (
            '`python -c "import click, lxml.etree, pluggy"`',
            f"{series.wall(IMPORTS):.3f}",
            f"{series.cpu(IMPORTS):.3f}",
            "1",
            "1",
        ),
        (
            "`govlint check --no-cache PAGE`",
            f"{series.wall(START):.3f}",
            f"{series.cpu(START):.3f}",
            f"{wall:.1f}",
            f"{cpu:.1f}",
        ),
    ]
    return table(("", "s by the clock", "s of CPU", "×", "×, CPU"), rows)


def commit_table(series: Series) -> str:
    """Return the table of changed files."""
    rows = []
    for name in series.runs:
        wall = f"> {series.wall(name):.0f}" if series.code(name) is None else f"{series.wall(name):.2f}"
        memory = series.memory(name)[0] / 2**20
        rows.append((name, wall, f"{series.cpu(name):.2f}", f"{memory:.0f}", str(series.code(name))))
    return table((f"{A_COMMIT} files", "s by the clock", "s of CPU", "peak MiB", "exit"), rows)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; every column but the first is of numbers."""
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _row(series: Series, name: str, shown: str) -> Sequence[str]:
    if series.code(name) is None:
        return (shown, f"> {series.wall(name):.0f}", "", "", "", "", "", "ended")
    wall, cpu = series.ratio(name, FLOOR)
    main, worker = (f"{peak / 2**20:.0f}" for peak in series.memory(name))
    seconds = (f"{series.wall(name):.2f}", f"{series.cpu(name):.2f}")
    return (shown, *seconds, f"{wall:.2f}", f"{cpu:.2f}", main, worker, str(series.code(name)))
