"""The signs that a page offers a search of its site: sure ones, and those that only make it possible."""

from __future__ import annotations

import re

from govlint.finding import Text
from govlint.lazy_re import lazy_re
from govlint.page.facts import Link, PageFacts
from govlint.site.model import TargetKind
from govlint.site.site import Site

from . import box_words as words
from .box_wording import shortened
from .script_reach import reach_of
from .search_boxes import FOR_SITE, BoxKind
from .surroundings import boxes_of

# Addresses of search pages; the error-report entry (…/errorInfo/search) and look-ups of cases are none.
_SEARCH_ADDRESS = lazy_re(
    r"(?<!re)search(?![\w\-]{0,60}\.(?:png|gif|jpe?g|css|js|svg))|sousuo|jiansuo|(?:^|/)so(?:/|\.|\?|$)|//so\.",
    re.IGNORECASE,
)
_OTHER_ADDRESS = lazy_re(
    r"error|jiucuo|kaipuyun|zfwzgl|baidu\.com|google|bing\.com|letter|xinjian|beian|icp", re.IGNORECASE
)
_OTHER_TEXT = lazy_re(r"找错|纠错|信件|来信|办件|进度|申请|12345")
_SAYS_SEARCH = lazy_re(r"搜索|检索|(?<!re)search", re.IGNORECASE)
_NAMED_PICTURE = lazy_re(r"(?<!re)se?a?rch|sous(?:uo|[_.\-])|fangdajing", re.IGNORECASE)
_FRAMES = frozenset(("iframe", "frame", "embed", "object"))
_SHORT = 12


def has_search(page: PageFacts, site: Site) -> bool:
    """Whether *page* surely offers a search: a box of whatever state, a link to one, or a frame that holds one."""
    if any(box.kind in FOR_SITE for box in boxes_of(page)):
        return True
    return any(_leads_to_search(link) for link in page.links) or any(
        any(box.kind in FOR_SITE for box in boxes_of(framed)) for framed in _framed(page, site)
    )


def search_may_be(page: PageFacts, site: Site) -> Text | None:
    """Say what leaves it open whether *page* offers a search though none is to be seen; None where nothing does."""
    inner = next((path for path in sorted(site.pages) if _has_box(site.pages[path])), "")
    if inner:
        inner = shortened(inner)
        return Text(f"内页（如“{inner}”）有搜索框", f"inner pages (as “{inner}”) have a search box")
    if any(words.named_as_search(control) or words.says_search(control) for control in page.controls):
        return Text("页面中有名称与搜索有关的控件", "a control on it is named after searching")
    if any(link.tag == "img" and _NAMED_PICTURE.search(link.href) for link in page.links):
        return Text("页面中有名称与搜索有关的图片", "a picture on it is named after searching")
    reach = reach_of(site, page)
    if reach.hints or reach.unseen:
        return Text("页面脚本可能生成搜索框", "a script of the page may make a search box")
    if reach.outside:
        script = shortened(reach.outside[0])
        return Text(
            f"搜索框可能由不在导出文件中的脚本“{script}”生成",
            f"the script “{script}”, which is not among the files, may make one",
        )
    if reach.is_open or any(link.tag in _FRAMES for link in page.links):
        return Text("页面有未展开的引用或者框架", "it has an include or a frame whose content is not to be seen")
    return None


def _has_box(page: PageFacts) -> bool:
    return any(box.kind is BoxKind.SEARCH for box in boxes_of(page))


def _leads_to_search(link: Link) -> bool:
    """Whether *link* leads to a search page, by what it says or by where it leads."""
    said = words.squeeze(f"{link.text}{link.title}")
    if link.tag not in ("a", "area", "option") or _OTHER_TEXT.search(said) or _OTHER_ADDRESS.search(link.href):
        return False
    if _SAYS_SEARCH.search(said) and min(len(words.squeeze(link.text)), len(said)) <= _SHORT:
        return True
    return bool(_SEARCH_ADDRESS.search(link.href)) and len(said) <= _SHORT


def _framed(page: PageFacts, site: Site) -> list[PageFacts]:
    targets = [site.resolve(page.path, link.href) for link in page.links if link.tag in _FRAMES]
    return [site.pages[target.path] for target in targets if target.kind is TargetKind.PAGE]
