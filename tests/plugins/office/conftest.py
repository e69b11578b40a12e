"""Small reports made by hand, and the small site they could have come from."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from govlint.finding import Confidence, Finding, Location, Region, Severity, Text, Verdict
from govlint.lint.findings.fingerprint import fingerprints
from govlint.report.model import Counts, Report, RuleInfo, StandardInfo, TableRow
from govlint.report.overview import Charge, ColumnInfo, Month, Overview, ScoreInfo, ScoreRow

TABLE = StandardInfo(
    "t-2019", Text("检查指标", "Indicators"), "某函〔2019〕1号", rows=(TableRow("other", Text("其他栏目", "Other")),)
)


def rule(id: str, severity: Severity = Severity.ERROR) -> RuleInfo:
    texts = (Text(f"{id} 概述。", f"{id}."), Text("原因。", "Why."), Text("请发布内容。", "Publish something."))
    return RuleInfo(id, f"Rule{id}", id.lower(), severity, Confidence.HIGH, *texts)


RULES = tuple(rule(id) for id in ("GOV0003", "GOV1001", "GOV1002", "GOV4001", "GOV5001"))


def fault(rule_id: str, key: str, path: str = "index.html", **more: Any) -> Finding:
    message = more.pop("message", f"“{key}”有问题。")
    place = Location(path, region=Region(3, 5, 3, 9), line_text=more.pop("line", "    <ul></ul> 后文"))
    verdict = more.pop("verdict", Verdict.FAIL)
    severity = more.pop("severity", Severity.ERROR)
    return Finding(verdict, Text(message, message), place, key, rule_id=rule_id, severity=severity, **more)


@pytest.fixture
def make() -> Callable[..., Report]:
    def report(*findings: Finding, **more: Any) -> Report:
        prints = tuple(fingerprints(findings))
        faults = [finding for finding in findings if finding.is_fault]
        counts = Counts(files=9, pages=7, errors=len(faults), reviews=len(findings) - len(faults))
        charged = tuple(mark for mark, finding in zip(prints, findings, strict=True) if finding.rule_id == "GOV1002")
        rows = (
            ScoreRow(
                "other", Text("发布", "Publishing"), Text("其他栏目", "Other"), "lost", Text("扣分", "lost"), "4",
                Text("2", "2"), remarks=(Text("空白栏目 1 个", "1 blank"),), charges=(Charge(2, "column", charged),),
            ),
            ScoreRow("live", Text("发布", "Publishing"), Text("可用性", "Up"), "open", Text("待定", "open")),
        )  # fmt: skip
        overview = Overview(
            columns=(
                ColumnInfo("要闻", "news/index.html", newest=date(2026, 1, 10), items=3),
                ColumnInfo("领导", "news/lead/index.html", "news/index.html", "blank"),
                ColumnInfo("旧栏目", "old/index.html", newest=date(2023, 1, 1), items=2),
                ColumnInfo("外站", "", state="external"),
            ),
            months=(Month("2025-12", 4), Month("2026-01", 9)),
            score=ScoreInfo(
                "t-2019", Text("检查指标", "Indicators"), "open", Text("待定。", "Open."),
                (Text("总分 90～98。", "90–98."),), (), rows,
            ),
        )  # fmt: skip
        settings: dict[str, Any] = {
            "target": "site", "findings": findings, "fingerprints": prints, "rules": RULES, "counts": counts,
            "as_of": date(2026, 1, 15), "as_of_origin": Text("指定", "told"), "site_kind": "department",
            "site_kind_reason": Text("指定", "told"), "version": "0.1.0", "exit_code": 1, "site_name": "某某市某局",
            "home": "index.html", "prefix": "site/", "standards": ((TABLE.id, TABLE.title),), "documents": (TABLE,),
            "overview": overview,
        }  # fmt: skip
        return Report(**(settings | more))

    return report


@pytest.fixture
def sample(make: Callable[..., Report]) -> Report:
    """A report with a fault of each class, one on many pages, and a review."""
    dead = [fault("GOV5001", "gone.html", f"p{number}.html", message="链接失效。") for number in range(3)]
    return make(
        fault("GOV1001", "consultation", properties=(("column", "政务咨询"),)),
        fault("GOV1002", "lead", "news/lead/index.html", basis=("t-2019:other",), properties=(("column", "领导"),)),
        fault("GOV4001", "old", "old/index.html", severity=Severity.WARNING, properties=(("column", "旧栏目"),)),
        *dead,
        fault("GOV1002", "news", "news/index.html", verdict=Verdict.REVIEW, reason=Text("脚本填充。", "By script.")),
    )


@pytest.fixture
def hostile(make: Callable[..., Report]) -> Report:
    """A report whose texts try to become markup, formulas and template fields."""
    words = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"
    return make(
        fault("GOV1002", "a", "=cmd|'/c calc'!A1", message=f"{words} {{{{ 7*7 }}}} \u2028 \x01 \ud800", line=words * 9),
        fault("GOV5001", "b", "b.html", message='=HYPERLINK("http://x.test")', properties=(("column", "=1+1"),)),
        site_name="某局<b>&",
    )


@pytest.fixture
def written() -> Callable[..., bytes]:
    """Return the bytes a writer writes."""

    def run(write: Callable[..., None], *reports: Report, **options: Any) -> bytes:
        data = io.BytesIO()
        stream = io.TextIOWrapper(data, encoding="utf-8", newline="\n")
        write(reports, stream, **options)
        stream.flush()
        return data.getvalue()

    return run


@pytest.fixture
def later(sample: Report) -> Report:
    """The sample a month later: the dead link is mended."""
    kept = [at for at, finding in enumerate(sample.findings) if finding.rule_id != "GOV5001"]
    findings = tuple(sample.findings[at] for at in kept)
    prints = tuple(sample.fingerprints[at] for at in kept)
    counts = sample.counts._replace(errors=3)
    return sample._replace(findings=findings, fingerprints=prints, counts=counts, as_of=date(2026, 2, 15))
