"""Precision and recall of the markup rules on pages of real sites that were read by eye.

Run as ``python -m benchmarks.accuracy.markup SITES_DIR [LABELS_DIR]``. Without LABELS_DIR the project's own labels are
taken (``labels/markup/pages.json``: by site and page, what is wrong with it; a question mark stands for a review).
Each page is linted by itself. Sites that are not there are left out.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from govlint.finding import Finding
from govlint.lint.settings import Settings
from govlint.testing import lint_files

OWN = Path(__file__).resolve().parent / "labels"
KINDS = {
    "GOV9001": "encoding",
    "GOV9002": "document",
    "GOV9003": "title",
    "GOV9006": "field",
    "GOV9007": "language",
    "GOV9008": "old",
    "GOV9009": "floating",
}
NAMES = (
    "encoding",
    "document",
    "title",
    "leftover",
    "sample",
    "link",
    "icon",
    "image",
    "field",
    "language",
    "old",
    "floating?",
)


def main(arguments: list[str]) -> int:
    """Lint every labelled page, print one line a kind of fault and one for every difference, and return 0."""
    if not arguments or not Path(arguments[0]).is_dir():
        print("skipped: no folder of sites")
        return 0
    folder = Path(arguments[1]) if len(arguments) > 1 else OWN
    labels = json.loads((folder / "markup" / "pages.json").read_text(encoding="utf-8"))["sites"]
    there: Counter[str] = Counter()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    differences = []
    for name, pages in labels.items():
        site = Path(arguments[0]) / name
        if not site.is_dir():
            print(f"skipped: {name}")
            continue
        for path, wanted in pages.items():
            seen = set(_faults(site, path))
            there.update(wanted)
            found.update(seen)
            right.update(seen & set(wanted))
            if seen != set(wanted):
                missed, false = sorted(set(wanted) - seen), sorted(seen - set(wanted))
                differences.append(f"  {name} {path}: missed {missed}, false {false}")
    print(f"{'what':12} {'there':>6} {'found':>6} {'false':>6} {'precision':>10} {'recall':>7}")
    for kind in sorted({*NAMES, *there, *found}):
        precision = f"{right[kind] / found[kind]:.2f}" if found[kind] else "-"
        recall = f"{right[kind] / there[kind]:.2f}" if there[kind] else "-"
        print(f"{kind:12} {there[kind]:6} {found[kind]:6} {found[kind] - right[kind]:6} {precision:>10} {recall:>7}")
    print(*differences, sep="\n")
    return 0


def _faults(site: Path, path: str) -> Iterator[str]:
    """Yield what the markup rules say of the page *path*, in the words of the labels."""
    result = lint_files({path: (site / path).read_bytes()}, Settings(select=("GOV90",)), whole_site=False)
    for finding in result.findings:
        if kind := _kind(finding):
            yield kind if finding.is_fault else f"{kind}?"


def _kind(finding: Finding) -> str:
    if finding.rule_id == "GOV9004":
        return "leftover" if finding.key.startswith("tag") else "sample"
    if finding.rule_id == "GOV9005":
        return "icon" if finding.key == "icons" else finding.key.split()[0]
    return KINDS.get(finding.rule_id, "")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
