"""Dates in short Chinese texts: every form seen on real sites, and what only looks like a date."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.page.dates import day_in_url, find_date, find_dates, join_split, parse_published, supply_year


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2018-07-27", date(2018, 7, 27)),
        ("2018-7-7", date(2018, 7, 7)),
        ("2018/7/27", date(2018, 7, 27)),
        ("2018.07.27", date(2018, 7, 27)),
        ("2018年7月27日", date(2018, 7, 27)),
        ("2018 年 7 月 27 日", date(2018, 7, 27)),
        ("2018年7月27", date(2018, 7, 27)),
        ("2016年11月02日 11:23:45", date(2016, 11, 2)),
        ("2018-07-27T08:00", date(2018, 7, 27)),
        ("2018-07-03新闻", date(2018, 7, 3)),
        ("[2020-12-31]", date(2020, 12, 31)),
        ("发布时间：2018-07-27 浏览次数：3", date(2018, 7, 27)),
        ("发布时间:\n\t2018-07-27", date(2018, 7, 27)),
        ("停电公告2019年12月27号-12月28号", date(2019, 12, 27)),
        ("（２０１８．１２．０４）", date(2018, 12, 4)),
        ("２０１８年１２月４日", date(2018, 12, 4)),
        ("2018－12－04", date(2018, 12, 4)),
        ("二〇一八年七月二十七日", date(2018, 7, 27)),
        ("二○一八年十月三十一日", date(2018, 10, 31)),
        ("二零一八年十二月十日", date(2018, 12, 10)),
        ("二O一七年元月一日", date(2017, 1, 1)),
        ("二〇二〇年二月廿九日", date(2020, 2, 29)),
        ("05/21 2024", date(2024, 5, 21)),
        ("05月21日 2024年", date(2024, 5, 21)),
        ("06 2024-11", date(2024, 11, 6)),
        ("23 2020-12", date(2020, 12, 23)),
        ("2020-12 23", date(2020, 12, 23)),
        ("--2021-- 06-09", date(2021, 6, 9)),
        ("27 7月 2018", date(2018, 7, 27)),
        ("5月4日纪念大会召开(2020-05-06)", date(2020, 5, 6)),
        ("2020年5月4日纪念大会召开 【2020-05-06】", date(2020, 5, 6)),
        ("2020-05-06 关于2018年7月27日会议的通报", date(2020, 5, 6)),
    ],
)
def test_dates_with_a_year(text: str, day: date) -> None:
    found = find_date(text)
    assert found
    assert found[:4] == (day, day.month, day.day, True)


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [
        ("06-23", 6, 23),
        (" 06-23\n", 6, 23),
        ("06/23", 6, 23),
        ("０６－２３", 6, 23),
        ("06-23 10:30", 6, 23),
        ("(12-29)", 12, 29),
        ("[01-04] 关于某项工作的通知", 1, 4),
        ("关于某项工作的通知 （12-29）", 12, 29),
        ("日期：06-23 来源：本站", 6, 23),
        ("发布时间:06-23", 6, 23),
        ("6月23日", 6, 23),
        ("6 月 23 日", 6, 23),
        ("三月三日", 3, 3),
        ("2月29日", 2, 29),
        ("23 06月", 6, 23),
    ],
)
def test_dates_without_a_year(text: str, month: int, day: int) -> None:
    found = find_date(text)
    assert found
    assert found[:4] == (None, month, day, False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "首页 > 新闻",
        "2018年第3期",
        "2018年7月",
        "2018年7月3期",
        "2018-07",
        "2018年6-9月份主要指标",
        "2018-2020年规划",
        "2014-2015年度审计公告",
        "0379-12-34",
        "0379-12-24",
        "电话：0379-12-24",
        "2020-10123456",
        "v1.0.2.3",
        "2018.12.3.4",
        "192.168.12.11",
        "￥2018.12",
        "12.05",
        "国办发〔2018〕12号",
        "8:30-10-30",
        "工作时间：08-12",
        "10-12岁",
        "见图(10-12)说明",
        "3-5",
        "1/12",
        "12-34",
        "2018-07-271",
        "2018-02-30",
        "2018-13-01",
        "2018-00-10",
        "2019年2月29日",
        "1989-12-31",
        "2101-01-01",
        "1949年10月1日",
        "去年6月1日",
        "每月一日",
        "12月32日",
        "2月30日",
        "2020-00001",
        "共十页 第一页",
        "05/21 3024",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_date(text) is None
    assert find_dates(text) == []


def test_all_dates_in_their_order() -> None:
    text = "[01-04] 2018年12月31日—2019年1月5日停电（2018.12.30）"
    assert [text[found.start : found.end] for found in find_dates(text)] == [
        "01-04",
        "2018年12月31日",
        "2019年1月5日",
        "2018.12.30",
    ]
    assert [found.day for found in find_dates("2019-12-27-2019-12-28")] == [date(2019, 12, 27), date(2019, 12, 28)]


@pytest.mark.parametrize(
    ("parts", "day"),
    [
        (["05/21", "2024"], date(2024, 5, 21)),
        (["06", "", "2024-11"], date(2024, 11, 6)),
        ([" 23\n", "2020-12"], date(2020, 12, 23)),
        (["--2021--", "06-09"], date(2021, 6, 9)),
        (["2018-07-27"], date(2018, 7, 27)),
        (["2018年", "7月27日"], date(2018, 7, 27)),
    ],
)
def test_dates_in_pieces(parts: list[str], day: date) -> None:
    found = join_split(parts)
    assert found
    assert found.day == day


@pytest.mark.parametrize("parts", [[], ["", " "], ["12", "34"], ["第3期", "2018"], ["99", "2020-12"]])
def test_pieces_that_are_no_date(parts: list[str]) -> None:
    assert join_split(parts) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("http://a.gov.cn/zwgk/201802/t20180213_21515402.html", date(2018, 2, 13)),
        ("t20180213_215.html", date(2018, 2, 13)),
        ("/zwgk/2017-07/18/content_5211.htm", date(2017, 7, 18)),
        ("/art/2017/7/18/art_1_2.html", date(2017, 7, 18)),
        ("ysqgk/2018-06-30/309.html", date(2018, 6, 30)),
        ("/n1/2017/0718/c1001-1.html", date(2017, 7, 18)),
        ("/20170718/1.html", date(2017, 7, 18)),
        ("/201707/18/1.html", date(2017, 7, 18)),
        ("./P020191216374807388864.pdf", date(2019, 12, 16)),
        ("/201708/t2017.html", None),
        ("/201708/index.html", None),
        ("/20171345.html", None),
        ("/10012345.html", None),
        ("/2017-13/18/1.html", None),
        ("/a.html?date=2017-07-18", None),
        ("", None),
    ],
)
def test_days_in_urls(url: str, day: date | None) -> None:
    assert day_in_url(url) == day


def test_the_year_supplied_is_the_latest_possible() -> None:
    assert supply_year(6, 23, date(2018, 7, 1)) == date(2018, 6, 23)
    assert supply_year(6, 23, date(2018, 6, 23)) == date(2018, 6, 23)
    assert supply_year(12, 29, date(2018, 7, 1)) == date(2017, 12, 29)
    assert supply_year(2, 29, date(2019, 7, 1)) == date(2016, 2, 29)
    assert supply_year(6, 23, datetime(2018, 6, 23, 1)) == date(2018, 6, 23)
    with pytest.raises(ValueError):
        supply_year(2, 30, date(2019, 7, 1))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2020-12-03 16:20", datetime(2020, 12, 3, 16, 20)),
        ("2023-05-16 12:34:05", datetime(2023, 5, 16, 12, 34, 5)),
        ("2018-07-27 00:00:00.0", datetime(2018, 7, 27)),
        ("2018/7/27 下午 3:20:00", datetime(2018, 7, 27, 15, 20)),
        ("2018-7-27 12:20 AM", datetime(2018, 7, 27, 0, 20)),
        ("2020-12-03T16:20:00Z", datetime(2020, 12, 4, 0, 20)),
        ("2020-12-03T16:20:00+08:00", datetime(2020, 12, 3, 16, 20)),
        ("20201203162030", datetime(2020, 12, 3, 16, 20, 30)),
        (" 2020-12-29 ", date(2020, 12, 29)),
        ("20201229", date(2020, 12, 29)),
        ("2020年07月29日", date(2020, 7, 29)),
        ("2018-07-27 24:60", date(2018, 7, 27)),
        ("06-23", None),
        ("20201329", None),
        ("政府网站", None),
        ("", None),
    ],
)
def test_values_of_meta(text: str, moment: date | None) -> None:
    assert parse_published(text) == moment
    assert type(parse_published(text)) is type(moment)


@given(st.text(st.sampled_from("0123456789１２-/.．年月日号一二三十廿〇元 []()（）:：发布日期T")))
def test_whatever_is_found_is_a_day_in_its_place(text: str) -> None:
    last = 0
    for found in find_dates(text):
        assert last <= found.start < found.end <= len(text)
        last = found.end
        assert found.exact == (found.day is not None)
        assert found.day is None or (found.day.month, found.day.day) == (found.month, found.day_of_month)
        assert supply_year(found.month, found.day_of_month, date(2026, 1, 1))
    parse_published(text)
    day_in_url(text)


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    for form in (
        "{0:%Y-%m-%d}",
        "{0.year}/{0.month}/{0.day}",
        "于{0.year}年{0.month}月{0.day}日公布",
        "({0:%Y.%m.%d})",
    ):
        found = find_date(form.format(day))
        assert found
        assert found.day == day
