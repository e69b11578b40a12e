"""What a script gives out: the HTML it writes into the page, and the addresses it sends the window to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import unquote

from govlint.lazy_re import lazy_re
from govlint.page.javascript import Script
from govlint.page.scripttext import Known, text_at

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
_UTF16_ESCAPE = lazy_re(r"%u([0-9a-fA-F]{4})")


class _Event(NamedTuple):
    """A place in the code: *kind* is that of a sink, or ``"given"`` or ``"forget"`` with the *names* it is about."""

    at: int
    end: int
    kind: str
    names: str = ""
    adds: bool = False


def find_outputs(script: Script) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the HTML that *script* writes and the addresses it sends the window to, each once, in order.

    Empty ones are left out; markup in the notation of ``escape`` (``%3Cscript%3E``) is decoded.
    """
    sinks = sorted(
        _Event(found.start(), found.end(), kind) for kind, sink in _SINKS for found in sink.finditer(script.code)
    )
    if not sinks:
        return (), ()
    known = Known()
    outputs = list(_outputs(script, sinks, known))
    if known.asked:
        events = sorted([*sinks, *_assignments(script, known.asked)])
        outputs = list(_outputs(script, events, Known()))
    writes = (_decoded(text) for kind, text in outputs if kind != "jump")
    jumps = (text.strip() for kind, text in outputs if kind == "jump")
    return tuple(dict.fromkeys(writes)), tuple(dict.fromkeys(jumps))


def _outputs(script: Script, events: Iterable[_Event], known: Known) -> Iterator[tuple[str, str]]:
    """Yield (kind, text) for each text that is not blank, going through the *events* in their order."""
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
            yield from ((event.kind, made.text) for made in texts if made.text.strip())


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
