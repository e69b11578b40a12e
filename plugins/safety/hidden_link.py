"""GOV8001 HiddenLink: links to foreign sites that visitors cannot see and search engines can (暗链)."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, rule
from govlint.site.site import Site

from .hidden_cases import said

_OFF_SCREEN = """<body><p>某县人民政府</p>
<div style="position:absolute;left:-9999px"><a href="http://www.aa8871.com/">某某网</a>
<a href="http://bb.cc9.net/x">热门</a></div></body>"""
_GAMBLING = """<body><div id="foot" style="display:none">
<a href="http://www.cc556.com">北京赛车平台注册</a></div></body>"""
_WRITTEN = """<body><script>document.write("<div style='display:none'>");</script>
<a href="http://www.dd771.com/">养生</a><script>document.write("</div>");</script></body>"""
_MARQUEE = """<body>
<marquee height="1" width="1"><a href="http://www.ee99.net/">传奇</a></marquee></body>"""
_SHEET = """<head><link rel="stylesheet" href="css/a.css"></head>
<body><div class="yqlj"><a href="http://www.ff12.com/">某公司</a></div></body>"""
_MENU = """<body><ul><li>部门网站<ul style="display:none"><li><a href="http://www.aa.gov.cn/">某局</a></li>
<li><a href="http://www.people.com.cn/">人民网</a></li></ul></li></ul>
<div style="display:none"><a href="https://www.cnzz.com/stat/website.php?web_id=1">站长统计</a></div></body>"""
_MAY_OPEN = """<body><ul><li>企业链接
<ul class="sub" style="display:none"><li><a href="http://www.gg34.com/">某公司</a></li></ul></li></ul></body>"""


def _example(zh: str, en: str, page: str, *expected: Expected, **files: str) -> Example:
    pages = {
        "index.html": f"<html>{page}</html>",
        **{name.replace("__", "/") + ".css": css for name, css in files.items()},
    }
    return Example(Text(zh, en), pages, expected, hosts=("www.example.gov.cn",))


@rule(
    "GOV8001",
    "HiddenLink",
    scope=Scope.SITE,
    needs=Needs.LITERAL,
    severity=Severity.ERROR,
    summary=Text(
        "页面里有访问者看不见、指向外部网站的链接（暗链）。",
        "A page holds links to foreign sites that visitors cannot see.",
    ),
    why=Text(
        "暗链通常是网站被入侵后植入的，用来给博彩、色情等网站提高搜索排名；链接到有害网站属于单项否决情形。"
        "本站的下拉菜单、选项卡和政府网站链接不在此列。",
        "Such links are put in by whoever broke into the site, to lift gambling or pornography in search engines; "
        "linking to harmful sites is a veto. Menus, tabs and links to government sites are not meant.",
    ),
    remedy=Text(
        "删去这些链接，查清植入途径，检查模板、数据库和服务器上的其他文件；是菜单的，核对链接后保留。",
        "Delete the links, find out how they came in, and look through templates, database and server.",
    ),
    examples=(
        _example("移出屏幕", "Moved off the screen", _OFF_SCREEN, Expected("index.html", 2, 1, "aa8871.com")),
        _example("隐藏的博彩链接", "Hidden gambling links", _GAMBLING, Expected("index.html", 1, 13, "博彩")),
        _example("脚本写出的隐藏块", "Hidden by a script", _WRITTEN, Expected("index.html", 1, 13, "脚本")),
        _example("一个像素的滚动条", "A marquee of one pixel", _MARQUEE, Expected("index.html", 2, 1, "ee99.net")),
        _example(
            "样式表隐藏，脚本可能打开",
            "Hidden by a style sheet",
            _SHEET,
            Expected("index.html", 2, 25, "ff12.com", Verdict.REVIEW),
            css__a=".yqlj { display: none }",
        ),
        _example(
            "可能打开的下拉菜单",
            "A menu that may open",
            _MAY_OPEN,
            Expected("index.html", 2, 1, "gg34", Verdict.REVIEW),
        ),
        _example("本站的隐藏菜单和统计", "The site's own hidden menu, and statistics", _MENU),
    ),
    basis=("national-2019:veto-safety",),
    tags=("safety", "single-file"),
)
def hidden_link(site: Site, _context: Context) -> Iterator[Finding]:
    """Yield a finding for each group of hidden links to the same foreign hosts, with the number of its pages."""
    yield from said(site)
