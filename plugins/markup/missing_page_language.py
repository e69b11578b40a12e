"""GOV9007 MissingPageLanguage: the document does not say which language it is in."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.finding import Edit, Finding, Fix, Mark, Severity, Text
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, fail, rule
from govlint.page.model import Page
from govlint.page.tags import attributes, start_tags

from .documents import is_document
from .written_chinese import is_chinese

_REST = "<head><title>云霁市林业局</title></head><body><p>今日要闻</p></body></html>"


@rule(
    "GOV9007",
    "MissingPageLanguage",
    scope=Scope.PAGE,
    needs=Needs.ATTRIBUTE,
    severity=Severity.NOTE,
    summary=Text("页面没有声明语言。", "The page does not declare its language."),
    why=Text(
        "读屏软件和翻译工具靠 lang 选择读音和语种；没有声明时，读音由各个软件自行猜测。此依据出自记忆，未与原文核对。",
        "Screen readers and translators choose voice and language by lang; without it each of them guesses. The basis "
        "is from memory, not compared with the original.",
    ),
    remedy=Text('在 <html> 上写 lang="zh-CN"。', 'Write lang="zh-CN" on <html>.'),
    examples=(
        Example(
            Text("没有 lang", "no lang"),
            {"index.html": f"<!DOCTYPE html>\n<html>{_REST}"},
            (Expected("index.html", 2, 1, "没有声明语言"),),
        ),
        Example(
            Text("全站一样只报一次", "said once for all pages"),
            {"index.html": f"<html>{_REST}", "gk/index.html": f"<html>{_REST}"},
            (Expected("index.html", 1, 1, "共 2 个页面"),),
        ),
        Example(Text("有 lang", "with lang"), {"index.html": f'<!DOCTYPE html><html lang="zh-CN">{_REST}'}),
        Example(Text("XHTML 的写法", "the way of XHTML"), {"index.html": f'<html xml:lang="zh">{_REST}'}),
        Example(
            Text("被引用的片段和跳转页", "an included fragment and a redirect"),
            {
                "inc/top.html": '<div class="nav"><a href="/">首页</a><a href="/gk/">信息公开</a></div>',
                "gk/index.html": '<html><head><meta http-equiv="refresh" content="0;url=zn/"></head></html>',
            },
        ),
    ),
    basis=("accessibility:language",),
    tags=("markup", "accessibility"),
)
def missing_page_language(page: Page, _context: Context) -> Iterator[Finding]:
    """Yield one finding for a document of no declared language, at its ``<html>``."""
    if not page.facts.language and is_document(page):
        message = Text(
            '页面没有声明语言，请在 <html> 上写 lang="zh-CN"。',
            'The page does not declare its language; write lang="zh-CN" on <html>.',
        )
        yield fail(message, page.path, Mark(0), key="lang", fix=_fix(page))


def _fix(page: Page) -> Fix | None:
    """Return the fix for a page that is surely Chinese, in the place of an empty ``lang`` where there is one."""
    if not page.elements or page.elements[0].tag != "html" or not is_chinese(page):
        return None
    if page.elements[0].get("lang") is None:
        edit = Edit(page.path, _place(page, "inside"), ' lang="zh-CN"')
    else:
        edit = Edit(page.path, _place(page, "@lang"), 'lang="zh-CN"')
    return Fix(Text('在 <html> 上写 lang="zh-CN"', 'Write lang="zh-CN" on <html>'), (edit,), safe=True)


def _place(page: Page, part: str) -> Mark:
    """Return the place of *part* of the ``<html>`` element, by offsets where its tag opens the page, as it mostly does.

    All pages of a site may need this fix, and reading all tags of each takes as long as parsing it.
    """
    from govlint.page.align import agrees

    tag = next(start_tags(page.source), None)
    if tag is None or not agrees(page.source, page.elements[0], tag):
        return Mark(0, part)
    if part == "inside":
        at = tag.start + 1 + len(tag.name)
        return Mark(span=(at, at))
    return Mark(span=attributes(page.source, tag)[part[1:]])
