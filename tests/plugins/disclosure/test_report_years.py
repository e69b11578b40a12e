"""Years in titles, and the year whose report is due."""

from __future__ import annotations

from datetime import date

import pytest
from govlint.plugins.disclosure.report_years import due_year, is_report, years_in


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("某局2020年政府信息公开工作年度报告", (2020,)),
        ("政府信息公开工作2022年度报告", (2022,)),
        ("二〇一六年信息公开年报", (2016,)),
        ("2017 年度报告", (2017,)),
        ("公开年报", ()),
        ("发布于2018-03-12的年报", ()),
    ],
)
def test_years(title: str, years: tuple[int, ...]) -> None:
    assert years_in(title) == years


@pytest.mark.parametrize("title", ["信息公开年报", "2018年政务公开报告", "政府信息与政务公开工作总结"])
def test_reports(title: str) -> None:
    assert is_report(title)


@pytest.mark.parametrize("title", ["政府网站工作年度报表", "部门决算报告", "政府工作报告", "关于编制年度报告的通知"])
def test_no_reports(title: str) -> None:
    assert not is_report(title)


@pytest.mark.parametrize(
    ("day", "kind", "year"),
    [
        (date(2017, 3, 31), "department", 2015),
        (date(2017, 4, 1), "department", 2016),
        (date(2021, 1, 31), "department", 2019),
        (date(2021, 2, 1), "department", 2020),
        (date(2021, 2, 1), "portal", 2019),
        (date(2021, 4, 1), "portal", 2020),
    ],
)
def test_due_year(day: date, kind: str, year: int) -> None:
    assert due_year(day, kind) == year
