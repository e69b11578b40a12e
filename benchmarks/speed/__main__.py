"""Make the corpus, measure, print the tables and write them to ``benchmarks/RESULTS.md``.

``python -m benchmarks.speed [--sizes S,M,L] [--runs N,N,N] [--peers FOLDER …]``: peers are
found on PATH and in the folders.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.speed.corpus import Corpus
from benchmarks.speed.peers import PEERS, version
from benchmarks.speed.scenarios import Bench, Found, installed
from benchmarks.speed.tables import commit_table, machine, peer_row, site_rows, site_table, start_table, warm_line

SIZES = {"S": 1_000, "M": 10_000, "L": 50_000}
RESULTS = Path(__file__).resolve().parents[1] / "RESULTS.md"
_HEAD = """# How fast govlint is

Made by `{command}` on {day}. {machine}

Every figure is of a whole process with all its children, start-up included, byte code and files in memory. The runs of
a table went by turns (A B C A B C); times are medians, ratios medians of the ratios within each turn. govlint ran with
all rules and wrote SARIF. The tools check different things: only the order of magnitude compares. “exit” is the exit
code of the last run; a tool that was ended at its limit of {limit:.0f} s is said so. Where the load average is high,
other work ran on the machine: seconds of CPU are then the steadier figure.
"""


def main() -> None:
    """Measure what the command line asks for."""
    asked = _asked()
    found = installed(asked.peers)
    parts = []
    with tempfile.TemporaryDirectory(prefix="govlint-speed-") as made:
        scratch = Path(made)
        for size, turns in _sizes(asked):
            folder = (asked.corpora or scratch) / size
            if not (folder / "truth.json").exists():
                Corpus(folder, SIZES[size]).write()
            bench = Bench(folder / "site", scratch, asked.limit)
            parts += _show(_site(size, turns, bench, found, asked))
            if size == asked.sizes.split(",")[0]:
                parts += _show(_start(turns, bench, found))
    parts += _show(_peers(found))
    head = _HEAD.format(command=_command(asked), day=date.today(), machine=machine(), limit=asked.limit)
    asked.out.write_text("\n".join([head, *parts]), encoding="utf-8")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--sizes", default="S", help="S, M, L: 1,000, 10,000 and 50,000 pages")
    parser.add_argument("--runs", default="3", help="turns of the table of each size; the last counts for all others")
    parser.add_argument("--peer-runs", type=int, default=1, help="turns of each peer on a site")
    parser.add_argument(
        "--peers", type=Path, nargs="*", default=[], metavar="FOLDER", help="where peers are, beside PATH"
    )
    parser.add_argument("--peer-sizes", default="S", help="the sizes that peers are run on")
    parser.add_argument("--limit", type=float, default=300, help="seconds that a run may take")
    parser.add_argument("--corpora", type=Path, help="a folder to keep the corpora in")
    parser.add_argument("--out", type=Path, default=RESULTS)
    return parser.parse_args()


def _sizes(asked: argparse.Namespace) -> Iterator[tuple[str, int]]:
    """Yield each size with the number of turns."""
    sizes, runs = asked.sizes.split(","), [int(number) for number in asked.runs.split(",")]
    yield from zip(sizes, [*runs, *[runs[-1]] * len(sizes)], strict=False)


def _command(asked: argparse.Namespace) -> str:
    return f"python -m benchmarks.speed --sizes {asked.sizes} --runs {asked.runs}"


def _show(parts: Iterator[str]) -> Iterator[str]:
    for part in parts:
        print(part, flush=True)
        yield part


def _site(size: str, turns: int, bench: Bench, found: Found, asked: argparse.Namespace) -> Iterator[str]:
    files = [file.stat().st_size for file in bench.site.rglob("*.html")]
    yield f"## {size}: {len(files):,} pages, {sum(files) / 1e6:.1f} MB\n"
    series = bench.govlint(turns)
    rows = site_rows(series)
    if size in asked.peer_sizes.split(","):
        rows += [peer_row(bench.peer(peer, program, asked.peer_runs), peer) for peer, program in found]
    yield site_table(rows) + "\n"
    yield warm_line(series) + "\n"


def _start(turns: int, bench: Bench, found: Found) -> Iterator[str]:
    yield "## Start, and the files of a commit\n"
    yield start_table(bench.start(turns * 2 + 1)) + "\n"
    yield commit_table(bench.changed_files(found, turns)) + "\n"


def _peers(found: Found) -> Iterator[str]:
    told = "; ".join(f"{peer.name}: {version(peer, program)}" for peer, program in found)
    missing = ", ".join(peer.name for peer in PEERS if peer.name not in {each.name for each, _ in found})
    yield f"Peers: {told or 'none'}. Not installed, so not measured: {missing or 'none'}.\n"


if __name__ == "__main__":
    main()
