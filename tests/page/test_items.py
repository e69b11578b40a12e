"""The rows of lists, with their titles and dates."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govlint.page.facts import Item, PageFacts
from govlint.page.read import read_page

REFERENCE = date(2021, 1, 4)


def read(body: str, captured: date | None = REFERENCE) -> PageFacts:
    html = f"<!DOCTYPE html><html><head><title>栏目</title></head><body>{body}</body></html>"
    return read_page("list/index.html", html.encode(), captured=captured).facts


def rows(body: str, captured: date | None = REFERENCE) -> list[tuple[str, str, str]]:
    """Return title, day and how it was read of each row."""
    return [(item.title, str(item.day or ""), item.how) for item in read(body, captured).items]


def two_rows(form: str) -> str:
    """Return two rows of a form with the fields url, title, date, short and year."""
    return "".join(
        form.format(url=url, title=title, date=day, short=day[5:], slashed=day[5:].replace("-", "/"), year=day[:4])
        for url, title, day in (("a.html", "甲通知", "2020-12-30"), ("b.html", "乙通知", "2020-11-02"))
    )


TEXT = [("甲通知", "2020-12-30", "text"), ("乙通知", "2020-11-02", "text")]


@pytest.mark.parametrize(
    "body",
    [
        "<ul>" + two_rows('<li><a href="{url}">{title}</a><span>{date}</span></li>') + "</ul>",
        "<ul>" + two_rows('<li><span> {date} </span><a href="{url}">{title}</a></li>') + "</ul>",
        "<ul>" + two_rows('<li><a href="{url}">{title}</a> [{date}]</li>') + "</ul>",
        "<ul>" + two_rows('<li><a href="{url}"><h3>{title}</h3><i>发布时间：{date}</i></a></li>') + "</ul>",
        "<ul>" + two_rows('<li><a href="{url}">{title}</a><p>{slashed}</p><span>{year}</span></li>') + "</ul>",
        "<ul>" + two_rows('<li><a href="{url}"></a><a href="{url}">{title}</a><b>{date}</b></li>') + "</ul>",
        "<ul>" + two_rows('<li>[<a href="x.html">类</a>]<a href="{url}">{title}</a><b>{date}</b></li>') + "</ul>",
        "<table>" + two_rows('<tr><td>·</td><td><a href="{url}">{title}</a></td><td>{date}</td></tr>') + "</table>",
        "<table><tr>" + two_rows('<td><a href="{url}">{title}</a></td><td>{date}</td>') + "</tr></table>",
        "<dl>" + two_rows('<dt>{date}</dt><dd><a href="{url}">{title}</a></dd>') + "</dl>",
        "<dl>" + two_rows('<dt><a href="{url}">{title}</a></dt><dd>{date}</dd>') + "</dl>",
        "<div>" + two_rows('<a href="{url}">{title}</a> {date}<br>') + "</div>",
        "<div>" + two_rows('<div><div><a href="{url}">{title}</a></div><div>{date}</div></div>') + "</div>",
        "<ul>"
        + two_rows('<li><a href="{url}">{title}</a><span>{date}</span><a href="{url}">[详细]</a></li>')
        + "</ul>",
    ],
)
def test_places_of_the_date(body: str) -> None:
    assert rows(body) == TEXT
    assert len({item.list_at for item in read(body).items}) == 1


def test_a_date_in_brackets_at_an_end_of_the_link_is_taken_off_the_title() -> None:
    body = "<ul>" + two_rows('<li><a href="{url}">{title}({date})</a></li>') + "</ul>"
    assert rows(body) == [("甲通知", "2020-12-30", "title"), ("乙通知", "2020-11-02", "title")]


def test_a_date_beside_the_link_comes_before_one_in_the_title() -> None:
    body = '<ul><li><a href="a">2018年7月25日新闻</a><span>2018-07-27</span></li><li><a href="b">乙</a></li></ul>'
    assert rows(body) == [("2018年7月25日新闻", "2018-07-27", "text"), ("乙", "", "")]


def test_dates_that_prose_tells_of_are_not_taken() -> None:
    body = (
        '<ul><li><a href="a">自2021年1月1日起施行的办法</a></li><li><a href="b">关于2020年5月1日停水的通知</a></li>'
        '<li><a href="c">丙</a><p>2020年3月1日召开的会议讨论了有关安全生产工作的若干问题</p></li></ul>'
    )
    assert [day for _, day, _ in rows(body)] == ["", "", ""]


@pytest.mark.parametrize(
    ("attributes", "day"),
    [
        ('title="标题：甲&#xD;点击数：96&#xD;发表时间：2020年08月21日"', "2020-08-21"),
        ('date-value="2020/08/21 09:54:00"', "2020-08-21"),
        ('title="2020年08月21日起的甲"', ""),
    ],
)
def test_dates_in_attributes(attributes: str, day: str) -> None:
    body = f'<ul><li><a href="a" {attributes}>甲</a></li><li><a href="b">乙</a></li></ul>'
    assert rows(body)[0] == ("甲", day, "attribute" if day else "")


def test_the_address_is_the_last_resort() -> None:
    body = '<ul><li><a href="202006/t20200623_61199953.html">甲</a></li><li><a href="b.html">乙</a></li></ul>'
    assert rows(body) == [("甲", "2020-06-23", "url"), ("乙", "", "")]


def test_years_are_supplied_from_the_day_the_page_was_stored() -> None:
    body = "<ul>" + two_rows('<li><a href="{url}">{title}</a><span>{short}</span></li>') + "</ul>"
    items = read(body).items
    assert [(item.day, item.exact) for item in items] == [(date(2020, 12, 30), False), (date(2020, 11, 2), False)]
    assert [(item.day, item.how) for item in read(body, None).items] == [(None, "text"), (None, "text")]


def test_years_are_supplied_from_the_address_that_knows_better() -> None:
    body = (
        '<ul><li><a href="201906/t20190621_2.html">甲</a><b>06-21</b></li>'
        '<li><a href="201705/t20170520_3.html">乙</a><b>10-11</b></li></ul>'
    )
    assert [item.day for item in read(body).items] == [date(2019, 6, 21), date(2016, 10, 11)]


def test_an_attribute_tells_the_year() -> None:
    body = '<ul><li><a href="a" date-value="2019/01/04 09:54">[01-04] 甲</a></li><li><a href="b">乙</a></li></ul>'
    first = read(body).items[0]
    assert (first.title, first.day, first.exact) == ("甲", date(2019, 1, 4), True)


@pytest.mark.parametrize(
    "body",
    [
        '<p><a href="x">头</a><a href="y">尾</a></p><ul><li><a href="a.html">甲</a><b>2020-01-02</b></li></ul>',
        '<p><a href="x">头</a><a href="y">尾</a></p><ul><a href="a.html"><h3>甲(2020-01-02)</h3><p>甲</p></a></ul>',
        '<ul><li><a href="a.html"><h3>甲</h3><i>2020-01-02</i></a></li></ul>',
    ],
)
def test_a_row_alone_needs_a_date(body: str) -> None:
    facts = read(body)
    (item,) = (item for item in facts.items if item.day)
    assert (item.title, item.day) == ("甲", date(2020, 1, 2))
    without = body.replace("2020-01-02", "")
    assert not [item for item in read(without).items if item.title == "甲"]


def test_the_line_under_a_headline_is_no_row() -> None:
    body = '<a href="x">头</a><div>发布时间：2020-01-02 来源：<a href="y">某局</a></div><p>正文</p>'
    assert rows(body) == []


def test_lists_of_navigation_count_and_nest() -> None:
    body = (
        '<ul><li><a href="a/">公开</a><ul><li><a href="a/b/">指南</a></li><li><a href="a/c/">年报</a></li></ul></li>'
        '<li><a href="d/">服务</a></li></ul>'
    )
    items = read(body).items
    assert [item.title for item in items] == ["公开", "指南", "年报", "服务"]
    assert items[0].list_at == items[3].list_at != items[1].list_at == items[2].list_at


def test_menus_are_no_lists() -> None:
    body = '<div class="nav"><ul>' + two_rows('<li><a href="{url}">{title}</a> {date}</li>') + "</ul></div>"
    assert rows(body) == []


def test_links_to_turn_pages_and_to_more_are_no_rows() -> None:
    turning = (
        '<div><a href="1.html">上一页</a><a href="2.html">2</a><a href="3.html">3</a><a href="4.html">尾页</a></div>'
    )
    more = '<ul><li><a href="a">甲</a></li><li><a href="b">乙</a></li><li><a href="c">更多&gt;&gt;</a></li></ul>'
    assert [title for title, _, _ in rows(turning + more)] == ["甲", "乙"]


def test_links_in_sentences_are_no_rows() -> None:
    body = (
        "<p>" + "".join(f'请按照<a href="{n}.html">第{n}号文件</a>的有关规定认真办理此事，' for n in range(5)) + "</p>"
    )
    assert rows(body) == []


def test_titles_cut_short_are_completed() -> None:
    body = '<ul><li><a href="a" title="关于某事的通知">关于某事...</a></li><li><a href="b">乙</a></li></ul>'
    assert [title for title, _, _ in rows(body)] == ["关于某事的通知", "乙"]


def test_lines_of_several_rows_are_one_list() -> None:
    line = '<tr><td><a href="{0}a">甲</a> 2020-01-02</td><td><a href="{0}b">乙</a> 2020-01-03</td></tr>'
    items = read("<table>" + "".join(line.format(number) for number in range(3)) + "</table>").items
    assert len(items) == 6
    assert len({item.list_at for item in items}) == 1
    assert {item.day for item in items} == {date(2020, 1, 2), date(2020, 1, 3)}


def test_depth_and_length_are_no_trouble() -> None:
    nested = "".join(f'<div><a href="{number}.html">甲</a>' for number in range(1500))
    long = "<ul>" + '<li><a href="a.html">甲</a><b>2020-01-02</b></li>' * 3000 + "</ul>"
    assert read(nested).items == ()
    assert len(read(long).items) == 3000


PIECES = [
    "<ul>",
    "</ul>",
    "<li>",
    "</li>",
    "<a href=a>",
    "<a href=b>甲",
    "</a>",
    "<b>2020-01-02</b>",
    "<p>",
    "<div>",
    "乙",
]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_page_has_sound_items(pieces: list[str]) -> None:
    facts = read("".join(pieces))

    def is_sound(item: Item) -> bool:
        return facts.links[item.link].at == item.at and item.list_at >= 0 and (item.how == "") == (item.day is None)

    assert all(map(is_sound, facts.items))
    assert [item.at for item in facts.items] == sorted({item.at for item in facts.items})
