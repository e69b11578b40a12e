"""GOV9008 ObsoleteTechnology: Flash, ActiveX, applets, marquees, advice to use IE."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, rule
from govlint.page.model import Page

from .old_techniques import old_techniques

_START = '<html lang="zh-CN"><head><title>云霁市林业局</title></head><body>\n'
_FLASH = (
    '<object classid="clsid:D27CDB6E-AE6D-11cf-96B8-444553540000"><param name="movie" value="img/top.swf">'
    '<embed src="img/top.swf"></object>'
)


@rule(
    "GOV9008",
    "ObsoleteTechnology",
    scope=Scope.PAGE,
    severity=Severity.WARNING,
    summary=Text(
        "页面依赖 Flash、ActiveX 等浏览器已不支持的技术。",
        "The page relies on Flash, ActiveX or the like, which browsers no longer run.",
    ),
    why=Text(
        "这些内容在主流浏览器中是空白，页面兼容性检查会因此扣分；《政府网站发展指引》也要求避免使用插件。",
        "Such content stays blank in today's browsers, which costs points for compatibility; the guideline asks for "
        "pages without plug-ins.",
    ),
    remedy=Text(
        "动画和视频改用 HTML5，控件改用通用的网页办法，去掉 <marquee> 和“建议使用 IE”的说明。",
        "Use HTML5 for animations and videos and plain web means for controls; drop <marquee> and advice to use IE.",
    ),
    examples=(
        Example(
            Text("Flash 动画", "a Flash movie"),
            {"a.html": f"{_START}{_FLASH}"},
            (Expected("a.html", 2, 1, "Flash“top.swf”"),),
        ),
        Example(
            Text("脚本写出的 Flash", "Flash that a script writes"),
            {"a.html": f"{_START}<script>\nswfobject.embedSWF('img/focus.swf', 'box', 300, 200);</script>"},
            (Expected("a.html", 3, 1, "“focus.swf”"),),
        ),
        Example(
            Text("控件、滚动字幕和浏览器说明", "a control, a marquee, advice on browsers"),
            {
                "a.html": f'{_START}<object classid="clsid:8856F961-340A-11D0-A96B-00C04FD705A2"></object>\n'
                "<marquee>欢迎访问</marquee>\n<p>建议使用1024×768分辨率 IE7.0以上版本浏览器</p>"
            },
            (
                Expected("a.html", 2, 1, "ActiveX 控件"),
                Expected("a.html", 3, 1, "<marquee>"),
                Expected("a.html", 4, 4, "IE"),
            ),
        ),
        Example(
            Text("现在的写法", "the ways of today"),
            {
                "a.html": f'{_START}<video src="a.mp4"><object data="a.swf"></object></video><embed src="b.pdf">'
                f"<!-- {_FLASH} 建议使用IE7 --><object data='c.svg'></object>"
                "<p>建议使用 Chrome 或 IE11 浏览</p><p>不建议使用IE6</p>"
                "<script>var x = new ActiveXObject('Microsoft.XMLHTTP'); alert('建议使用IE8');</script>"
            },
        ),
    ),
    basis=("guideline-2017:pop-ups",),
    tags=("markup",),
)
def obsolete_technology(page: Page, _context: Context) -> Iterator[Finding]:
    """Yield one finding for each old technique that *page* uses."""
    for found in old_techniques(page):
        yield fail(found.message, page.path, found.mark, key=found.key)._replace(weight=found.weight)
