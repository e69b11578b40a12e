"""GOV2002: the many ways in which a home page can offer a search, and what leaves it open."""

import pytest
from govlint.plugins.search.missing_site_search import missing_site_search

from govlint.finding import Finding, Verdict
from govlint.lint.rule import Example
from govlint.testing import check_example
from tests.plugins.search.small_site import CONTEXT, site_of, whole

NEWS = '<div class="nav"><a href="a.html">新闻</a></div><p>…</p>'


def found(home: str, **pages: str) -> list[Finding]:
    files = {"index.html": whole(home + NEWS), "a.html": whole(NEWS)}
    return list(missing_site_search.check(site_of(files | pages), CONTEXT))


@pytest.mark.parametrize("example", missing_site_search.examples, ids=lambda example: example.title.en)
def test_example(example: Example) -> None:
    check_example(missing_site_search, example)


@pytest.mark.parametrize(
    "search",
    [
        '<form action="/s.jsp"><input name="q"><input type="submit" value="搜索"></form>',
        '<div><input id="k" value="请输入关键字"><a href="javascript:;"><img src="so.png"></a></div>',
        '<div><input id="key" class="input-box"><button class="ipt-btn"></button></div>',
        '<a href="/search/">搜索</a>',
        '<a href="so.html"><img src="a.png"></a>',
        '<a href="http://so.example.gov.cn/" title="站内搜索"><img src="a.png"></a>',
        '<a href="#" onclick="openSearch()">高级检索</a>',
        '<map><area href="/was5/web/search?channelid=1" alt="检索"></map>',
        '<iframe src="top.html"></iframe>',
    ],
)
def test_offers_a_search(search: str) -> None:
    assert found(search, **{"top.html": whole('<input id="kw"><button>搜索</button>')}) == []


@pytest.mark.parametrize(
    "other",
    [
        "",
        '<a href="https://zfwzgl.www.gov.cn/errorInfo/search">我为政府网站找错</a>',
        '<a href="/letter/search.jsp">信件查询</a>',
        "<style>.search-box { color: red }</style>",
        '<meta name="keywords" content="搜索">',
        "<!-- <form action='/s'><input name='q'><button>搜索</button></form> -->",
        '<form action="/login"><input name="user"><input type="password"><button>登录</button></form>',
        '<script src="js/jquery.min.js"></script><script src="https://dcs.conac.cn/js/1.js"></script>',
    ],
)
def test_offers_none(other: str) -> None:
    (finding,) = found(other)
    assert finding.verdict is Verdict.FAIL
    assert finding.location.path == "index.html"


@pytest.mark.parametrize(
    ("open_end", "words"),
    [
        ('<script>document.write("<input id=keyword>")</script>', "脚本"),
        ('<script src="js/top.js"></script>', "js/top.js"),
        ("<div id=top></div><script>$('#top').load('top.html')</script>", "脚本"),
        ('<!--#include virtual="/top.html"-->', "引用"),
        ('<iframe src="http://www.example.gov.cn/top.html"></iframe>', "框架"),
        ('<ul><li class="fix"><img src="images/search_icon.png"></li></ul>', "图片"),
    ],
)
def test_leaves_it_open(open_end: str, words: str) -> None:
    (finding,) = found(open_end)
    assert finding.verdict is Verdict.REVIEW
    assert words in finding.message.zh
    assert finding.reason is not None


def test_inner_pages_that_have_it_leave_it_open() -> None:
    inner = whole(NEWS + '<form action="/s.php"><input name="q"><button>搜一下</button></form>')
    (finding,) = found("", **{"b/index.html": inner})
    assert finding.verdict is Verdict.REVIEW
    assert "b/index.html" in finding.message.zh


def test_a_site_without_home_page_and_single_files_are_left_alone() -> None:
    assert list(missing_site_search.check(site_of({"a/x.html": whole("<p>x</p>")}), CONTEXT)) == []
    assert "single-file" not in missing_site_search.tags
