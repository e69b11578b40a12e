"""Every form in which real footers show a mark is found, and what only looks like one is not."""

import pytest
from govlint.plugins.identity.mark_words import Mark
from hypothesis import given
from hypothesis import strategies as st

from tests.plugins.identity.marked_pages import document, marks

ESCAPED = "%3Cspan id='_ideConac'%3E%3C/span%3E%3Cscript src='//dcs.conac.cn/js/1.js'%3E%3C/script%3E"


@pytest.mark.parametrize(
    ("mark", "markup"),
    [
        (Mark.PARTY, '<a href="//bszs.conac.cn/sitename?method=show&id=0A"><img src="dzjg.png"></a>'),
        (Mark.PARTY, f'<script>document.write(unescape("{ESCAPED}"));</script>'),
        (Mark.PARTY, '<img src="x.png" alt="党政机关网站标识">'),
        (Mark.CODE, "网站标识码：4399000017"),
        (Mark.CODE, "网站标识码:4399000017"),
        (Mark.CODE, "政府网站标识码&nbsp;4399000017"),
        (Mark.CODE, "<p>网站标识码<span>：</span><b>bm29000017</b></p>"),
        (Mark.CODE, "网站标识编码 4399000017"),
        (Mark.ICP, "湘ICP备15021526号-1"),
        (Mark.ICP, "湘 ICP 备 05070829"),
        (Mark.ICP, "ICP证号：湘ICP备08003687号"),
        (Mark.ICP, "信息产业部网站信息备案序号：湘ICP备08003687号"),
        (Mark.ICP, '<a href="https://beian.miit.gov.cn/"><img src="icp.png"></a>'),
        (Mark.POLICE, "湘公网安备 43990002000017号"),
        (Mark.POLICE, "湘公网安备<a>43990002000017号</a>"),
        (Mark.POLICE, "网警备案号:4399000"),
        (Mark.POLICE, '<a href="https://beian.mps.gov.cn/#/query/webSearch?code=43990002000017"><img></a>'),
        (Mark.SPONSOR, "版权所有/主办单位：云霁市林业局"),
        (Mark.SPONSOR, "网站主办：云霁市林业局"),
        (Mark.SPONSOR, "主　办：云霁市林业局"),
        (Mark.CONTACT, '<a href="lx.html">联系我们</a>'),
        (Mark.CONTACT, "电话：0748-8880017"),
        (Mark.CONTACT, "E-mail:lyj@yunji.gov.cn"),
        (
            Mark.ENTRY,
            "<script id='_jiucuo_' sitecode='4399000017' src='https://zfwzgl.www.gov.cn/exposure/jiucuo.js'></script>",
        ),
        (Mark.ENTRY, '<a href="http://114.55.181.28/errorInfo/search"><img src="zc.png"></a>'),
        (Mark.ENTRY, '<a href="javascript:;" title="政府网站找错"><img></a>'),
        (Mark.ENTRY, "<a href='zc.html'>我为政府网站找错</a>"),
    ],
)
def test_forms(mark: Mark, markup: str) -> None:
    sign = marks(document(f'<div class="footer">{markup}</div>')).sign(mark)
    assert sign is not None
    assert sign.sure


@pytest.mark.parametrize(
    ("mark", "markup"),
    [
        (Mark.CODE, "<script>document.write('<p>网站标识码：4399000017</p>');</script>"),
        (Mark.CODE, r"<script>document.write('<p>\u7f51\u7ad9\u6807\u8bc6\u7801\uff1a4399000017</p>');</script>"),
        (Mark.CODE, "<script>document.write(unescape('%u7F51%u7AD9%u6807%u8BC6%u7801%uFF1A4399000017'));</script>"),
        (Mark.ICP, "<script>document.write('湘ICP备15021526号');</script>"),
        (Mark.SPONSOR, "<script>document.write('主办单位：云霁市林业局');</script>"),
    ],
)
def test_footers_written_by_scripts(mark: Mark, markup: str) -> None:
    sign = marks(document(markup)).sign(mark)
    assert sign is not None
    assert sign.sure


def test_numeric_references_are_characters() -> None:
    words = "".join(f"&#{ord(letter)};" for letter in "这里是页面上的文字" * 8 + "网站标识码：")
    assert marks(document(f"<p>{words}4399000017</p>")).sign(Mark.CODE).value == "4399000017"


def test_gbk_pages() -> None:
    source = document("<p>网站标识码：4399000017</p>").replace("utf-8", "gb2312").encode("gbk")
    assert marks(source).sign(Mark.CODE).value == "4399000017"


def test_spans_are_offsets_into_the_source() -> None:
    source = document("<!-- 注释 --><p>湘ICP备15021526号-1</p>")
    start, end = marks(source).sign(Mark.ICP).span
    assert source[start:end] == "湘ICP备15021526号-1"


@pytest.mark.parametrize(
    "markup",
    ["<!-- 网站标识码：4399000017 -->", "<script>// document.write('网站标识码：4399000017');\nvar a = 1;</script>"],
)
def test_what_is_commented_out_is_not_shown(markup: str) -> None:
    assert marks(document(f"<p>某局</p>{markup}")).sign(Mark.CODE) is None


def test_commented_marks_are_told() -> None:
    found = marks(document('<!-- <a href="http://bszs.conac.cn/sitename?id=1"></a> --><!-- 网站标识码：4399000017 -->'))
    assert found.commented == {Mark.PARTY, Mark.CODE}


@pytest.mark.parametrize(
    ("mark", "markup"),
    [
        (Mark.CODE, "网站标识码：<span id='code'></span>"),
        (Mark.SPONSOR, "版权所有：云霁市林业局"),
        (Mark.CONTACT, "<a>关于我们</a>"),
        (Mark.PARTY, '<a href="javascript:;"><img src="images/red.png"></a>'),
        (Mark.ENTRY, "<a href='wzjc/'>网站纠错</a>"),
    ],
)
def test_what_only_looks_like_a_mark_is_not_sure(mark: Mark, markup: str) -> None:
    sign = marks(document(f'<div class="footer">{markup}</div>')).sign(mark)
    assert sign is not None
    assert not sign.sure


@pytest.mark.parametrize(
    ("mark", "markup"),
    [
        (Mark.PARTY, "<p>党政机关公文处理工作条例</p>"),
        (Mark.ENTRY, "<p>市长谈如何找错纠错的工作方法</p>"),
        (Mark.POLICE, "<p>市公安局发布公告</p>"),
        (Mark.ICP, "<p>建设工程消防验收备案</p>"),
    ],
)
def test_articles_hold_no_marks(mark: Mark, markup: str) -> None:
    assert marks(document(markup)).sign(mark) is None


def test_a_picture_without_text_in_the_footer_is_noted() -> None:
    assert marks(document('<p>主办单位：某局 ICP备</p><img src="images/zc.png">')).mute == "zc.png"
    assert marks(document('<p>主办单位：某局 ICP备</p><img src="images/zc.png" alt="找错">')).mute == ""


@given(st.text(alphabet="<!->/scriptSCRIPT网站标识码：43990 \"'=&;\n", max_size=200))
def test_no_source_is_too_odd(source: str) -> None:
    found = marks(document(source))
    assert all(0 <= sign.span[0] <= sign.span[1] <= len(document(source)) for sign in found.signs)
