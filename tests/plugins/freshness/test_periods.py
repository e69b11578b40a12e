"""Which period holds for which column, and when it ends."""

from __future__ import annotations

from datetime import date

import pytest
from govlint.plugins.freshness.periods import later
from govlint.plugins.freshness.sample_pages import site
from hypothesis import given
from hypothesis import strategies as st

from govlint.finding import Finding
from govlint.lint.settings import Settings
from govlint.testing import lint_files


@pytest.mark.parametrize(
    ("day", "months", "wanted"),
    [
        (date(2016, 8, 31), 6, date(2017, 2, 28)),
        (date(2017, 3, 31), -1, date(2017, 2, 28)),
        (date(2015, 12, 15), 12, date(2016, 12, 15)),
        (date(9999, 6, 1), 12, date.max),
        (date(1, 2, 1), -12, date.min),
    ],
)
def test_months_end_on_a_day_that_exists(day: date, months: int, wanted: date) -> None:
    assert later(day, months) == wanted


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_more_months_are_never_earlier(day: date, months: int) -> None:
    assert day <= later(day, months) <= later(day, months + 1)


def stale(columns: dict[str, tuple[str, tuple[str, ...]]], standard: str, kind: str = "department") -> list[Finding]:
    settings = Settings(select=("GOV4001",), standards=(standard,), site_kind=kind, as_of=date(2017, 3, 31))
    return [found for found in lint_files(site(columns), settings).findings if found.rule_id == "GOV4001"]


@pytest.mark.parametrize(
    ("name", "newest", "late"),
    [
        ("工作动态", "2017-03-17", False),
        ("工作动态", "2017-03-16", True),
        ("通知公告", "2016-09-30", False),
        ("通知公告", "2016-09-29", True),
        ("人事信息", "2016-03-31", False),
        ("人事信息", "2016-03-30", True),
        ("安全生产", "2016-03-30", True),
        ("信息公开指南", "2010-01-01", False),
        ("机构职能", "2010-01-01", False),
    ],
)
def test_the_periods_of_the_2015_table(name: str, newest: str, late: bool) -> None:
    found = stale({name: ("a", (newest, "2009-01-01"))}, "national-2015")
    assert [dict(one.properties)["newest"] for one in found] == ([newest] if late else [])


def test_a_single_old_item_makes_no_other_column_stale() -> None:
    assert not stale({"安全生产": ("a", ("2010-01-01",))}, "national-2015")


def test_a_topic_that_is_over_is_not_stale() -> None:
    assert not stale({"防汛专题": ("a", ("2012-01-01", "2012-01-02"))}, "national-2015")


def test_below_the_first_level_the_2019_table_grants_more() -> None:
    found = stale({"通知公告": ("a", ("2016-08-01", "2016-07-01"))}, "national-2019", "portal")
    assert [dict(one.properties)["period"] for one in found] == ["6 months"]


def test_findings_tell_a_scorecard_which_rows_they_count_for() -> None:
    (found,) = stale({"工作动态": ("a", ("2016-01-01", "2015-01-01"))}, "national-2015")
    assert dict(found.properties)["concept"] == "news"
    assert found.basis == ("national-2015:veto-columns", "national-2015:basic-information")
