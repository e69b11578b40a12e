"""What counts as a column's own list: sidebars, menus and boxes of the latest news do not."""

from __future__ import annotations

from datetime import date

from govlint.lint.settings import Settings
from govlint.site.model import Column
from govlint.testing import lint_files

MENU = (
    '<div class="nav"><a href="/index.html">首页</a><a href="/a/index.html">通知公告</a>'
    '<a href="/b/index.html">工作动态</a></div>'
)


def rows(folder: str, *days: str) -> str:
    made = "".join(
        f'<li><a href="/{folder}/{day}.html">{folder}栏目第{day}号文件标题</a><span>{day}</span></li>' for day in days
    )
    return f"<ul>{made}</ul>"


def page(main: str, title: str = "某市某局") -> str:
    return (
        f'<html lang="zh"><head><title>{title}</title></head><body>{MENU}<div class="main">{main}</div></body></html>'
    )


def columns(files: dict[str, str]) -> dict[str, Column]:
    site = lint_files({"index.html": page(""), **files}, Settings(as_of=date(2020, 3, 1))).site
    assert site is not None
    return {column.name: column for column in site.columns}


OWN = rows("a", "2019-11-02", "2019-10-01", "2019-09-01")
LATEST = rows("b", "2020-02-20", "2020-02-10", "2020-02-01")


def test_a_list_that_every_page_of_a_column_repeats_is_not_its_own() -> None:
    found = columns(
        {
            "a/index.html": page(OWN + LATEST),
            "a/index_1.html": page(rows("a", "2018-05-01", "2018-04-01") + LATEST),
            "b/index.html": page(LATEST),
        }
    )
    assert found["通知公告"].newest == date(2019, 11, 2)
    assert len(found["通知公告"].items) == 5


def test_a_box_of_the_latest_on_many_pages_is_no_columns_own() -> None:
    articles = {f"a/{number}.html": page(f"<p>第{number}号文件的正文，内容足够长。</p>{LATEST}") for number in range(8)}
    found = columns({"a/index.html": page(OWN + LATEST), "b/index.html": page(LATEST), **articles})
    assert found["通知公告"].newest == date(2019, 11, 2)


def test_the_rows_of_a_small_site_count_though_many_of_its_pages_show_them() -> None:
    files = {f"a/2019-{month}.html": page("<h1>标题</h1>" + OWN) for month in ("11-02", "10-01", "09-01")}
    found = columns({"a/index.html": page(OWN), "b/index.html": page(LATEST), **files, "index.html": page(OWN)})
    assert found["通知公告"].newest == date(2019, 11, 2)


def test_pinned_rows_of_several_pages_count_once() -> None:
    again = rows("a", "2019-11-02", "2018-04-01")
    found = columns({"a/index.html": page(OWN), "a/index_1.html": page(again), "b/index.html": page(LATEST)})
    assert len(found["通知公告"].items) == 4


def test_rows_without_a_day_take_that_of_their_document() -> None:
    bare = '<ul><li><a href="x.html">关于开展检查的通知</a></li><li><a href="y.html">关于召开会议的通知</a></li></ul>'
    article = page("<h1>关于开展检查的通知</h1><p>发布时间：2019-12-05 10:00</p><p>正文内容若干，请遵照执行。</p>")
    found = columns(
        {"a/index.html": page(bare), "a/x.html": article, "a/y.html": article, "b/index.html": page(LATEST)}
    )
    assert found["通知公告"].newest == date(2019, 12, 5)
    assert {item.how for _, item in found["通知公告"].items} == {"page"}


def test_days_to_come_are_not_the_newest() -> None:
    found = columns({"a/index.html": page(rows("a", "2091-01-01", "2019-10-01", "2019-09-01"))})
    assert found["通知公告"].newest == date(2019, 10, 1)
