"""What a disclosure guide or an annual report holds, read in the worker from the whole text of its page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.facts import FRAME, PageFacts
from govlint.page.model import Page

GUIDE, REPORT = "disclosure.guide", "disclosure.report"
"""The keys of ``PageFacts.extra`` that hold a DocumentFacts: of a page called a guide, of one called a report."""

_GUIDE_NAME = lazy_re(r"公开(?:工作)?指南")
_NO_GUIDE = lazy_re(r"依申请|申请公开|关于|通知|目录清单|要求|检查|解读")
_REPORT_NAME = lazy_re(r"公开.{0,12}(?:年报|报告)")
_NO_REPORT = lazy_re(r"关于(?!.{0,40}报告$)|通知|预算|决算|报表|格式|解读")
_FILE = lazy_re(r"\.(?:docx?|wps|pdf|xlsx?|et|rtf|zip|rar|ofd)(?:$|[?#])", re.IGNORECASE)
# A form of request printed below the guide has labels of its own: 联系电话, 传真 …
_FORM = "申请人信息"
_LONGEST = 100_000

_PHONE = r"(?<!\d)0\d{2,3}[|]?[-—–－（）()]{1,4}[|]?\d{7,8}"
_FAX = r"传[|]?真(?:号码|电话)?[)）]?[|:：为(（\s]{0,4}[\d(（+]|(?:电话|座机)[和及、/(（|]{0,2}传真"
_INTERNET = r"[\w.\-]@[\w\-]|邮[|]?箱|[eE]-?[mM][aA][iI][lL]|电子邮件(?:地址)?[:：]|网址|https?:|www\."
GUIDE_ELEMENTS = {
    "机构名称": lazy_re(r"办公室|(?:机构|单位|部门)(?:名称)?[|:：为]|(?:工作|受理|公开)(?:机构|部门|单位)"),
    "办公地址": lazy_re(r"地[|]?址|地点|位于|\d{1,5}号(?:楼|院)|[路街道巷]\d{1,5}号"),
    "办公时间": lazy_re(
        r"(?:办公|工作|受理|上班|接待|查阅|服务|开放)(?:接待)?时间|周一|星期一|\d{1,2}[:：时]\d{2}分?[-—–~～至到]"
    ),
    "联系电话": lazy_re(rf"电[|]?话|热线|{_PHONE}"),
    "传真号码": lazy_re(_FAX),
    "互联网联系方式": lazy_re(_INTERNET),
}
"""What the guide must say of the office, in the words of article 12 of the regulation (not compared with it), and
the traces each leaves in a text: one of them is enough, so that only what is nowhere hinted at counts as missing."""

REPORT_HEADINGS = {
    "总体情况": lazy_re(r"总体情况|概述|基本情况"),
    "主动公开政府信息情况": lazy_re(r"主动公开"),
    "收到和处理政府信息公开申请情况": lazy_re(r"收到和?处理|依申请公开|公开申请"),
    "行政复议、行政诉讼情况": lazy_re(r"复议|诉讼"),
    "存在的主要问题及改进情况": lazy_re(r"问题.{0,8}(?:改进|措施|打算|整改)|(?:主要|存在的?)问题"),
    "其他需要报告的事项": lazy_re(r"其他?它?.{0,4}(?:报告|说明)?的?事项|其他(?:有关)?情况"),
}
"""The six sections of an annual report (from memory; seen in reports), and the traces each leaves in a text."""


class DocumentFacts(NamedTuple):
    """What a page says as a document: *held* are the elements it holds, *length* the characters of its own text,
    *says* how often it says 公开, *closed* whether a file, a picture or a frame may hold the text instead, *at* where
    its name stands (-1: not in the page)."""

    held: tuple[str, ...]
    length: int
    says: int
    closed: bool
    at: int


def names_of(facts: PageFacts) -> list[tuple[str, int]]:
    """Return what the page is called and where: META ArticleTitle, headings, titles; the surest first."""
    names = [(meta.content, meta.at) for meta in facts.metas if meta.name.lower() == "articletitle"]
    names += [(heading.text, heading.at) for heading in (*facts.headings, *facts.titles)]
    return [("".join(name.split()), at) for name, at in names if name]


def page_facts(page: Page) -> Mapping[str, DocumentFacts]:
    """Return the facts of *page* as a guide and as a report, where its name says that it is one."""
    names = names_of(page.facts)
    guide = next((at for name, at in names if _GUIDE_NAME.search(name) and not _NO_GUIDE.search(name)), None)
    report = next((at for name, at in names if _REPORT_NAME.search(name) and not _NO_REPORT.search(name)), None)
    if guide is None and report is None:
        return {}
    text = "|".join(block.text for block in page.body)[:_LONGEST].partition(_FORM)[0]
    found: dict[str, DocumentFacts] = {}
    if guide is not None:
        found[GUIDE] = _document(page.facts, text, GUIDE_ELEMENTS, guide)
    if report is not None:
        found[REPORT] = _document(page.facts, text, REPORT_HEADINGS, report)
    return found


def _document(facts: PageFacts, text: str, elements: Mapping[str, re.Pattern[str]], at: int) -> DocumentFacts:
    held = tuple(name for name, trace in elements.items() if trace.search(text))
    return DocumentFacts(held, len(text), text.count("公开"), _is_closed(facts), at)


def _is_closed(facts: PageFacts) -> bool:
    """Whether something that is no text may hold the document: a file, a frame, a script that loads it."""
    if facts.script.loaders or any(run.kind in ("media", "attachment") for run in facts.runs):
        return True
    return any(
        link.zone not in FRAME and (link.tag in ("iframe", "embed", "object") or _FILE.search(link.href) is not None)
        for link in facts.links
    )
