"""Dead links on labelled real sites, and on a generated one whose dead links are known.

Run as ``python -m benchmarks.accuracy.links SITES_DIR LABELS_DIR [CORPUS_DIR]``: the sites stand in folders of
SITES_DIR by the names in LABELS_DIR/labels.json; CORPUS_DIR holds ``site/`` and a ``truth.json`` with its planted dead
links as pairs of page and href. A labelled link is found where its target is a fault, left to a person where it is a
review. A link labelled fine, or not planted, that is a fault is false. What is not there is left out.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from govlint.plugins.links.coverage import coverage
from govlint.plugins.links.survey import survey

from govlint.lint.engine import run
from govlint.lint.settings import Settings
from govlint.registry import load_registry
from govlint.site.site import Site
from govlint.source.directory import open_folder

FOUND, REVIEW, SILENT = "found", "review", "silent"


def main(arguments: list[str]) -> int:
    """Measure what the arguments name, print one line a site, and return 0."""
    if len(arguments) < 2 or not (Path(arguments[1]) / "labels.json").is_file():
        print("skipped: no labels")
        return 0
    labels = json.loads((Path(arguments[1]) / "labels.json").read_text(encoding="utf-8"))
    print(f"{'site':24} {'dead':>5} {'found':>6} {'review':>7} {'missed':>7} {'fine':>5} {'false':>6} {'seconds':>8}")
    for name, told in labels.items():
        folder = Path(arguments[0]) / name
        if folder.is_dir():
            _measure(name, folder, _pairs(told["links"]["dead"]), _pairs(told["links"]["looks_dead_but_fine"]))
        else:
            print(f"skipped: {name}")
    if len(arguments) > 2:
        truth = json.loads((Path(arguments[2]) / "truth.json").read_text(encoding="utf-8"))
        _measure("corpus", Path(arguments[2]) / "site", [(page, href) for page, href in truth["dead"]], None)
    return 0


def _pairs(labels: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return page and href of each label; notes in brackets behind the address are left out."""
    return [(label["page"], label["href"].partition(" (")[0]) for label in labels]


def _measure(name: str, folder: Path, dead: list[tuple[str, str]], fine: list[tuple[str, str]] | None) -> None:
    """Print what becomes of the *dead* links and of the *fine* ones; without the latter all others are fine."""
    site = run(open_folder(folder), Settings(select=("GOV5001",)), load_registry()).site
    if site is None:
        print(f"skipped: {name} has no pages")
        return
    started = time.process_time()
    survey(Site(site.facts, site.vocabulary))  # from nothing, the own hosts and the layout included
    seconds = time.process_time() - started
    found = survey(site)
    answers = Counter(_answer(site, page, href) for page, href in dead)
    if fine is None:
        planted = {site.resolve(page, href).path for page, href in dead}
        false = sum(path not in planted and coverage(site).doubt(gone) is None for path, gone in found.gone.items())
    else:
        false = sum(_answer(site, page, href) == FOUND for page, href in fine)
    others = len(fine) if fine is not None else len(found.present)
    print(
        f"{name:24} {len(dead):5} {answers[FOUND]:6} {answers[REVIEW]:7} {answers[SILENT]:7} {others:5} {false:6}"
        f" {seconds:8.2f}"
    )


def _answer(site: Site, page: str, href: str) -> str:
    gone = survey(site).gone.get(site.resolve(page, href).path)
    if gone is None:
        return SILENT
    return FOUND if coverage(site).doubt(gone) is None else REVIEW


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
