"""What a notice says that takes a website off line, for good or for a time."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.dates import find_dates
from govlint.page.facts import PageFacts
from govlint.page.model import Page

from .texts import name_place

NOTICE = "interaction.notice"
"""The key of ``PageFacts.extra`` that holds a NoticeFacts."""

_CLOSE = (
    r"关停|停止(?:运行|服务|更新|访问|使用|运营)|停用|永久(?:关闭|下线)|下线|注销|迁移(?:至|到)|整合(?:至|到)|并入|关闭"
)
_PAUSE = (
    r"暂停|暂时(?:关闭|停止|无法)|临时(?:关闭|下线)|升级改版|改版升级|(?:系统|升级|停机)维护"
    r"|正在(?:维护|升级|改版|建设)"
)
_SITE = r"(?:本网站|本站|我[局委厅办市县区]{0,3}(?:门户|官方|政府)?网站|(?:门户|官方|政府|部门)?网站)"
_TITLE = lazy_re(
    rf"网站[”\"》]?.{{0,12}}(?:{_CLOSE}|{_PAUSE})|(?:{_CLOSE}|{_PAUSE}).{{0,16}}网站"
    r"|原[“\"].{2,30}[”\"]网站?内容"
)
_NO_TITLE = lazy_re(
    r"办法|方案|意见|规划|要点|讲话|检查|通报|会议|培训|招标|采购|报告|解读|防护|税|缴费|系统(?!维护|升级)|平台"
)
_CLOSED = lazy_re(rf"(?:{_SITE}|网[”\"]).{{0,60}}?(?:{_CLOSE})|(?:{_CLOSE}).{{0,20}}(?:{_SITE}|网[”\"])")
_PAUSED = lazy_re(rf"(?:{_SITE}|网[”\"]).{{0,60}}?(?:{_PAUSE})|(?:{_PAUSE}).{{0,20}}(?:{_SITE}|网[”\"])")
_ADDRESS = lazy_re(r"https?://|www\.|[\w-]\.gov\.cn|[\w-]\.cn\b")
_SPAN = lazy_re(r"\d{1,2}月\d{1,2}日|\d{1,3}(?:个)?(?:天|小时|工作日)")
_SHORT_PAGE = 60
_LONGEST = 5_000


class NoticeFacts(NamedTuple):
    """A notice: *closing* for good (else for a time), *addressed* whether it gives an address or a link, *dated*
    whether it gives a day or a span of time, *last* the last day it names, *whole_page* whether the page holds
    nothing else, *at* the element that names the page."""

    closing: bool
    addressed: bool
    dated: bool
    last: date | None
    whole_page: bool
    at: int


def says_offline(facts: PageFacts) -> bool:
    """Whether the title of the page, or a page of few lines, speaks of taking a website off line."""
    titles = [heading.text for heading in (*facts.titles, *facts.headings)]
    titles += [meta.content for meta in facts.metas if meta.name.lower() == "articletitle"]
    if any("网" in title and _TITLE.search(title) and not _NO_TITLE.search(title) for title in titles):
        return True
    texts = [run.text for run in facts.runs if "站" in run.text or "网" in run.text] if _is_short(facts) else ()
    return any(_CLOSED.search(text) or _PAUSED.search(text) for text in texts)


def read_notice(page: Page) -> NoticeFacts | None:
    """Return what the notice says, None where its text does not take a website off line after all."""
    facts = page.facts
    text = "|".join(block.text for block in page.body)[:_LONGEST]
    closing = _CLOSED.search(text) is not None
    if not closing and _PAUSED.search(text) is None:
        return None
    days = [found.day for found in find_dates(text) if found.day is not None]
    linked = any(link.tag == "a" and link.href.lower().startswith("http") for link in facts.links)
    short = _is_short(facts)
    return NoticeFacts(
        closing,
        _ADDRESS.search(text) is not None or (short and linked),
        bool(days) or _SPAN.search(text) is not None,
        max(days, default=None),
        short,
        name_place(facts),
    )


def _is_short(facts: PageFacts) -> bool:
    return 0 < len(facts.runs) <= _SHORT_PAGE and not any(item.day for item in facts.items)
