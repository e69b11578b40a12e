"""Bytes → text: which encoding a page is in, and its text without a byte lost.

The order is that of the WHATWG standards: byte-order mark, the user's wish, HTTP, ``<meta>``, and at last the bytes
themselves. Unlike a browser, a label that its own bytes contradict is not believed (and is reported), because what
follows is to read the text and not to show the damage. ``<?xml encoding=…?>`` means nothing in HTML and is ignored.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.facts import Encoding
from govlint.page.guess import contradicts, guess_encoding, non_ascii
from govlint.page.labels import Known, codec_of, known_label


class Decoded(NamedTuple):
    """The *text* of a page, without byte-order mark and lone surrogates, and how its *encoding* was found."""

    text: str
    encoding: Encoding


class _Label(NamedTuple):
    source: str
    written: str
    known: Known | None


_WINDOW = 4096  # bytes searched for <meta>; HTML wants it within the first 1024
_EARLY = 1024
_BROKEN_SHARE = 200  # one broken character in so many is the most that a label may explain away
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16le"), (b"\xfe\xff", "utf-16be"))
_NOT_ASCII_BASED = frozenset({"utf-16le", "utf-16be", "iso-2022-jp"})


def decode(data: bytes, *, http_charset: str | None = None, forced: str | None = None) -> Decoded:
    """Decode a page, whatever its bytes.

    *http_charset* is the charset parameter of a stored ``Content-Type``; *forced* is the user's own label, which
    outranks both labels of the page and is taken as it is (one that names no encoding is passed over). Never raises;
    takes time linear in the size.

    The problems noted are ``invalid-bytes`` (some bytes mean nothing in the encoding chosen),
    ``label-contradicts-bytes`` (the page says one encoding and is in another), ``http-meta-conflict``,
    ``nonstandard-label`` (no label of the WHATWG standard) and ``meta-after-1024-bytes``.
    """
    labels, problems = _labels(data, http_charset)
    written = labels[0].written if labels else None
    for mark, name in _BOMS:
        if data.startswith(mark):
            family = "utf-16" if name.startswith("utf-16") else name
            if not all(label.known is None or label.known.name.startswith(family) for label in labels):
                problems.append("label-contradicts-bytes")
            return _as(data[len(mark) :], name, "bom", written, problems)
    wish = known_label(forced) if forced else None
    if wish:
        return _as(data, wish.name, "option", forced, problems)
    for label in labels:
        if label.known:
            return _as_labelled(data, label.known.name, label, problems)
    return _as(data, guess_encoding(data), "content", written, problems)


def _labels(data: bytes, http_charset: str | None) -> tuple[list[_Label], list[str]]:
    """Return the labels of the page, the strongest first, and what is wrong with them."""
    problems = []
    labels = []
    if http_charset:
        labels.append(_Label("http", http_charset, known_label(http_charset)))
    meta = _meta_label(data[:_WINDOW])
    if meta:
        written, end = meta
        labels.append(_Label("meta", written, known_label(written)))
        if end > _EARLY:
            problems.append("meta-after-1024-bytes")
    if len({label.known.name for label in labels if label.known}) > 1:
        problems.append("http-meta-conflict")
    if any(label.known is None or not label.known.standard for label in labels):
        problems.append("nonstandard-label")
    return labels, problems


def _as_labelled(data: bytes, name: str, label: _Label, problems: list[str]) -> Decoded:
    """Decode as the label says, unless the bytes are plainly something else."""
    if label.source == "meta" and name.startswith("utf-16"):  # a <meta> that can be read is not UTF-16
        problems.append("label-contradicts-bytes")
        name = "utf-8"
    text, broken = _read(data, name)
    if (broken and broken * _BROKEN_SHARE > non_ascii(text)) or contradicts(data, name):
        better = guess_encoding(data)
        if better != name:
            if "label-contradicts-bytes" not in problems:
                problems.append("label-contradicts-bytes")
            return _as(data, better, "content", label.written, problems)
    return _decoded(text, broken, Encoding(name, label.source, label.written, tuple(problems)))


def _as(data: bytes, name: str, source: str, label: str | None, problems: list[str]) -> Decoded:
    text, broken = _read(data, name)
    return _decoded(text, broken, Encoding(name, source, label, tuple(problems)))


def _decoded(text: str, broken: int, encoding: Encoding) -> Decoded:
    if broken:
        encoding = encoding._replace(problems=(*encoding.problems, "invalid-bytes"))
    return Decoded(text, encoding)


# --- <meta charset>: the prescan of the HTML standard --------------------------------------------------------------

_VALUE = rb"""(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|(?!["'])[^\s>]*+)"""
_ATTRIBUTE = rb"[^\s/>][^\s/>=]*+(?:\s*+=\s*+" + _VALUE + rb")?+"
_ATTRIBUTES = rb"(?:[\s/]++|" + _ATTRIBUTE + rb")*+"
_PRESCAN = lazy_re(
    rb"<(?:!(?=--)(?:.*?-->|.*)"
    rb"|meta(?=[\s/])(?P<meta>" + _ATTRIBUTES + rb")>"
    rb"|/?+[a-z][^\s>]*+" + _ATTRIBUTES + rb"|[!/?][^>]*+)",
    re.IGNORECASE | re.DOTALL,
)
_PAIR = lazy_re(
    rb"""([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|(?!["'])([^\s>]*+)))?+""",
)
_CONTENT = lazy_re(rb"""charset\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|(?!["'])([^\s;]++))""", re.IGNORECASE)


def _meta_label(head: bytes) -> tuple[str, int] | None:
    """Return the label of the first ``<meta>`` that gives one, and the offset of its end."""
    for match in _PRESCAN.finditer(head):
        attributes = match["meta"]
        if attributes is not None and (label := _label_in(attributes)):
            return label.decode("latin-1").strip(), match.end()
    return None


def _label_in(attributes: bytes) -> bytes | None:
    values: dict[bytes, bytes] = {}
    for name, *quoted in _PAIR.findall(attributes):
        values.setdefault(name.lower(), b"".join(quoted))
    if b"charset" in values:
        return values[b"charset"]
    if values.get(b"http-equiv", b"").lower() == b"content-type":
        found = _CONTENT.search(values.get(b"content", b""))
        return b"".join(filter(None, found.groups())) if found else None
    return None


# --- reading the bytes in a given encoding --------------------------------------------------------------------------

# Where CPython's gb18030 and the WHATWG index of 2022 differ. Built by asking the codec, so that a later Python that
# knows the newer standard is left alone.
_WHATWG = {
    "a3a0": 0x3000, "a6d9": 0xFE10, "a6da": 0xFE12, "a6db": 0xFE11, "a6dc": 0xFE13, "a6dd": 0xFE14, "a6de": 0xFE15,
    "a6df": 0xFE16, "a6ec": 0xFE17, "a6ed": 0xFE18, "a6f3": 0xFE19, "a8bc": 0x1E3F, "8135f437": 0xE7C7,
    "fe59": 0x9FB4, "fe61": 0x9FB5, "fe66": 0x9FB6, "fe67": 0x9FB7, "fe6d": 0x9FB8, "fe7e": 0x9FB9, "fe90": 0x9FBA,
    "fea0": 0x9FBB,
}  # fmt: skip
_SINGLE_RUN = lazy_re(rb"\x80+|\xff+")  # never the first byte of a longer code
_UFFFD_IN = {"utf-8": b"\xef\xbf\xbd", "gb18030": b"\x84\x31\xa4\x37"}


def _read(data: bytes, name: str) -> tuple[str, int]:
    """Decode *data* as *name*; return the text and the number of U+FFFD that the decoder had to put in."""
    if name not in _NOT_ASCII_BASED and data.isascii():
        return data.decode("ascii"), 0
    codec = codec_of(name)
    try:
        text, broken = data.decode(codec), 0
    except UnicodeDecodeError:
        text = data.decode(codec, _HANDLERS.get(name, "replace" if name.startswith(_MULTIBYTE) else "govlint-c1"))
        own = data.count(_UFFFD_IN[name]) if name in _UFFFD_IN else 0
        broken = max(0, text.count("\ufffd") - own)
    if name == "gb18030":
        text = _mended(text)
    return text, broken


@cache
def _repairs() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Return what finds the characters that CPython reads otherwise, and what they are."""
    repairs = {bytes.fromhex(code).decode("gb18030"): chr(point) for code, point in _WHATWG.items()}
    return lazy_re(f"[{''.join(repairs)}]"), repairs


def _mended(text: str) -> str:
    odd, repairs = _repairs()
    return odd.sub(lambda match: repairs[match[0]], text)


def _replace_gb18030(error: UnicodeError) -> tuple[str, int]:
    """Replace what the gb18030 decoder cannot read exactly as the WHATWG decoder does; 0x80 is the euro sign."""
    assert isinstance(error, UnicodeDecodeError)  # noqa: S101 - the decoder calls it with nothing else
    data, at = error.object, error.start
    if run := _SINGLE_RUN.match(data, at):
        return ("€" if data[at] == 0x80 else "\ufffd") * len(run[0]), run.end()
    return "\ufffd", at + _broken_length(data[at : at + 4])


def _broken_length(code: bytes) -> int:
    """Return how many of the up to four bytes of a broken *code* one U+FFFD stands for."""
    if len(code) == 1:
        return 1
    if not 0x30 <= code[1] <= 0x39:
        return 1 if code[1] < 0x80 else 2
    if len(code) > 2 and not 0x81 <= code[2] <= 0xFE:
        return 1
    if len(code) > 3 and not 0x30 <= code[3] <= 0x39:
        return 1
    return len(code)  # a whole code that means nothing, or one that the end of the page cuts


def _replace_c1(error: UnicodeError) -> tuple[str, int]:
    """Read the holes of a single-byte code page as the WHATWG tables do: 0x80 … 0x9F are the C1 controls."""
    assert isinstance(error, UnicodeDecodeError)  # noqa: S101
    byte = error.object[error.start]
    return chr(byte) if byte < 0xA0 else "\ufffd", error.start + 1


codecs.register_error("govlint-gb18030", _replace_gb18030)
codecs.register_error("govlint-c1", _replace_c1)
_HANDLERS = {"gb18030": "govlint-gb18030"}
_MULTIBYTE = ("utf", "big5", "euc", "shift", "iso-2022")
