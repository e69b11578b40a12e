"""From a Result to a Report: the standards that a basis names."""

from __future__ import annotations

from govlint.lint.settings import Settings
from govlint.registry import load_registry
from govlint.report.build import build_report
from govlint.report.model import Report
from govlint.testing import lint_files

HOME = "<!DOCTYPE html><html lang=zh><head><meta charset=utf-8><title>示例市教育局</title></head><body>{}</body></html>"


def _report(*standards: str) -> Report:
    menu = '<div class="nav"><a href="a/index.html">通知公告</a></div>'
    result = lint_files({"index.html": HOME.format(menu)}, Settings(standards=standards, select=("GOV1001",)))
    return build_report(result, load_registry(), 0)


def test_documents_are_those_in_force_and_those_a_basis_names() -> None:
    report = _report("national-2015")
    in_force = [document.id for document in report.documents if document.in_force]
    named = {basis.partition(":")[0] for rule in report.rules for basis in rule.basis}
    assert in_force == ["national-2015"]
    assert {document.id for document in report.documents} == named | {"national-2015"}
    assert report.documents[0].number == "国办发〔2015〕15号"


def test_clauses_are_of_the_standards_in_force_alone() -> None:
    report = _report("national-2015")
    survey = next(finding for finding in report.findings if finding.key == "survey")
    (clause,) = report.clauses(survey.basis)
    assert clause.row is not None
    assert (clause.standard.id, clause.row.title.zh) == ("national-2015", "调查征集类栏目")
    assert report.clauses(["national-2019:news", "nowhere:x"]) == ()
    assert [found.row for found in report.clauses(["national-2015", "national-2015:no-such"])] == [None, None]
