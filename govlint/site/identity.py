"""What a site calls itself: its name and its 网站标识码, from META, title and footer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from govlint.lazy_re import lazy_re
from govlint.page.facts import PageFacts
from govlint.page.table import bodies

_PLACEHOLDER = lazy_re(
    r"(?:政府|本)?(?:网站|站点)(?:名称?|标题)?|site_?name|null|none|undefined|测试(?:网站|站点)?|\W*|.*[{}<>$].*",
    re.IGNORECASE,
)
_TITLE_BREAK = lazy_re(r"\s*[|_—–›»>]+\s*|\s+-+\s+|(?<=[^\x00-\x7f])-+(?=[^\x00-\x7f])")
_GREETING = lazy_re(r"^(?:热烈)?欢迎(?:您|你)?(?:访问|光临|来到|进入|浏览|登录)?(?:您|你)?[:：,，]?|[!！。]+$")
_START_PAGE = lazy_re(r"(?:网站|本站)?首\s*页|home|index|default", re.IGNORECASE)
_LONGEST = 200
_CODE = lazy_re(r"bm\d{8}|\d{10}", re.IGNORECASE)
_CODE_IN_TEXT = lazy_re(r"标识(?:编)?码\W{0,6}(bm\d{8}|\d{10})(?!\d)", re.IGNORECASE)


def site_name(pages: Mapping[str, PageFacts], home: str) -> str:
    """Return the name of the site: META SiteName of the home page, else of most pages, else the home page's title."""
    page = pages.get(home)
    stated = Counter(_real_name(each.meta("SiteName")) for each in pages.values())
    del stated[""]
    if page is not None and (name := _real_name(page.meta("SiteName"))):
        return name
    if stated:
        return min(stated, key=lambda name: (-stated[name], name))
    return _from_title(page.title) if page is not None else ""


def _real_name(text: str | None) -> str:
    """Return *text* without greeting and exclamation mark, ``""`` for a placeholder."""
    name = _GREETING.sub("", " ".join((text or "")[:_LONGEST].split())).strip()
    return "" if _PLACEHOLDER.fullmatch(name) else name


def _from_title(title: str) -> str:
    """Return the first part of a home page's *title* that is not just a word for the start page."""
    parts = (_real_name(part) for part in _TITLE_BREAK.split(title[:_LONGEST]))
    return next((part for part in parts if part and not _START_PAGE.fullmatch(part)), "")


def site_code(pages: Mapping[str, PageFacts], home: str) -> str:
    """Return the 网站标识码 (ten digits, or ``bm`` and eight) most pages state in META, else the home page's footer."""
    stated = Counter((page.meta("SiteIDCode") or "").strip().lower() for page in pages.values())
    codes = [code for code in stated if _CODE.fullmatch(code)]
    if codes:
        return min(codes, key=lambda code: (-stated[code], code))
    return _in_text(pages[home]) if home in pages else ""


def _in_text(page: PageFacts) -> str:
    texts: Iterable[str] = (run.text for run in bodies(page.runs))
    match = _CODE_IN_TEXT.search("".join(texts))
    return match[1].lower() if match else ""
