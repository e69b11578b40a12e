"""Whether boxes can work: shapes seen in the wild, written anew; each is the only box of its page."""

import pytest
from govlint.plugins.search.box_state import State, Why

from tests.plugins.search.small_site import judgements

FIELD = '<input type="text" name="keyword" id="kw" placeholder="请输入关键字">'

SUBMIT = '<input type="submit" value="搜索">'
BUTTON = "<button>搜索</button>"
LOOSE = f"<div>{FIELD}{BUTTON}</div>"
ON_ENTER = FIELD.replace(">", " onkeydown='if(event.keyCode==13)find()'>")

WORKING = {
    "form to another host": '<form action="http://10.1.2.3:8080/was5/web/search"><input name="searchword">' + SUBMIT,
    "form to a program": f'<form method="post" action="/e/search/index.php">{FIELD}<button>搜一下</button></form>',
    "button without type": f'<form action="so.do">{FIELD}<button>搜</button></form>',
    "image button": f'<form action="/search/s.jsp">{FIELD}<input type="image" src="go.gif"></form>',
    "empty button": f'<form action="/search/s.jsp">{FIELD}<button type="submit"></button></form>',
    "no button: Enter sends a single field": f'<form action="/search/s.jsp">{FIELD}</form>',
    "onsubmit that is defined nowhere": f'<form action="/s.jsp" onsubmit="return chk()">{FIELD}{SUBMIT}</form>',
    "undefined function, form in order": f'<form action="/s.jsp">{FIELD}<button onclick="x()">搜索</button></form>',
    "a second field without a name": f'<form action="/s.jsp">{FIELD}<input id="b" placeholder="关键词">{BUTTON}</form>',
    "picture submits the form": f'<form name="f" action="/s.jsp">{FIELD}<img alt="搜索" onclick="f.submit()"></form>',
    "link beside the form submits it": f'<div><form id="sf" action="/s.jsp">{FIELD}</form>'
    "<a href=\"javascript:document.getElementById('sf').submit()\">搜索</a></div>",
    "held back, sent by the button": f'<form action="/s.jsp" onsubmit="return false">{FIELD}'
    '<button type="button" onclick="this.form.submit()">搜索</button></form>',
    "button jumps by itself": f"<div>{FIELD}<button onclick=\"location.href='/so?q='+kw.value\">搜索</button></div>",
    "button opens a window": f"<div>{FIELD}<i class='btn' onclick=\"window.open('/so?q='+kw.value)\">搜</i></div>",
    "function in the page": f'<div>{FIELD}<a href="javascript:find()">搜索</a></div>'
    '<script>function find(){ location="/so"; }</script>',
    "Enter key calls a function": f"<div>{ON_ENTER}</div><script>var find = function(){{}}</script>",
    "bound by the button's id": f'<div>{FIELD}<a href="javascript:void(0);" id="j_btn"><img src="s.png"></a></div>'
    '<script>$("#j_btn").click(function(){ go() })</script>',
    "bound by the button's class": f'<div>{FIELD}<button class="b sbtn"></button></div>'
    "<script>$('.top .sbtn').on('click', go)</script>",
    "bound by the field's id": LOOSE + "<script>document.getElementById('kw').onkeyup = go</script>",
    "bound by the form's name": f'<form name="topform">{FIELD}{BUTTON}</form>'
    "<script>document.topform.action = '/s.jsp'</script>",
    "script address as action": f'<form action="javascript:find();">{FIELD}{BUTTON}</form>'
    "<script>function find(){}</script>",
    "link to the search page": f'<div>{FIELD}<a href="/search/index.html" class="btn">搜索</a></div>',
    "form bound though the tags are nested wrongly": f'<form action="/s.jsp"></form><div>{FIELD}{SUBMIT}</div>',
    "ASP.NET: one form around everything": '<form action="/default.aspx" method="post"><p>'
    + "<a href='#'>x</a><input type='checkbox'>" * 9
    + f"</p><div>{FIELD}{SUBMIT}</div></form>",
}

PLACEHOLDERS = {
    "no form, no id": (f'<div class="so">{FIELD}<button>搜 索</button></div>', Why.NO_HANDLER),
    "no form, input button": (f'<div>{FIELD}<input type="button" value="检索"></div>', Why.NO_HANDLER),
    "no form, picture": (f'<div>{FIELD}<img class="sbtn" src="so.png" alt="搜索"></div>', Why.NO_HANDLER),
    "no form, dead link": (f'<div>{FIELD}<a href="#"><img src="so.png" alt=""></a></div>', Why.NO_HANDLER),
    "dead script link": (f'<div>{FIELD}<a href="javascript:void(0);">搜索</a></div>', Why.IDLE),
    "no words": ('<div><input class="input-box" id="key"><button class="ewb-btn"></button></div>', Why.NO_HANDLER),
    "prompt as value": ('<div><input value="请输入关键字"><input type="button" value="查询"></div>', Why.NO_HANDLER),
    "table": (f'<table><tr><td>{FIELD}</td><td><input type="image" src="s.gif"></td></tr></table>', Why.NO_HANDLER),
    "form without action": (f"<form>{FIELD}{SUBMIT}</form>", Why.NO_ACTION),
    "empty action": (f'<form action="">{FIELD}{SUBMIT}</form>', Why.NO_ACTION),
    "action of a mere #": (f'<form action="#" method="post">{FIELD}{BUTTON}</form>', Why.NO_ACTION),
    "void action": (f'<form action="javascript:void(0)">{FIELD}{BUTTON}</form>', Why.NO_ACTION),
    "held back": (f'<form action="/s.jsp" onsubmit="return false;">{FIELD}{BUTTON}</form>', Why.BLOCKED),
    "no name": (f'<form action="/s.jsp"><input placeholder="关键字">{SUBMIT}</form>', Why.UNNAMED),
    "undefined function": (f'<div>{FIELD}<a href="javascript:goSo();">搜索</a></div>', Why.UNDEFINED),
    "undefined function, dead form": (f'<form>{FIELD}<img alt="搜索" onclick="toSo()"></form>', Why.UNDEFINED),
    "return false": (f'<div>{FIELD}<button onclick="return false">搜索</button></div>', Why.IDLE),
    "only a notice": (f"<div>{FIELD}<button onclick=\"alert('功能建设中')\">搜索</button></div>", Why.IDLE),
    "jump to nowhere": (f"<div>{FIELD}<button onclick=\"location.href='#'\">搜索</button></div>", Why.IDLE),
    "only the prompt is tidied": (
        "<div><input id='w' value='关键字' onfocus=\"this.value=''\" onblur=\"if(!this.value)this.value='关键字'\">"
        "<button>搜索</button></div>",
        Why.NO_HANDLER,
    ),
    "scripts that speak of other things": (
        LOOSE + "<script>$('#banner').slide(); function setHome(){}; $(document).ready(function(){})</script>",
        Why.NO_HANDLER,
    ),
    "dead entrance": ('<div class="top"><a href="#" class="hand">站内搜索</a></div>', Why.NO_HANDLER),
}

IN_DOUBT = {
    "script on another host": (LOOSE + '<script src="//cdn.example.cn/a.js"></script>', Why.OUTSIDE_SCRIPT),
    "missing script": (
        f'<div>{FIELD}<button onclick="so()">搜</button></div><script src="js/x.js"></script>',
        Why.OUTSIDE_SCRIPT,
    ),
    "a script picks by tag": (LOOSE + "<script>$('button').click(f)</script>", Why.SCRIPT_HINT),
    "a script picks by a path of tags": (LOOSE + "<script>$('div > button').click(f)</script>", Why.SCRIPT_HINT),
    "a script listens to the whole page": (LOOSE + "<script>$(document).on('click', f)</script>", Why.SCRIPT_HINT),
    "a script binds what is around": (
        f"<div class='hd'><p>{FIELD}{BUTTON}</p></div><script>$('.hd').on('click', f)</script>",
        Why.SCRIPT_HINT,
    ),
    "a script speaks of searching": (LOOSE + "<script>function doSearch(){}</script>", Why.SCRIPT_HINT),
    "attribute of a framework": (f'<div>{FIELD}<button v-on:click="go">搜索</button></div>', Why.SCRIPT_HINT),
    "data attribute": (f'<div>{FIELD}<button data-url="/so">搜索</button></div>', Why.SCRIPT_HINT),
    "markup is loaded later": (LOOSE + "<script>$('#top').load('top.html')</script>", Why.SCRIPT_HINT),
    "an include is open": ('<!--#include virtual="/top.html"-->' + LOOSE, Why.OPEN_PAGE),
    "a template tag is open": ('<#include "head.ftl">' + LOOSE, Why.OPEN_PAGE),
    "method of an unknown object": (f'<div>{FIELD}<button onclick="Portal.go()">搜索</button></div>', Why.SCRIPT_HINT),
    "search page is not there": (f'<form action="/utils/so.html">{FIELD}{BUTTON}</form>', Why.TARGET_MISSING),
    "only Enter": (
        f'<form action="/s.jsp">{FIELD}<input type="button" value="搜索" onclick="gone()"></form>',
        Why.ONLY_ENTER,
    ),
    "two fields, dead button": (
        f'<form action="/s.jsp">{FIELD}<input name="t" placeholder="关键词"><a href="#" class="btn">搜索</a>',
        Why.ONLY_ENTER,
    ),
}


@pytest.mark.parametrize("shape", WORKING)
def test_works(shape: str) -> None:
    (told,) = judgements(WORKING[shape])
    assert told.state is State.WORKS, told


@pytest.mark.parametrize("shape", PLACEHOLDERS)
def test_placeholder(shape: str) -> None:
    body, why = PLACEHOLDERS[shape]
    (told,) = judgements(body)
    assert (told.state, told.why) == (State.PLACEHOLDER, why), told


@pytest.mark.parametrize("shape", IN_DOUBT)
def test_in_doubt(shape: str) -> None:
    body, why = IN_DOUBT[shape]
    (told,) = judgements(body)
    assert (told.state, told.why) == (State.CANNOT_TELL, why), told


@pytest.mark.parametrize(
    ("script", "state"),
    [
        ("function toSo() { location = '/so'; }", State.WORKS),
        ("window.toSo = function () {};", State.WORKS),
        ("var site = { toSo: function () {} };", State.WORKS),
        ("function other() {}", State.PLACEHOLDER),
        ("", State.CANNOT_TELL),
    ],
)
def test_function_in_an_included_script(script: str, state: State) -> None:
    (told,) = judgements(f'<div>{FIELD}<a href="javascript:toSo()">搜索</a></div>', common=script)
    assert told.state is state


@pytest.mark.parametrize("name", ["jquery-3.5.1.min", "jquery.SuperSlide.2.1", "swiper.min", "jiucuo"])
def test_libraries_that_are_not_there_bind_nothing(name: str) -> None:
    (told,) = judgements(LOOSE, **{name: ""})
    assert told.state is State.PLACEHOLDER


def test_services_of_every_site_bind_nothing() -> None:
    services = (
        '<script src="https://zfwzgl.www.gov.cn/exposure/jiucuo.js"></script>'
        '<script src="//dcs.conac.cn/js/1.js"></script>'
        '<script>var m = document.createElement("script"); m.src = "//hm.baidu.com/hm.js?1";</script>'
    )
    (told,) = judgements(LOOSE + services)
    assert told.state is State.PLACEHOLDER


def test_a_page_that_a_program_made_may_answer_its_own_form() -> None:
    body = f'<form action="">{FIELD}<button>搜索</button></form>'
    (told,) = judgements(body, path="list.jsp")
    assert (told.state, told.why) == (State.CANNOT_TELL, Why.PROGRAM_PAGE)


def test_the_function_that_is_missing_is_named() -> None:
    (told,) = judgements(f'<div>{FIELD}<button onclick="return goFind(1)">搜索</button></div>')
    assert told.detail == "goFind"
