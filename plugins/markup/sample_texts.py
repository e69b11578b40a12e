"""Texts that a designer put in until the real ones come: “标题1”, “这里是内容”, lorem ipsum."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govlint.lazy_re import lazy_re
from govlint.lint.hints import Hint
from govlint.page.facts import Run
from govlint.page.model import Page

_WHAT = "标题|内容|正文|文字|文本|简介|摘要|新闻|文章|图片|栏目|段落"
# Each is a whole stretch of text: “测试” and “标题” within a sentence are ordinary words.
_SURE = lazy_re(
    rf"(?P<twice>{_WHAT}|测试|名称|新闻标题|文章标题|栏目名称|链接)(?:\s?(?P=twice)){{1,30}}\w?[\d.…]*+"
    rf"|这(?:里|儿)(?:是|显示|放置|写|放)\w{{0,4}}?(?:{_WHAT})(?:[,，.。…！!].{{0,40}}|\d{{0,3}})"
    rf"|此处(?:为|是|显示|放置)\w{{0,4}}?(?:{_WHAT})[\d.。…]*+"
    r"|(?:新闻|文章|栏目|公告|通知)?测试(?:标题|文章|新闻|栏目|页面|公告)\s?\d*+"
    r"|(?:test\s?){2,4}\d*+|(?:your|sample) (?:text|title|content)(?: here)?|undefined|\[object Object\]",
    re.IGNORECASE,
)
_OREM = Hint(("orem ipsum",))
_LOREM = lazy_re(r"lorem ipsum", re.IGNORECASE)
_NUMBERED = lazy_re(r"(?:新闻|文章|列表|栏目|公告|通知|链接|图片|案例|专题)?标题\s?(?:\d{1,3}|[一二三四五六七八九十])")
_SEVERAL = 2
_SHORT = 10


_BEGINS = frozenset("标内正文简摘新图栏段测名链这此公通列案专tTyYsSuU[")  # of all of these but lorem ipsum


def sample_texts(page: Page) -> Sequence[Run]:
    """Return the stretches of *page* that are such texts; a numbered one alone, outside links, is none."""
    runs = page.facts.runs
    likely = [run for run in runs if run.text[:1] in _BEGINS and run.kind in ("text", "link")]
    sure = [run for run in likely if _SURE.fullmatch(run.text) is not None]
    numbered = [run for run in likely if run.length < _SHORT and _NUMBERED.fullmatch(run.text) is not None]
    if len({run.text for run in numbered}) >= _SEVERAL or any(run.kind == "link" for run in numbered):
        sure += numbered
    if _OREM.on(page):
        sure += (run for run in runs if _LOREM.search(run.text) is not None)
    return sorted(sure, key=lambda run: run.at)
