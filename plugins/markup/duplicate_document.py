"""GOV9002 DuplicateDocument: a document within the document, or two titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from govlint.finding import Finding, Location, Mark, Severity, Text
from govlint.lazy_re import lazy_re
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Scope, fail, rule
from govlint.page.model import Page
from govlint.page.tags import StartTag, start_tags

_PARTS = ("html", "head", "body")
_PART = lazy_re(r"<(html|head|body)(?=[\s/>])", re.IGNORECASE)
_FIRST = Text("第一个", "the first one")
_FOR_SOME = 300  # characters in which <![if IE]> may stand before the <html> that is for that browser alone
_HEAD = "<head><title>云霁市林业局</title></head>"


@rule(
    "GOV9002",
    "DuplicateDocument",
    scope=Scope.PAGE,
    severity=Severity.WARNING,
    summary=Text(
        "页面里又有一个 <html>、<head>、<body> 或 <title>。",
        "The page holds a second <html>, <head>, <body> or <title>.",
    ),
    why=Text(
        "被引用的页头、页脚自带整套文档标签时，浏览器会丢掉或挪动其中的样式、标题和 META，各浏览器结果不同。",
        "Where an included header or footer brings a whole document, browsers drop or move its styles, title and META, "
        "each in its own way.",
    ),
    remedy=Text(
        "被引用的片段只留内容，不带 <html>、<head>、<body>；每个页面只写一个 <title>。",
        "Keep <html>, <head> and <body> out of included fragments; write one <title> a page.",
    ),
    examples=(
        Example(
            Text("引用的页头自带整个文档", "an included header brings a document"),
            {"a.html": f"<html>{_HEAD}<body>\n <html><head></head><body>页头</body></html>\n<p>正文</p></body></html>"},
            (Expected("a.html", 2, 2, "<html>、<head> 和 <body>"),),
        ),
        Example(
            Text("两个 body", "two bodies"),
            {"a.html": f"<html>{_HEAD}\n<body>\n<body class='x'><p>正文</p></body></html>"},
            (Expected("a.html", 3, 1, "第二个 <body>"),),
        ),
        Example(
            Text("两个不同的标题", "two titles that differ"),
            {"a.html": "<html><head><title>公示</title>\n<title>云霁市林业局</title></head><body>正文</body></html>"},
            (Expected("a.html", 2, 1, "“云霁市林业局”"),),
        ),
        Example(
            Text("注释、脚本和图形里的不算", "those in comments, scripts and drawings do not count"),
            {
                "a.html": f"<!--[if IE]><html class='ie'><![endif]--><html>{_HEAD}<body>"
                "<script>w('<body><html>')</script><svg><symbol><title>放大</title></symbol></svg><textarea><body></textarea></body></html>",
                "b.html": f"<![if IE 8]><html class='ie8'><![endif]><html>{_HEAD}<body>正文</body></html>",
            },
        ),
    ),
    tags=("markup",),
)
def duplicate_document(page: Page, _context: Context) -> Iterator[Finding]:
    """Yield one finding for a document in *page*, else one for a second title."""
    if max(Counter(map(str.lower, _PART.findall(page.source))).values(), default=0) > 1:
        found = [tag for tag in start_tags(page.source) if tag.name in _PARTS and not _is_for_some(page.source, tag)]
        by_name = {name: [tag for tag in found if tag.name == name] for name in _PARTS}
        if twice := [name for name in _PARTS if len(by_name[name]) > 1]:
            yield _second_part(page, twice, by_name)
            return
    yield from _second_title(page)


def _is_for_some(source: str, tag: StartTag) -> bool:
    """Whether *tag* stands in a ``<![if IE 8]> … <![endif]>`` for one browser."""
    before = source[max(0, tag.start - _FOR_SOME) : tag.start].lower()
    return before.rfind("<![if") > before.rfind("<![endif]")


def _second_part(page: Page, twice: list[str], by_name: dict[str, list[StartTag]]) -> Finding:
    tags = [f"<{name}>" for name in twice]
    zh = tags[0] if len(tags) == 1 else f"{'、'.join(tags[:-1])} 和 {tags[-1]}"
    en = tags[0] if len(tags) == 1 else f"{', '.join(tags[:-1])} and {tags[-1]}"
    first, second = by_name[twice[0]][:2]
    message = Text(
        f"页面里有第二个 {zh}，多半来自引用的片段，请从片段中去掉。",
        f"The page holds a second {en}, mostly from an included fragment; take it out of there.",
    )
    related = [Location(page.path, Mark(span=(first.start, first.end)), _FIRST)]
    return fail(message, page.path, Mark(span=(second.start, second.end)), key=" ".join(twice), related=related)


def _second_title(page: Page) -> Iterator[Finding]:
    titles = [title for title in page.facts.titles if not _is_drawn(page, title.at)] if page.facts.titles[1:] else []
    if len(titles) < 2:
        return
    first, second = titles[:2]
    message = Text(
        f"页面有第二个标题“{second.text[:40]}”，浏览器只用第一个，请只留一个 <title>。",
        f"The page has a second title, “{second.text[:40]}”; browsers use the first alone, so keep one <title>.",
    )
    found = fail(
        message, page.path, second.at, key="title", related=[Location(page.path, Mark(first.at, "text"), _FIRST)]
    )
    yield found if first.text != second.text else found._replace(weight=Severity.NOTE)


def _is_drawn(page: Page, at: int) -> bool:
    """Whether the title *at* names a drawing."""
    return next(page.elements[at].iterancestors("svg", "symbol"), None) is not None
