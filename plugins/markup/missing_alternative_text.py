"""GOV9005 MissingAlternativeText: pictures that say nothing to those who do not see them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from govlint.finding import Finding, Location, Mark, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, rule
from govlint.page.model import Page

from .pictures import Part, Picture, mute_pictures

_MOST_EXAMPLES = 10
_MOST_BY_NAME = 15  # pictures of one kind on a page that are told one by one
_ALSO = Text("这张也没有", "this one neither")
_START = '<html lang="zh-CN"><head><title>云霁市林业局</title></head><body>\n'


class _Fault(NamedTuple):
    pictures: Sequence[Picture]
    message: Text
    key: str


@rule(
    "GOV9005",
    "MissingAlternativeText",
    scope=Scope.PAGE,
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
            Text("列表的缩略图", "the thumbnails of a list"),
            {"a.html": f'{_START}<a href="b.html"><img src="20160301.jpg"></a><a href="b.html">造林</a>'},
            (Expected("a.html", 2, 18, "缩略图"),),
        ),
        Example(
            Text("链接里只有空 alt 的图片", "a link that holds nothing but a picture of empty alt"),
            {"a.html": f'{_START}<a href="zt/"><img src="zt.png" alt=""></a>'},
            (Expected("a.html", 2, 15, "图片链接“zt.png”"),),
        ),
        Example(
            Text("有替代文本，或者只是装饰", "alternative texts, and ornaments"),
            {
                "a.html": f'{_START}<img src="a.png" alt="办事流程图"><img src="b.png" alt=""><img src="c.png" title="局徽">'
                '<img src="space.gif"><img src="d.gif" width="1" height="1"><a href="a/"><img src="e.png" alt=""> 公告</a>'
                '<a href="b/"><img src="f.png" alt=""></a><a href="b/">森林防火</a><a href="c/" title="公开"><img src="g.png" '
                'alt=""></a><img src="h.png" aria-hidden="true">'
            },
        ),
    ),
    basis=("accessibility:alternatives",),
    tags=("markup", "accessibility"),
)
def missing_alternative_text(page: Page, _context: Context) -> Iterator[Finding]:
    """Yield a finding for each mute picture of the site's template on *page*, and one for all that editors put there."""
    pictures: dict[tuple[str, Part], Picture] = {}
    for picture in mute_pictures(page):
        pictures.setdefault((picture.address, picture.part), picture)
    for part in Part:
        if alike := [picture for picture in pictures.values() if picture.part is part]:
            yield from map(partial(_finding, page), _thumbnails(alike) if part is Part.THUMBNAIL else _by_fault(alike))


def _thumbnails(pictures: Sequence[Picture]) -> Iterator[_Fault]:
    message = Text(
        '缩略图没有 alt，它的链接已有文字，请在列表模板里给它写 alt=""。',
        'Thumbnails have no alt; their links have a text, so write alt="" in the list\'s template.',
    )
    yield _Fault(pictures, message, "thumbnails")


def _by_fault(pictures: Sequence[Picture]) -> Iterator[_Fault]:
    """Yield what is told of *pictures* of one kind: each of the template's by itself, the page's own ones together."""
    by_name = [picture for picture in pictures if not picture.uploaded]
    if len(by_name) > _MOST_BY_NAME:
        by_name = []
    for picture in by_name:
        yield _fault([picture])
    if rest := [picture for picture in pictures if picture.uploaded or not by_name]:
        yield _fault(rest)


def _fault(pictures: Sequence[Picture]) -> _Fault:
    first, count = pictures[0], len(pictures)
    if first.part is Part.LINK:
        what, ask = Text("图片链接", "picture link"), Text("请写明链接的去处", "say where it leads")
    else:
        what, ask = Text("图片", "picture"), Text("请写明内容", "say what it shows")
    who = Text(f"{what.zh}“{first.name}”", f"The {what.en} “{first.name}” has")
    if count > 1:
        who = Text(f"“{first.name}”等 {count} 张{what.zh}", f"{count} {what.en}s, “{first.name}” among them, have")
    message = Text(f"{who.zh}没有替代文本（alt），{ask.zh}。", f"{who.en} no alternative text (alt); {ask.en}.")
    return _Fault(pictures, message, f"{first.part.value} {first.address} {count}")


def _finding(page: Page, fault: _Fault) -> Finding:
    first, *others = fault.pictures
    related = [Location(page.path, Mark(other.at), _ALSO) for other in others[:_MOST_EXAMPLES]]
    found = fail(fault.message, page.path, first.at, key=fault.key, related=related)
    return replace(found, weight=Severity.WARNING) if first.part is Part.LINK else found
