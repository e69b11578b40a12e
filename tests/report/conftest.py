"""Hand-made reports: one that shows everything a report can hold, and a maker of small ones."""

import io
import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from govlint.finding import Confidence, Finding, Location, Origin, Region, Severity, Text, Verdict
from govlint.lint.findings.fingerprint import fingerprints
from govlint.lint.template.traced import Traced
from govlint.report.coverage import TemplateCoverage
from govlint.report.model import (
    Counts,
    Notification,
    NotificationKind,
    PluginInfo,
    Report,
    RuleInfo,
    StandardInfo,
    TableRow,
)

FIRST_TAG = Region(1, 1, 1, 5)
GOLDEN = Path(__file__).parent / "golden"

BLANK = RuleInfo(
    "GOV1002",
    "BlankColumn",
    "blank-column",
    Severity.ERROR,
    Confidence.HIGH,
    Text("栏目没有任何内容。", "The column holds nothing."),
    Text("空白栏目在检查中逐个扣分。", "Each blank column costs points."),
    Text("补充内容，或将栏目并入其他栏目。", "Fill the column, or merge it into another."),
    Text("# GOV1002\n\n空白栏目。\n", "# GOV1002\n\nBlank columns.\n"),
    basis=("2019:2.1", "2017:7"),
    tags=("columns", "veto"),
    replaces=("GOV1090",),
)
DEAD = RuleInfo(
    "GOV5001",
    "DeadLink",
    "dead-link",
    Severity.WARNING,
    Confidence.MEDIUM,
    Text("链接指向的文件不存在。", "The link leads to a file that is not there."),
    Text("错链影响使用。", "Dead links hinder use."),
    Text("改正或删除链接。", "Correct or remove the link."),
    configured=Severity.NOTE,
)
LOCAL = RuleInfo(
    "ACME001",
    "HouseStyle",
    "house-style",
    Severity.NOTE,
    Confidence.LOW,
    Text("不合本单位样式。", "Against the house style."),
    Text("", ""),
    Text("按样式修改。", "Follow the style."),
    plugin="acme-govlint",
)


INDICATORS = StandardInfo(
    "2019",
    Text("政府网站检查指标", "Inspection indicators"),
    "国办秘函〔2019〕19号",
    date(2019, 4, 1),
    "https://www.gov.cn/19",
    rows=(
        TableRow("1.1", Text("栏目不更新", "Columns not updated")),
        TableRow("2.1", Text("其他栏目", "Other columns")),
    ),
)
GUIDELINE = StandardInfo(
    "2017", Text("发展指引", "Guideline"), in_force=False, rows=(TableRow("7", Text("栏目", "Columns")),)
)


@pytest.fixture
def make_finding() -> Callable[..., Finding]:
    def make(
        zh: str = "栏目“领导之窗”没有任何内容。",
        en: str = "Column “领导之窗” is blank.",
        *,
        path: str = "index.html",
        region: Region | None = FIRST_TAG,
        line: str | None = "<ul></ul>",
        verdict: Verdict = Verdict.FAIL,
        severity: Severity = Severity.ERROR,
        rule_id: str = "GOV1002",
        key: str = "领导之窗",
        **more: Any,
    ) -> Finding:
        place = Location(path, region=region, line_text=line)
        return Finding(verdict, Text(zh, en), place, key, rule_id=rule_id, severity=severity, **more)

    return make


@pytest.fixture
def make_report() -> Callable[..., Report]:
    def make(*findings: Finding, **more: Any) -> Report:
        settings: dict[str, Any] = {
            "target": "site",
            "findings": findings,
            "fingerprints": tuple(fingerprints(findings)),
            "rules": (LOCAL, BLANK, DEAD),
            "counts": _counts(findings),
            "as_of": date(2026, 11, 23),
            "as_of_origin": Text("由 --as-of 指定", "given by --as-of"),
            "site_kind": "department",
            "site_kind_reason": Text("主办单位是局", "the sponsor is a bureau"),
            "version": "0.1.0",
            "exit_code": 1 if findings else 0,
        }
        return Report(**(settings | more))

    return make


def _counts(findings: tuple[Finding, ...]) -> Counts:
    faults = [finding.severity for finding in findings if finding.is_fault]
    verdicts = [finding.verdict for finding in findings]
    return Counts(
        files=312,
        pages=300,
        unread=1,
        error_pages=2,
        errors=faults.count(Severity.ERROR),
        warnings=faults.count(Severity.WARNING),
        notes=faults.count(Severity.NOTE),
        reviews=verdicts.count(Verdict.REVIEW),
        passes=verdicts.count(Verdict.PASS),
        suppressed=14,
        baseline=40,
    )


@pytest.fixture
def sample(make_finding: Callable[..., Finding], make_report: Callable[..., Report]) -> Report:
    """A report with one of everything."""
    navigation = Location(
        "index.html", note=Text("导航中的链接。", "the link in the menu."), region=Region(7, 9, 7, 30)
    )
    findings = (
        make_finding(
            path="about/领导 之窗.html",
            region=Region(12, 5, 12, 22),
            line='    <ul class="list"></ul> 😀',
            related=(navigation, Location("map.html", region=Region(3, 1, 3, 4))),
            properties=(("column", "概况/领导之窗"), ("items", 0)),
            basis=("2019:2.1",),
            origins=(
                Origin("模板/list.html", Region(8, 3, 8, 20), '  <ul class="list">${rows}</ul>', 12),
                Origin("模板/old list.html", Region(9, 1, 9, 18), '<ul class="list">'),
            ),
        ),
        make_finding(
            "页面没有内容。",
            "The page is blank.",
            path="",
            region=None,
            line=None,
            key="home",
            severity=Severity.WARNING,
        ),
        make_finding(
            "栏目“信箱”的列表由脚本填充，无法判断。",
            "The list of column “信箱” is filled by script.",
            path="mail.html",
            verdict=Verdict.REVIEW,
            key="信箱",
            reason=Text("请打开网页核实。", "Look at the page in a browser."),
        ),
        make_finding(
            "链接“旧闻”指向的 old.html 不存在",
            "Link “旧闻” leads to old.html, which is not there",
            path="news.html",
            region=Region(1, 120, 2, 3),
            line="<p>😀</p>" * 30,
            rule_id="GOV5001",
            severity=Severity.NOTE,
            key="old.html",
        ),
        make_finding(
            "标题不合样式。", "Bad title.", path="news.html", rule_id="ACME001", severity=Severity.NOTE, key="title"
        ),
        make_finding("栏目有内容。", "The column is filled.", path="ok.html", verdict=Verdict.PASS, key="ok"),
    )
    return make_report(
        *findings,
        prefix="site/",
        traced=Traced("模板", 30, 1, 3, 1),
        templates=TemplateCoverage(30, 12, (("trs", 25), ("ssi", 3)), 2, 1, 1400, 3, 40, 38, 2, apart=True),
        home="index.html",
        host="fgw.example.gov.cn",
        site_name="示例市发展和改革委员会",
        standards=(("2019", Text("政府网站检查指标", "Inspection indicators")),),
        documents=(INDICATORS, GUIDELINE),
        plugins=(PluginInfo("acme-govlint", "1.2.0", "https://example.com/acme"),),
        tool=(("libxml2", "2.14.6"), ("python", "3.11.7")),
        line_hashes={("about/领导 之窗.html", 12): "271789c17abda88f:1", ("", 1): "c129715d7a2bc9a3:1"},
        notifications=(
            Notification(
                NotificationKind.UNREAD, Severity.WARNING, Text("无法读取 x.html。", "Cannot read x.html."), "x.html"
            ),
            Notification(
                NotificationKind.RULE_FAILED,
                Severity.ERROR,
                Text("规则在此页出错。", "The rule broke on this page."),
                "bad.html",
                "GOV5001",
            ),
            Notification(
                NotificationKind.CONFIG, Severity.NOTE, Text("没有规则 GOV9.", "No rule GOV9."), rule_id="GOV9999"
            ),
        ),
        exit_code=3,
    )


@pytest.fixture
def quiet(sample: Report) -> Report:
    """A report of a clean site."""
    counts = Counts(files=10, pages=9)
    return sample._replace(findings=(), fingerprints=(), notifications=(), counts=counts, exit_code=0)


@pytest.fixture
def written() -> Callable[..., str]:
    """Return what a writer writes, as text."""

    def run(write: Callable[..., None], *reports: Report, **options: Any) -> str:
        stream = io.StringIO()
        write(reports, stream, **options)
        return stream.getvalue()

    return run


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compare a text with the golden file of that name; with GOVLINT_GOLDEN=write, write it."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if os.environ.get("GOVLINT_GOLDEN") == "write":
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def readable() -> Callable[[str], str]:
    """Return JSON text with line breaks, order kept, for golden files that can be read."""
    return lambda text: json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"
