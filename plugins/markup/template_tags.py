"""Template tags that stand in a page as they were written: the publisher failed to fill them in.

Code samples, scripts, comments and form fields are left alone. What a script may fill in the browser is told apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.lint.hints import Hint
from govlint.page.model import Page
from govlint.page.tags import StartTag, attributes, start_tags
from govlint.page.words import holds_any, words

# The tags of publishing systems, as their manuals write them, by the characters they begin with.
_TAG = lazy_re(
    r"[{$\[<#](?:"
    r"(?<=\{)(?:\{[^{}<>\n]{1,80}\}\}|\$[A-Za-z_][^{}<>\n]{0,80}\}|(?:dede|pc|stl|php|eyou)[ :.][^{}<>\n]{1,200}\}"
    r"|/(?:dede:\w{1,20}|pc|loop|volist|foreach)\}|(?:loop|volist|foreach|template|include) [^{}<>\n]{1,200}\}"
    r"|(?:标题|栏目名称|栏目URL|文章URL|发布时间|缩略图|站点名称|当前位置)(?:\([^(){}\n]{1,30}\))?\}"
    r"|(?:Content|Channel|Stl)\.[A-Z]\w{1,30}\})"
    r"|(?<=\$)!?\{[A-Za-z_][^{}<>\n]{0,80}\}"
    r"|(?<=\[)(?:/?field:[^\[\]<>\n]{1,100}\]|!--[\w.]{1,40}--\]|e:loop=|/[#@]\w{0,30}\]"
    r"|#(?:list|if|elseif|include|assign|macro) [^\[\]<>\n]{1,200}\]"
    r"|@[a-z]\w{2,30} [a-z]\w{0,20}\s?=[^\[\]<>\n]{1,200}\])"
    r"|(?<=<)(?:[#@](?:list|if|elseif|include|import|assign|macro|[a-z_]\w{2,40}(?= [a-z]\w{0,20}=))[^<>\n]{0,200}>"
    r"|%[@=!#-]{0,2}\s?\w[^%]{0,300}%>|\?(?:php\b|=)[^\n]{0,200})"
    r"|(?<=#)(?:foreach|set)\s?\([^()\n]{0,20}\$[^()\n]{1,100}\))"
)
_ALSO_OF_SCRIPTS = ("{{", "${", "$!{", "{$")  # tags that scripts in the browser use, too
_ELEMENT = lazy_re(
    r"(?:trs_(?!page_sep|editor)[a-z]|stl:|cms:[a-z]|c:(?:foreach|if|out|choose|url|set)$|jsp:|asp:[a-z])"
)
# What one of these must hold: quick to look for.
_ELEMENT_HINTS = ("<trs_", "<stl:", "<cms:", "<c:", "<jsp:", "<asp:")
_HINTS = Hint(
    words(
        "{{ ${ $!{ {/ {loop {volist {foreach {dede: {pc: {stl {php {eyou {template {include field: [!-- [e:loop [@ [/@ "
        "[/# [#list [#if [#elseif [#include [#assign [#macro <# <@ <% <? "
        "{标题 {栏目 {文章 {发布 {缩略 {站点 {当前 {content. {channel. #foreach #set"
    ).union(_ELEMENT_HINTS),
    any_case=True,
)
_VARIABLE = lazy_re(r"\{\$[A-Za-z_]")
_CLIENT = lazy_re(
    r"\s(?:v-(?:if|for|bind|model|html|text|on|cloak|show|else)|ng-(?:app|repeat|bind|controller|if)|x-data|ms-\w{2,12}|"
    r"data-bind|:(?:key|class|href|src)|@click)\b|<script[^<>]{0,200}\b(?:(?:vue|angular|avalon|knockout|handlebars|"
    r"mustache|juicer|doT|template|art-?template|laytpl|layui|jsrender|underscore|lodash|jtemplates?|tmpl|alpine)"
    r"[\w.-]{0,20}\.js|text/[\w-]{0,20}(?:template|tmpl|html))|"
    r"new Vue\(|createApp\(|angular\.module\(|laytpl\(|Mustache\.|Handlebars\.|juicer\(|\.tmpl\(|setTemplate",
    re.IGNORECASE,
)
_QUIET = frozenset(("pre", "code", "samp", "kbd", "xmp", "listing", "template", "noscript", "svg", "math"))
_READ = ("href", "src", "title", "alt", "value", "action")
_GAP = lazy_re(r"<!--|</([A-Za-z]+)")
_MOST = 200


def has_variable(text: str) -> bool:
    """Whether *text* holds what begins like a variable of a template, and not like code of jQuery."""
    return _VARIABLE.search(text) is not None


_VARIABLES = Hint.of("template variables", has_variable, among=("{$",))


class TemplateTag(NamedTuple):
    """A template tag as *written* in the source at *span*; a *maybe* is one that a script may fill in."""

    written: str
    span: tuple[int, int]
    maybe: bool


def template_tags(page: Page) -> Sequence[TemplateTag]:
    """Return the first template tags of *page* that visitors see or that addresses hold, in order."""
    if not (_HINTS.on(page) or _VARIABLES.on(page)) or not _outside_scripts(page.source, page.lower):
        return ()
    return tuple(islice(_tags_in(page.source), _MOST))


def _outside_scripts(source: str, lower: str) -> bool:
    """Whether anything like a template tag stands outside scripts: most pages end here."""
    if len(lower) != len(source) or holds_any(lower, _ELEMENT_HINTS):
        return True
    at = 0
    while (script := lower.find("<script", at)) >= 0:
        code = lower.find(">", script) + 1 or len(source)
        if _TAG.search(source, at, code) is not None:
            return True
        at = lower.find("</script", code)
        if at < 0:
            return False
    return _TAG.search(source, at) is not None


def has_client_templates(page: Page) -> bool:
    """Whether *page* loads or uses something that fills templates in the browser."""
    return _CLIENT.search(page.source) is not None


def _tags_in(source: str) -> Iterator[TemplateTag]:
    quiet: list[str] = []
    at = 0
    for tag in start_tags(source):
        yield from _in_gap(source, at, tag.start, quiet)
        if not quiet:
            yield from _in_tag(source, tag)
        at = tag.end
        if tag.text_end >= 0:
            if tag.name == "title":
                yield from _in_text(source, tag.end, tag.text_end)
            at = tag.text_end
        elif tag.name in _QUIET:
            quiet.append(tag.name)
    yield from _in_gap(source, at, len(source), quiet)


def _in_gap(source: str, start: int, end: int, quiet: list[str]) -> Iterator[TemplateTag]:
    """Yield the tags in the text between two start tags; end tags in it close the elements of *quiet*."""
    while start < end:
        stop = _GAP.search(source, start, end)
        text_end = stop.start() if stop else end
        if not quiet:
            yield from _in_text(source, start, text_end)
        if stop is None:
            return
        if stop[1] is None:
            closed = source.find("-->", stop.end() - 2, end)
            start = closed + 3 if closed >= 0 else end
        else:
            if quiet and quiet[-1] == stop[1].lower():
                quiet.pop()
            start = stop.end()


def _in_text(source: str, start: int, end: int) -> Iterator[TemplateTag]:
    for found in _TAG.finditer(source, start, end):
        yield TemplateTag(found[0], found.span(), found[0].startswith(_ALSO_OF_SCRIPTS))


def _in_tag(source: str, tag: StartTag) -> Iterator[TemplateTag]:
    """Yield *tag* itself where it is one of a publishing system, else the template tags in what visitors meet of it."""
    if _ELEMENT.match(tag.name):
        yield TemplateTag(source[tag.start : tag.end], (tag.start, tag.end), False)
        return
    if _TAG.search(source, tag.start + 1, tag.end) is None:
        return
    said = attributes(source, tag)
    for name in _READ:
        if name in said and not (name == "value" and tag.name != "input"):
            yield from _in_text(source, *said[name])
