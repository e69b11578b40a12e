"""What kind of document a stored page is: a page, a jump to one, an error page, a fragment, or nothing."""

from __future__ import annotations

import re

from govlint.page.facts import PageFacts, Role, Zone

_ERROR_TITLE = re.compile(
    r"\s*+(?:(?:error|http|status)?\s*+(?:4\d\d|50\d)\b.{0,40}|.{0,20}(?:404|not found|forbidden|bad gateway|"
    r"页面不存在|页面未找到|找不到(?:页面|网页)|无法访问|网站已关闭|访问被拒绝|访问受限|安全验证).{0,20})\s*+$",
    re.IGNORECASE,
)
_ERROR_BODY = re.compile(
    r"请开启JavaScript并刷新该页|您访问的页面(?:不存在|已删除)|页面不存在|该页面已(?:删除|不存在)|404 Not Found|"
    r"网站域名(?:变更|已变更)|(?:本|该)网站已(?:关停|关闭|迁移|停止)|您访问的链接即将离开|The requested URL was not found|"
    r"浏览器安全检查|访问验证|502 Bad Gateway|403 Forbidden",
    re.IGNORECASE,
)
_SHORT = 400
_MOST_LINKS = 15
_STUB_TEXT = 60


def judge_role(path: str, source: str, facts: PageFacts) -> tuple[Role, str]:
    """Return the role of the page whose other facts are *facts*, and a short reason in English."""
    if not source.strip():
        return Role.EMPTY, "no content"
    text = sum(run.length for run in facts.runs if run.zone not in (Zone.HEADER, Zone.NAV, Zone.FOOTER))
    links = sum(link.tag == "a" for link in facts.links)
    words = " ".join(run.text for run in facts.runs[:12])
    if facts.redirects and text <= _STUB_TEXT and links <= 3:
        return Role.REDIRECT, facts.redirects[0].how
    if text <= _SHORT and links <= _MOST_LINKS:
        found = _ERROR_TITLE.match(facts.title) if facts.title else None
        found = found or _ERROR_BODY.search(words)
        if found is not None:
            return Role.ERROR, f"error page: {found[0].strip()[:40]}"
    lower = source[:4000].lower()
    if not any(mark in lower for mark in ("<html", "<body", "<title", "<head", "<!doctype")) and text <= _STUB_TEXT and links <= 3:
        return Role.FRAGMENT, "no document"
    return Role.PAGE, ""
