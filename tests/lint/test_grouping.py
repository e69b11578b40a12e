"""One fault, one finding."""

from __future__ import annotations

from govlint.finding import Finding, Location, Text, Verdict
from govlint.lint.findings.grouping import MOST_EXAMPLES, PAGES, group


def _finding(path: str, key: str = "code", message: str = "页脚没有网站标识码。") -> Finding:
    return Finding(Verdict.FAIL, Text(message, "No code."), Location(path), key, rule_id="GOV6002")


def test_a_fault_on_every_page_is_said_once_and_counted() -> None:
    (finding,) = group([_finding(f"a/{number}.html") for number in range(500)], "index.html")
    assert dict(finding.properties)[PAGES] == 500
    assert finding.message.zh == "页脚没有网站标识码（共 500 个页面）。"
    assert finding.message.en == "No code (on 500 pages)."
    assert len(finding.related) == MOST_EXAMPLES
    assert finding.location.path not in {place.path for place in finding.related}


def test_the_home_page_stands_first_whatever_the_order() -> None:
    findings = [_finding(path) for path in ("b/c.html", "z.html", "main/index.html")]
    assert group(findings, "main/index.html")[0].location.path == "main/index.html"
    assert group(findings[::-1], "")[0].location.path == "z.html"


def test_other_faults_and_single_pages_stay_as_they_are() -> None:
    findings = [_finding("a.html"), _finding("a.html", key="icp"), _finding("b.html", message="别的。")]
    assert group(findings, "") == findings


def test_twice_on_one_page_is_one_page() -> None:
    (finding,) = group([_finding("a.html"), _finding("a.html")], "")
    assert finding.message.zh == "页脚没有网站标识码。"
    assert [place.path for place in finding.related] == ["a.html"]
