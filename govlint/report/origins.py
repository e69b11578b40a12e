"""Where in the templates a fault comes from, in words: the same in every format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from govlint.finding import Finding, Location, Origin, Text
from govlint.lint.template.traced import Traced, together

MOST_SHOWN = 3
_MOST_ALIKE = 5  # places of one literal that are listed to be mended
TO_MEND = Text("要改的模板（按涉及的页面数）", "Templates to mend, by the pages they reach")
PAGES = Text("{} 个页面", "{} pages")

_ONE = Text("出自模板 {}", "From the template {}")
_SEVERAL = Text("源码见于模板的 {} 处：{}", "The source is found in {} places of the templates: {}")
_PAGES = Text("（{} 个页面）", " ({} pages)")
_MORE = Text(" 等", " …")
_ONE_OF = Text("源码见于模板 {}", "The source is found in the template {}")


def origins_in_words(findings: Sequence[Finding], language: str) -> str:
    """Return one sentence without its stop on where *findings*, one fault, come from; ``""`` where none is known."""
    origins = together(findings)
    if not origins:
        return ""
    shown = [_spot(origin) + _pages(origin, language) for origin in origins[:MOST_SHOWN]]
    if len(origins) == 1:
        return _ONE.in_language(language).format(shown[0])
    listed = (", " if language == "en" else "、").join(shown)
    more = _MORE.in_language(language) if len(origins) > MOST_SHOWN else ""
    return _SEVERAL.in_language(language).format(len(origins), listed + more)


class ToMend(NamedTuple):
    """A line of a template that faults come from: the ids of their *rules*, the *pages* it reaches (0: unknown)."""

    spot: str
    rules: tuple[str, ...]
    pages: int


def to_mend(faults: Iterable[Finding]) -> list[ToMend]:
    """Return the lines of templates that *faults* come from, but for what is written all over; most pages first."""
    rules: dict[str, dict[str, None]] = {}
    pages: Counter[str] = Counter()
    for fault in faults:
        told = dict(fault.properties).get("pages")
        for origin in fault.origins if len(fault.origins) <= _MOST_ALIKE else ():
            spot = f"{origin.path}:{origin.region.start_line}"
            rules.setdefault(spot, {})[fault.rule_id] = None
            pages[spot] = max(pages[spot], _reached(origin, told if len(fault.origins) == 1 else None, told is None))
    ranked = sorted(rules, key=lambda spot: (-pages[spot], -len(rules[spot]), spot))
    return [ToMend(spot, tuple(sorted(rules[spot])), pages[spot]) for spot in ranked]


def _reached(origin: Origin, told: object, counted: bool) -> int:
    """Return how many pages *origin* is known to reach: those *told* of, else those *counted*; 0 for unknown."""
    if isinstance(told, int):
        return max(told, origin.pages)
    return origin.pages if counted or origin.pages > 1 else 0


def as_location(origin: Origin, *, only: bool) -> Location:
    """Return *origin* as a location with a note; *only* says that there is no other. The path needs no prefix."""
    what = _ONE if only else _ONE_OF
    note = Text(*(what.in_language(each).format(_spot(origin)) + _pages(origin, each) for each in ("zh", "en")))
    return Location(origin.path, note=note, region=origin.region, line_text=origin.line_text)


def traced_in_words(traced: Traced) -> Text:
    """Return how far the findings of a run were traced to its templates, as a sentence."""
    return Text(
        f"模板“{traced.name}”（{traced.templates} 个文件）：{traced.found} 项找到出处，"
        f"{traced.lost} 项没有（内容由发布系统填入，或模板已改动），{traced.nowhere} 项不在页面的某一处。",
        f"Templates “{traced.name}” ({traced.templates} files): the source of {traced.found} was found there, of "
        f"{traced.lost} not (filled in by publishing, or changed since); {traced.nowhere} stand on no place of a page.",
    )


def _spot(origin: Origin) -> str:
    return f"{origin.path}:{origin.region.start_line}:{origin.region.start_column}"


def _pages(origin: Origin, language: str) -> str:
    return _PAGES.in_language(language).format(origin.pages) if origin.pages > 1 else ""
