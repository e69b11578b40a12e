"""Hostile pages: strategies that make what no export should hold, and what attackers and broken programs leave."""

from __future__ import annotations

from hypothesis import strategies as st

TAGS = (
    *("a", "div", "span", "p", "table", "tr", "td", "ul", "li", "script", "style", "iframe", "form", "input", "select"),
    *("option", "title", "meta", "marquee", "font", "h1", "img", "base"),
)
ATTRIBUTES = (
    *("href", "src", "style", "class", "id", "onclick", "name", "content", "value", "action", "width", "height"),
    *("hidden", "title", "alt", "srcset"),
)
VALUES = (
    "javascript:;",
    "#",
    "",
    "http://",
    "http://[::1",
    "//aa88.com/x",
    "index.html?a=1&b=2#c",
    "display:none",
    "position:absolute;left:-9999px;text-indent:-99em",
    "font-size:0;color:#fff;background:#fff url(",
    "11010519491231002X",
    "139-0000-1234",
    "2020-02-30",
    "0;url=./",
    "refresh",
    "keywords",
    "搜索",
    "\x00\x0b\ud7ff",
    "%E4%BD%",
    "x" * 300,
)
SCRIPTS = (
    "document.write('<div style=\"display:none\">')",
    "document.write(unescape('%3Cscript src=//a.com/b.js%3E'))",
    "eval(function(p,a,c,k,e,d){}('0 1',2,2,'a|b'.split('|'),0,{}))",
    "String.fromCharCode(60,0x73,999999,114)",
    "atob('PHNjcmlwdD4=')",
    "if(navigator.userAgent.indexOf('baidu')){location.href='//a.com'}",
    "createPageHTML(7, 0, 'index', 'html')",
    "'" + "\\" * 99,
    "/*",
    "`${`${",
    "/[/",
    "<!--",
)
PIECES = (
    "<!DOCTYPE html>",
    "<html>",
    "</html>",
    "<body>",
    "</body>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<",
    ">",
    '"',
    "'",
    "&#",
    "&#x1F600;",
    "&nbsp;",
    "网站标识码4300000001",
    "京ICP备12345678号",
    "当前位置：首页 > 要闻",
    "共 0 条",
    "2018-07-27",
    "[06-23]",
    "下一页",
    "身份证号码：11010519491231002X",
    "联系电话：13900001234",
    "\x00",
    "\ufeff",
    "\r",
    "\n",
    "\u2028",
    "😀",
)

_attribute = st.tuples(st.sampled_from(ATTRIBUTES), st.sampled_from(VALUES), st.sampled_from(("'", '"', ""))).map(
    lambda parts: f" {parts[0]}={parts[2]}{parts[1]}{parts[2]}"
)
_start = st.tuples(st.sampled_from(TAGS), st.lists(_attribute, max_size=4)).map(
    lambda parts: f"<{parts[0]}{''.join(parts[1])}>"
)
_end = st.sampled_from(TAGS).map(lambda tag: f"</{tag}>")
_script = st.sampled_from(SCRIPTS).map(lambda code: f"<script>{code}</script>")

markup = st.lists(
    st.one_of(_start, _start, _end, _script, st.sampled_from(PIECES), st.text(max_size=8)), max_size=40
).map("".join)
"""Markup that is nearly right, or not at all."""

encoded = st.tuples(markup, st.sampled_from(("utf-8", "gb18030", "utf-16-le", "big5"))).map(
    lambda parts: parts[0].encode(parts[1], "replace")
)
"""The same as bytes, in the encodings that exports come in."""
