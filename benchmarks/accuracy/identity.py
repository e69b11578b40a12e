"""Precision and recall of the marks and META tags on labelled real sites.

Run as ``python -m benchmarks.accuracy.identity SITES_DIR LABELS_DIR``: the sites stand in folders of SITES_DIR by the
names in ``labels.json`` of LABELS_DIR, which gives for some pages of each site the state of every mark (present,
only-in-script, only-in-comment, absent) and of every tag (filled, empty, placeholder, missing). Said to be missing
though present is false; a page that files cannot tell of is a review. Sites that are not there are left out.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from govlint.plugins.identity.footers import footers_of
from govlint.plugins.identity.mark_words import Mark
from govlint.plugins.identity.marks import marks_of
from govlint.plugins.identity.tags import is_placeholder, tag_name

from govlint.lint.engine import run
from govlint.lint.settings import Settings
from govlint.registry import load_registry
from govlint.site.site import Site
from govlint.testing import MemorySource

MARKS = {
    "conac": Mark.PARTY,
    "site_code": Mark.CODE,
    "icp": Mark.ICP,
    "police": Mark.POLICE,
    "sponsor": Mark.SPONSOR,
    "contact": Mark.CONTACT,
    "jiucuo": Mark.ENTRY,
}
_THERE = ("present", "only-in-script")
_COLUMNS = (
    *(("right", 6), ("false", 6), ("missed", 7), ("review", 7), ("present", 8)),
    *(("values", 7), ("prec.", 6), ("recall", 7)),
)
_VALUED = ("site_code", "icp", "police")


def main(arguments: list[str]) -> int:
    """Measure the labelled pages, print one line a mark and one for the tags, and return 0."""
    labels = Path(arguments[1]) / "labels.json" if len(arguments) > 1 else Path()
    if not labels.is_file():
        print("skipped: no folder of sites and labels")
        return 0
    counts: dict[str, Counter[str]] = {name: Counter() for name in (*MARKS, "tags")}
    told: list[str] = []
    for name, label in json.loads(labels.read_text(encoding="utf-8")).items():
        folder = Path(arguments[0]) / name
        if not folder.is_dir():
            print(f"skipped: {name}")
            continue
        site = _site(folder)
        told += (f"{name}/{line}" for page in label["marks"] for line in _count_marks(counts, site, page))
        told += (f"{name}/{line}" for page in label["meta"] for line in _count_tags(counts["tags"], site, page))
    head = " ".join(f"{word:>{width}}" for word, width in _COLUMNS)
    print(f"{'mark':10} {head}")
    for name, count in counts.items():
        print(_line(name, count))
    print(*told, sep="\n")
    return 0


def _site(folder: Path) -> Site:
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    result = run(MemorySource(files, name=folder.name), Settings(select=("GOV6001",)), load_registry())
    assert result.site is not None
    return result.site


def _count_marks(counts: Mapping[str, Counter[str]], site: Site, label: dict[str, Any]) -> Iterator[str]:
    """Count what is said of one page, and yield a line for each answer that is not the label's."""
    path = label["page"]
    for name, mark in MARKS.items():
        gap = next((gap for gap in footers_of(site).gaps(mark) if gap.path == path), None)
        there = label[name]["state"] in _THERE
        answer = _answer(there, gap is not None, gap is not None and gap.reason is not None)
        counts[name][answer] += 1
        if answer in ("false", "missed"):
            yield f"{path}: {name} is {label[name]['state']}: {answer}"
        if there and name in _VALUED:
            sign = marks_of(site.pages[path]).sign(mark)
            same = sign is not None and _plain(sign.value) in _plain(str(label[name]["value"]))
            counts[name]["value right" if same else "value wrong"] += 1


def _answer(there: bool, said_missing: bool, open_: bool) -> str:
    if open_:
        return "review"
    if said_missing:
        return "false" if there else "right"
    return "present" if there else "missed"


def _count_tags(count: Counter[str], site: Site, label: dict[str, Any]) -> Iterator[str]:
    metas = {tag_name(meta): meta.content.strip() for meta in site.pages[label["page"]].metas if tag_name(meta)}
    for name in (*label["filled"], *label["empty"], *label["placeholder"], *label["missing"]):
        value = metas.get(name)
        said = value is None or not value or is_placeholder(value)
        answer = _answer(name in label["filled"], said, open_=False)
        count[answer] += 1
        if answer in ("false", "missed"):
            yield f"{label['page']}: {name}: {answer}"


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text).lower()


def _line(name: str, count: Counter[str]) -> str:
    faults, found = count["right"] + count["missed"], count["right"] + count["false"]
    precision = f"{count['right'] / found:.2f}" if found else "-"
    recall = f"{count['right'] / faults:.2f}" if faults else "-"
    values = f"{count['value right']}/{count['value right'] + count['value wrong']}"
    cells = (*(count[word] for word, _ in _COLUMNS[:5]), values, precision, recall)
    return f"{name:10} " + " ".join(f"{cell:>{width}}" for cell, (_, width) in zip(cells, _COLUMNS, strict=True))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
