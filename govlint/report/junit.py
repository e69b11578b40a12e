"""JUnit's XML: each rule is a test case of the site, so that a CI shows what passed beside what did not.

A rule with errors or warnings has failed; notes and reviews do not fail it, but stand in its output. A rule that
broke is an error: it has given no answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TextIO
from xml.etree.ElementTree import Element

from govlint.finding import Severity, Text
from govlint.lint.own_rules import RULE_FAILED
from govlint.report.model import CORE, Report, RuleInfo
from govlint.report.rows import Row, faults, reviews
from govlint.report.xml import child, root, write_document

_PROBLEMS = Text("{} 个问题，首个：{}", "{} problems, the first: {}")
_BROKE = Text("规则执行出错，没有结论。", "The rule broke and gives no answer.")
_REVIEW = Text("待人工核实", "to review")


class _Case(NamedTuple):
    """A rule with what came of it: *failures* are errors and warnings, *notes* the lines that go into the output."""

    rule: RuleInfo
    failures: list[Row]
    notes: list[str]
    broke: bool


def write(reports: Sequence[Report], stream: TextIO, *, language: str = "zh") -> None:
    """Write *reports* to *stream* as one document, a suite each; no times, so that equal runs give equal files."""
    suites = [(report, _cases(report, language)) for report in reports]
    document = root("testsuites", name=CORE, **_counts(case for _, cases in suites for case in cases))
    for report, cases in suites:
        name = report.site_name or report.target
        suite = child(document, "testsuite", "", name=name, **_counts(cases))
        for case in cases:
            _add(suite, case, name, language)
    write_document(document, stream)


def _cases(report: Report, language: str) -> list[_Case]:
    failures: defaultdict[str, list[Row]] = defaultdict(list)
    notes: defaultdict[str, list[str]] = defaultdict(list)
    for row in faults(report, language):
        if row.severity is Severity.NOTE:
            notes[row.rule_id].append(_line(row, row.severity.value))
        else:
            failures[row.rule_id].append(row)
    for row in reviews(report, language):
        notes[row.rule_id].append(_line(row, _REVIEW.in_language(language)))
    # The key of such a finding starts with the id of the rule that broke.
    broken = {finding.key.partition(" ")[0] for finding in report.faults if finding.rule_id == RULE_FAILED.id}
    return [_Case(rule, failures[rule.id], notes[rule.id], rule.id in broken) for rule in report.rules]


def _counts(cases: Iterable[_Case]) -> dict[str, int]:
    states = [(case.broke, bool(case.failures)) for case in cases]
    return {
        "tests": len(states),
        "failures": sum(failed and not broke for broke, failed in states),
        "errors": sum(broke for broke, _ in states),
        "skipped": 0,
    }


def _add(suite: Element, case: _Case, site: str, language: str) -> None:
    made = child(suite, "testcase", classname=f"{CORE}.{site}", name=f"{case.rule.id} {case.rule.slug}")
    if case.broke:
        child(made, "error", message=_BROKE.in_language(language), type=RULE_FAILED.name)
    elif case.failures:
        worst = max((row.severity for row in case.failures), key=lambda severity: severity.rank)
        message = _PROBLEMS.in_language(language).format(len(case.failures), case.failures[0].message)
        lines = "\n".join(_line(row, row.severity.value) for row in case.failures)
        child(made, "failure", lines, message=message, type=worst.value)
    if case.notes:
        child(made, "system-out", "\n".join(case.notes))


def _line(row: Row, level: str) -> str:
    return f"{row.path}:{row.region.start_line}:{row.region.start_column}: {level}: {row.message}"
