"""GOV2001 PlaceholderSearch: a search box that cannot do anything."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, rule
from govlint.site.site import Site

from .box_cases import cases
from .box_state import State
from .box_wording import lifeless, undecided
from .search_boxes import FOR_SITE

_KIND = Text("搜索框", "search box")
_NO_FORM = """<body><div class="so">
<input type="text" id="w" placeholder="请输入关键字">
<input type="button" value="搜 索">
</div></body>"""
_NO_ADDRESS = """<body><form action="#" class="box">
<input type="text" name="keyword" value="请输入关键词"> <button>检索</button>
</form></body>"""
_UNDEFINED = """<body><form onsubmit="return false">
<input name="wd"><img src="images/find.png" alt="搜索" onclick="goFind()"></form>
<script>function closeBar() {}</script></body>"""
_WORKS = """<body><form action="/search/list.jsp"><input name="q"><input type="image" src="so.png" alt="搜索"></form>
<input id="k2" placeholder="站内搜索"><a href="javascript:;" id="go2"><img src="so.png"></a>
<script>document.getElementById("go2").onclick = function () { location.href = "/so?k=" + k2.value; };</script>
<div><input name="letterNo" placeholder="请输入信件编号"><button type="button">查询</button></div></body>"""
_OUTSIDE = """<body><input id="w" placeholder="请输入关键字"><button type="button">搜索</button>
<script src="https://static.example.cn/common.js"></script></body>"""


def _example(zh: str, en: str, page: str, *expected: Expected) -> Example:
    head = "<!DOCTYPE html><html><head><title>首页</title></head>"
    return Example(Text(zh, en), {"index.html": f"{head}\n{page}</html>"}, expected)


@rule(
    "GOV2001",
    "PlaceholderSearch",
    scope=Scope.SITE,
    needs=Needs.LITERAL,
    severity=Severity.ERROR,
    summary=Text(
        "搜索框只有输入框和按钮，没有实际功能。",
        "A search box is only for show: an input and a button that do nothing.",
    ),
    why=Text(
        "改版时去掉检索程序而留下控件，访问者输入后没有任何反应；站内搜索不可用要扣分。",
        "A redesign dropped the search and left its controls, so visitors type in vain; a dead search costs points.",
    ),
    remedy=Text(
        "让表单提交给检索程序（action、带 name 的文本框、提交按钮），或者绑定检索脚本；不再提供检索的，去掉控件。",
        "Send the form to a search program (an action, a text field with a name, a submit button) or bind a script; "
        "where there is no search any more, take the control away.",
    ),
    examples=(
        _example("没有表单也没有脚本", "No form and no script", _NO_FORM, Expected("index.html", 4, 1, "请输入关键字")),
        _example("表单没有地址", "A form without an address", _NO_ADDRESS, Expected("index.html", 3, 51, "提交地址")),
        _example("函数没有定义", "An undefined function", _UNDEFINED, Expected("index.html", 3, 18, "“goFind”")),
        _example("能用的搜索和信件查询", "Searches that work, and a look-up by number", _WORKS),
        _example(
            "脚本不在文件中，无法判定",
            "A script that is not among the files may take care of it",
            _OUTSIDE,
            Expected("index.html", 2, 42, "common.js", Verdict.REVIEW),
        ),
    ),
    basis=("national-2019:site-search", "guideline-2017:search", "city-2017:filters"),
    tags=("search", "single-file"),
)
def placeholder_search(site: Site, _context: Context) -> Iterator[Finding]:
    """Yield one finding for every search box of *site* that cannot work, or of which the files do not tell."""
    for case in cases(site, FOR_SITE):
        if case.judgement.state is State.PLACEHOLDER:
            yield lifeless(case, _KIND)
        elif case.judgement.state is State.CANNOT_TELL:
            yield undecided(case, _KIND)
