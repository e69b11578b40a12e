"""Vetoes by number: which findings are counted, and what is said once the limit is reached."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import fail
from govlint.lint.vetoes import column_of, veto_findings
from govlint.standard.model import Clause, Row, Source, Standard

RULE = "X001"


def context(*clauses: Clause, veto: bool = True) -> Context:
    row = Row("stale", "veto", Text("栏目不更新", "stale"), veto=veto, clauses=clauses)
    standard = Standard("law", Text("法", "law"), Source("1", "法"), rows=(row,))
    return Context(date(2020, 1, 1), (standard,))


def faults(*concepts: str) -> list[Finding]:
    text = Text("旧。", "Old.")
    return [
        fail(text, f"{number}.html", key=str(number), concept=concept, column=f"栏目{number}")
        for number, concept in enumerate(concepts)
    ]


LATE = Clause("late", Text("动态类 2 个", "two news columns"), per="column", concepts=("news",), limit=2, rules=(RULE,))
REST = Clause("rest", Text("其他 2 个", "two others"), per="column", besides=("news",), limit=2, rules=(RULE,))


def said(context: Context, *concepts: str, rule: str = RULE) -> list[Finding]:
    return list(veto_findings(context, rule, faults(*concepts), "index.html", column_of))


def test_only_columns_of_the_clause_are_counted() -> None:
    found = said(context(LATE, REST), "news", "plans", "news notices", "")
    assert [(one.key, dict(one.properties)["count"]) for one in found] == [("veto-late", 2), ("veto-rest", 2)]


def test_below_the_limit_nothing_is_said() -> None:
    assert not said(context(LATE, REST), "news", "plans")


def test_a_row_that_is_no_veto_and_another_rule_are_left_alone() -> None:
    assert not said(context(LATE, veto=False), "news", "news")
    assert not said(context(LATE), "news", "news", rule="X002")


def test_the_finding_sums_up_and_says_so() -> None:
    (finding,) = said(context(LATE), "news", "news")
    told = dict(finding.properties)
    assert told["summary"] is True
    assert (told["case"], told["count"], told["limit"]) == ("veto-late", 2, 2)
    assert finding.location.path == "index.html"
    assert [place.path for place in finding.related] == ["0.html", "1.html"]
    assert finding.weight is Severity.ERROR
    assert "“栏目0”" in finding.message.zh


def test_a_clause_of_two_standards_is_said_once() -> None:
    one = context(LATE)
    both = one._replace(standards=(*one.standards, replace(one.standards[0], id="other")))
    (finding,) = said(both, "news", "news")
    assert finding.basis == ("law:stale", "other:stale")
