"""What a script gives out: the HTML it writes into the page, and the addresses it sends the window to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from govlint.lazy_re import lazy_re
from govlint.page.javascript import Script
from govlint.page.scripttext import ROOM, Known, text_at

_OWNERS = ("window", "document", "self", "top", "parent", "opener", "this")
_OWN_LOCATION = "|".join((r"(?<![\w$.]location)", *(rf"(?<={owner}\.location)" for owner in _OWNERS)))
JUMP = lazy_re(rf"location(?:{_OWN_LOCATION})\s*+(?:(?:\.\s*+href\s*+)?+=(?!=)|\.\s*+(?:replace|assign)\s*+\()")
_OPEN = lazy_re(r"window(?<![\w$.]window)\s*+\.\s*+(?:open|navigate)\s*+\(")
_WRITE = lazy_re(r"document(?:(?<![\w$.]document)|(?<=window\.document))\s*+\.\s*+write(?:ln)?+\s*+\(")
_HTML = lazy_re(r"erHTML(?:(?<=innerHTML)|(?<=outerHTML))\s*+\+?+=(?!=)")
_SINKS = (("write", _WRITE), ("html", _HTML), ("jump", JUMP), ("jump", _OPEN))

_PARAMETERS = lazy_re(r"function(?<![\w$]function)\b[^(){};]*+\(([^()]++)\)")
_ASKED_LIMIT = 300  # names of variables that are followed in one script
_ESCAPED_MARKUP = lazy_re(r"%3C", re.IGNORECASE)
_STAND_IN = 0x100000  # the first of the letters that stand for strings; they mean nothing
_KEPT_CODE = 10_000  # characters
_KEPT_STRINGS = 2_000  # strings in what variables hold and add
_UTF16_ESCAPE = lazy_re(r"%u([0-9a-fA-F]{4})")


class _Event(NamedTuple):
    """A place in the code: *kind* is that of a sink, or ``"given"`` or ``"forget"`` with the *names* it is about."""

    at: int
    end: int
    kind: str
    names: str = ""
    adds: bool = False


class _Recipe(NamedTuple):
    """What scripts of one code give out, whatever their strings are: of each output its kind and which strings it is.

    *most* is how many strings, repeated ones too, the variables of such a script hold and add together, at most.
    """

    outputs: tuple[tuple[str, tuple[int, ...]], ...]
    most: int


def find_outputs(script: Script) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the HTML that *script* writes and the addresses it sends the window to, each once, in order.

    Empty ones are left out; markup in the notation of ``escape`` (``%3Cscript%3E``) is decoded.
    """
    code, strings = script
    outputs: Iterable[tuple[str, str]]
    recipe = _recipe(code, len(strings)) if len(code) <= _KEPT_CODE else None
    if recipe is None or recipe.most * max(map(len, strings), default=0) > ROOM:
        outputs = _made(script, Known())
    else:
        outputs = ((kind, "".join([strings[number] for number in numbers])) for kind, numbers in recipe.outputs)
    stripped = [(kind, text) for kind, text in outputs if text.strip()]
    writes = (_decoded(text) for kind, text in stripped if kind != "jump")
    jumps = (text.strip() for kind, text in stripped if kind == "jump")
    return tuple(dict.fromkeys(writes)), tuple(dict.fromkeys(jumps))


@lru_cache(maxsize=256)
def _recipe(code: str, count: int) -> _Recipe | None:
    """Return the recipe of scripts with this *code* and *count* strings, None where it would be too long to keep.

    Templates put titles and addresses into their scripts, so that on each page the strings are others and the code
    stays. It is found out with one letter in the place of each string.
    """
    known = Known()
    made = _made(Script(code, tuple(map(chr, range(_STAND_IN, _STAND_IN + count)))), known)
    most = count + known.added
    if most > _KEPT_STRINGS:
        return None
    return _Recipe(tuple((kind, tuple(ord(letter) - _STAND_IN for letter in text)) for kind, text in made), most)


def _made(script: Script, known: Known) -> list[tuple[str, str]]:
    """Return (kind, text) of all that *script* gives out; *known* takes in what its variables hold."""
    sinks = sorted(
        _Event(found.start(), found.end(), kind) for kind, sink in _SINKS for found in sink.finditer(script.code)
    )
    if not sinks:
        return []
    unknown = Known()
    outputs = list(_outputs(script, sinks, unknown))
    if not unknown.asked:
        return outputs
    events = sorted([*sinks, *_assignments(script, unknown.asked)])
    return list(_outputs(script, events, known))


def _outputs(script: Script, events: Iterable[_Event], known: Known) -> Iterator[tuple[str, str]]:
    """Yield (kind, text) for each text, going through the *events* in their order."""
    done = 0
    for event in events:
        if event.at < done:
            continue
        if event.kind == "forget":
            for name in event.names.split(","):
                known.forget(name.strip())
            continue
        texts, done = text_at(script, event.end, known, joins_arguments=event.kind == "write")
        if event.kind == "given":
            known.learn(event.names, texts, adds=event.adds)
        else:
            yield from ((event.kind, made.text) for made in texts)


def _assignments(script: Script, names: Iterable[str]) -> Iterator[_Event]:
    """Yield where one of the variables *names* is given a string, anything else, or is a function's parameter."""
    wanted = frozenset(list(names)[:_ASKED_LIMIT])
    choice = "|".join(re.escape(name) for name in sorted(wanted))
    assignment = re.compile(rf'(?<![\w$.])({choice})\s*+(\+?+)=(?![=>])\s*+((?="))?')
    for found in assignment.finditer(script.code):
        kind = "forget" if found[3] is None else "given"
        yield _Event(found.start(), found.end(), kind, found[1], bool(found[2]))
    for found in _PARAMETERS.finditer(script.code):
        if not wanted.isdisjoint(name.strip() for name in found[1].split(",")):
            yield _Event(found.start(), found.end(), "forget", found[1])


def _decoded(text: str) -> str:
    """Undo JavaScript's ``escape`` where *text* is markup written in it: ``%3Cscript%3E``, ``%u4E2D``."""
    if not _ESCAPED_MARKUP.search(text):
        return text
    return unquote(_UTF16_ESCAPE.sub(_decoded_unit, text), errors="replace")


def _decoded_unit(match: re.Match[str]) -> str:
    number = int(match[1], 16)
    return "\ufffd" if 0xD800 <= number < 0xE000 else chr(number)
