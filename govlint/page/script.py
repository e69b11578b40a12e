"""What a script tells without being run: what it defines, names, writes and loads, and where it may send the visitor.

A pattern sees code without comments and strings (``govlint.page.javascript``). Patterns begin with a plain word, which
is what makes them fast on large libraries; what must stand before the word is looked at after it was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from govlint.lazy_re import lazy_re
from govlint.page.facts import NO_SCRIPT, ScriptFacts
from govlint.page.javascript import Script, take_apart
from govlint.page.loaders import find_loaders
from govlint.page.scriptoutput import find_outputs
from govlint.page.words import words

_FUNCTION = lazy_re(r"function(?<![\w$]function)\b\s*+\*?+\s*+([\w$]*+)\s*+\(")
_ARROW = lazy_re(r"=>")
# What a function is given to, read backwards from it: name = f, name: f, "name": f, name = async f, name = wrap(f.
_GIVEN_TO = lazy_re(
    r"""\s*+ (?P<parameters>\)[^()]*+\(|[\w$]++)? \s*+ (?:cnysa\b\s*+)?+ (?:\(\s*+[\w$.]++\s*+)?+
        [=:]\s*+ (?:\]?+"(?P<quoted>\d++)"|(?P<name>[\w$]++))""",
    re.VERBOSE,
)
_LOOK_BACK = 160  # characters
_WINDOW_MEMBER = lazy_re(r"window(?<![\w$.]window)\s*+\.\s*+([\w$]++)\s*+=(?![=>])")
_METHOD = lazy_re(r"[{},;]\s*+(?:async\s++|static\s++)?+([\w$]++)\s*+\([^()]*+\)\s*+\{")
_NOT_METHODS = frozenset(("if", "for", "while", "switch", "catch", "with", "function", "return"))

_ARGUMENT = lazy_re(r'[(\[]\s*+"(\d++)"')
_LOOKUPS = (
    *("getElementById", "getElementsByName", "getElementsByClassName", "querySelector", "querySelectorAll", ".byId"),
    *("$", "jQuery", ".find", ".closest", ".children", ".siblings", ".parent", ".parents", ".filter", ".get"),
    *(".all", ".forms", ".elements", ".namedItem"),
)
_DOCUMENT_MEMBER = lazy_re(
    r"document(?<![\w$.]document)\s*+\.\s*+(?:forms\s*+\.\s*+|all\s*+\.\s*+)?+([\w$]++)(?!\s*+\()(?:\s*+\.\s*+([\w$]++))?+"
)
_NOT_NAMES = words(
    """cookie location title body head documentElement domain referrer URL characterSet charset readyState compatMode
    documentMode implementation all forms links images scripts styleSheets activeElement hidden fonts defaultView
    parentWindow selection lastModified designMode onclick onkeydown onload onmousemove onmouseup onmousedown
    oncontextmenu onselectstart onreadystatechange addEventListener attachEvent querySelector getElementsByClassName
    value length submit focus action style innerHTML"""
)
_SELECTOR_NAME = lazy_re(r"[#.]([\w\u4e00-\u9fff-]++)|\[\s*+(?:name|id|class)\s*+[~^$*|]?+=\s*+[\"']?([^\"'\]]++)")
_BARE_NAME = lazy_re(r"[\w\u4e00-\u9fff-]++(?:\[\])?+")
_MENTION_LIMIT = 200  # characters; a longer string is text or markup

_LEAVING = lazy_re(r"(?:即将|将要?|正在|确[定认]要?)离开|离开(?:本|该)(?:网站|站)")
# A list kept as data in <script type="text/xml">.
_RECORD = lazy_re(r"<record>\s*+<!\[CDATA\[([^\]]*+(?:\](?!\]>)[^\]]*+)*+)")


def script_facts(source: str) -> ScriptFacts:
    """Return what the script *source* (JavaScript, or the records of a ``text/xml`` script) tells without being run.

    Never raises.
    """
    return record_facts(source) or code_facts(take_apart(source))


def record_facts(source: str) -> ScriptFacts | None:
    """Return what the records of a ``text/xml`` script tell; None of any other script."""
    if "<recordset" in source and source.lstrip().startswith("<"):
        return ScriptFacts(writes=tuple(_RECORD.findall(source)), loaders=frozenset(("datastore",)))
    return None


def code_facts(script: Script) -> ScriptFacts:
    """Return what JavaScript that was taken apart tells. Code in comments does not count.

    *writes* and *redirects* hold what the strings make up, joined with what is known of the variables between them;
    what only running could tell is left out of them.
    """
    writes, redirects = find_outputs(script)
    return ScriptFacts(
        defines=_defines(script),
        mentions=_mentions(script),
        writes=writes,
        redirects=redirects,
        loaders=find_loaders(script),
        warns_of_leaving=any("离开" in text and _LEAVING.search(text) for text in script.strings),
    )


def merge_scripts(facts: Iterable[ScriptFacts]) -> ScriptFacts:
    """Return one ScriptFacts for all of *facts*, in their order; a repeated write or redirect is kept once."""
    all_facts = tuple(facts)
    if not all_facts:
        return NO_SCRIPT
    defines, mentions, writes, redirects, loaders, warns = zip(*all_facts, strict=True)
    return ScriptFacts(
        defines=frozenset().union(*defines),
        mentions=frozenset().union(*mentions),
        writes=tuple(dict.fromkeys(chain(*writes))),
        redirects=tuple(dict.fromkeys(chain(*redirects))),
        loaders=frozenset().union(*loaders),
        warns_of_leaving=any(warns),
    )


def _defines(script: Script) -> frozenset[str]:
    found = set(_METHOD.findall(script.code)) - _NOT_METHODS
    found.update(_WINDOW_MEMBER.findall(script.code))
    for function in _FUNCTION.finditer(script.code):
        if function[1]:
            found.add(function[1])
        found.update(_given_to(script, function.start(), is_arrow=False))
    for arrow in _ARROW.finditer(script.code):
        found.update(_given_to(script, arrow.start(), is_arrow=True))
    return frozenset(found)


def _given_to(script: Script, at: int, *, is_arrow: bool) -> Iterator[str]:
    """Yield the name that the function at the offset *at* is given to, if it is given to one."""
    match = _GIVEN_TO.match(script.code[max(0, at - _LOOK_BACK) : at][::-1])
    if match is None or is_arrow == (match["parameters"] is None):
        return
    if match["name"]:
        yield match["name"][::-1]
    else:
        yield script.strings[int(match["quoted"][::-1])]


def _mentions(script: Script) -> frozenset[str]:
    found: set[str] = set()
    for text in dict.fromkeys(script.strings):
        if text[:1] in ("#", ".") or "[name" in text or "[id" in text:
            _add_selector(found, text)
    for argument in _ARGUMENT.finditer(script.code):
        start = argument.start()
        if script.code[max(0, start - 30) : start].rstrip().endswith(_LOOKUPS):
            text = script.strings[int(argument[1])].strip()
            _add_selector(found, text)
            if _BARE_NAME.fullmatch(text):
                found.add(text)
    for names in set(_DOCUMENT_MEMBER.findall(script.code)):
        if names[0] not in _NOT_NAMES:
            found.update(name for name in names if name and name not in _NOT_NAMES)
    return frozenset(found)


def _add_selector(found: set[str], text: str) -> None:
    """Add the selector *text* as written, and the bare names of ids, classes and fields in it."""
    if not 1 < len(text) <= _MENTION_LIMIT or "<" in text:
        return
    names = [first or second for first, second in _SELECTOR_NAME.findall(text)]
    if names:
        found.update(names)
        found.add(text.strip())
