"""GOV2003: filters that do nothing or lead to a page that is not there."""

import pytest
from govlint.plugins.search.orphan_search_filter import orphan_search_filter
from govlint.plugins.search.placeholder_search import placeholder_search

from govlint.finding import Finding, Verdict
from govlint.lint.rule import Example
from govlint.testing import check_example
from tests.plugins.search.small_site import CONTEXT, site_of, whole

YEARS = '<label for="y">年份</label><select id="y" name="y"><option>2017</option></select>'


def found(body: str, partial: bool = False, **pages: str) -> list[Finding]:
    site = site_of({"index.html": whole(body)} | pages, partial=partial)
    return list(orphan_search_filter.check(site, CONTEXT))


@pytest.mark.parametrize("example", orphan_search_filter.examples, ids=lambda example: example.title.en)
def test_example(example: Example) -> None:
    check_example(orphan_search_filter, example)


@pytest.mark.parametrize(
    "control",
    [
        '<a href="">按年份检索</a>',
        '<a href="#">按处室分类</a>',
        '<a href="javascript:void(0)">按体裁分类</a>',
        '<a href="#" onclick="byTopic()">按主题分类</a>',
        '<a href="nd/index.html">按年度检索</a>',
        f"<div>{YEARS}<button>检索</button></div>",
        f'<form>{YEARS}<input type="submit" value="查询"></form>',
        f'<form action="#">{YEARS}<input name="w" placeholder="关键字"><input type="submit" value="检索"></form>',
    ],
)
def test_orphans(control: str) -> None:
    (finding,) = found(control)
    assert finding.verdict is Verdict.FAIL
    assert finding.message.zh.endswith("。")


@pytest.mark.parametrize(
    "control",
    [
        '<a href="nf.html">按年份检索</a>',
        '<a href="list.jsp?by=office">按处室分类</a>',
        '<a href="#tab3">按体裁分类</a>',
        '<a href="#" onclick="tab(2)">按主题分类</a><script>function tab(n){}</script>',
        '<a href="javascript:;" id="t1">按主题分类</a><script>$("#t1").click(f)</script>',
        f'<form action="/files.jsp">{YEARS}<input type="submit" value="检索"></form>',
        '<select name="nf" onchange="location.href=this.value"><option value="nf.html">2017</option></select>',
        '<p class="head">主题分类</p><td>体裁分类</td>',
        '<a href="">按照规定分类处理的通知</a>',
        '<a href="">通知公告</a>',
        '<div class="position">当前位置：<a href="./">首页</a> &gt; <a href="">按年份检索</a></div>',
    ],
)
def test_others(control: str) -> None:
    assert found(control, **{"nf.html": whole("2017")}) == []


def test_a_blank_page_behind_a_filter_is_left_to_the_rule_for_blank_columns() -> None:
    assert found('<a href="nf.html">按年份检索</a>', **{"nf.html": whole("<h1>按年份检索</h1><ul></ul>")}) == []


def test_the_link_of_a_page_to_itself_is_no_orphan() -> None:
    assert found('<h1>按年份检索</h1><a href="">按年份检索</a>') == []


def test_a_box_is_reported_by_one_rule_only() -> None:
    text_only = site_of({"index.html": whole('<div><input id="w" placeholder="关键字"><button>检索</button></div>')})
    with_years = site_of({"index.html": whole(f'<div>{YEARS}<input id="w"><button>检索</button></div>')})
    for site, expected in ((text_only, [1, 0]), (with_years, [0, 1])):
        rules = (placeholder_search, orphan_search_filter)
        assert [len(list(rule.check(site, CONTEXT))) for rule in rules] == expected


def test_a_filter_in_the_menu_of_many_pages_is_one_finding() -> None:
    menu = '<div class="nav"><a href="{}nf/index.html">按年份检索</a></div>'
    pages = {f"x/{number}.html": whole(menu.format("../")) for number in range(3)}
    (finding,) = found(menu.format(""), **pages)
    assert len(finding.related) == 3
    assert dict(finding.properties)["target"] == "nf/index.html"


def test_nothing_is_missing_in_a_partial_export() -> None:
    assert found('<a href="nf/index.html">按年份检索</a>', partial=True) == []


def test_a_page_that_the_export_may_have_left_out_is_not_called_gone() -> None:
    others = "".join(f'<a href="p{number}/index.html">栏目{number}</a>' for number in range(30))
    assert found(f'<a href="nf/index.html">按年份检索</a>{others}') == []
