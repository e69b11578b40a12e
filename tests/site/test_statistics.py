"""What was published: each document once, with column, source and day."""

from __future__ import annotations

from datetime import date

import pytest

from govlint.lint.settings import Settings
from govlint.site.site import Site
from govlint.site.statistics import month_of, published, tally, week_of, within
from govlint.testing import lint_files


def _article(source: str, meta: str = "") -> str:
    head = f'<meta name="ContentSource" content="{meta}">' if meta else ""
    return (
        f"<html><head>{head}</head><body><h1>标题</h1><p>{source} 发布时间：2017-03-01</p><p>正文。</p></body></html>"
    )


def _row(path: str, title: str, day: str) -> str:
    return f'<li><a href="{path}">{title}</a><span>{day}</span></li>'


@pytest.fixture
def site() -> Site:
    nav = '<div class="nav"><a href="/dt/index.html">工作动态</a><a href="/wj/index.html">政策文件</a></div>'
    news = _row("1.html", "全市工作会议召开情况", "2017-03-01") + _row("2.html", "局长带队调研企业情况", "2017-02-27")
    both = _row("../dt/1.html", "全市工作会议召开情况", "2017-03-01") + _row(
        "3.html", "关于公布目录的通知", "2017-01-05"
    )
    result = lint_files(
        {
            "index.html": f"<html><body>{nav}</body></html>",
            "dt/index.html": f"<html><title>工作动态</title><body>{nav}<ul>{news}</ul></body></html>",
            "wj/index.html": f"<html><title>政策文件</title><body>{nav}<ul>{both}</ul></body></html>",
            "dt/1.html": _article("来源：办公室"),
            "dt/2.html": _article("来源： 作者：某人", meta="投资处"),
            "wj/3.html": _article("来源： 作者：某人"),
        },
        Settings(as_of=date(2017, 3, 31)),
    )
    assert result.site is not None
    return result.site


def test_a_document_counts_once_in_the_column_that_holds_it(site: Site) -> None:
    documents = published(site)
    assert [(one.column.name, one.path) for one in documents] == [
        ("工作动态", "dt/1.html"),
        ("工作动态", "dt/2.html"),
        ("政策文件", "wj/3.html"),
    ]
    assert tally(documents, lambda one: one.kind) == [("news", 2), ("policies", 1)]


def test_sources_come_from_meta_or_from_the_line_under_the_headline(site: Site) -> None:
    assert [one.source for one in published(site)] == ["办公室", "投资处", ""]


def test_a_stretch_of_time_includes_both_its_ends(site: Site) -> None:
    found = within(published(site), date(2017, 2, 27), date(2017, 3, 1))
    assert [one.day for one in found] == [date(2017, 3, 1), date(2017, 2, 27)]


@pytest.mark.parametrize(
    ("day", "month", "week"),
    [
        (date(2017, 4, 2), "2017-04", "2017-03-27/2017-04-02"),
        (date(2017, 1, 1), "2017-01", "2016-12-26/2017-01-01"),
        (date.max, "9999-12", "9999-12-27/9999-12-31"),
        (None, "", ""),
    ],
)
def test_periods(day: date | None, month: str, week: str) -> None:
    assert (month_of(day), week_of(day)) == (month, week)
