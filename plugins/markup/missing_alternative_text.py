"""GOV9005 MissingAlternativeText: pictures that say nothing to those who do not see them."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Finding, Location, Mark, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, fail, rule
from govlint.page.model import Page

from .picture_faults import PictureFault, picture_faults

_MOST_EXAMPLES = 10
_ALSO = Text("这张也没有", "this one neither")
_START = '<html lang="zh-CN"><head><title>云霁市林业局</title></head><body>\n'


@rule(
    "GOV9005",
    "MissingAlternativeText",
    scope=Scope.PAGE,
    needs=Needs.ATTRIBUTE,
    severity=Severity.NOTE,
    summary=Text("图片没有替代文本（alt）。", "A picture has no alternative text (alt)."),
    why=Text(
        "读屏软件靠 alt 读出图片；图片链接没有 alt，盲人不知道它通向哪里。此依据出自记忆，未与原文核对。",
        "Screen readers read alt in a picture's place; a picture link without it leads who knows where. The basis is "
        "from memory, not compared with the original.",
    ),
    remedy=Text(
        '给图片写 alt：写图片的内容，图片链接写去处；纯装饰的图片写 alt=""。',
        'Write alt: what the picture shows, or where its link leads; alt="" for mere ornaments.',
    ),
    examples=(
        Example(
            Text("图片链接和图片", "a picture link and a picture"),
            {"a.html": f'{_START}<a href="zt/"><img src="zt.png"></a>\n<img src="map.png">\n'},
            (Expected("a.html", 2, 15, "图片链接“zt.png”"), Expected("a.html", 3, 1, "图片“map.png”")),
        ),
        Example(
            Text("全站共用的图片只报一次", "a picture of all pages is told once"),
            {
                "index.html": f'{_START}<img src="img/logo.png"></body></html>',
                "gk/zn/index.html": f'{_START}<img src="../../img/logo.png"></body></html>',
            },
            (Expected("index.html", 2, 1, "共 2 个页面"),),
        ),
        Example(
            Text("文章里的图片合为一条", "the pictures of an article make one finding"),
            {"a.html": _START + '<p><img src="W020160301001.jpg"><img src="W020160301002.jpg"></p>'},
            (Expected("a.html", 2, 4, "“W020160301001.jpg”等 2 张图片"),),
        ),
        Example(
            Text("列表的缩略图、链接文字前的图标", "the thumbnails of a list, icons before texts"),
            {"a.html": f'{_START}<a href="b.html"><img src="20160301.jpg"></a><a href="b.html">造林</a>'},
            (Expected("a.html", 2, 18, "缩略图或图标"),),
        ),
        Example(
            Text("链接里只有空 alt 的图片", "a link that holds nothing but a picture of empty alt"),
            {"a.html": f'{_START}<a href="zt/"><img src="zt.png" alt=""></a>'},
            (Expected("a.html", 2, 15, "图片链接“zt.png”"),),
        ),
        Example(
            Text("有替代文本，或者只是装饰", "alternative texts, and ornaments"),
            {
                "a.html": f'{_START}<img src="a.png" alt="图解"><img src="b.png" alt=""><img src="c.png" title="徽">'
                '<img src="space.gif"><img src="d.gif" width="1" height="1"><img src="h.png" aria-hidden="true">'
                '<a href="a/"><img src="e.png" alt=""> 公告</a><a href="b/"><img src="f.png" alt=""></a>'
                '<a href="b/">森林防火</a><a href="c/" title="公开"><img src="g.png" alt=""></a>'
            },
        ),
    ),
    basis=("accessibility:alternatives",),
    tags=("markup", "accessibility"),
)
def missing_alternative_text(page: Page, _context: Context) -> Iterator[Finding]:
    """Yield a finding for each fault that the mute pictures of *page* make."""
    for fault in picture_faults(page):
        yield _finding(page, fault)


def _finding(page: Page, fault: PictureFault) -> Finding:
    first, *others = fault.pictures
    related = [Location(page.path, Mark(other.at), _ALSO) for other in others[:_MOST_EXAMPLES]]
    found = fail(fault.message, page.path, first.at, key=fault.key, related=related, fix=fault.fix)
    return found._replace(weight=Severity.WARNING) if fault.is_link else found
