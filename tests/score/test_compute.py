"""Caps, vetoes, intervals, and never the same fault twice."""

from __future__ import annotations

import math
from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.finding import Finding, Text
from govlint.lint.result import Broken
from govlint.page.facts import Role
from govlint.score.card import Outcome, Span, State
from govlint.site.model import ColumnState, KindGuess
from govlint.source.model import Unread
from govlint.standard.kinds import SITE_KINDS
from govlint.standard.model import Clause, Part, Row, Scoring, Source, Standard
from tests.score.conftest import DAY, RULE_IDS, STANDARDS, card_of, fault, review, row_of, rule

DEPARTMENT = KindGuess("department", "told")
NAMED = Text("名", "Name")


def _standard(*rows: Row, **more: object) -> Standard:
    parts = (Part("p", NAMED, "deduction"),)
    return replace(Standard("own", NAMED, Source("", ""), rows=rows, parts=parts, scoring=Scoring()), **more)


def _site(*states: ColumnState, partial: bool = False, pages: object = None) -> SimpleNamespace:
    """Return what a scorecard asks of a site: columns in those *states*, its *pages*."""
    columns = [SimpleNamespace(state=state, items=(), path="", pages=()) for state in states]
    facts = SimpleNamespace(partial=partial)
    return SimpleNamespace(facts=facts, columns=columns, pages=pages or {}, follow=lambda path: (f"to/{path}", (path,)))


def test_a_fault_of_the_page_that_the_home_page_leads_to_is_one_of_the_home_page() -> None:
    found = fault("GOV5001", "to/index.html", "gone.html")
    assert row_of("national-2019", "availability", found, site=_site(ColumnState.FILLED)).lost.low == 0.2
    assert row_of("national-2019", "availability", found).lost.low == 0.1


# --- once


def test_a_stale_column_of_its_own_row_is_no_other_column() -> None:
    found = fault("GOV4001", "news/index.html", column="要闻", concept="news")
    blank = fault("GOV1002", "news/index.html", column="要闻", concept="news")
    assert row_of("national-2019", "news", found, blank).lost == Span(5, 5)
    assert row_of("national-2019", "other-columns", found, blank).lost == Span(0, 0)
    assert row_of("national-2019", "other-columns", blank).lost == Span(2, 2)


def test_a_column_found_by_two_rules_is_one_column() -> None:
    found = [fault(id, "x/index.html", column="规划") for id in ("GOV1002", "GOV1004")]
    assert row_of("national-2019", "other-columns", *found).lost == Span(2, 2)


def test_a_finding_that_sums_up_others_is_not_counted() -> None:
    found = [fault("GOV4001", f"{n}/index.html", column=str(n), concept="news") for n in range(4)]
    found.append(fault("GOV4001", "index.html", "veto", concept="news", summary=True))
    assert row_of("national-2019", "veto-columns", *found).state is State.CLEAR


# --- by which standard


def test_a_finding_by_another_standard_costs_nothing() -> None:
    def survey(basis: str) -> Finding:
        return fault("GOV1001", "index.html", "survey", concept="survey", basis=(basis,))

    assert row_of("national-2015", "survey", survey("city-2017:modules")).lost.low == 0
    assert row_of("national-2015", "survey", survey("national-2015:survey")).lost.low == 5


# --- intervals


def test_a_review_widens_and_never_deducts() -> None:
    row = row_of("national-2019", "marks", review("GOV6003", "index.html", "icp", pages=9))
    assert (row.lost, row.state) == (Span(0, 0.5), State.OPEN)


def test_what_files_cannot_decide_is_open_up_to_its_cap() -> None:
    row = row_of("national-2019", "submit")
    assert (row.lost, row.by_files, row.state) == (Span(0, 7), Span(0, 0), State.OPEN)
    assert row.clauses[0].open_reasons


def test_a_row_at_its_cap_is_settled_whatever_is_open() -> None:
    row = row_of("national-2019", "overview", fault("GOV1001", "index.html", "overview", concept="overview"))
    assert row.lost == Span(2, 2)
    assert row.is_settled


@pytest.mark.parametrize("ran", ["none", "broken"])
def test_a_rule_that_did_not_answer_leaves_its_row_open(ran: str) -> None:
    rules = tuple(rule(id) for id in RULE_IDS if id != "GOV4001" or ran == "broken")
    broken = (Broken("GOV4001", "", "", "oops"),) if ran == "broken" else ()
    row = row_of("national-2019", "news", rules=rules, broken=broken)
    assert (row.state, row.lost) == (State.OPEN, Span(0, 5))
    assert "GOV4001" in row.clauses[1].open_reasons[0].zh
    assert row_of("national-2019", "news").state is State.CLEAR


def test_a_partial_export_widens_everything() -> None:
    card = card_of("national-2019", site=_site(partial=True))
    assert card.total == Span(0, 100)
    assert not [row for row in card.rows if row.state is State.CLEAR]
    assert any("不完整" in note.zh for note in card.notes)


@pytest.mark.parametrize(
    ("states", "whole"),
    [
        ([], False),
        ([ColumnState.FILLED, ColumnState.MISSING], True),
        ([ColumnState.FILLED, ColumnState.MISSING, ColumnState.UNLINKED], False),
        ([ColumnState.EXTERNAL, ColumnState.BLANK], True),
    ],
)
def test_a_truncated_export_is_known_by_its_columns(states: list[ColumnState], whole: bool) -> None:
    row = row_of("national-2019", "news", site=_site(*states))
    assert row.lost == (Span(0, 0) if whole else Span(0, 5))


def test_unread_files_widen_what_is_counted() -> None:
    unread = (Unread("x.html", Text("无法读取", "cannot be read")),)
    assert row_of("national-2019", "other-columns", unread=unread).lost == Span(0, 4)
    assert row_of("national-2019", "news", unread=unread).state is State.CLEAR


@pytest.mark.parametrize(
    ("pages", "there_are", "expected"),
    [(1, 100, Span(0, 1)), (98, 100, Span(3, 5)), (100, 100, Span(5, 5)), (2, 3, Span(2, 2)), (40, 0, Span(0, 5))],
)
def test_what_inspectors_draw_is_an_interval(pages: int, there_are: int, expected: Span) -> None:
    dated = SimpleNamespace(role=Role.PAGE, published=DAY, meta=lambda name: "")
    site = _site(ColumnState.FILLED, pages={f"{n}.html": dated for n in range(there_are)})
    found = fault("GOV6016", "0.html", "tags:article", pages=pages, page_kind="article")
    row = row_of("national-2019", "page-tags", found, site=site if there_are else None)
    assert row.clauses[0].count == expected
    assert row.clauses[1].count == Span(0, 0)


# --- the card


def test_a_veto_fails_the_site_whatever_its_points() -> None:
    card = card_of("national-2019", fault("GOV4002", "index.html", "home", case="stale"))
    assert card.outcome is Outcome.UNQUALIFIED
    assert [row.row.id for row in card.vetoes] == ["veto-home-stale"]
    assert card.by_files == Span(100, 100)


def test_vetoes_come_first_in_the_card() -> None:
    kinds = [row.part.kind for row in card_of("national-2019").rows]
    assert kinds == sorted(kinds, key=["veto", "deduction", "bonus"].index)


def test_departments_are_held_to_the_vetoes_of_2019_alone() -> None:
    card = card_of("national-2019", fault("GOV6001", "index.html", "mark"), kind=DEPARTMENT)
    marks = next(row for row in card.rows if row.row.id == "marks")
    assert (marks.counted, marks.lost) == (False, Span(0.5, 0.5))
    assert (card.total, card.lost, card.bonus) == (None, None, None)
    assert card.outcome is Outcome.OPEN
    assert {row.state for row in card.rows if row.part.kind == "bonus"} == {State.EXEMPT}


def test_departments_are_scored_by_2015() -> None:
    assert card_of("national-2015", kind=DEPARTMENT).total is not None


def test_without_services_the_rest_is_scaled_up() -> None:
    found = [fault(f"GOV600{n}", "index.html", f"mark{n}") for n in range(1, 7)]
    card = card_of("national-2019", *found, no_services=True)
    assert card.by_files == Span(96, 96)  # 3 points × 100 / 75
    exempt = {row.row.id for row in card.rows if row.state is State.EXEMPT}
    assert exempt == {"veto-services", *(row.id for row in STANDARDS["national-2019"].rows if row.part == "service")}
    assert card.lost == Span(4, 4 + (sum(row.lost.high for row in card.rows if row.counted) - 3 - 30) * 4 / 3)


def test_below_the_pass_mark_a_site_is_unqualified_without_a_veto() -> None:
    row = Row("r", "p", NAMED, rules=("GOV5001",), points=50)
    found = fault("GOV5001", "index.html", "x")
    assert card_of(_standard(row), found).outcome is Outcome.UNQUALIFIED
    assert card_of(_standard(replace(row, points=40)), found).outcome is Outcome.QUALIFIED


def test_files_alone_never_qualify_where_a_veto_is_open() -> None:
    veto = Row("v", "v", NAMED, veto=True, open_reason=NAMED)
    standard = _standard(veto, parts=(Part("v", NAMED, "veto"),))
    assert card_of(standard).outcome is Outcome.OPEN


def test_a_standard_without_points_says_what_is_unmet() -> None:
    card = card_of("city-2017", fault("GOV3001", "x.html", "rules"))
    states = {row.row.id: row.state for row in card.rows}
    assert card.outcome is Outcome.UNSCORED
    assert states["documents"] is State.LOST
    assert states["filters"] is State.CLEAR


def test_a_row_with_rules_and_no_clauses_counts_each_finding() -> None:
    row = Row("r", "p", NAMED, rules=("GOV5001",), points=2, cap=5)
    found = [fault("GOV5001", "index.html", str(n)) for n in range(2)]
    assert card_of(_standard(row), *found).lost == Span(4, 4)


def test_a_clause_has_a_limit_and_a_cap_of_its_own() -> None:
    clause = Clause("c", NAMED, 2, "item", limit=3, at_most=7, rules=("GOV5001",))
    found = [fault("GOV5001", "index.html", str(n)) for n in range(4)]
    standard = _standard(Row("r", "p", NAMED, clauses=(clause,)))
    assert card_of(standard, *found[:2]).lost == Span(0, 0)
    assert card_of(standard, *found[:3]).lost == Span(6, 6)
    assert card_of(standard, *found).lost == Span(7, 7)


def test_unverified_figures_are_known() -> None:
    row = row_of("national-2019", "other-columns")
    assert [clause.doubt is not None for clause in row.clauses] == [False, True]
    assert not row_of("national-2019", "news").is_unverified


_FINDINGS = st.lists(
    st.builds(
        lambda make, id, number, pages: make(
            id, f"{number}.html", f"k{number}", pages=pages, missing=pages, column=str(number), concept="news"
        ),
        st.sampled_from([fault, review]),
        st.sampled_from(RULE_IDS),
        st.integers(0, 5),
        st.integers(1, 30),
    ),
    max_size=12,
)


@given(_FINDINGS, st.sampled_from(sorted(STANDARDS)), st.sampled_from(SITE_KINDS))
def test_intervals_are_intervals(findings: list[Finding], standard: str, kind: str) -> None:
    card = card_of(standard, *findings, kind=KindGuess(kind, "told"))
    for row in card.rows:
        assert 0 <= row.lost.low <= row.by_files.high <= row.lost.high <= (row.row.cap or math.inf)
        assert row.by_files.low == row.lost.low
    if card.total is not None and card.by_files is not None:
        assert 0 <= card.total.low <= card.by_files.low <= card.by_files.high == card.total.high <= 100


@given(_FINDINGS, st.sampled_from(["national-2015", "national-2019"]))
def test_reviews_never_deduct(findings: list[Finding], standard: str) -> None:
    faults = [finding for finding in findings if finding.is_fault]
    whole, sure = card_of(standard, *findings), card_of(standard, *faults)
    assert whole.lost is not None
    assert sure.lost is not None
    assert whole.lost.low == sure.lost.low
    assert whole.lost.high >= sure.lost.high
