"""GOV9009 FloatingAdvertisement: a box that drifts over the page."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, review, rule
from govlint.page.model import Page

from .floating_boxes import floating_box

_START = '<html lang="zh-CN"><head><title>云霁市林业局</title></head><body>\n'
_DRIFT = (
    "<script>var xPos = 20, yPos = 9; function changePos() { xPos += 1; yPos += 1; "
    "var s = document.getElementById('fc').style; s.left = xPos + 'px'; s.top = yPos + 'px'; }"
    " setInterval(changePos, 30);</script>"
)
_UNMOVED = Text(
    "名称像飘窗，但文件里没有看到让它移动的脚本；打开线上页面即可判定。",
    "It is named like a floating box, yet no script at hand moves it; a look at the live page decides it.",
)
_UNUSED = Text(
    "页面里没有看到飘窗，也没有看到对它的调用；打开线上页面即可判定。",
    "Neither a box nor a call of the script is in the page; a look at the live page decides it.",
)


@rule(
    "GOV9009",
    "FloatingAdvertisement",
    scope=Scope.PAGE,
    severity=Severity.NOTE,
    summary=Text("页面上有飘窗或对联广告。", "A box floats over the page."),
    why=Text(
        "飘动的窗口遮挡内容，读屏和键盘用户难以关闭；《政府网站发展指引》要求避免。此依据出自记忆，未与原文核对。",
        "A box that drifts covers the content and is hard to close by keyboard; the guideline asks to avoid it. "
        "The basis is from memory, not compared with the original.",
    ),
    remedy=Text(
        "把飘窗里的内容放到页面的固定位置，如首页横幅或通知栏目。", "Put what it says at a fixed place of the page."
    ),
    examples=(
        Example(
            Text("四处飘动的图片", "a picture that drifts"),
            {"a.html": f'{_START}<div id="fc" style="position:absolute">征兵</div>\n{_DRIFT}'},
            (Expected("a.html", 3, 1, "飘窗"),),
        ),
        Example(
            Text("名称像飘窗，脚本不在文件中", "named like one, its script not at hand"),
            {"a.html": f'{_START}<div id="piaochuang"><a href="zt/">专题</a></div><script src="js/a.js"></script>'},
            (Expected("a.html", words="“piaochuang”", verdict=Verdict.REVIEW),),
        ),
        Example(
            Text("浮动排版和固定侧栏", "floats of the layout, a fixed sidebar"),
            {
                "a.html": f'{_START}<div class="clearfloat float-left"><p>红旗飘扬，水面漂浮物清理完毕。</p></div>'
                '<div id="toolbar" style="position:fixed;right:0">返回顶部</div>'
                "<script>$('.focus').animate({left: -300}, 500); setInterval(play, 3000);</script>"
            },
        ),
    ),
    basis=("accessibility:no-advertising", "guideline-2017:pop-ups"),
    tags=("markup", "accessibility"),
)
def floating_advertisement(page: Page, _context: Context) -> Iterator[Finding]:
    """Yield one finding for the floating box of *page*: a review where no script at hand moves it."""
    box = floating_box(page)
    if box is None:
        return
    shown = Text(f"“{box.name}”", f" “{box.name}”") if box.name else Text("", "")
    key = f"box {box.name}".strip()
    if box.sure:
        message = Text(
            f"页面上有飘动的窗口（飘窗）{shown.zh}，请改放在页面的固定位置。",
            f"A box{shown.en} drifts over the page; put what it says at a fixed place.",
        )
        yield fail(message, page.path, box.mark, key=key)
    elif box.file:
        message = Text(
            f"页面引用了飘窗脚本{shown.zh}，请核对：不再使用的删去，使用的把内容改放在固定位置。",
            f"The page loads a script for floating boxes{shown.en}; drop it if unused, else fix the box's place.",
        )
        yield review(message, page.path, box.mark, key=key, reason=_UNUSED)
    else:
        message = Text(
            f"页面上可能有飘窗{shown.zh}，请核对，飘动的改放在固定位置。",
            f"A box{shown.en} may float over the page; check it, and put it at a fixed place.",
        )
        yield review(message, page.path, box.mark, key=key, reason=_UNMOVED)
