"""The start tags of a page with their exact offsets, found by the WHATWG tokeniser's rules.

The tree gives no columns; these tokens do. They agree with the tree that libxml2 (2.14 and later) builds: the two
places where libxml2 leaves the standard are followed here, ``<script/>`` is empty, and raw text depends on the tag's
name alone (as if there were no SVG).

All patterns are possessive or stop at the first hit, so that hostile input takes linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from govlint.lazy_re import lazy_re


class StartTag(NamedTuple):
    """A start tag: its *name* in lower case and the offsets of its ``<`` and of the end of its ``>``.

    *text_end* is where its raw text ends (``<title>``, ``<script>`` …), and -1 for a tag that markup follows.
    """

    name: str
    start: int
    end: int
    text_end: int = -1


_SPACE = r"\t\n\f\r "
_NAME = rf"[^{_SPACE}/>][^{_SPACE}/>=]*+"
_VALUE = rf"""(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|(?!["'])[^{_SPACE}>]*+)"""
_REST = rf"(?:[{_SPACE}]++|/(?!>)|{_NAME}(?:[{_SPACE}]*+=[{_SPACE}]*+{_VALUE})?+)*+"
_MARKUP = lazy_re(
    rf"<(?:([A-Za-z][^{_SPACE}/>]*+){_REST}(/?+)>"  # 1: a start tag's name, 2: the stroke of an empty one
    rf"|/[A-Za-z][^{_SPACE}/>]*+{_REST}/?+>"
    r"|(/?+[A-Za-z])"  # 3: a tag that the end of the page cuts
    r"|(!--)(?:-?>)?+"  # 4: a comment
    r"|(?:[!?]|/(?=[^>]))[^>]*+>?+)"
)
_ATTRIBUTE = lazy_re(rf"({_NAME})(?:[{_SPACE}]*+=[{_SPACE}]*+{_VALUE})?+")
_RAW = ("title", "textarea", "script", "style", "xmp", "iframe", "noembed", "noframes")
_COMMENT_END = lazy_re("--!?>")
_SCRIPT = lazy_re(rf"<!--|-->|<(/?+)(?ai:script)(?=[{_SPACE}/>])")
_RAW_END = {name: lazy_re(rf"</(?ai:{name})(?=[{_SPACE}/>])") for name in _RAW}


def _with_text(name: str, *without: str) -> str:
    """Return the pattern of a tag of raw text with its text; that holds *without* not, or of two not both."""
    texts = (rf"[^<]*+(?:<(?!/(?ai:{name})[{_SPACE}/>]{other})[^<]*+)*+" for other in without or ("",))
    return rf"<(?ai:{name})(?=[{_SPACE}/>]){_REST}(?:/>|>(?:{'|'.join(texts)})(?=</))"


# All that is whole, up to a tag or a comment that is not, or a script with both comments and tags of scripts in it.
_WHOLE = lazy_re(
    rf"""(?:[^<]++
    |<(?:/|(?!(?ai:plaintext|{"|".join(_RAW)})[{_SPACE}/>]))[A-Za-z][^{_SPACE}/>]*+{_REST}/?+>
    |{_with_text("script", "|!--", rf"|(?ai:script)[{_SPACE}/>]")}
    |{"|".join(_with_text(name) for name in _RAW if name != "script")}
    |<!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+--!?>)
    |<(?:!(?!--)|\?|/[^A-Za-z>])[^>]*+>
    |<(?:/>|(?=[^A-Za-z/!?])))*+""",
    re.VERBOSE,
)
_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)} | {0: 0xFFFD}


def start_tags(source: str, at: int = 0) -> Iterator[StartTag]:
    """Yield the start tags of *source* (a decoded page) in order; a tag without its ``>`` is none.

    They are read from offset *at* on, which must be outside of all tags, comments and raw text.
    """
    while match := _MARKUP.search(source, at):
        at = match.end()
        name, stroke, cut, comment = match.groups()
        if name is not None:
            name = _lower(name)
            if name in _RAW_END and not stroke:
                text_end = _raw_text_end(source, name, at)
                yield StartTag(name, match.start(), at, text_end)
                at = text_end
            else:
                yield StartTag(name, match.start(), at)
                if name == "plaintext" and not stroke:
                    return
        elif comment is not None and source[at - 1] != ">":
            end = _COMMENT_END.search(source, at)
            if end is None:
                return
            at = end.end()
        elif cut is not None:
            return


def outside(source: str, before: int, at: int = 0) -> int:
    """Return an offset of *source* outside of all tags, comments and raw text, near *before* but not behind it.

    *at* is another such offset, from which it is looked for: in a fifth of the time that reading the tags takes.
    """
    match = _WHOLE.match(source, at, before)
    return match.end() if match else at


def attributes(source: str, tag: StartTag) -> dict[str, tuple[int, int]]:
    """Return the attributes of *tag* by name in lower case: the offsets of each from its name to its value's end.

    Of attributes of one name the first counts.
    """
    found: dict[str, tuple[int, int]] = {}
    for match in _ATTRIBUTE.finditer(source, tag.start + 1 + len(tag.name), tag.end - 1):
        found.setdefault(_lower(match[1]), match.span())
    return found


def _lower(name: str) -> str:
    """Lower the ASCII letters alone, and replace NUL, as the standard does."""
    return name.lower() if name.isascii() and "\0" not in name else name.translate(_LOWER)


def _raw_text_end(source: str, name: str, start: int) -> int:
    """Return the offset of the end tag of the raw text element *name* whose text begins at *start*."""
    end = _RAW_END[name].search(source, start)
    stop = end.start() if end else len(source)
    if name == "script" and source.find("<!--", start, stop) >= 0:
        return _script_end(source, start)
    return stop


def _script_end(source: str, start: int) -> int:
    """Return where a script with ``<!--`` in it ends: ``</script>`` within ``<!-- <script>`` does not end it."""
    at, escaped, nested = start, False, False
    while match := _SCRIPT.search(source, at):
        at = match.end()
        if match[0] == "<!--":
            escaped = True
            at -= 2  # "<!-->" is a whole comment
        elif match[0] == "-->":
            escaped = nested = False
        elif match[1] and not nested:
            return match.start()
        else:
            nested = escaped and not match[1]
    return len(source)
