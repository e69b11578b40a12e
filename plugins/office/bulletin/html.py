"""The bulletin as a page: one file, no script at all, for screens and A4."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TextIO

from govlint.batch.bulletin import Bulletin
from govlint.finding import Text

from ..standalone import asset, page_template, policy, writable
from .content import content
from .model import GroupRow, VerdictCount
from .words import WORDS

WIDE = 720
"""How many units a bar is wide."""


class Piece(NamedTuple):
    """A piece of a bar, in units: which verdict, from where, how wide, how many sites."""

    id: str
    x: float
    width: float
    sites: int


def write(bulletin: Bulletin, stream: TextIO, *, language: str = "zh", most: int | None = None) -> None:
    """Write *bulletin* to *stream* (UTF-8) as one page. Raises CannotReport where jinja2 is not installed."""
    template = page_template("bulletin.html.j2", language)
    style = asset("base.css") + asset("bulletin.css")
    page = template.generate(
        it=content(bulletin, language, most),
        words={name: text.in_language(language) for name, text in WORDS.items()},
        fill=_Filler(WORDS, language),
        bar=_bar,
        group_bar=_group_bar,
        language="en" if language == "en" else "zh-CN",
        style=style,
        policy=policy(style),
    )
    stream.writelines(map(writable, page))


class _Filler:
    """Fills the figures into a sentence."""

    def __init__(self, words: Mapping[str, Text], language: str) -> None:
        self._words = words
        self._language = language

    def __call__(self, name: str, *values: object) -> str:
        return self._words[name].in_language(self._language).format(*values)


def _bar(verdicts: Iterable[VerdictCount]) -> list[Piece]:
    """Return the bar of all sites."""
    return _pieces((verdict.id, verdict.sites) for verdict in verdicts)


def _group_bar(group: GroupRow) -> list[Piece]:
    """Return the bar of a group of sites."""
    found = (
        ("unqualified", group.failing), ("open", group.open), ("qualified", group.qualified),
        ("unscored", group.unscored), ("failed", group.absent),
    )  # fmt: skip
    return _pieces(found)


def _pieces(counts: Iterable[tuple[str, int]]) -> list[Piece]:
    there = [(id, sites) for id, sites in counts if sites]
    whole = sum(sites for _, sites in there)
    pieces, before = [], 0
    for id, sites in there:
        pieces.append(Piece(id, round(WIDE * before / whole, 2), round(WIDE * sites / whole, 2), sites))
        before += sites
    return pieces
