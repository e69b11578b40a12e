"""How styles keep a thing from being seen: not shown, off the screen, too small, clear as glass."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.css import declarations, style_rules

_LENGTH = lazy_re(r"([+-]?(?:\d++(?:\.\d*+)?+|\.\d++))(px|pt|em|rem|)(?![\w%])")
_MAY_HIDE = lazy_re(
    r"none|hidden|collapse|-\d{3}|-\d{2}r?em|opacity|clip"
    r"|(?:font(?:-size)?|width|height)\s{0,3}:[^;}]{0,40}?(?<![\d.])[01](?:\.0)?(?:px|pt|em|rem)?(?![\d.%])",
    re.IGNORECASE,
)
_ZERO_CLIP = lazy_re(r"rect\((?:\s*+[01](?:px)?\s*+,?){4}\)")
_FAR_OUT = -900.0  # pixels; sliders move their pictures by the width of a page at most
_FAR_MARGIN = -3000.0  # pixels; wide banners are centred by half their width
_FAR_INDENT = -500.0
_TINY = 1.0
_EM = 16.0


class How(StrEnum):
    """How a style hides; NOT where it does not."""

    NOT = ""
    DISPLAY = "display"
    VISIBILITY = "visibility"
    OFF_SCREEN = "off-screen"
    INDENT = "indent"
    SIZE = "size"
    FONT = "font"
    GLASS = "glass"


class HidingRule(NamedTuple):
    """A selector of a style sheet whose elements are not seen, and how that is done."""

    selector: str
    how: How


def may_hide(text: str) -> bool:
    """Say whether the style *text* holds anything that could hide: the cheap question before all others."""
    return _MAY_HIDE.search(text) is not None


def how_hidden(style: Mapping[str, str]) -> How:
    """Return how the declarations *style* (as ``declarations`` gives them) hide the element itself with all in it."""
    if style.get("display") == "none":
        return How.DISPLAY
    if style.get("visibility") in ("hidden", "collapse"):
        return How.VISIBILITY
    if _is_off_screen(style):
        return How.OFF_SCREEN
    if pixels(style.get("text-indent", ""), 0.0) <= _FAR_INDENT:
        return How.INDENT
    if "hidden" in style.get("overflow", "") and any(
        0 <= pixels(style.get(side, ""), -1.0) <= _TINY for side in ("width", "height", "max-width", "max-height")
    ):
        return How.SIZE
    if "font-size" in style and 0 <= pixels(style["font-size"], 99.0) <= _TINY:
        return How.FONT
    if pixels(style.get("opacity", ""), 1.0) == 0 or _ZERO_CLIP.search(style.get("clip", "")):
        return How.GLASS
    return How.NOT


def pixels(value: str, otherwise: float) -> float:
    """Return the length *value* in pixels, roughly; *otherwise* where it is none, or depends on what is around."""
    found = _LENGTH.match(value.strip())
    if found is None:
        return otherwise
    return float(found[1]) * (_EM if found[2] in ("em", "rem") else 1.0)


def hiding_rules(text: str) -> tuple[HidingRule, ...]:
    """Return the selectors of the style sheet *text* that hide. Never raises; linear in the text."""
    if not may_hide(text):
        return ()
    return tuple(
        HidingRule(selector, how)
        for rule in style_rules(text)
        if may_hide(rule.declarations) and (how := how_hidden(declarations(rule.declarations)))
        for selector in rule.selectors
    )


def _is_off_screen(style: Mapping[str, str]) -> bool:
    if "50%" in style.get("left", "") or "50%" in style.get("top", ""):
        return False
    if style.get("position") in ("absolute", "fixed"):
        sides = ("left", "top", "right", "bottom")
        if any(pixels(style.get(side, ""), 0.0) <= _FAR_OUT for side in sides):
            return True
    return any(pixels(style.get(side, ""), 0.0) <= _FAR_MARGIN for side in ("margin-left", "margin-top"))
