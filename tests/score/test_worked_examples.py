"""What the tables say of single cases, worked out by hand; 2015 and 2019 count differently."""

from __future__ import annotations

import math

import pytest

from govlint.score.card import Span, State
from tests.score.conftest import card_of, fault, row_of

LINKS = {"national-2015": "link-availability", "national-2019": "availability"}


@pytest.mark.parametrize(
    ("standard", "home", "inner", "points"),
    [
        ("national-2015", 0, 13, 1.3),  # the worked example of a check report of 2015
        ("national-2015", 2, 0, 2),
        ("national-2015", 30, 100, 40),  # no cap
        ("national-2019", 0, 3, 0.3),
        ("national-2019", 3, 1, 0.7),
        ("national-2019", 0, 13, 1),  # the row's cap
        ("national-2019", 30, 100, 1),
    ],
)
def test_dead_links(standard: str, home: int, inner: int, points: float) -> None:
    found = [fault("GOV5001", "index.html", f"gone/{n}.html", pages=40) for n in range(home)]
    found += [fault("GOV5001", "a/b.html", f"lost/{n}.html", pages=7) for n in range(inner)]
    assert row_of(standard, LINKS[standard], *found).lost.low == points


def test_one_link_on_many_pages_is_one_link() -> None:
    found = fault("GOV5002", "a/b.html", "#", pages=300)
    assert row_of("national-2015", "link-availability", found).by_files == Span(0.1, 0.1)


def test_kinds_of_element_a_guide_lacks() -> None:
    lacking = fault("GOV7003", "guide.html", "设定依据、收费标准", missing=2)
    again = fault("GOV7003", "other.html", "设定依据", missing=1)
    old = row_of("national-2015", "service-guides", lacking, again)
    assert old.by_files == Span(2, 2)  # 收费标准 is no kind of 2015; the same kind lacking twice is one kind
    new = row_of("national-2019", "service-guides", lacking, again)
    assert new.by_files == Span(0, 1.5)  # the five that are drawn may be others


@pytest.mark.parametrize(("standard", "most"), [("national-2015", 16), ("national-2019", 8)])
def test_a_guide_that_lacks_everything(standard: str, most: float) -> None:
    row = row_of(standard, "service-guides", fault("GOV7003", "guide.html", "elements", missing=10, pages=9))
    assert row.by_files.high == most  # eight kinds at two points; the cap of the row


@pytest.mark.parametrize(
    ("standard", "row", "points"),
    [("national-2015", "basic-information", 3), ("national-2019", "news", 5)],
)
def test_a_stale_news_column(standard: str, row: str, points: float) -> None:
    found = fault("GOV4001", "news/index.html", column="要闻", concept="news", case="stale")
    assert row_of(standard, row, found).lost.low == points


def test_all_that_is_stale_in_2015_adds_up() -> None:
    found = [
        fault("GOV4001", f"{number}/index.html", column=concept, concept=concept)
        for number, concept in enumerate(["news", "news", "notices", "policies", "personnel", "plans"])
    ]
    assert row_of("national-2015", "basic-information", *found).lost.low == 2 * 3 + 2 * 4 + 2 * 5


def test_each_missing_mark_costs_half_a_point() -> None:
    found = [fault(f"GOV600{n}", "index.html", f"mark{n}", pages=9) for n in range(1, 7)]
    assert row_of("national-2019", "marks", *found[:1]).lost == Span(0.5, 0.5)
    assert row_of("national-2019", "marks", *found).lost == Span(3, 3)


@pytest.mark.parametrize(
    ("home", "pages", "points"),
    [(True, 1, 1), (False, 1, 0.2), (False, 4, 0.8), (False, 9, 1), (True, 9, 1)],
)
def test_error_report_entry(home: bool, pages: int, points: float) -> None:
    found = fault("GOV6009", "index.html" if home else "a.html", "entry", pages=pages)
    assert row_of("national-2019", "error-entry", found).lost.low == points


def test_other_columns_are_capped() -> None:
    blank = [fault("GOV1002", f"{n}/index.html", column=str(n)) for n in range(4)]
    assert row_of("national-2019", "other-columns", blank[0]).lost == Span(2, 2)
    assert row_of("national-2019", "other-columns", *blank).lost == Span(4, 4)


def test_message_fields_are_counted_by_their_kinds() -> None:
    found = [fault("GOV7002", f"{n}.html", "答复单位", missing="答复单位") for n in range(3)]
    found.append(fault("GOV7002", "x.html", "答复时间", missing="答复时间", pages=5))
    assert row_of("national-2019", "messages-published", *found).by_files == Span(2, 2)


def test_a_site_without_faults_has_the_full_score_by_its_files() -> None:
    card = card_of("national-2019")
    assert card.by_files == Span(100, 100)
    assert card.bonus == Span(0, 30)
    assert card.total is not None
    assert card.total.high == 100


def test_nothing_bounds_what_is_open_in_2015() -> None:
    card = card_of("national-2015", fault("GOV1001", "index.html", "survey", concept="survey", column="调查征集"))
    assert card.lost == Span(5, math.inf)
    assert card.total == Span(0, 95)
    assert card.by_files == Span(95, 95)


def test_home_page_with_few_items() -> None:
    few = fault("GOV4002", "index.html", "home", case="few")
    assert row_of("national-2015", "home-columns", few).lost == Span(5, 5)
    assert row_of("national-2015", "veto-home-stale", few).state is State.CLEAR


def test_home_page_without_any_is_a_veto() -> None:
    stale = fault("GOV4002", "index.html", "home", case="stale")
    for standard in ("national-2015", "national-2019"):
        assert row_of(standard, "veto-home-stale", stale).state is State.VETO
    assert row_of("national-2015", "home-columns", stale).lost == Span(0, 0)


@pytest.mark.parametrize("standard", ["national-2015", "national-2019"])
@pytest.mark.parametrize(
    ("rule", "concept", "number"), [("GOV1002", "", 5), ("GOV4001", "news", 5), ("GOV4001", "plans", 10)]
)
def test_vetoes_by_number(standard: str, rule: str, concept: str, number: int) -> None:
    found = [fault(rule, f"{n}/index.html", column=str(n), concept=concept) for n in range(number)]
    assert row_of(standard, "veto-columns", *found[1:]).state is State.CLEAR
    assert row_of(standard, "veto-columns", *found).state is State.VETO
