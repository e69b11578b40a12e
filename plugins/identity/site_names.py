"""The name of a site: whether it is one an area's government or an organ bears, and where a page shows it."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import normalize

from govlint.lazy_re import lazy_re
from govlint.page.facts import PageFacts, Zone
from govlint.page.table import bodies

_WEBSITE = lazy_re(r"(?:政府)?(?:门户|官方|公众)?(?:网站|网)群?[!！。]?$|[!！。]$")
_ORGAN = lazy_re(
    r"政府|办公[室厅]|委员会|监察|法院|检察院|人大|政协|[局委厅部署院办会社馆处所站队校]$|中心|管委会|管理区|开发区|银行|公司|学校|大学|医院"
)
# Official platforms have names of their own, and are no organ's site.
_PLATFORM = lazy_re(r"政务服务|公共资源|信用|数据|人才|就业|社保|公积金|普法|旅游|文明|党建|统战|机关")
_NICKNAME = lazy_re(r"^中国.{2,8}$|(?:信息网?|在线|之窗|热线|信息港|公众网|资讯网?|门户网?站?)$")
_IGNORED = lazy_re(r"[\s·.．,，、|_—\-!！“”\"'《》()（）]")
_HEAD_RUNS = 60


def has_organ(name: str) -> bool:
    """Whether *name* names a government, an organ or an official platform."""
    return bool(_ORGAN.search(core(name)) or _ORGAN.search(name) or _PLATFORM.search(name))


def is_nickname(name: str) -> bool:
    """Whether *name* is clearly of a kind that the rules replaced: 中国某某, 某某信息网, 某某在线."""
    return not has_organ(name) and _NICKNAME.search(name.strip("!！ ")) is not None


def core(name: str) -> str:
    """Return *name* without the words for a site."""
    return _WEBSITE.sub("", _WEBSITE.sub("", name.strip()))


def shows_name(page: PageFacts, name: str) -> bool:
    """Whether the head of *page* shows *name* in a text, a heading, or the text of a picture or link."""
    wanted = _plain(core(name))
    head = [run.text for run in bodies(page.runs)[:_HEAD_RUNS]]
    head += [run.text for run in bodies(page.runs)[_HEAD_RUNS:] if run.zone is Zone.HEADER]
    if wanted in _plain("".join(head)):
        return True
    titles = (link.title for link in bodies(page.links)[:_HEAD_RUNS] if link.title)
    return any(wanted in _plain(text) for text in (*titles, *(heading.text for heading in page.headings[:3])))


def head_may_hold_picture(page: PageFacts) -> bool:
    """Whether the head of *page* may show its name in a picture: an image, a film, or a style sheet's background."""
    if any(run.kind in ("image", "media") for run in bodies(page.runs)[:_HEAD_RUNS]):
        return True
    return any(
        (link.tag == "link" and ".css" in link.href.lower()) or link.attribute == "background"
        for link in bodies(page.links)
    )


@lru_cache(maxsize=2048)  # the heads of pages are alike
def _plain(text: str) -> str:
    return _IGNORED.sub("", normalize("NFKC", text)).lower()
