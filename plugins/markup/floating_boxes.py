"""Boxes that float over a page (飘窗): found by the scripts that move them, or by what they are called."""

from __future__ import annotations

import re
from typing import NamedTuple

from govlint.finding import Mark
from govlint.lazy_re import lazy_re
from govlint.lint.hints import Hint
from govlint.page.model import Page
from govlint.page.words import words

# A script that lets a box drift speaks of it, or takes both coordinates on step by step; it sets both, by a clock.
_DRIFTS = lazy_re(
    r"changePos\b|float_?(?:ad|img|div|pic|win)|(?:ad|img|div|pic|win)_?float|\bpiao(?:fu|chuang|dong|yi)|飘窗|漂浮|飘浮|"
    r"浮动广告|moveAd|adMove|couplet|duilian|对联",
    re.IGNORECASE,
)
_STEP_X = lazy_re(r"\b(?:x_?pos|pos_?x|x_?pum|left_?pos)\s*+(?:[+-]=|=\s*+(?:x_?pos|pos_?x)\s*+[+-])", re.IGNORECASE)
_STEP_Y = lazy_re(r"\b(?:y_?pos|pos_?y|y_?pum|top_?pos)\s*+(?:[+-]=|=\s*+(?:y_?pos|pos_?y)\s*+[+-])", re.IGNORECASE)
_CALL = lazy_re(
    r"\.(?:floating_?ad|float_?ad\w?|ad_?float)\(|\bnew (?:ad_?move|float(?:ing)?_?ad|ad_?float)\(", re.IGNORECASE
)
_LEFT = lazy_re(r"\.left\s*+=|[\"']left[\"']\s*+[,:]|\bleft\s*+:|marginLeft")
_TOP = lazy_re(r"\.top\s*+=|[\"']top[\"']\s*+[,:]|\btop\s*+:|marginTop")
_CLOCK = lazy_re(r"setInterval|setTimeout|requestAnimationFrame|\.animate\(")
_FILE = lazy_re(
    r"(?:^|[/_.-])(?:float_?ad\w{0,6}|ad_?float|floating_?ad|piao(?:fu|chuang|dong)|couplet|duilian)(?:\.min)?\.js",
    re.IGNORECASE,
)
_BOX = lazy_re(
    r"(?:^|[\s_-])(?:piao(?:fu|chuang|dong)|float_?ads?|ad_?float|floating_?ad|couplet|duilian|飘窗|漂浮|对联)"
    r"(?:[\s_-]|\d|$)",
    re.IGNORECASE,
)
# What a page with one must hold: quick to look for.
_HINTS = Hint(
    words(
        "changepos floata float_ad floatingad floating_ad floatimg floatdiv adfloat ad_float admove movead piaofu "
        "piaochuang piaodong 飘窗 漂浮 浮动广告 对联 couplet duilian xpos x_pos posx xpum"
    ),
    any_case=True,
)
_LONGEST = 20_000


class FloatingBox(NamedTuple):
    """A floating box: *name* as its markup or the *file* of its script calls it, *sure* where a script moves it."""

    name: str
    mark: Mark
    sure: bool
    file: bool = False


def floating_box(page: Page) -> FloatingBox | None:
    """Return the floating box of *page*, the surest there is, or None."""
    if not _HINTS.on(page):
        return None
    box = _named_box(page)
    for at, code in page.scripts:
        if _moves(code[:_LONGEST]):
            return box._replace(sure=True) if box else FloatingBox("", Mark(at), True)
    for link in page.facts.links:
        if link.tag == "script" and link.attribute == "src" and _FILE.search(link.href[:300]):
            return box or FloatingBox(link.href.split("?", 1)[0].rsplit("/", 1)[-1][:40], Mark(link.at), False, True)
    return box


def _moves(code: str) -> bool:
    """Whether a script lets a box drift."""
    if _CALL.search(code) is not None:
        return True
    if any(part.search(code) is None for part in (_CLOCK, _LEFT, _TOP)):
        return False
    return _DRIFTS.search(code) is not None or bool(_STEP_X.search(code) and _STEP_Y.search(code))


def _named_box(page: Page) -> FloatingBox | None:
    for at, element in enumerate(page.elements):
        name = element.get("id") or element.get("class") or ""
        if name and element.tag not in ("script", "style", "link", "body") and _BOX.search(name[:100]):
            return FloatingBox(name.split()[0][:40], Mark(at), False)
    return None
