"""The spelling of column names: what two writings of one name have in common."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from govlint.lazy_re import lazy_re

LONGEST_NAME = 40
"""Folded names longer than this are sentences or titles, never names of columns."""

LONGEST_WRITING = 8 * LONGEST_NAME
"""What is written longer than this, white space and all, is not looked at beyond it."""

_TRADITIONAL = (
    "資訊開務領導機構職設長諮詢調徵問圖網聯係繫絡們電話廳國報動態聞點規劃計財權責單會議黨學習訪談統數據覽無礙關懷"
    "辦訴舉熱線條錄請須產業眾參與質環縣區鎮鄉賬號為錯糾誤檢讀釋義聲費級實專題欄頻臺庫廣場"
)
_SIMPLIFIED = (
    "资讯开务领导机构职设长咨询调征问图网联系系络们电话厅国报动态闻点规划计财权责单会议党学习访谈统数据览无碍关怀"
    "办诉举热线条录请须产业众参与质环县区镇乡账号为错纠误检读释义声费级实专题栏频台库广场"
)
_TO_SIMPLIFIED = str.maketrans(_TRADITIONAL, _SIMPLIFIED)

_INVISIBLE = lazy_re(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]++")
_BRACKETS = str.maketrans("", "", "[](){}<>《》〈〉【】〖〗「」『』“”‘’\"'`")
_COUNT = lazy_re(r"[\[(]\d{1,6}[\])]$")
_POINTERS = lazy_re(r"[>»›→]++")
_EDGES = ".,:;!?。，：；！？、·•・…_=*+~|/\\-–—#>»›→←↓▶►▪■◆●★☆√"
_MORE = lazy_re(r"[\[(]?(?:查看更多|点击进入|点击查看|更多|more|进入)[>»]*+[\])]?$")
_ORDER = lazy_re(r"^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、])")

_SUFFIXES = ("专栏", "专区", "栏目", "频道", "平台", "板块", "版块", "入口", "首页", "主页", "网", "栏", "页")
_ORGAN = lazy_re(
    r"人民政府|政府|办公室|办公厅|办事处|街道办|街道|委员会|管委会|中心|大队|支队|总队|法院|检察院"
    r"|[局厅署委办部院会省市县区州盟旗乡镇站所]"
)
_OWN = lazy_re(r"[本我全](?:局|厅|署|委|办|部|院|会|省|市|县|区|州|盟|旗|镇|乡|街道|单位|中心|校|站|所)")


@lru_cache(maxsize=1 << 16)  # the names of a site repeat on every page of it
def fold(name: str) -> str:
    """Return *name* without what only typography adds: width, white space, brackets, pointers, ``更多``, counts.

    Letters become small and the traditional characters of column names simplified. Of a breadcrumb
    (``政务公开 > 指南``) the last part is taken. Nothing that carries meaning is lost, so that equal results mean
    the same name.
    """
    text = unicodedata.normalize("NFKC", name[:LONGEST_WRITING]).casefold()
    text = _INVISIBLE.sub("", text).translate(_TO_SIMPLIFIED)
    previous = None
    while text != previous:
        previous = text
        text = _COUNT.sub("", _MORE.sub("", text).strip(_EDGES))
        text = _ORDER.sub("", _POINTERS.split(text)[-1].strip(_EDGES)).translate(_BRACKETS)
    return text.replace("资讯公开", "信息公开")


def without_suffix(folded: str) -> str:
    """Return *folded* without the word that only says it is a column (专栏, 平台 …); at least two characters stay."""
    for suffix in _SUFFIXES:
        if folded.endswith(suffix) and len(folded) >= len(suffix) + 2:
            return folded[: -len(suffix)]
    return folded


def without_organ(folded: str) -> Iterator[str]:
    """Yield what *folded* says behind each word that may end the name of an organ or a place (``XX局`` + name).

    Two characters are too general to stand behind any such word (``XX镇简介`` is about the town); they are yielded
    only behind the site's own organ (``本局简介``).
    """
    own = _OWN.match(folded)
    for found in _ORGAN.finditer(folded):
        if len(folded) - found.end() >= (2 if own and own.end() == found.end() else 3):
            yield folded[found.end() :]


@lru_cache(maxsize=1 << 14)
def forms(folded: str) -> tuple[str, ...]:
    """All writings a folded name may be known by, the fullest first; the first is *folded* itself."""
    short = without_suffix(folded)
    found = dict.fromkeys((folded, short))
    found.update(dict.fromkeys(without_organ(folded)))
    found.update(dict.fromkeys(without_organ(short)))
    return tuple(found)


def one_fewer(name: str) -> Iterator[str]:
    """Yield *name* without its first character, without its second, and so on."""
    for at in range(len(name)):
        yield name[:at] + name[at + 1 :]
