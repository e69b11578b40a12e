"""What is a search box, and what only looks like one."""

import pytest
from govlint.plugins.search.search_boxes import BoxKind, SearchBox
from hypothesis import given
from hypothesis import strategies as st

from tests.plugins.search.small_site import boxes_in, site_of, whole

SEARCH = '<div><input id="kw" placeholder="请输入关键字"><button>搜索</button></div>'

LOOK_ALIKES = {
    "log-in": '<form action="/login"><input name="userid"><input type="password"><button>登录</button></form>',
    "petition number": '<form action="a.jsp"><input name="code" placeholder="您的查询编号"><img alt="查询">',
    "letter number": '<div>信件编号<input name="bh"><input type="button" value="查询"></div>',
    "acceptance number": '<div><input id="slh" placeholder="请输入受理号"><button>办件查询</button></div>',
    "paging": '<div>转到<input size="3" name="page"><input type="button" value="转到" onclick="go()"></div>',
    "newsletter": '<form><input name="q" placeholder="输入邮箱订阅"><button>订阅</button></form>',
    "message": '<form action="/m.jsp"><input name="title"><textarea name="b"></textarea><button>提交</button></form>',
    "link jump": '<select onchange="location.href=this.value"><option value="http://a.gov.cn/">省政府</option></select>',
    "date": '<div><input id="startdate" onclick="pick()"><button>确定</button></div>',
    "calculator": '<div><input id="num1"><input type="button" value="计算" onclick="sum()"></div>',
    "hot line": '<div><input placeholder="12345来电查询"><button>查询</button></div>',
    "quiz": '<div><input name="key"><button>提交</button></div>',
    "number behind a button that says search": '<div><input placeholder="请输入受理编号"><button>搜索</button></div>',
    "lone field": '<p>共 <input name="word" size="2"> 字</p>',
    "colours": '<input type="image" src="c.gif" name="bgcolor" onclick="paint()">',
    "styles of a browser extension": "<style>.search-app button { color: red }</style><p>search</p>",
}


def only_box(body: str) -> SearchBox:
    (box,) = boxes_in(site_of({"index.html": whole(body)}))
    return box


@pytest.mark.parametrize("shape", LOOK_ALIKES)
def test_look_alikes_are_no_boxes(shape: str) -> None:
    assert boxes_in(site_of({"index.html": whole(LOOK_ALIKES[shape])})) == ()


def test_pages_of_one_template_have_boxes_of_their_own() -> None:
    """What is remembered of one page is no answer for another that differs in a place, a form or a link."""
    form = f'<form action="/s">{SEARCH}</form>'
    shapes = (form, f"<p>{form}</p>", form.replace("/s", "/t"), f'{form}<a href="a.html">按年份检索</a>', "<p>无</p>")
    told = [boxes_in(site_of({"index.html": whole(shape)})) for shape in (*shapes, *shapes)]
    assert told[:5] == told[5:]
    assert len(set(told)) == len(shapes)
    assert [len(boxes) for boxes in told[:5]] == [1, 1, 1, 2, 0]


@pytest.mark.parametrize(
    "field",
    [
        '<input id="keyword">',
        '<input name="q">',
        '<input name="searchWord">',
        '<input type="search">',
        '<input value="请输入关键词">',
        '<input placeholder="搜你想搜的">',
        '<input class="sousuo_txt">',
        '<label for="a">站内检索</label><input id="a">',
    ],
)
def test_a_field_is_enough_of_a_hint(field: str) -> None:
    assert only_box(f'<div>{field}<button type="button"></button></div>').kind is BoxKind.SEARCH


@pytest.mark.parametrize(
    "button",
    [
        "<button>搜 索</button>",
        '<input type="submit" value="检索">',
        '<input type="image" src="a.png" alt="搜索">',
        '<a href="javascript:;" id="search_btn"></a>',
        '<a href="#"><img src="a.png" title="搜索"></a>',
        '<img src="a.png" class="serch_btn">',
    ],
)
def test_a_button_is_enough_of_a_hint(button: str) -> None:
    box = only_box(f'<div><input id="a1">{button}</div>')
    assert box.kind is BoxKind.SEARCH
    assert box.buttons


def test_the_button_that_says_search_is_the_one() -> None:
    box = only_box(
        '<div><input id="w" placeholder="关键字"><a href="#" onclick="home()">设为首页</a>'
        '<a href="#" class="b">搜索</a></div>'
    )
    assert [button.label for button in box.buttons] == ["搜索"]


def test_two_boxes_on_one_page() -> None:
    first, second = boxes_in(site_of({"index.html": whole(SEARCH + "<p>…</p>" * 9 + SEARCH.replace("kw", "kw2"))}))
    assert (first.fields[0].id, second.fields[0].id) == ("kw", "kw2")


def test_a_log_in_in_the_same_form_hides_no_search() -> None:
    body = (
        f'<form action="/">{SEARCH}<p><b><input name="user"><input type="password"><button>登录</button></b></p></form>'
    )
    assert only_box(body).fields[0].id == "kw"


def test_several_fields_of_one_retrieval_form_are_one_box() -> None:
    body = (
        '<form><table><tr><td><input name="title" placeholder="标题"></td>'
        '<td><input name="fileno" placeholder="文号"></td></tr>'
        '<tr><td colspan="2"><input type="submit" value="检索"></td></tr></table></form>'
    )
    assert len(only_box(body).fields) == 2


def test_a_choice_by_year_makes_it_a_filter() -> None:
    body = (
        '<div><label for="y">年份</label><select id="y"></select><input id="w"><input type="button" value="检索"></div>'
    )
    box = only_box(body)
    assert (box.kind, box.label) == (BoxKind.FILTER, "年份")


def test_a_choice_of_scope_leaves_it_a_search() -> None:
    assert only_box(f'<form><select name="channelid"></select>{SEARCH}</form>').kind is BoxKind.SEARCH


@pytest.mark.parametrize("label", ["搜索", "站内搜索", "高级检索", "一网搜索", "智能搜索"])
def test_entrances(label: str) -> None:
    assert only_box(f'<p><a class="x" onclick="go()">{label}</a></p>').kind is BoxKind.ENTRANCE


def test_a_word_that_fills_a_list_is_no_entrance() -> None:
    assert boxes_in(site_of({"index.html": whole("<ul>" + '<li><a href="">搜索</a></li>' * 5 + "</ul>")})) == ()


def test_a_box_is_called_by_its_prompt() -> None:
    assert only_box(SEARCH).label == "请输入关键字"
    assert only_box('<div><input id="kw"><button class="b"></button></div>').label == "kw"


@given(
    st.lists(st.sampled_from(["<div>", "</div>", "<form>", "</form>", "<p>", SEARCH, "<input>", "<a href=''>搜索</a>"]))
)
def test_any_nesting_gives_boxes_of_the_page(parts: list[str]) -> None:
    page = site_of({"index.html": whole("".join(parts))}).pages["index.html"]
    known = {control.at for control in page.controls} | {link.at for link in page.links}
    for box in page.extra["search.boxes"]:
        assert {control.at for control in box.controls} <= known
        assert box.at in known
        assert box.label
