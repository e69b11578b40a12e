"""How many functions are called to lint a small site: a measure of speed that no neighbour on the machine can spoil.

``python -m benchmarks.calls`` counts the calls, of C functions too, for one page and for a small site, and compares
them with ``benchmarks/calls.json``; more than a fifth above that it ends with exit code 1. ``--write`` takes the new
figures over. The same commit gives the same number whatever else a machine does, with the same minor version of Python.
What is done within one call (a slow pattern, the parser) is not seen: ``benchmarks.patterns`` and ``benchmarks.speed``
look at that.
"""

from __future__ import annotations

import json
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.speed.corpus import Corpus

KEPT = Path(__file__).with_name("calls.json")
PAGES = 120
MOST = 1.20
_ROOT = Path(__file__).resolve().parents[1]
_COUNT = """
import sys
calls = 0
def count(frame, event, argument):
    global calls
    calls += event in ("call", "c_call")
from govlint.cli import main
sys.setprofile(count)
try:
    main(sys.argv[1:])
except SystemExit as ended:
    pass
finally:
    sys.setprofile(None)
print(calls, file=sys.stderr)
"""


def counted(*options: str, folder: Path) -> int:
    """Return how many calls ``govlint`` with *options* takes when it is run in *folder*."""
    environment = {"PYTHONPATH": str(_ROOT), "PYTHONHASHSEED": "0", "PATH": ""}
    line = [sys.executable, "-c", _COUNT, *options]
    ran = subprocess.run(line, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return int(ran.stderr.split()[-1])


def measured() -> dict[str, int]:
    """Return the calls by what they are for."""
    with tempfile.TemporaryDirectory(prefix="govlint-calls-") as made:
        folder = Path(made)
        Corpus(folder, PAGES).write()
        page = sorted((folder / "site").glob("*/*/*/t*.html"))[0]
        whole = ("check", "site", "-j1", "--as-of", "2024-10-01", "--format", "sarif=out.sarif")
        one = ("check", "--no-cache", str(page.relative_to(folder)))
        counted(*one, folder=folder)  # it writes byte code, and what is kept beside it
        start = counted(*one, folder=folder)
        cold = counted(*whole, "--no-cache", folder=folder)
        return {"one page, the start with it": start, f"{PAGES} pages as a site": cold}


def main() -> None:
    """Measure, and compare or write."""
    found = measured()
    python = ".".join(platform.python_version_tuple()[:2])
    if "--write" in sys.argv[1:]:
        KEPT.write_text(json.dumps({"python": python, "calls": found}, indent=2) + "\n", encoding="utf-8")
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    if kept["python"] != python:
        raise SystemExit(f"the figures kept are those of Python {kept['python']}, this is {python}")
    worse = False
    for name, calls in found.items():
        ratio = calls / kept["calls"][name]
        worse |= ratio > MOST
        print(f"{name}: {calls:,} calls, {ratio:.3f} × the {kept['calls'][name]:,} that are kept")
    if any(kept["calls"][name] > calls * MOST for name, calls in found.items()):
        print("Much better: --write keeps the gain.")
    if worse:
        raise SystemExit(f"more than {MOST} × the calls that are kept: find out why, or --write")


if __name__ == "__main__":
    main()
