"""GOV1003 on pages that are read: dead search controls and nothing else, and everything that may be more than that."""

import pytest
from govlint.plugins.columns.sample_pages import FILLED, site_with

from govlint.finding import Finding
from govlint.lint.settings import Settings
from govlint.testing import lint_files

FIELD = '<label for="w">文件检索</label> <input type="text" id="w" placeholder="请输入文件标题或者文号">'
BUTTON = '<input type="button" class="btn" value="检索">'


def run(main: str, name: str = "按年份检索", **files: str) -> list[Finding]:
    site = site_with(name, "nf", main) | {path.replace("_js", ".js"): text for path, text in files.items()}
    return list(lint_files(site, Settings(select=("GOV1003",))).findings)


@pytest.mark.parametrize("name", ["按年份检索", "按处室分类", "按体裁分类", "按主题浏览"])
@pytest.mark.parametrize(
    "rest",
    [
        BUTTON,
        '<button type="button">检索</button>',
        '<a href="javascript:;">检索</a>',
        '<a href="#">检索</a>',
        BUTTON + '<ul class="list"></ul>',
        BUTTON + '<p><a href="../tzgg/">通知公告</a></p>',
    ],
)
def test_controls_that_do_nothing_leave_the_column_blank(name: str, rest: str) -> None:
    (finding,) = run(FIELD + rest, name)
    assert finding.location.path == "nf/index.html"
    assert finding.location.region is not None
    assert finding.location.region.start_line == 10


@pytest.mark.parametrize(
    "main",
    [
        FIELD + BUTTON + FILLED,
        FIELD + BUTTON + '<ul class="list"><li><a href="2016.html">2016年文件</a></li></ul>',
        FIELD + BUTTON + '<p><a href="files.doc">文件汇编</a></p>',
        FIELD + BUTTON + "<p>本栏目按年份列出本局印发的规范性文件，二〇一六年以前的文件见档案馆。</p>",
        FIELD + '<input type="button" value="检索" onclick="find()">',
        FIELD + '<a href="javascript:find()">检索</a>',
        FIELD + '<a href="#" onclick="find()">检索</a>',
        f'<form action="/search/files.jsp">{FIELD}<input type="submit" value="检索"></form>',
        FIELD + BUTTON + '<script>document.getElementById("w").onchange = find;</script>',
        FIELD + BUTTON + '<script src="outside.js"></script>',
        FIELD + BUTTON + '<iframe src="../tzgg/index.html"></iframe>',
        FIELD + BUTTON + '<div id="app"></div><script>$("#app").load("list.json");</script>',
    ],
)
def test_what_may_list_something_is_left_alone(main: str) -> None:
    assert not run(main)


def test_a_script_among_the_files_is_read() -> None:
    main = FIELD + BUTTON + '<script src="../own.js"></script>'
    assert not run(main, own_js='document.querySelector("#w").onchange = find;')
    assert run(main, own_js='document.title = "x";')


def test_other_columns_are_not_judged_by_their_controls() -> None:
    assert not run(FIELD + BUTTON, "政务咨询")
