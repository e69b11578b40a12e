"""Which pages are worth reading in full, and what is kept of them: one early look at names, then one reading."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from govlint.lazy_re import lazy_re
from govlint.page.facts import PageFacts
from govlint.page.model import Page

from .guide_text import GUIDE, read_guide
from .leader_text import LEADER, read_leader
from .letter_text import LETTER, read_letter
from .notice_text import NOTICE, read_notice, says_offline
from .policy_text import INTERPRETATION, read_interpretation

_Reader = Callable[[Page], Any]
# What a page must be called, or stand under, to be read as the thing: (key, words, reader).
_READERS: tuple[tuple[str, re.Pattern[str], _Reader], ...] = (
    (GUIDE, lazy_re(r"指南|办事|服务事项|办理流程|行政审批|行政许可"), read_guide),
    (LETTER, lazy_re(r"信箱|信件|来信|留言|咨询|问政|写信|答复|回复|建议|投诉|政民互动|互动交流"), read_letter),
    (LEADER, lazy_re(r"领导|负责人|[省市县区局厅长]长$|主任$|班子"), read_leader),
    (INTERPRETATION, lazy_re(r"解读|图解|政策问答"), read_interpretation),
)
# Lower headings are mostly those of boxes beside the text; these name the text itself.
_TELLING = lazy_re(r"(?:信件|留言|来信|咨询)(?:内容|信息|详情|详细)|.{0,20}(?:办事|服务)指南")
_MOST_CRUMBS = 8


def page_facts(page: Page) -> Mapping[str, Any]:
    """Return the facts of *page* for each thing that its name, its trail or its META say it may be."""
    facts = page.facts
    names = standing_of(facts)
    readers = [(key, read) for key, words, read in _READERS if any(words.search(name) for name in names)]
    if says_offline(facts):
        readers.append((NOTICE, read_notice))
    found = ((key, read(page)) for key, read in readers)
    return {key: value for key, value in found if value is not None}


def standing_of(facts: PageFacts) -> list[str]:
    """Return what the page is called and the columns it says it stands under."""
    names = [title.text for title in facts.titles]
    names += [heading.text for heading in facts.headings if heading.level == 1 or _TELLING.fullmatch(heading.text)]
    names += [crumb.text for crumb in facts.crumbs[:_MOST_CRUMBS]]
    names += [meta.content for meta in facts.metas if meta.name.lower() in ("articletitle", "columnname", "columntype")]
    return names
