"""Hidden links, injected scripts, personal numbers and insecure resources on labelled real sites.

Run as ``python -m benchmarks.accuracy.safety SITES_DIR [LABELS_DIR]``. The labels (``labels/safety/sites.json`` beside
this file, where LABELS_DIR is not given) say by site and rule what is there, read by eye: the verdict it deserves, what
it is about (personal numbers masked), and the page it stands on. Sites that are not there are left out.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from govlint.lint.engine import run
from govlint.lint.settings import Settings
from govlint.registry import load_registry
from govlint.source.directory import open_folder

LABELS = Path(__file__).with_name("labels") / "safety"
Said = tuple[str, str, str]


def main(arguments: list[str]) -> int:
    """Print for each rule and verdict what is there, found and false on all labelled sites, and return 0."""
    path = (Path(arguments[1]) if len(arguments) > 1 else LABELS) / "sites.json"
    if not arguments or not path.is_file():
        print("skipped: no folder of sites and labels")
        return 0
    counts: Counter[tuple[str, str, str]] = Counter()
    for name, rules in json.loads(path.read_text(encoding="utf-8")).items():
        folder = Path(arguments[0]) / name
        if not folder.is_dir():
            print(f"skipped: {name}")
            continue
        found = found_on(folder)
        for rule_id, labelled in rules.items():
            there = Counter(tuple(one) for one in labelled)
            _count(name, rule_id, there, found[rule_id], counts)
    print(f"{'rule':8} {'verdict':8} {'there':>6} {'found':>6} {'false':>6}")
    for rule_id, verdict in sorted({(rule_id, verdict) for rule_id, verdict, _ in counts}):
        cells = (counts[rule_id, verdict, what] for what in ("there", "found", "false"))
        print(f"{rule_id} {verdict:8} " + " ".join(f"{cell:6}" for cell in cells))
    return 0


def found_on(folder: Path) -> dict[str, Counter[Said]]:
    """Return by rule what the safety rules say of the site in *folder*."""
    result = run(open_folder(folder), Settings(select=("GOV8",)), load_registry())
    found: dict[str, Counter[Said]] = {rule.id: Counter() for rule in result.rules}
    for finding in result.findings:
        found[finding.rule_id][finding.verdict.value, finding.key, finding.location.path] += 1
    return found


def _count(
    site: str, rule_id: str, there: Counter[Said], found: Counter[Said], counts: Counter[tuple[str, str, str]]
) -> None:
    for (verdict, key, path), number in (there | found).items():
        label = (verdict, key, path)
        counts[rule_id, verdict, "there"] += there[label]
        counts[rule_id, verdict, "found"] += min(there[label], found[label])
        counts[rule_id, verdict, "false"] += max(found[label] - there[label], 0)
        if there[label] != found[label]:
            print(f"{'false' if number > there[label] else 'missed'}: {site} {rule_id} {verdict} {key} {path}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
