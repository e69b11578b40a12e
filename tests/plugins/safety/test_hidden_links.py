"""Hidden links: what strangers put in is a fault, what a script may open is for a person, menus are fine."""

from __future__ import annotations

import pytest

from .pages import found, verdicts

FOREIGN = '<a href="http://www.aa8871.com/">某公司</a>'
OTHER = '<a href="http://www.bb9912.net/">某工厂</a>'
GAMBLING = '<a href="http://www.cc1.com/">时时彩平台</a>'


def _body(markup: str, head: str = "") -> str:
    return f"<html><head>{head}</head><body><p>某局</p>{markup}</body></html>"


@pytest.mark.parametrize(
    "block",
    [
        f'<div style="position:absolute;top:-9999px">{FOREIGN}</div>',
        f'<div style="POSITION: absolute; LEFT: -2000px">{FOREIGN}</div>',
        f"<marquee height=1 width=1>{FOREIGN}</marquee>",
        f'<marquee style="height:0px">{FOREIGN}</marquee>',
        f'<div style="background-color:#ffffff"><font color="#FFF">{FOREIGN}</font></div>',
        f'<p style="display:none">{FOREIGN}{OTHER}</p>',
        f'<p style="font-size:0">{FOREIGN}{OTHER}</p>',
        f'<div style="height:1px;overflow:hidden">{FOREIGN}{OTHER}</div>',
        f'<div id="menu" style="display:none">{GAMBLING}</div>',
        f'<ul><li><ul style="display:none"><li>{GAMBLING}</li></ul></li></ul>',
        '<script>document.write(\'<div style="display:none"><a href="http://www.cc1.com/">百家乐注册</a></div>\')</script>',
    ],
)
def test_what_strangers_hide_is_a_fault(block: str) -> None:
    assert verdicts("GOV8001", _body(block)) == ["fail"]


@pytest.mark.parametrize(
    "block",
    [
        f'<div id="tab2" style="display:none">{FOREIGN}{OTHER}</div>',
        f'<ul><li>链接<ul style="display:none"><li>{FOREIGN}</li></ul></li></ul>',
        f'<div class="x" style="position:absolute;left:-9999px">{FOREIGN}</div>',
        f'<p style="display:none">{FOREIGN}</p>',
    ],
)
def test_what_a_script_may_show_is_for_a_person(block: str) -> None:
    assert verdicts("GOV8001", _body(block)) == ["review"]


@pytest.mark.parametrize(
    "block",
    [
        FOREIGN,
        GAMBLING,  # in plain sight: not this rule's business
        f'<p style="display:block">{FOREIGN}</p>',
        f'<p style="font-size:0"><span style="font-size:12px">{FOREIGN}</span></p>',
        f'<p style="color:#fff;background:url(a.png) #fff">{FOREIGN}</p>',
        f'<div style="visibility:hidden"><p style="visibility:visible">{FOREIGN}</p></div>',
        '<div style="display:none"><a href="http://www.other.gov.cn/">某厅</a><a href="/a.html">要闻</a></div>',
        '<div style="display:none"><a href="http://www.xinhuanet.com/">新华网</a></div>',
        '<div style="display:none"><a href="https://www.cnzz.com/stat/website.php?web_id=1">站长统计</a></div>',
        '<div style="position:absolute;left:-9999px"><a href="http://zwfw.example.gov.cn/">政务服务</a></div>',
        f'<div style="display:none"><a href="/a">一</a><a href="/b">二</a><a href="/c">三</a>{FOREIGN}</div>',
        '<div style="position:absolute;left:50%;margin-left:-990px">' + FOREIGN + "</div>",
        "<!-- " + f'<div style="display:none">{GAMBLING}</div>' + " -->",
    ],
)
def test_what_is_seen_or_the_sites_own_is_fine(block: str) -> None:
    assert verdicts("GOV8001", _body(block)) == []


def test_style_sheets_of_the_page_and_of_the_export_hide() -> None:
    block = f'<div class="foot"><p class="more">{GAMBLING}</p></div>'
    assert verdicts("GOV8001", _body(block, "<style>.foot .more { display: none }</style>")) == ["fail"]
    sheet = '<link rel="stylesheet" href="css/main.css">'
    assert verdicts("GOV8001", _body(block, sheet), **{"css/main.css": ".more{position:absolute;left:-999em}"}) == [
        "fail"
    ]
    assert verdicts("GOV8001", _body(block, sheet), **{"css/main.css": "@media print{.more{display:none}}"}) == []
    assert verdicts("GOV8001", _body(block), **{"css/main.css": ".more{display:none}"}) == []


def test_links_between_two_scripts_that_hide_them() -> None:
    opens = "<script>document.write('<div style=\"display:none\">')</script>"
    block = f"{opens}{FOREIGN}<script>document.write('</div>')</script>"
    assert verdicts("GOV8001", _body(block + OTHER)) == ["fail"]


def test_script_files_that_write_hidden_links() -> None:
    code = 'document.write(\'<div style="position:absolute;left:-9999px"><a href="http://www.cc1.com/">时时彩</a></div>\');'
    (finding,) = found("GOV8001", _body(""), **{"js/common.js": code})
    assert finding.location.path == "js/common.js"
    assert finding.is_fault


def test_without_own_hosts_nothing_but_gambling_is_sure() -> None:
    block = f'<div style="position:absolute;left:-9999px">{FOREIGN}</div>'
    assert verdicts("GOV8001", _body(block), own=()) == ["review"]
    assert verdicts("GOV8001", _body(block.replace("某公司", "百家乐")), own=()) == ["fail"]


def test_a_block_on_many_pages_is_one_finding() -> None:
    page = _body(f'<div style="position:absolute;left:-9999px">{FOREIGN}</div>')
    (finding,) = found("GOV8001", page, **{f"a/{number}.html": page for number in range(5)})
    assert dict(finding.properties)["pages"] == 6
