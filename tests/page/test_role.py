"""What kind of document a stored page is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.page.facts import Role
from govlint.page.read import read_page

MENU = "".join(f'<li><a href="{number}.html">栏目{number}</a></li>' for number in range(20))
REFRESH = '<meta http-equiv="refresh" content="3;url=/">'
ARTICLE = "<p>" + "为深入贯彻落实有关精神，扎实推进各项工作，现将有关事项通知如下。" * 20 + "</p>"


def role(html: str, path: str = "x/index.html") -> tuple[Role, str]:
    facts = read_page(path, html.encode()).facts
    return facts.role, facts.role_reason


def page(body: str, title: str = "某县人民政府", head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("html", "reason"), [("", "no bytes"), (" \r\n", "white space only"), ("\ufeff", "white space only")]
)
def test_empty(html: str, reason: str) -> None:
    assert role(html) == (Role.EMPTY, reason)


@pytest.mark.parametrize(
    ("html", "code"),
    [
        (page("<p>The requested URL /a.css was not found on this server.</p>", "404 Not Found"), "http-error"),
        (page("<h1>502 Bad Gateway</h1><hr><center>nginx/1.14.0</center>", "502 Bad Gateway"), "http-error"),
        (page("<h1>403 Forbidden</h1>", ""), "http-error"),
        (page("HTTP 错误 404.0 - Not Found", "IIS 10.0 详细错误 - 404.0 - Not Found"), "http-error"),
        (page(f"<ul>{MENU}</ul><p>返回首页</p>", "404错误 - 页面不存在"), "http-error"),
        (page("<p>抱歉，您访问的页面不存在或已被删除，3秒后返回首页</p>", "提示", REFRESH), "not-found"),
        (page("<noscript><h1>请开启JavaScript并刷新该页.</h1></noscript><script>eval(1)</script>", ""), "challenge"),
        (page("<script>document.cookie='a=1';location.reload()</script>", ""), "challenge"),
        (page("<p>您的请求已被拦截</p>", "网站防火墙"), "error-title"),
        (page("<p>因工作需要，本网站域名已变更为 www.example.gov.cn。</p>", "网站域名变更公告"), "moved"),
        (page("<p>根据集约化要求，本网站已于2018年1月1日关停，请访问县政府网站。</p>"), "closed"),
        (page("<p>您访问的链接即将离开“某省政府”门户网站，是否继续？</p><a href='#'>继续访问</a>"), "interstitial"),
    ],
)  # fmt: skip
def test_errors(html: str, code: str) -> None:
    found, reason = role(html)
    assert (found, reason.partition(":")[0]) == (Role.ERROR, code)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ('<html><head><meta http-equiv="Refresh" content="0;URL=./ywyw/"></head></html>', "meta: ./ywyw/"),
        (
            page("<p>正在跳转，请稍候…<a href='a.html'>点击这里</a></p><script>location.href='a.html'</script>"),
            "script: a.html",
        ),
        (
            page("", head='<script>document.write(\'<meta http-equiv="Refresh" content="0;URL=./yw/">\')</script>'),
            "meta: ./yw/",
        ),
    ],
)
def test_redirects(html: str, reason: str) -> None:
    assert role(html) == (Role.REDIRECT, reason)


@pytest.mark.parametrize(
    "html",
    [
        "document.write('123');",
        "<script>document.write('123')</script>",
        "123",
        '{"total": 3, "rows": []}',
        'callback([{"id": 1}])',
        "body { color: red } .a { color: blue }",
        "/* styles */ @charset 'utf-8'; a { color: red }",
        '<div class="top"><ul><li><a href="a/">要闻</a></li><li><a href="b/">公开</a></li></ul></div>',
        "var count = 12; function show() {}",
    ],
)
def test_fragments(html: str) -> None:
    assert role(html)[0] is Role.FRAGMENT


@pytest.mark.parametrize(
    "html",
    [
        page(f"<ul>{MENU}</ul>{ARTICLE}"),
        page(
            f"<ul>{MENU}</ul><h1>关于网站404页面不存在问题的整改报告</h1>{ARTICLE}",
            "关于网站404页面不存在问题的整改报告",
        ),
        page(f"<ul>{MENU}</ul><p>本网站已于2018年关停，请访问县政府网站。</p>", "关于关停网站的公告"),
        page(
            "<div>当前位置：<a href='/'>首页</a> &gt; <a href='./'>公告</a></div><p>本网站已于2018年关停。</p>", "公告"
        ),
        page(f"<ul>{MENU}</ul><p>安全检查</p>", "安全检查"),
        page(ARTICLE, head='<meta http-equiv="refresh" content="0;url=a.html">'),
        page("<p>内容</p>", head='<meta http-equiv="refresh" content="300;url=index.html">'),
        page("<input name=q><button>搜索</button>", head='<meta http-equiv="refresh" content="5;url=a.html">'),
        page('<div id="app"></div><script src="app.js"></script><script>document.cookie="a"; location.hash</script>'),
        page("<p>没有找到相关信息</p>", "站内搜索"),
        f"<p>很久以前的页面<p>没有html标签{ARTICLE}",
        "<ul><li><a href=a>甲</a>2020-01-02<li><a href=b>乙</a>2020-01-03</ul>",
        page(""),
    ],
)
def test_pages(html: str) -> None:
    assert role(html) == (Role.PAGE, "")


@given(st.text(alphabet="<>/ahtmlbody!-{}[]\"'():;=404 页面不存在\n", max_size=80))
def test_any_text_has_a_role(html: str) -> None:
    found, reason = role(html)
    assert (reason == "") == (found is Role.PAGE)
