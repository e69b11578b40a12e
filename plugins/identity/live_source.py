"""The parts of a page's source: what is markup, what stands in scripts, and what is commented out.

Marks are looked for in the source because they stand in texts, attributes and scripts alike, and are split over tags;
offsets into the source are then exact positions.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from govlint.lazy_re import lazy_re

_STOP = lazy_re(r"<!--|<(script|style)(?=[\s/>])", re.IGNORECASE)
_RAW_END = {name: lazy_re(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in ("script", "style")}
_LINE_COMMENT = lazy_re(r"(?m)^[ \t]*+//(?!-->).*+$")
_UTF16 = lazy_re(r"(?:%|\\)u([0-9a-fA-F]{4})")
_TAG = lazy_re(r"<[^<>]{0,1000}>")
_STEP = 2_000  # characters of markup
_LONGEST_REFERENCE = 40  # characters that a character reference takes; one may be cut by a tag


class Part(NamedTuple):
    """A stretch of the source: its text, and the offset at which it begins."""

    text: str
    start: int


class LiveSource(NamedTuple):
    """A page's *source* in parts: *markup* has the length of the source, with all else replaced by spaces."""

    source: str
    markup: str
    scripts: tuple[Part, ...] = ()
    comments: tuple[Part, ...] = ()


def split_source(source: str) -> LiveSource:
    """Return the parts of *source*. Start tags of scripts stay in the markup: their attributes tell things."""
    pieces: list[str] = []
    scripts: list[Part] = []
    comments: list[Part] = []
    done = at = 0
    while stop := _STOP.search(source, at):
        if stop[1] is None:
            start, end = stop.start(), source.find("-->", stop.end())
            at = end + 3 if end >= 0 else len(source)
            comments.append(Part(source[stop.end() : end if end >= 0 else at], stop.end()))
        else:
            start = source.find(">", stop.end()) + 1 or len(source)
            end_tag = _RAW_END[stop[1].lower()].search(source, start)
            at = end_tag.start() if end_tag else len(source)
            if stop[1].lower() == "script" and at > start:
                scripts.append(Part(source[start:at], start))
        pieces += (source[done:start], " " * (at - start))
        done = at
    pieces.append(source[done:])
    return LiveSource(source, "".join(pieces), tuple(scripts), tuple(comments))


def written_text(script: str) -> str:
    """Return the code of *script* without its comments, ``%3C``, ``%u7F51`` and the like decoded."""
    code = _LINE_COMMENT.sub("", _without_block_comments(script))
    if "%u" in code or "\\u" in code:
        code = _UTF16.sub(lambda found: chr(int(found[1], 16)), code)
    return unquote(code) if "%" in code else code


def _without_block_comments(code: str) -> str:
    pieces = []
    done = 0
    while (start := code.find("/*", done)) >= 0 and (end := code.find("*/", start + 2)) >= 0:
        pieces.append(code[done:start])
        done = end + 2
    pieces.append(code[done:])
    return "".join(pieces)


def text_in(markup: str) -> str:
    """Return the text of *markup*: tags taken out, character references decoded, white space folded."""
    return _read(_TAG.sub("", markup))


def end_of_text(markup: str, length: int) -> str:
    """Return the last *length* characters of the text of *markup*.

    It is read in steps from its end, each from a tag on: what the pages of a template all end in is read once.
    """
    enough = length + _LONGEST_REFERENCE
    bare = text = ""
    end = len(markup)
    while end and len(text) < enough:
        start = max(markup.rfind("<", 0, max(end - _STEP, 0)), 0)
        bare = _bare(markup[start:end]) + bare
        text = _read(bare) if start == 0 or len(bare) >= enough else ""
        end = start
    return text[-length:]


@lru_cache(maxsize=64)
def _bare(markup: str) -> str:
    """Return *markup* without its tags, white space folded; spaces at its ends stay, for words go on behind it."""
    text = _TAG.sub("", markup).replace("&nbsp;", " ")
    return " ".join(f"|{text}|".split())[1:-1]


def _read(text: str) -> str:
    from html import unescape

    return " ".join(unescape(text).split())
