"""Take template tags out of a text without moving anything: filler of the same length, line ends kept.

The filler depends on where the tag stands: nothing is seen of it in text, an attribute's value stays an attribute's
value that is not empty, and an ordinary HTML parser then gives positions that are right without any mapping.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from govlint.lazy_re import lazy_re

INERT = "\ue000"
"""What stands for an unknown character in attribute values and titles: no page uses it, and no parser minds it."""

_DRAFT = lazy_re(r"[^\r\n]")
_INERT = lazy_re(INERT)
_VALUE = r"""(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))"""
# Every alternative matches wherever it begins, at the latest at the end of the text: no character is read twice.
_MARKUP = lazy_re(
    rf"""<(?:!--.*?(?:-->|\Z)
       |(?P<raw>script|style)\b(?P<rawtag>(?:[^>=]++|=\s*+{_VALUE}?+)*+)>?.*?(?:</(?P=raw)|\Z)
       |/?[a-z{INERT}](?:[^>=]++|=\s*+{_VALUE}?+)*+(?:>|\Z))""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_IN_TAG = lazy_re(rf"""(?P<value>=\s*+(?:{_VALUE}|[^\s>"']++))|(?P<bare>{INERT}++)""")
_TITLE = lazy_re(r"(<(title|textarea|option)\b[^<>]*+>)([^<]*+)", re.IGNORECASE)


class Place(StrEnum):
    """Where in a page a template tag stands."""

    TEXT = "text"
    VALUE = "value"  # in the value of an attribute
    TAG = "tag"  # where attributes stand: it may add some
    RAW = "raw"  # in a script or a style sheet
    TITLE = "title"  # in a title, a text field or an option: text alone may come of it
    COMMENT = "comment"


def mask_with_places(text: str, spans: Iterable[tuple[int, int]]) -> tuple[str, list[Place]]:
    """Return *text* with the *spans* (in order, apart from each other) replaced by filler; as long, same line ends.

    Beside it comes where each of the *spans* stands in the page.
    """
    spans = list(spans)
    if not spans:
        return text, []
    draft = drafted(text, spans)
    pieces: list[str] = []
    areas: list[tuple[int, Place]] = []  # from this offset on, that place
    done = 0
    for found in _MARKUP.finditer(draft):
        if INERT not in found[0]:
            continue
        pieces += (_blank(draft[done : found.start()]), _filled(found, areas))
        done = found.end()
        areas.append((done, Place.TEXT))
    pieces.append(_blank(draft[done:]))
    masked = "".join(pieces)
    return _with_titles(masked, draft, areas, spans)


def drafted(text: str, spans: list[tuple[int, int]]) -> str:
    """Return *text* with every character of the spans inert, so that no tag is taken for markup."""
    pieces: list[str] = []
    done = 0
    for start, end in spans:
        pieces += (text[done:start], _DRAFT.sub(INERT, text[start:end]))
        done = end
    return "".join((*pieces, text[done:]))


def _blank(text: str) -> str:
    return text.replace(INERT, " ")


def _filled(found: re.Match[str], areas: list[tuple[int, Place]]) -> str:
    """Return a stretch of markup as it is to be parsed, and note in *areas* what its parts are."""
    written, start = found[0], found.start()
    if written.startswith("<!--"):
        areas.append((start, Place.COMMENT))
        return _blank(written)
    if found["raw"]:
        tag_end = found.end("rawtag") - start
        tag = _tag(written[:tag_end], start, areas)
        areas.append((start + tag_end, Place.RAW))
        return tag + _blank(written[tag_end:])
    return _tag(written, start, areas)


def _tag(written: str, start: int, areas: list[tuple[int, Place]]) -> str:
    areas.append((start, Place.TAG))
    name = 1 + (written[1:2] == "/")
    while name < len(written) and written[name] == INERT:
        name += 1

    def part(found: re.Match[str]) -> str:
        if found["value"] is not None:
            areas.extend(((start + found.start(), Place.VALUE), (start + found.end(), Place.TAG)))
            return found[0]
        return " " * len(found[0])

    return written[:name].replace(INERT, "x") + _IN_TAG.sub(part, written[name:])


def _with_titles(
    masked: str, draft: str, areas: list[tuple[int, Place]], spans: list[tuple[int, int]]
) -> tuple[str, list[Place]]:
    """Put inert characters into titles again, where only text can come of a tag; and say where every span stands."""
    pieces: list[str] = []
    done = 0
    titles: list[tuple[int, int]] = []
    for found in _TITLE.finditer(masked):
        start, end = found.span(3)
        titles.append((start, end))
        if INERT in (written := draft[start:end]):
            pieces += (masked[done:start], written)
            done = end
    masked = "".join((*pieces, masked[done:]))
    return masked, _places(spans, sorted(areas, key=lambda area: area[0]), titles)


def _places(spans: list[tuple[int, int]], areas: list[tuple[int, Place]], titles: list[tuple[int, int]]) -> list[Place]:
    places: list[Place] = []
    area = title = 0
    place = Place.TEXT
    for start, _ in spans:
        while area < len(areas) and areas[area][0] <= start:
            place = areas[area][1]
            area += 1
        while title < len(titles) and titles[title][1] <= start:
            title += 1
        in_title = title < len(titles) and titles[title][0] <= start
        places.append(Place.TITLE if in_title and place is Place.TEXT else place)
    return places
