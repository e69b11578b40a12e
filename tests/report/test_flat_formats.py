"""The formats of other tools: goldens of each, and what must hold whatever the pages hold."""

import io
import json
import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govlint.finding import Finding, Region, Severity, Text, Verdict
from govlint.report import checkstyle, compact, github, gitlab, junit, markdown
from govlint.report.model import Report

Written = Callable[..., str]
MakeReport = Callable[..., Report]
MakeFinding = Callable[..., Finding]

SUFFIX = {checkstyle: "checkstyle.xml", compact: "compact.txt", github: "github.txt", gitlab: "gitlab.json"}
SUFFIX |= {junit: "junit.xml", markdown: "md"}
FORMATS = pytest.mark.parametrize("module", SUFFIX, ids=lambda module: module.__name__.rpartition(".")[2])


@FORMATS
@pytest.mark.parametrize("language", ["zh", "en"])
def test_golden(
    written: Written, sample: Report, golden: Callable[[str, str], None], module: Any, language: str
) -> None:
    golden(f"sample.{language}.{SUFFIX[module]}", written(module.write, sample, language=language))


@FORMATS
def test_golden_of_a_clean_site(
    written: Written, quiet: Report, golden: Callable[[str, str], None], module: Any
) -> None:
    golden(f"quiet.zh.{SUFFIX[module]}", written(module.write, quiet))


def test_compact_lines_are_what_editors_jump_to(written: Written, sample: Report) -> None:
    for line in written(compact.write, sample).splitlines():
        assert re.fullmatch(r"site/[^:]+:\d+:\d+: (error|warning|note|info): .+ \[[A-Z]+\d+\]", line)


def test_githubs_commands_are_escaped(written: Written, make_finding: MakeFinding, make_report: MakeReport) -> None:
    finding = make_finding("100% ::set-env\r\nname=x::y", path="a,b:c%.html", region=Region(3, 2, 3, 9))
    first = written(github.write, make_report(finding)).splitlines()[0]
    assert first == (
        "::error file=a%2Cb%3Ac%25.html,line=3,endLine=3,col=2,endColumn=9,title=GOV1002 blank-column"
        "::100%25 ::set-env name=x::y"
    )


def test_githubs_columns_are_of_one_line(written: Written, make_finding: MakeFinding, make_report: MakeReport) -> None:
    text = written(github.write, make_report(make_finding(region=Region(3, 2, 4, 9))))
    assert "col=" not in text
    assert "line=3,endLine=4," in text


def test_no_page_can_give_github_a_command(written: Written, quiet: Report) -> None:
    hostile = quiet._replace(site_kind_reason=Text("\n::error::x", "\n::error::x"))
    assert not [line for line in written(github.write, hostile).splitlines() if line.startswith("::")]


def test_gitlabs_issues_are_never_alike(written: Written, make_finding: MakeFinding, make_report: MakeReport) -> None:
    report = make_report(make_finding(), make_finding(), prefix="a/")
    issues = json.loads(written(gitlab.write, report, report._replace(prefix="b/")))
    assert len({issue["fingerprint"] for issue in issues}) == 4
    assert [issue["fingerprint"] for issue in json.loads(written(gitlab.write, report))] == list(report.fingerprints)


def test_gitlab_gets_faults_alone(written: Written, sample: Report) -> None:
    issues = json.loads(written(gitlab.write, sample))
    assert len(issues) == len(sample.faults)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"critical", "major", "minor"}


def _case(text: str, rule_id: str) -> ElementTree.Element:
    return next(
        case for case in ElementTree.fromstring(text).iter("testcase") if case.attrib["name"].startswith(rule_id)
    )


def test_junit_counts_add_up(written: Written, sample: Report, quiet: Report) -> None:
    document = ElementTree.fromstring(written(junit.write, sample, quiet))
    for part in (document, *document):
        cases = list(part.iter("testcase"))
        assert int(part.attrib["tests"]) == len(cases)
        assert int(part.attrib["failures"]) == sum(case.find("failure") is not None for case in cases)
        assert int(part.attrib["errors"]) == sum(case.find("error") is not None for case in cases)


def test_a_note_or_a_review_fails_no_test(written: Written, make_finding: MakeFinding, make_report: MakeReport) -> None:
    review = make_finding(verdict=Verdict.REVIEW, reason=Text("请看。", "Look."))
    text = written(junit.write, make_report(make_finding(severity=Severity.NOTE), review))
    case = _case(text, "GOV1002")
    assert case.find("failure") is None
    output = case.findtext("system-out") or ""
    assert "note" in output
    assert "请看。" in output


def test_a_rule_that_broke_has_not_passed(written: Written, make_finding: MakeFinding, make_report: MakeReport) -> None:
    broke = make_finding("规则 GOV5001 出错。", rule_id="GOV0003", key="GOV5001 ValueError: x")
    text = written(junit.write, make_report(broke))
    assert _case(text, "GOV5001").find("error") is not None
    assert _case(text, "GOV1002").find("error") is None


def test_checkstyle_puts_a_file_in_one_place(
    written: Written, make_finding: MakeFinding, make_report: MakeReport
) -> None:
    findings = [make_finding(path=path, key=str(at)) for at, path in enumerate(("a.html", "b.html", "a.html"))]
    document = ElementTree.fromstring(written(checkstyle.write, make_report(*findings)))
    assert [(file.attrib["name"], len(file)) for file in document] == [("a.html", 2), ("b.html", 1)]


def test_markdown_shows_what_a_page_holds_as_it_is(
    written: Written, make_finding: MakeFinding, make_report: MakeReport
) -> None:
    text = written(markdown.write, make_report(make_finding("<b>|[x](y)`*_\n# &amp;")))
    assert r"\<b\>\|\[x\](y)\`\*\_ \# \&amp;" in text


def test_markdown_says_what_it_leaves_out(written: Written, make_finding: MakeFinding, make_report: MakeReport) -> None:
    findings = [make_finding(key=str(at)) for at in range(markdown.MOST_OF_A_RULE + 3)]
    text = written(markdown.write, make_report(*findings))
    assert "另有 3 处未列出。" in text
    assert text.count("没有任何内容") == markdown.MOST_OF_A_RULE


anything = st.text(st.characters(codec=None, exclude_categories=()), max_size=40)


@FORMATS
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(message=anything, path=anything, name=anything)
def test_any_text_gives_a_sound_file(
    make_finding: MakeFinding, make_report: MakeReport, module: Any, message: str, path: str, name: str
) -> None:
    stream = io.StringIO()
    module.write([make_report(make_finding(message, path=path), target=path, site_name=name)], stream)
    text = stream.getvalue()
    if module in (checkstyle, junit):
        ElementTree.fromstring(text)
        text.encode("utf-8")
    elif module is gitlab:
        (issue,) = json.loads(text)
        json.dumps(issue, ensure_ascii=False).encode("utf-8")
    elif module is compact:
        assert text.count("\n") == 1
    elif module is github:
        assert sum(line.startswith("::") for line in text.split("\n")) == 1
