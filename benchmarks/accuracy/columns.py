"""Blank columns, missing columns and search boxes on labelled real sites: what is found, and what is found falsely.

Run as ``python -m benchmarks.accuracy.columns SITES_DIR LABELS_DIR``. LABELS_DIR holds ``truth.json`` (by site its day
of capture and the pages that are blank columns) and ``labels.json`` (by site the demanded columns with their state, and
the search controls of some pages with their lines). Sites that are not there are left out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from govlint.plugins.search.search_boxes import find_boxes

from govlint.finding import Finding, Mark
from govlint.lint.engine import run
from govlint.lint.result import Result
from govlint.lint.settings import Settings
from govlint.page.read import read_page
from govlint.registry import load_registry
from govlint.source.directory import open_folder

BLANK = ("GOV1002", "GOV1003", "GOV1004")
CONCEPTS = {
    "信息公开(政务公开)": "disclosure",
    "信息公开指南": "disclosure-guide",
    "信息公开制度/规定": "disclosure-rules",
    "信息公开目录/法定主动公开内容": "disclosure-catalogue",
    "依申请公开": "disclosure-request",
    "信息公开年报": "disclosure-report",
    "互动交流": "interaction",
    "政务咨询(信箱/留言)": "consultation",
    "调查征集": "survey",
    "在线访谈": "interview",
    "概况": "overview",
    "机构职能": "organisation",
    "领导信息": "leaders",
    "动态要闻": "news",
    "通知公告": "notices",
    "政策文件": "policies",
    "政策解读": "interpretation",
    "规划计划": "plans",
    "人事信息": "personnel",
    "权责清单": "power-list",
    "重要会议": "meetings",
    "联系我们": "contact",
    "国务院信息": "state-council",
    "办事服务": "services",
}
UNDATED = "2023-01-01"
"""The day for sites of which none is known; what is counted here does not depend on it."""
# A label names the line of the form, or of a control in it.
_NEAR_LINES = 25


class Count(NamedTuple):
    """What is there, what of it is found, what is found besides."""

    there: int
    found: int
    false: int

    def cells(self) -> str:
        """Return the counts with precision and recall, in columns."""
        precision = f"{self.found / (self.found + self.false):.2f}" if self.found + self.false else "-"
        recall = f"{self.found / self.there:.2f}" if self.there else "-"
        return f"{self.there:>6} {self.found:>6} {self.false:>6} {precision:>10} {recall:>7}"

    def plus(self, other: Count) -> Count:
        """Return both counts together."""
        return Count(*(one + another for one, another in zip(self, other, strict=True)))


def main(arguments: list[str]) -> int:
    """Measure every labelled site, print one line for each thing and site, and return 0."""
    labels = Path(arguments[1]) if len(arguments) > 1 else Path()
    if not (labels / "truth.json").is_file() or not (labels / "labels.json").is_file():
        print("skipped: no folder of sites and labels")
        return 0
    truth = json.loads((labels / "truth.json").read_text(encoding="utf-8"))
    by_eye = json.loads((labels / "labels.json").read_text(encoding="utf-8"))
    rows: list[tuple[str, str, Count]] = []
    for name, known in truth.items():
        folder = Path(arguments[0]) / name
        if folder.is_dir():
            rows += [(what, name, count) for what, count in _measure(folder, known, by_eye.get(name, {})).items()]
        else:
            print(f"skipped: {name}")
    print(f"{'':18} {'site':24} {'there':>6} {'found':>6} {'false':>6} {'precision':>10} {'recall':>7}")
    for what in dict.fromkeys(row[0] for row in rows):
        total = Count(0, 0, 0)
        for _, name, count in (row for row in rows if row[0] == what):
            print(f"{what:18} {name:24} {count.cells()}")
            total = total.plus(count)
        print(f"{what:18} {'all':24} {total.cells()}")
    return 0


def _measure(folder: Path, known: Mapping[str, Any], by_eye: Mapping[str, Any]) -> dict[str, Count]:
    registry = load_registry()
    settings = Settings(
        as_of=date.fromisoformat(known.get("captured", UNDATED)),
        home=known.get("home", ""),
        site_kind="portal",
        standards=tuple(registry.standards),
        select=("GOV1001", *BLANK, "GOV2001"),
    )
    result = run(open_folder(folder), settings, registry)
    faults = [finding for finding in result.findings if finding.is_fault]
    return {
        "blank columns": _blank(faults, known, by_eye),
        "missing columns": _missing(faults, by_eye.get("columns", {})),
        "search boxes": _boxes(folder, result, faults, by_eye.get("search", ())),
    }


def _blank(faults: Sequence[Finding], known: Mapping[str, Any], by_eye: Mapping[str, Any]) -> Count:
    columns = by_eye.get("columns", {}).values()
    there = {label["target"] for label in columns if label["status"] == "present-but-blank"}
    there |= set(known.get("blank_columns", ()))
    said = {
        fault.location.path for fault in faults if fault.rule_id in BLANK and "summary" not in dict(fault.properties)
    }
    return Count(len(there), len(said & there), len(said - there))


def _missing(faults: Sequence[Finding], labels: Mapping[str, Mapping[str, Any]]) -> Count:
    """Count the columns labelled absent as there to be found; one said to be missing that was seen is false."""
    states = {CONCEPTS[name]: label["status"] for name, label in labels.items() if name in CONCEPTS}
    said = {fault.key for fault in faults if fault.rule_id == "GOV1001"}
    absent = {concept for concept, state in states.items() if state == "absent"}
    seen = {concept for concept, state in states.items() if state.startswith("present")}
    return Count(len(absent), len(said & absent), len(said & seen))


def _boxes(folder: Path, result: Result, faults: Sequence[Finding], labels: Sequence[Mapping[str, Any]]) -> Count:
    """Count the labelled search controls that are seen; no box of these sites is without function, so that each box
    said to be so is false, and so is a box seen on a page labelled as having none."""
    found = false = 0
    for page in {label["page"] for label in labels}:
        lines = _box_lines(folder, page)
        wanted = [label["line"] for label in labels if label["page"] == page and "line" in label]
        found += sum(any(abs(line - there) <= _NEAR_LINES for there in lines) for line in wanted)
        false += 0 if wanted else len(lines)
    false += sum(fault.rule_id == "GOV2001" for fault in faults) if labels else 0
    return Count(sum("line" in label for label in labels), found, false)


def _box_lines(folder: Path, path: str) -> list[int]:
    page = read_page(path, (folder / path).read_bytes())
    marks = [Mark(box.at) for box in find_boxes(page.facts)]
    return [region.start_line for region in page.regions(marks).values()]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
