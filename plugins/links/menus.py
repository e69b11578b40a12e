"""Entries of menus that lead nowhere: what a page tells of them, taken where its tree is at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.facts import Link, Zone
from govlint.page.model import Page

if TYPE_CHECKING:
    from lxml.etree import _Element

MENU = "links.menu"
"""The key of this fact in ``PageFacts.extra``."""

_NOWHERE = lazy_re(r"#?+|javascript:\s*+(?:void\s*+\(\s*+0?\s*+\)|void\s+0)?\s*+;*+\s*+", re.IGNORECASE)
_COLUMN_NAME = lazy_re(r"(?=.*[\u4e00-\u9fff])[\u4e00-\u9fffA-Za-z0-9“”·、（）()-]{2,12}+")
# Entries of menus that are no columns: they act on the page, or lead home.
_NO_COLUMN = lazy_re(
    r"首\s*页|主\s*页|返回|更多|登\s*录|注\s*册|退出|收藏|设为|打印|关闭|搜索|检索|查询|展开|收起|上一|下一|尾页|末页|繁|简体|English|英文"
    r"|无障碍|长者|关怀|老年|适老|手机|移动|客户端|微信|微博|二维码|语音|朗读|字号|字体|导航|菜单|切换|今天|星期|天气|热线|RSS"
    r"|分享|顶部|日|月",
    re.IGNORECASE,
)
_TABS = lazy_re(
    r"tab|(?:^|[_\-\s])hd(?:$|[_\-\s])|slid|focus|switch|toggle|drop|banner|carousel|scroll|menu-btn", re.IGNORECASE
)
_SUBMENUS = frozenset(("ul", "ol", "dl", "dd", "div", "table"))
_ENTRY = frozenset(("li", "td", "dd", "dt"))
_NEAR = 4
_MOST = 60


class IdleEntry(NamedTuple):
    """A menu entry without an address and without a sub-menu.

    *at* is its element; *names* are the ids and classes of it and of what it stands in, by which a script may find it.
    """

    text: str
    at: int
    names: tuple[str, ...]


def idle_entries(page: Page) -> tuple[IdleEntry, ...]:
    """Return the entries of the menus of *page* that read like columns, lead nowhere and open no sub-menu."""
    return tuple(_find(page))


def _find(page: Page) -> Iterator[IdleEntry]:
    found = 0
    menu = Zone.NAV
    for link in page.facts.links:
        if link.zone is not menu or link.tag != "a" or not _is_idle(link):
            continue
        node = page.elements[link.at]
        if _has_own_use(node) or _opens_menu(node):
            continue
        around = list(_ancestors(node))
        names = tuple(name for element in (node, *around) for name in _names(element))
        if any(map(_TABS.search, names)) or any(map(_has_handler, around)):
            continue
        yield IdleEntry(link.text, link.at, tuple(dict.fromkeys(names)))
        found += 1
        if found == _MOST:
            return


def is_column_name(text: str) -> bool:
    """Say whether *text* may name a column."""
    return _COLUMN_NAME.fullmatch(text) is not None and _NO_COLUMN.search(text) is None


def leads_nowhere(href: str) -> bool:
    """Say whether *href* is empty, ``#`` or a script that does nothing."""
    return _NOWHERE.fullmatch(href) is not None


def _is_idle(link: Link) -> bool:
    return not link.onclick and leads_nowhere(link.href) and is_column_name(link.text)


def _has_own_use(node: _Element) -> bool:
    """Whether attributes of a link say that something is done with it."""
    return any(name.startswith(("on", "data-", "v-", "ng-", "@", ":", "aria-", "role")) for name in node.attrib)


def _has_handler(node: _Element) -> bool:
    return any(name.startswith(("on", "v-", "ng-", "@", "data-toggle")) for name in node.attrib)


def _opens_menu(node: _Element) -> bool:
    """Whether a sub-menu or panel stands in the entry of the link, or right behind the link."""
    entry = node
    for ancestor in _ancestors(node):
        if ancestor.tag in _ENTRY:
            entry = ancestor
            break
    if entry is not node and any(other is not node for other in entry.iter("a", "ul", "dl")):
        return True
    following = (node if entry.tag not in ("dt",) else entry).getnext()
    return following is not None and following.tag in _SUBMENUS


def _ancestors(node: _Element) -> Iterator[_Element]:
    for _ in range(_NEAR):
        parent = node.getparent()
        if parent is None or parent.tag in ("body", "html"):
            return
        yield parent
        node = parent


def _names(node: _Element) -> list[str]:
    return [name for attribute in ("id", "class") for name in node.get(attribute, "").split()]
