"""Takes a script apart, so that patterns can be looked for in its code alone: no comment and no string misleads them.

This is no parser. It knows comments, strings, templates and regular expressions, which is what a pattern needs to
tell code from text; it takes broken and minified scripts as they come, in linear time.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from govlint.lazy_re import lazy_re

_TOKEN = lazy_re(
    r""" (?P<string>"(?:[^"\\\n\r]++|\\(?:\r\n|.))*+"?|'(?:[^'\\\n\r]++|\\(?:\r\n|.))*+'?)
       | (?P<template>`)
       | (?P<comment>//[^\n\r]*+|<!--[^\n\r]*+)  # the latter too comments a line: old pages hide their code behind it
       | (?P<block>/\*)
       | (?P<slash>/)""",
    re.VERBOSE | re.DOTALL,
)
_TEMPLATE_PART = lazy_re(r"\\.|\$\{|`", re.DOTALL)
_TEMPLATE_CODE = lazy_re(r"""[{}`]|"(?:[^"\\\n]++|\\.)*+"?|'(?:[^'\\\n]++|\\.)*+'?""", re.DOTALL)
_REGEX = lazy_re(r"/(?![*/])(?:[^/\\\[\n\r]++|\\.|\[(?:[^\]\\\n\r]++|\\.)*+\])++/[a-z]*+")
_REGEX_USED = lazy_re(r"\s*+\.\s*+(?:test|exec)\b")
_WORD_BEFORE_REGEX = lazy_re(r"(?:^|[^\w$.])(?:return|typeof|case|in|of|delete|void|throw|new|else|do)$")
_ENDS_OPERAND = lazy_re(r"[\w$)\]\"]$")
_ESCAPE = lazy_re(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|.))", re.DOTALL)
_SIMPLE_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}
_CONTINUATIONS = ("\n", "\r", "\r\n")
_REGEX_STAND_IN = " 0 "
_REGEX_LIMIT = 500  # characters; it bounds the look for an end that does not come


class Script(NamedTuple):
    """A script taken apart: *strings* are its string values, unescaped, in order of appearance.

    *code* is the rest: comments are gone (a blank stands for each), a string is written ``"n"`` with n its index in
    *strings*, and a regular expression is written ``0``. A template's ``${…}`` parts are left out of its value; one
    that has any is written ``"n"+0``, as something unknown belongs to it.
    """

    code: str
    strings: tuple[str, ...]


def take_apart(source: str) -> Script:
    """Separate the code of the script *source* from its strings and comments. Never raises, whatever it is given."""
    code: list[str] = []
    strings: list[str] = []
    at = 0
    before = ""  # the last piece of code that is not blank
    templates_close = True
    while token := _TOKEN.search(source, at):
        piece = source[at : token.start()]
        code.append(piece)
        before = piece if piece and not piece.isspace() else before
        at = token.end()
        kind = token.lastgroup
        if kind == "slash":
            at, before = _slash(source, token.start(), before)
            code.append(before)
        elif kind == "comment" or kind == "block":
            code.append(" ")
            at = _block_end(source, at) if kind == "block" else at
        else:
            found = _template(source, at) if kind == "template" and templates_close else None
            templates_close = templates_close and (kind == "string" or found is not None)
            value, at, has_parts = found or (_string_value(token[0]), at, False)
            before = f'"{len(strings)}"'
            code.append(f"{before}+0" if has_parts else before)
            strings.append(value)
    code.append(source[at:])
    return Script("".join(code), tuple(strings))


def _block_end(source: str, at: int) -> int:
    end = source.find("*/", at)
    return end + 2 if end >= 0 else len(source)


def _string_value(literal: str) -> str:
    """Return the value of a string *literal*; one that has no end ends with its line."""
    closed = len(literal) > 1 and literal[-1] == literal[0]
    return _unescape(literal[1:-1] if closed else literal[1:])


def _slash(source: str, start: int, before: str) -> tuple[int, str]:
    """Tell a regular expression from a division: the end of either, and what to write for it."""
    tail = before.rstrip()[-12:]
    literal = _REGEX.match(source, start, start + _REGEX_LIMIT)
    if literal is None:
        return start + 1, "/"
    divides = _ENDS_OPERAND.search(tail) is not None and _WORD_BEFORE_REGEX.search(tail) is None
    if divides and not (tail.endswith(")") and _REGEX_USED.match(source, literal.end())):
        return start + 1, "/"
    return literal.end(), _REGEX_STAND_IN


def _template(source: str, at: int) -> tuple[str, int, bool] | None:
    """Return the fixed parts of the template whose text starts at *at*, its end, and whether it has others.

    None where it has no end.
    """
    pieces: list[str] = []
    depths: list[int] = []  # for each ${ that is open: how many { are open in it; -1 stands for a template inside it
    start = at
    while True:
        in_text = not depths or depths[-1] < 0
        match = (_TEMPLATE_PART if in_text else _TEMPLATE_CODE).search(source, at)
        if match is None:
            return None
        found, at = match.group(), match.end()
        if in_text and found == "${":
            if not depths:
                pieces.append(source[start : match.start()])
            depths.append(0)
        elif in_text and found == "`":
            if not depths:
                return _unescape("".join(pieces) + source[start : match.start()]), at, bool(pieces)
            depths.pop()
        elif not in_text and found == "`":
            depths.append(-1)
        elif not in_text and found == "{":
            depths[-1] += 1
        elif not in_text and found == "}":
            depths[-1] -= 1
            if depths[-1] < 0:
                depths.pop()
                start = at if not depths else start


def _unescape(text: str) -> str:
    """Replace the escapes of a string literal by what they stand for."""
    return _ESCAPE.sub(_unescape_one, text) if "\\" in text else text


def _unescape_one(match: re.Match[str]) -> str:
    digits = match[1] or match[2] or match[3]
    if digits:
        number = int(digits, 16)
        return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
    other = match[4]
    return "" if other in _CONTINUATIONS else _SIMPLE_ESCAPES.get(other, other)
