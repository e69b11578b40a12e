"""Techniques that the browsers of today no longer run: Flash, ActiveX, applets, marquees, pages made for IE."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from govlint.finding import Mark, Severity, Text
from govlint.lazy_re import lazy_re
from govlint.lint.hints import Hint
from govlint.page.model import Page

from .addresses import file_name, same_address

if TYPE_CHECKING:
    from lxml.etree import _Element

_TAGS = frozenset(("object", "embed", "applet", "marquee", "bgsound"))
_OPENINGS = Hint((f"<{tag}" for tag in _TAGS), any_case=True)
_FLASH_CLASS = "d27cdb6e-ae6d-11cf-96b8-444553540000"
_MOVIE = lazy_re(r"\.swf(?:[?#]|$)", re.IGNORECASE)
_PLAYER = lazy_re(r"\.(?:wmv|asf|rm|rmvb|wma)(?:[?#]|$)", re.IGNORECASE)
_PLAYER_TYPE = lazy_re(r"x-mplayer2|x-oleobject|pn-realaudio", re.IGNORECASE)
_WRITTEN = lazy_re(
    r"(?:swfobject\.embedSWF\(\s?|AC_FL_RunContent\([^()]{0,400}?['\"](?:src|movie)['\"]\s?,\s?)['\"]([^'\"<>]{1,200})['\"]"
)
_WRITERS = Hint(("embedSWF", "AC_FL_RunContent"))
_ADVICE = lazy_re(
    r"[建推最](?<!不[建推最])(?:(?<=建)议|(?<=推)荐|(?<=最)[佳好])[^<>。；;\n]{0,50}?(?<![A-Za-z])(?:IE\s?(?:\d|浏览器|及|以上)|Internet\s?Explorer)[^<>。；;\n]{0,40}"
)
_MOST = 20  # places in the text that are looked at
_TODAY = lazy_re(r"Chrome|谷歌|Firefox|火狐|Edge|Safari", re.IGNORECASE)


def gives_advice(text: str) -> bool:
    """Whether *text* may advise its readers to use an old browser."""
    return _ADVICE.search(text) is not None


_ADVISES = Hint.of("advice to use old browsers", gives_advice, among=("IE", "Internet"))


class OldTechnique(NamedTuple):
    """A use of an old technique: *key* names it free of places, *weight* is how much of the page it costs."""

    key: str
    message: Text
    mark: Mark
    weight: Severity


def old_techniques(page: Page) -> Iterator[OldTechnique]:
    """Yield the old techniques of *page*, each once."""
    seen = set()
    for found in _all_in(page):
        if found.key not in seen:
            seen.add(found.key)
            yield found


def _all_in(page: Page) -> Iterator[OldTechnique]:
    if _OPENINGS.on(page):
        for at, element in enumerate(page.elements):
            if element.tag in _TAGS and (found := _in_element(page, element, Mark(at))) is not None:
                yield found
    if _WRITERS.on(page):
        for written in islice(_WRITTEN.finditer(page.source), _MOST):
            if not _is_commented(page.source, page.source.rfind("<script", 0, written.start())):
                yield _flash(page, written[1], Mark(span=written.span()))
    if _ADVISES.on(page):
        yield from _advice(page)


def _in_element(page: Page, element: _Element, mark: Mark) -> OldTechnique | None:
    if element.tag == "marquee":
        message = Text(
            "页面用 <marquee> 滚动文字，此标签已废弃，也不利于阅读，请改为静止显示或可暂停的样式。",
            "The page scrolls text by <marquee>, which is obsolete and hard to read; show it still or let it pause.",
        )
        return OldTechnique("marquee", message, mark, Severity.NOTE)
    if element.tag == "bgsound":
        message = Text(
            "页面用 <bgsound> 播放背景音乐，只有旧版 IE 支持，请去掉。",
            "The page plays music by <bgsound>, which old versions of IE alone know; take it out.",
        )
        return OldTechnique("bgsound", message, mark, Severity.NOTE)
    if next(element.iterancestors("object", "video", "audio", "applet"), None) is not None:
        return None  # the fallback of what stands around it
    if element.tag == "applet":
        return _plug_in("Java 小程序", "Java applet", element.get("code", ""), mark)
    return _embedded(page, element, mark)


def _embedded(page: Page, element: _Element, mark: Mark) -> OldTechnique | None:
    """Return what an ``<object>`` or ``<embed>`` needs, None where browsers can show it by themselves."""
    address = element.get("data") or element.get("src") or _parameter(element)
    kind = f"{element.get('type', '')} {element.get('classid', '')}".lower()
    if _MOVIE.search(address) or "shockwave-flash" in kind or _FLASH_CLASS in kind:
        return _flash(page, address, mark)
    if "clsid:" in kind:
        return _plug_in("ActiveX 控件", "ActiveX control", element.get("classid", "")[6:44].upper(), mark)
    if _PLAYER.search(address) or _PLAYER_TYPE.search(kind):
        return _plug_in("播放器插件", "player plug-in", file_name(address), mark)
    return None


def _parameter(element: _Element) -> str:
    names = ("movie", "src", "filename", "url")
    return next((item.get("value", "") for item in element.iter("param") if item.get("name", "").lower() in names), "")


def _flash(page: Page, address: str, mark: Mark) -> OldTechnique:
    name = file_name(address)
    shown = Text(f"“{name}”", f" (“{name}”)") if name else Text("", "")
    message = Text(
        f"页面内容用 Flash{shown.zh} 显示，浏览器自 2021 年起已不再支持，请改用 HTML5。",
        f"The page shows content by Flash{shown.en}, which no browser has run since 2021; use HTML5.",
    )
    return OldTechnique(f"flash {same_address(page, address)}", message, mark, Severity.WARNING)


def _plug_in(zh: str, en: str, what: str, mark: Mark) -> OldTechnique:
    shown = Text(f"“{what}”", f" “{what}”") if what else Text("", "")
    message = Text(
        f"页面用到{zh}{shown.zh}，现在的浏览器都不能运行，请换成 HTML5 的办法。",
        f"The page needs the {en}{shown.en}, which the browsers of today cannot run; find a way in HTML5.",
    )
    return OldTechnique(f"{en} {what}", message, mark, Severity.WARNING)


def _advice(page: Page) -> Iterator[OldTechnique]:
    found = ((at, said) for at, stretch in _ADVISES.stretches(page.source) for said in _ADVICE.finditer(stretch))
    for at, said in islice(found, _MOST):
        if _TODAY.search(said[0]) is None and _is_shown(page.source, at + said.start()):
            message = Text(
                "页面建议访问者使用 IE 浏览器，IE 已于 2022 年停止服务，请去掉这句话，并保证主流浏览器都能正常显示。",
                "The page advises visitors to use Internet Explorer, which ended in 2022; serve all browsers.",
            )
            yield OldTechnique("advice", message, Mark(span=(at + said.start(), at + said.end())), Severity.NOTE)
            return


def _is_shown(source: str, at: int) -> bool:
    """Whether the place *at* is neither within a comment nor within a script."""
    return not _is_commented(source, at) and source.rfind("<script", 0, at) <= source.rfind("</script", 0, at)


def _is_commented(source: str, at: int) -> bool:
    return at >= 0 and source.rfind("<!--", 0, at) > source.rfind("-->", 0, at)
