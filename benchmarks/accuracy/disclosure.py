"""Precision and recall of the disclosure and interaction rules on labelled real sites.

Run as ``python -m benchmarks.accuracy.disclosure SITES_DIR [LABELS_DIR]``: the sites stand in folders of SITES_DIR by
the names of the labels. A finding on what is labelled present or complete is false; so is a fault on what cannot be
told. Sites that are not there are left out.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from govlint.finding import Finding, Verdict
from govlint.lint.engine import run
from govlint.lint.settings import Settings
from govlint.registry import load_registry
from govlint.testing import MemorySource

LABELS = Path(__file__).resolve().parent / "labels"
UNTOLD = "cannot-tell"
DOCUMENTS = "GOV3001"


def main(arguments: list[str]) -> int:
    """Measure the sites below the first argument against the labels, print one line a rule, and return 0."""
    if not arguments or not Path(arguments[0]).is_dir():
        print("skipped: no folder of sites")
        return 0
    sites = Path(arguments[0])
    labels = (Path(arguments[1]) if len(arguments) > 1 else LABELS) / "disclosure"
    texts = json.loads((labels / "texts.json").read_text(encoding="utf-8"))
    documents = json.loads((labels / "documents.json").read_text(encoding="utf-8"))["sites"]
    counts: dict[str, Counter[str]] = {rule: Counter() for rule in (DOCUMENTS, *texts["rules"])}
    for name, day in texts["as_of"].items():
        if not (sites / name).is_dir():
            print(f"skipped: {name}")
            continue
        findings = _findings(sites / name, date.fromisoformat(day), tuple(counts))
        _count_documents(counts[DOCUMENTS], findings, documents.get(name, {}))
        for rule, by_site in texts["rules"].items():
            _count_pages(counts[rule], [found for found in findings if found.rule_id == rule], by_site.get(name, {}))
    print(f"{'rule':8} {'right':>6} {'false':>6} {'missed':>7} {'review':>7} {'silent':>7}  precision  recall")
    for rule, count in counts.items():
        print(_line(rule, count))
    return 0


def _findings(folder: Path, day: date, rules: tuple[str, ...]) -> list[Finding]:
    registry = load_registry()
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    settings = Settings(select=rules, standards=tuple(registry.standards), site_kind="portal", as_of=day)
    return list(run(MemorySource(files, name=folder.name), settings, registry).findings)


def _count_documents(count: Counter[str], findings: list[Finding], labels: dict[str, str]) -> None:
    verdicts = {found.key: found.verdict for found in findings if found.rule_id == DOCUMENTS}
    for document, label in labels.items():
        _count(count, verdicts.get(document), {"absent": [document], "present": []}.get(label, UNTOLD), {document})


def _count_pages(count: Counter[str], findings: list[Finding], labels: dict[str, Any]) -> None:
    said = {}
    for found in findings:
        for location in (found.location, *found.related):
            said[location.path] = found
    for path in set(said) - set(labels):
        count["false"] += said[path].verdict is Verdict.FAIL
        count["review"] += said[path].verdict is Verdict.REVIEW
    for path, missing in labels.items():
        finding = said.get(path)
        words = finding.message.zh if finding else ""
        named = {thing for thing in missing if thing in words} if missing != UNTOLD else set()
        _count(count, finding.verdict if finding else None, missing, named)


def _count(count: Counter[str], verdict: Verdict | None, missing: list[str] | str, named: set[str]) -> None:
    """Count one labelled thing: what it lacks, and what was said of it."""
    if verdict is Verdict.REVIEW:
        count["review"] += 1
    elif verdict is Verdict.FAIL and (not missing or missing == UNTOLD or not named):
        count["false"] += 1
    elif verdict is Verdict.FAIL:
        count["right"] += len(named)
        count["missed"] += len(set(missing) - named)
    elif missing and missing != UNTOLD:
        count["missed"] += len(missing)
    else:
        count["silent"] += 1


def _line(rule: str, count: Counter[str]) -> str:
    right, false, missed = count["right"], count["false"], count["missed"]
    precision = f"{right / (right + false):.2f}" if right + false else "-"
    recall = f"{right / (right + missed):.2f}" if right + missed else "-"
    reviews, silent = count["review"], count["silent"]
    return f"{rule:8} {right:6} {false:6} {missed:7} {reviews:7} {silent:7}  {precision:>9}  {recall:>6}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
