"""GOV9003 MissingPageTitle: the document has no title, an empty one, or the one its editor put there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.finding import Edit, Finding, Fix, Mark, Severity, Text
from govlint.lazy_re import lazy_re
from govlint.lint.context import Context
from govlint.lint.rule import Example, Expected, Needs, Scope, fail, rule
from govlint.page.model import Page

from .documents import head_of, is_document

# What editors and frameworks put there, and what a template leaves whose fields are all empty.
_LEFT_OVER = lazy_re(
    r"(?:无标题|未命名|未定义标题)(?:文档|网页|页面|页)?\s*\d*|新建(?:网页|文档|页面)\s*\d*|(?:网页|页面|网站|文档)?标题|"
    r"untitled(?:[ -]?(?:document|page))?[ -]?\d*|new (?:document|page)\s*\d*|document|(?:page )?title|"
    r"insert title here|(?:vite|react|vue)(?: \+ vue)? app|undefined|null|[\s\-_|—–·>,，.。:：/]+",
    re.IGNORECASE,
)
_LONGEST = 80  # characters: the facts cut longer texts
_SET_BY_SCRIPT = lazy_re(r"document\.title\s*+=(?!=)")
_BODY = "<body><h1>云霁市林业局</h1></body></html>"


@rule(
    "GOV9003",
    "MissingPageTitle",
    scope=Scope.PAGE,
    needs=Needs.HEAD,
    severity=Severity.WARNING,
    summary=Text("页面没有标题，或标题是编辑软件的默认文字。", "The page has no title, or its editor's default one."),
    why=Text(
        "标题是读者在标签页、收藏夹、搜索结果和读屏软件里首先得到的名字。此依据出自记忆，未与原文核对。",
        "The title is the name that readers first meet: in tabs, bookmarks, search results, screen readers. The basis "
        "is from memory, not compared with the original.",
    ),
    remedy=Text(
        "在 <head> 中写 <title>：文章或栏目的名称，后接网站名称。",
        "Write a <title> in the <head>: the name of the article or column, then that of the site.",
    ),
    examples=(
        Example(
            Text("没有标题", "no title"),
            {"a.html": f"<!DOCTYPE html>\n<html>\n<head></head>{_BODY}"},
            (Expected("a.html", 3, 1, "没有标题"),),
        ),
        Example(
            Text("标题是空的", "an empty title"),
            {"a.html": f"<html><head>\n<title> </title></head>{_BODY}"},
            (Expected("a.html", 2, 1, "标题是空的"),),
        ),
        Example(
            Text("默认标题", "a default title"),
            {
                "a.html": f"<html><head><title>无标题文档</title></head>{_BODY}",
                "b.html": f"<html><head><title>Untitled Document</title></head>{_BODY}",
                "c.html": f"<html><head><title> - </title></head>{_BODY}",
            },
            (
                Expected("a.html", 1, 13, "“无标题文档”"),
                Expected("b.html", 1, 13, "“Untitled Document”"),
                Expected("c.html", 1, 13, "“-”"),
            ),
        ),
        Example(
            Text("有标题，或由脚本写", "a title, or one that a script sets"),
            {
                "a.html": f"<html><head><title>无标题作品展在市文化馆开幕</title></head>{_BODY}",
                "b.html": f"<html><head><title></title><script>document.title = name;</script></head>{_BODY}",
            },
        ),
        Example(
            Text("片段和跳转页", "a fragment and a redirect"),
            {
                "inc/top.html": '<div class="nav"><a href="/">首页</a></div>',
                "gk/index.html": '<html><head><meta http-equiv="refresh" content="0;url=zn/"></head></html>',
            },
        ),
    ),
    basis=("accessibility:page-title",),
    tags=("markup", "accessibility"),
)
def missing_page_title(page: Page, _context: Context) -> Iterator[Finding]:
    """Yield one finding for a document without a title of its own, at its title or else its head."""
    titles = page.facts.titles
    title = page.facts.title
    if (title and not _LEFT_OVER.fullmatch(title)) or not is_document(page) or _SET_BY_SCRIPT.search(page.source):
        return
    if not titles:
        said = Text("页面没有标题", "The page has no title")
    elif not title:
        said = Text("页面的标题是空的", "The title of the page is empty")
    else:
        said = Text(f"页面的标题是默认文字“{title}”", f"The page's title is the default text “{title}”")
    message = Text(
        f"{said.zh}，请在 <title> 中写明页面和网站的名称。", f"{said.en}; name the page and the site in <title>."
    )
    place = Mark(titles[0].at) if titles else head_of(page)
    yield fail(message, page.path, place, key=f"title {title}".strip(), fix=_fix(page))


def _fix(page: Page) -> Fix | None:
    """Return the fix that takes the only h1 for the title; whether it names the page well, a person has to say."""
    headings = [heading.text for heading in page.facts.headings if heading.level == 1 and heading.text]
    if len(headings) != 1 or not 1 < len(headings[0]) < _LONGEST or _LEFT_OVER.fullmatch(headings[0]):
        return None
    from html import escape

    text = escape(headings[0], quote=False)
    if page.facts.titles:
        edit = Edit(page.path, Mark(page.facts.titles[0].at, "raw"), text)
    else:
        edit = Edit(page.path, head_of(page)._replace(part="behind"), f"\n<title>{text}</title>")
    return Fix(Text("用一级标题作页面标题", "Take the h1 for the title of the page"), (edit,))
