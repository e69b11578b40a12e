"""What a script says behind its codes: packed, in character codes, in base64, in escapes. Nothing is ever run."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from govlint.lazy_re import lazy_re
from govlint.page.javascript import take_apart

_STRING = r"""(?:'((?:[^'\\\r\n]++|\\.)*+)'|"((?:[^"\\\r\n]++|\\.)*+)")"""
_PACKED = lazy_re(rf"\}}\s*+\(\s*+{_STRING}\s*+,\s*+(\d{{1,3}})\s*+,\s*+(\d{{1,5}})\s*+,\s*+{_STRING}\s*+\.\s*+split")
_CHAR_CODES = lazy_re(
    r"fromCharCode(?:\.apply)?\s*+\([^()\d]{0,20}((?:(?:0x[0-9a-f]{1,4}|\d{1,5})\s*+,?\s*+){4,}+)", re.IGNORECASE
)
_CODE = lazy_re(r"0x([0-9a-f]{1,4})|(\d{1,5})", re.IGNORECASE)
_BASE64 = lazy_re(
    r"(?:atob|decode64|base64_?decode|Base64\.decode)\s*+\(\s*+[\"']([A-Za-z0-9+/=\s]{12,}+)[\"']", re.IGNORECASE
)
_ESCAPED = lazy_re(r"%3[cC]|(?:%[0-9a-fA-F]{2}|%u[0-9a-fA-F]{4}){3}")
_UTF16 = lazy_re(r"%u([0-9a-fA-F]{4})")
_HEX_ESCAPE = lazy_re(r"\\(?:x[2-7][0-9a-fA-F]|u00[2-7][0-9a-fA-F])")
_MAY_BE_CODED = lazy_re(r"fromCharCode|atob|base64|\\x[2-7]|\\u00[2-7]|eval\s?\(\s?function|%3[cC]|%u00", re.IGNORECASE)
_WORD = lazy_re(r"\b\w+\b")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MANY_ESCAPES = 8
_DEEPEST = 3
_LARGEST = 300_000  # characters of a script; a larger one is a library
_MOST_WORDS = 20_000


class Layer(NamedTuple):
    """What was read: *text*, and *how* it had been written: ``packed``, ``codes``, ``base64``, ``escapes``, ``hex``."""

    text: str
    how: str


@lru_cache(maxsize=256)
def layers(source: str) -> tuple[Layer, ...]:
    """Return what the script *source* holds in coded form, codes within codes too; () for a plain or a large one."""
    if len(source) > _LARGEST or _MAY_BE_CODED.search(source) is None:
        return ()
    found: list[Layer] = []
    todo = [Layer(source, "")]
    for _ in range(_DEEPEST):
        todo = [layer for above in todo for layer in _within(above)][:50]
        found += todo
    return tuple(dict.fromkeys(found))


def _within(above: Layer) -> Iterator[Layer]:
    text = above.text
    if _MAY_BE_CODED.search(text) is None:
        return
    for packed in _PACKED.finditer(text):
        yield Layer(_unpacked(packed), "packed")
    for codes in _CHAR_CODES.finditer(text):
        yield Layer("".join(map(_character, _CODE.findall(codes[1]))), "codes")
    for coded in _BASE64.finditer(text):
        yield Layer(_decoded(coded[1]), "base64")
    strings = take_apart(text).strings
    if len(_HEX_ESCAPE.findall(text)) >= _MANY_ESCAPES:
        yield Layer(" ".join(strings), "hex")
    for string in strings:
        if _ESCAPED.search(string):
            yield Layer(unquote(_UTF16.sub(lambda unit: chr(int(unit[1], 16)), string), errors="replace"), "escapes")


def _unpacked(packed: re.Match[str]) -> str:
    """Undo Dean Edwards' packer: words of the body are numbers of words in a list."""
    body = packed[1] if packed[1] is not None else packed[2]
    listed = packed[5] if packed[5] is not None else packed[6]
    base = int(packed[3])
    words = listed.split("|")[:_MOST_WORDS]
    if not 2 <= base <= len(_DIGITS) or not words:
        return body

    def word(match: re.Match[str]) -> str:
        number = 0
        for digit in match[0][:6]:
            number = number * base + max(_DIGITS.find(digit), 0)
        return words[number] if number < len(words) and words[number] else match[0]

    return _WORD.sub(word, body.replace("\\'", "'").replace("\\\\", "\\"))


def _character(code: tuple[str, str]) -> str:
    number = int(code[0], 16) if code[0] else int(code[1])
    return chr(number) if number < 0xD800 else "\ufffd"


def _decoded(text: str) -> str:
    import base64

    try:
        return base64.b64decode("".join(text.split()) + "==").decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""
