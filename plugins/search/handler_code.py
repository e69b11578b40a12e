"""What the code of an event attribute or of a ``javascript:`` address does: something, nothing, or what is not told."""

from __future__ import annotations

import re
from collections.abc import Set
from enum import Enum
from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.javascript import take_apart

# Events by which a visitor starts a search; onfocus and onblur only tidy the prompt away.
STARTING_EVENTS = frozenset(
    ("onclick", "onmousedown", "onmouseup", "ontouchstart", "ontouchend", "ondblclick", "onsubmit", "onchange")
)
KEY_EVENTS = frozenset(("onkeydown", "onkeypress", "onkeyup", "onsearch", "onchange"))

_JAVASCRIPT = lazy_re(r"\s*+(?:java|vb)script\s*+:", re.IGNORECASE)
_CALL = lazy_re(r"(?<![\w$.])((?:[A-Za-z_$][\w$]*+\s*+\.\s*+){0,12}+)([A-Za-z_$][\w$]*+)\s*+\(")
_IDLE = lazy_re(
    r"(?:return|false|true|null|undefined|void|0|;|\(|\)|\s|,|!|\"\d*\"|this\.(?:focus|blur)\(\)"
    r"|(?:window\.)?(?:event|e)\.(?:preventDefault|stopPropagation)\(\)|(?:window\.)?event\.returnValue=false)*+"
)
_NOTICE = lazy_re(r"(?<![\w$.])(?:window\s*+\.\s*+)?(?:alert|confirm)\s*+\(\s*+(?:\"\d*\"\s*+)?\)")
_KNOWN_CALLS = lazy_re(
    r"if|for|while|switch|catch|function|return|typeof|void|with|new|delete|throw|else|do|alert|confirm|prompt|parseInt"
    r"|parseFloat|(?:en|de)codeURI(?:Component)?|(?:un)?escape|set(?:Timeout|Interval)|String|Number|Boolean|Date|Array"
    r"|RegExp|Object|isNaN|eval|open|close|focus|blur|print|\$|jQuery"
)
_KNOWN_OWNERS = lazy_re(r"window|document|this|self|top|parent|location|history|event|e|navigator|\$|jQuery")
_GLOBAL = lazy_re(r"(?:window|self|top|parent)\s*+\.\s*+")
_EMPTY_JUMP = lazy_re(
    r"(?:(?:window|document|self|top|parent)\s*+\.\s*+)*+(?:location(?:\s*+\.\s*+href)?+\s*+=|open\s*+\()\s*+\"(\d++)\"\s*+\)?+(?!\s*+[+,])"
)
_ACTS = lazy_re(r"\.\s*+submit\s*+\(|location|\.\s*+(?:href|action|open|click|trigger)\b|(?<![\w$.])open\s*+\(")


class Effect(Enum):
    """What a piece of code does."""

    ACTS = "acts"
    IDLE = "idle"  # runs, and starts nothing: return false, an alert
    UNDEFINED = "undefined"  # calls a function that is defined nowhere
    UNKNOWN = "unknown"  # uses things whose definition is not to be seen


class Told(NamedTuple):
    """An effect, and the function it hangs on (``""`` where on none)."""

    effect: Effect
    function: str = ""


def code_of_address(href: str) -> str | None:
    """Return the code of a ``javascript:`` address, None where *href* is none."""
    match = _JAVASCRIPT.match(href)
    return href[match.end() :] if match else None


def effect_of(code: str, defines: Set[str]) -> Told:
    """Say what *code* does where *defines* are the functions that the known scripts define."""
    stripped = _JAVASCRIPT.sub("", code, count=1) if _JAVASCRIPT.match(code) else code
    script = take_apart(stripped)
    plain = _EMPTY_JUMP.sub(lambda jump: jump[0] if _is_address(script.strings[int(jump[1])]) else "", script.code)
    if _is_idle(plain):
        return Told(Effect.IDLE)
    names, owners = _calls(plain)
    if any(name in defines for name in names) or any(owner in defines for owner in owners):
        return Told(Effect.ACTS)
    acts = bool(_ACTS.search(plain))
    if names:
        return Told(Effect.UNKNOWN if acts else Effect.UNDEFINED, names[0])
    if owners and not acts:
        return Told(Effect.UNKNOWN, owners[0])
    return Told(Effect.ACTS)


def _is_address(href: str) -> bool:
    """Whether a jump to *href* leads anywhere: ``""``, ``#`` and ``javascript:;`` do not."""
    return bool(href.strip("# ")) and not _JAVASCRIPT.match(href)


def _is_idle(plain: str) -> bool:
    """Whether code without comments and strings only returns, swallows the event or shows a notice."""
    rest = _NOTICE.sub("", plain)
    return _IDLE.fullmatch(re.sub(r"\s+", " ", rest).replace(" ", "")) is not None


def _calls(plain: str) -> tuple[list[str], list[str]]:
    """Return the functions that *plain* calls by bare name, and the unknown objects whose methods it calls."""
    names: list[str] = []
    owners: list[str] = []
    for path, name in _CALL.findall(plain):
        if not path or _GLOBAL.fullmatch(path):
            if not _KNOWN_CALLS.fullmatch(name):
                names.append(name)
        elif not _KNOWN_OWNERS.fullmatch(owner := path.split(".")[0].strip()):
            owners.append(owner)
    return names, owners
