"""Blank or not: the shapes in which real columns are blank, and those in which they only look it."""

from __future__ import annotations

from datetime import date

import pytest

from govlint.lint.settings import Settings
from govlint.site.model import Column, ColumnState
from govlint.testing import lint_files

NAMES = ["通知公告", "政策文件", "规划计划", "人事信息", "工作动态", "部门概况", "财政信息", "统计数据"]
MENU = "".join(f'<li><a href="/{number}/index.html">{name}</a></li>' for number, name in enumerate(NAMES))
FULL = "".join(
    f'<li><a href="t2025010{row}_{row}.html">关于第{row}件事项的通知{{name}}</a><span>2025-01-0{row}</span></li>'
    for row in range(1, 6)
)


def page(name: str, main: str, *, head: str = "", side: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{name}-某市某局</title>{head}</head><body>'
        f'<div class="header"><a href="/index.html">首页</a><ul class="nav">{MENU}</ul></div>'
        f'<div class="dqwz">当前位置：<a href="/index.html">首页</a> &gt; <a href="index.html">{name}</a></div>'
        f'<div class="side">{side}</div><div class="main"><h2>{name}</h2>{main}</div>'
        '<div class="footer">主办单位：某市某局 <a href="/about.html">联系我们</a></div></body></html>'
    )


def listing(name: str) -> str:
    return page(name, f'<ul class="newslist">{FULL.format(name=name)}</ul>')


def columns_with(main: str, **parts: str) -> dict[str, Column]:
    """Return the columns of a site in which the fourth column (人事信息) shows *main* and all others a list."""
    files = {"index.html": page("首页", f"<ul>{MENU}</ul>")}
    for number, name in enumerate(NAMES):
        files[f"{number}/index.html"] = listing(name)
        for row in range(1, 6):
            text = f"<p>{name}第{row}件事项的正文，内容足够长，不会被当成标签。</p>"
            files[f"{number}/t2025010{row}_{row}.html"] = page(name, text)
    files["3/index.html"] = page(NAMES[3], main, **parts)
    site = lint_files(files, Settings(as_of=date(2025, 2, 1))).site
    assert site is not None
    return {column.name: column for column in site.columns}


BLANK = {
    "an empty list and the paging of no items": (
        '<ul class="newslist">\n</ul><script>createPageHTML(1, 0, "index", "html");</script>'
    ),
    "a notice in the list": '<ul class="newslist">此栏目暂无任何新增信息</ul>',
    "an empty list above paging words": '<ul class="newslist"> </ul><div>首页 上页 1 下页 尾页</div>',
    "a count of none": '<ul class="newslist"></ul><div class="page"><a>共 0 条 当前第 1 / 1 页</a></div>',
    "a notice as a row": '<ul class="newslist"><li class="noData">暂无资料</li></ul>',
    "nothing but the box": '<ul class="newslist"></ul>',
    "a cell of a table": '<table class="rows"><tr><td colspan="3">暂无数据</td></tr></table>',
    "an apology": "<h3>对不起，该栏目下暂无文章</h3>",
    "a notice in English": '<ul class="newslist"><li>No Data</li></ul>',
    "rows without anything": '<ul class="newslist"><li></li><li></li></ul>',
    "a count in pieces": '<ul class="newslist"></ul><p>共<span>0</span>条记录 第<span>1</span>页</p>',
    "an empty article": '<div class="article"><p>&nbsp;</p></div>',
    "nothing at all": "",
}
FILLED = {
    "one item": ('<ul class="newslist"><li><a href="t1.html">某某同志任职的通知</a><span>2024-01-01</span></li></ul>'),
    "an article": '<div class="article"><p>本局设办公室、人事科和财务科，职责如下：一、负责全局工作。</p></div>',
    "an attachment": '<div class="article"><a href="a.pdf">任职名单下载</a></div>',
    "a picture": '<div class="article"><img src="jigou.png" alt="机构图"></div>',
    "another page in a frame": '<iframe src="list.html" width="100%"></iframe>',
    "sub-columns": (
        '<ul class="newslist"><li><a href="rm/">干部任免公示</a></li><li><a href="zk/">招考录用公示</a></li></ul>'
    ),
    "rows that many pages show, beside an empty list": (
        f'<ul class="newslist">{FULL.format(name=NAMES[0])}</ul><ul class="newslist"></ul><p>推荐：暂无数据</p>'
    ),
    "an article that says 建设中": "<p>我市高速公路项目正在建设中，预计明年通车，敬请期待。</p>",
}


@pytest.mark.parametrize("shape", BLANK)
def test_blank_columns_are_found(shape: str) -> None:
    assert columns_with(BLANK[shape])["人事信息"].state is ColumnState.BLANK


@pytest.mark.parametrize("shape", FILLED)
def test_filled_columns_are_left_alone(shape: str) -> None:
    assert columns_with(FILLED[shape])["人事信息"].state is ColumnState.FILLED


def test_no_other_column_is_called_blank() -> None:
    columns = columns_with('<ul class="newslist"></ul>')
    assert {column.name for column in columns.values() if column.state is ColumnState.BLANK} == {"人事信息"}


@pytest.mark.parametrize("promise", ["栏目建设中，敬请期待！", "内容正在更新中，请稍候访问", "该栏目正在建设中……"])
def test_a_promise_is_a_placeholder(promise: str) -> None:
    assert columns_with(f'<ul class="newslist">{promise}</ul>')["人事信息"].state is ColumnState.PLACEHOLDER


@pytest.mark.parametrize(
    ("main", "head"),
    [
        ('<table><tbody id="rsList"></tbody></table>', '<script>$.getJSON("datas_1.json", fill)</script>'),
        ('<ul class="ajax-list" id="rs"></ul>', '<script src="http://other.example.cn/list.js"></script>'),
        ('<ul class="newslist"><li v-for="x in list">{{ x.title }}</li></ul>', ""),
    ],
)
def test_lists_that_a_script_fills_are_left_to_a_person(main: str, head: str) -> None:
    assert columns_with(main, head=head)["人事信息"].state is ColumnState.SCRIPTED


def test_a_note_in_a_sidebar_does_not_make_a_column_blank() -> None:
    item = '<ul class="newslist"><li><a href="t1.html">某某同志任职的通知</a></li></ul>'
    assert (
        columns_with(item, side="<div>推荐阅读 <ul><li>暂无资料</li></ul></div>")["人事信息"].state
        is ColumnState.FILLED
    )
