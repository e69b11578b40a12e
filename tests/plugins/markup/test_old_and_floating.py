"""Old techniques and floating boxes."""

import pytest
from govlint.plugins.markup.floating_boxes import floating_box
from govlint.plugins.markup.old_techniques import old_techniques

from tests.plugins.markup.pages import page_of


def keys(body: str) -> list[str]:
    return [found.key for found in old_techniques(page_of(body))]


@pytest.mark.parametrize(
    ("markup", "key"),
    [
        ('<embed src="img/top.swf">', "flash /img/top.swf"),
        ('<object data="top.swf?x=1"></object>', "flash /top.swf"),
        ('<object type="application/x-shockwave-flash"></object>', "flash "),
        ('<object classid="clsid:d27cdb6e-ae6d-11cf-96b8-444553540000"></object>', "flash "),
        ('<object classid="clsid:22D6F312-B0F6-11D0-94AB-0080C74C7E95"></object>',
         "ActiveX control 22D6F312-B0F6-11D0-94AB-0080C74C7E95"),
        ('<embed src="a.wmv">', "player plug-in a.wmv"),
        ('<applet code="clock.class"></applet>', "Java applet clock.class"),
        ("<marquee>欢迎</marquee><marquee>光临</marquee>", "marquee"),
        ('<bgsound src="a.mid">', "bgsound"),
        ("<p>建议使用IE8+以上浏览器访问</p>", "advice"),
        ("<p>最佳浏览效果：1024*768，Internet Explorer 6</p>", "advice"),
    ],
)  # fmt: skip
def test_old_techniques(markup: str, key: str) -> None:
    assert keys(markup) == [key]


def test_advice_stands_where_its_page_has_it() -> None:
    line = "<p>建议使用IE8浏览器</p>\n"
    for body in (line, f"<p>要闻</p>\n<p>公告</p>\n{line}", f"<!--\n{line}-->\n{line}"):
        page = page_of(body)
        (found,) = old_techniques(page)
        at = page.source.rindex("建议")
        assert found.mark.span == (at, at + len("建议使用IE8浏览器"))


@pytest.mark.parametrize(
    "markup",
    [
        '<object data="a.pdf"></object><embed src="a.mp4">',
        '<video src="a.mp4"><embed src="a.swf"></video>',
        '<!-- <embed src="a.swf"> 建议使用IE8 <script>swfobject.embedSWF("a.swf")</script> -->',
        '<script>if (!ok) { alert("建议使用IE8以上浏览器"); }</script>',
        "<p>建议使用IE9以上、Chrome、火狐浏览器</p><p>不建议使用IE6浏览器</p><p>建议各单位使用 PIE 系统</p>",
    ],
)
def test_techniques_of_today(markup: str) -> None:
    assert keys(markup) == []


def test_the_fallback_within_an_object_is_not_told_again() -> None:
    body = '<object data="a.swf"><embed src="a.swf"></object><script>swfobject.embedSWF("a.swf", "b");</script>'
    assert keys(body) == ["flash /a.swf"]


DRIFT = "function go() { x_pos = x_pos + 1; y_pos += 1; b.style.left = x_pos; b.style.top = y_pos; } setInterval(go);"


@pytest.mark.parametrize(
    ("markup", "sure"),
    [
        (f"<script>{DRIFT}</script>", True),
        ('<div id="floatAd1"></div><script>$("#floatAd1").floatAd({speed: 5});</script>', True),
        ('<div id="floatad"><img src="a.png"></div>', False),
        ('<script src="js/piaochuang.js?v=1"></script>', False),
    ],
)
def test_floating_boxes(markup: str, sure: bool) -> None:
    box = floating_box(page_of(markup))
    assert box is not None
    assert box.sure is sure


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="float-left clearfloat"></div><ul id="gupiao"></ul><a href="toupiao.html">网上投票</a>',
        "<script>setInterval(f, 9); $('.a').animate({left: 1, top: 2}); // float: left</script>",
        "<p>春联、对联征集；清理水面漂浮物</p>",
        "<script>menu.style.left = xPos + 'px'; menu.style.top = yPos + 'px'; setTimeout(hide, 9);</script>",
    ],
)
def test_what_stays_in_its_place(markup: str) -> None:
    assert floating_box(page_of(markup)) is None
