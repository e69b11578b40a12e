"""Pictures of a footer that say nothing: the mark itself may be one of them, so a missing mark is then for a person."""

from __future__ import annotations

import re

from govlint.lazy_re import lazy_re
from govlint.lint.hints import Hint, all_within

from .live_source import LiveSource

_IMAGE = lazy_re(r"<img\b(?P<attributes>[^<>]{0,600})>", re.IGNORECASE)
_SOURCE = lazy_re(r"""\bsrc\s{0,3}=\s{0,3}["']?([^"'\s<>]{1,300})""", re.IGNORECASE)
_SPEAKS = lazy_re(r"""(?:alt|title|aria-label)\s{0,3}=\s{0,3}["']?\s{0,3}[^\s"'<>]""", re.IGNORECASE)
_TELLS_OTHERWISE = lazy_re(
    r"logo|qr|erweima|ewm|weixin|weibo|wx|gongan|gab|ghs|beian|line|bg|top|arrow|icon|phone|tel|mail|search|wza|slh|ipv6"
    r"|12377|jubao|banner|head|nav|blank|space",
    re.IGNORECASE,
)
_FOOTER_WORDS = tuple(
    (word, Hint((word,))) for word in ("版权所有", "标识码", "ICP备", "主办", "Copyright", "copyright")
)
_TAIL = 30_000
_AROUND = 1_500


def mute_picture(live: LiveSource) -> str:
    """Return the file name of a picture in the page's footer that nothing describes, ``""`` where there is none."""
    markup = live.markup
    held = all_within(live.source)
    footer = max((markup.rfind(word) for word, hint in _FOOTER_WORDS if hint.among(held)), default=-1)
    if footer < 0:
        return ""
    start = max(footer - _AROUND, len(markup) - _TAIL, 0)
    for found in _IMAGE.finditer(markup, start, footer + 2 * _AROUND):
        source = _SOURCE.search(found["attributes"])
        name = source[1].rsplit("/", 1)[-1] if source else ""
        if name and not _SPEAKS.search(found["attributes"]) and not _TELLS_OTHERWISE.search(name):
            return name[:60]
    return ""
