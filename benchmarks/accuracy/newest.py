"""Whether the newest date of a column is right, on columns of real sites that were read by eye.

Run as ``python -m benchmarks.accuracy.newest SITES_DIR [LABELS_DIR]``. Without LABELS_DIR the project's own labels are
taken (``labels/newest/columns.json``: by site and page the newest date, null where no row bears one). The lists of a
``labels.json`` in LABELS_DIR are counted as well. Sites that are not there are left out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from govlint.lint.engine import run
from govlint.lint.settings import Settings
from govlint.registry import load_registry
from govlint.site.model import Column
from govlint.source.directory import open_folder

OWN = Path(__file__).resolve().parent / "labels"


def main(arguments: list[str]) -> int:
    """Compare every labelled column, print one line a site and one for every difference, and return 0."""
    if not arguments or not Path(arguments[0]).is_dir():
        print("skipped: no folder of sites")
        return 0
    labels: dict[str, dict[str, str | None]] = {}
    days: dict[str, str] = {}
    for site, pages, day in _labels(Path(arguments[1]) if len(arguments) > 1 else None):
        labels.setdefault(site, {}).update(pages)
        days[site] = day
    right = total = 0
    for name, wanted in labels.items():
        folder = Path(arguments[0]) / name
        if not folder.is_dir():
            print(f"skipped: {name}")
            continue
        columns = _columns(folder, days[name])
        wrong = list(_differences(columns, wanted))
        right, total = right + len(wanted) - len(wrong), total + len(wanted)
        print(f"{name:24} {len(wanted) - len(wrong):4} of {len(wanted):4}")
        print(*(f"  {line}" for line in wrong), sep="\n", end="\n" if wrong else "")
    print(f"{'all':24} {right:4} of {total:4}  {right / total:.1%}" if total else "nothing to compare")
    return 0


def _labels(folder: Path | None) -> Iterator[tuple[str, Mapping[str, str | None], str]]:
    """Yield site, newest days by page, and the day of capture."""
    own = json.loads((OWN / "newest" / "columns.json").read_text(encoding="utf-8"))["sites"]
    for site, label in own.items():
        yield site, label["newest"], label["as_of"]
    if folder is not None and (folder / "labels.json").is_file():
        given: dict[str, Any] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
        for site, label in given.items():
            lists = {row["page"]: row["newest"] for row in label["lists"] if "#" not in row["page"]}
            if lists:
                yield site, lists, truth[site]["captured"]


def _columns(folder: Path, as_of: str) -> dict[str, Column]:
    settings = Settings(as_of=date.fromisoformat(as_of), select=("GOV1005",))
    site = run(open_folder(folder), settings, load_registry()).site
    assert site is not None
    return {column.path: column for column in site.columns if column.path}


def _differences(columns: Mapping[str, Column], wanted: Mapping[str, str | None]) -> Iterator[str]:
    for page, day in wanted.items():
        column = columns.get(page)
        found = column.newest.isoformat() if column is not None and column.newest else None
        if column is None or found != day:
            yield f"{page}: {day} read by eye, {found if column else 'no column'} found"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
