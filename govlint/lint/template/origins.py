"""From a page to its template: where in a template tree the source is written that a finding points at.

Only what stands there to the letter counts. The tag or the line of text that a finding points at is looked up among
the literals of all templates; a place counts where it and all its neighbours on the line agree with the page as far as
they are written out. Of several such places all are told, and where nothing tells a place, none is made up.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from govlint.finding import WHOLE_PAGE, Finding, Location, Origin, Verdict
from govlint.lint.settings import Settings
from govlint.lint.template.in_template import PAGES
from govlint.lint.template.traced import MOST_PLACES, Traced
from govlint.lint.template.tree import survey
from govlint.page.decode import decode
from govlint.page.lexing import lexer_of
from govlint.page.lines import Lines, offset_in
from govlint.page.literals import Piece, fold_space, parts_of, pieces, weight_of
from govlint.page.masking import INERT, drafted
from govlint.page.names import may_be_template
from govlint.page.tags import StartTag, attributes
from govlint.source.model import Source, Unread

if TYPE_CHECKING:
    from govlint.registry import Registry


_ENOUGH = 10  # weight of what agrees (see Piece.weight): less may stand in any text by chance
_SURE = 16  # from this weight on it stands in no other site's templates
_RELATED = 2  # sure places that show that the templates are those of the site
_ENOUGH_OF_A_VALUE = 4  # of an attribute's value that is written out in part
_AROUND = 2_000  # characters of a long line that are looked at, before and behind
_NEIGHBOURS = 40  # pieces on either side that are compared
_OF_THE_FRAME = frozenset(("html", "head", "body", "title", "meta", "frameset", "base"))  # never typed into articles


class _Sought(NamedTuple):
    """What is looked up: a source *line*, the offsets of the region in it, and the *attribute* it is, if it is one."""

    line: str
    start: int
    end: int
    attribute: str

    @property
    def marked(self) -> str:
        """What stands in the region."""
        return self.line[self.start : self.end]


@dataclass(frozen=True)
class Template:
    """A template file: its *path*, its *text*, and the *spans* of its tags, which publishing replaces."""

    path: str
    text: str
    spans: tuple[tuple[int, int], ...] = ()

    @cached_property
    def pieces(self) -> Sequence[Piece]:
        """What it says to the letter."""
        return tuple(pieces(self.text, self.spans))

    @cached_property
    def draft(self) -> str:
        """The text with its tags made holes."""
        return drafted(self.text, list(self.spans))

    @cached_property
    def lines(self) -> Lines:
        """Its lines."""
        return Lines(self.text)


class Origins:
    """The literals of a template tree, indexed once. *name* is how the tree is called in reports."""

    def __init__(self, name: str, templates: Sequence[Template]) -> None:
        self.name = name
        self.templates = templates
        self._whole: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        self._holed: defaultdict[str, defaultdict[tuple[str, ...], list[tuple[int, int]]]]
        self._holed = defaultdict(lambda: defaultdict(list))
        for number, template in enumerate(templates):
            for at, piece in enumerate(template.pieces):
                self._add(piece, (number, at), template)
        self._known = lru_cache(maxsize=4096)(self._look_up)

    def _add(self, piece: Piece, place: tuple[int, int], template: Template) -> None:
        if piece.is_whole:
            self._whole[piece.parts[0]].append(place)
        elif not piece.is_open:
            self._holed[piece.name][piece.parts].append(place)
        first, *more = template.draft[piece.start : piece.end].splitlines() or [""]
        if more and piece.name:  # a page's line holds the first line of such a tag
            parts = parts_of(fold_space(first))
            if len(parts) == 1:
                self._whole[parts[0]].append(place)
            else:
                self._holed[piece.name][parts].append(place)

    def trace(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return the *findings* with their origins, where there are any."""
        return [self._traced(finding) for finding in findings]

    def settled(self, findings: Sequence[Finding]) -> list[Finding]:
        """Return *findings*, all of a run, without chance resemblances: other people's templates have a title, too."""
        sure = {(origin.path, origin.region) for finding in findings for origin in finding.origins if origin.sure}
        if len(sure) >= _RELATED:
            return list(findings)
        return [
            finding._replace(origins=tuple(filter(lambda origin: origin.sure, finding.origins)))
            if finding.origins
            else finding
            for finding in findings
        ]

    def summary(self, findings: Iterable[Finding]) -> Traced:
        """Return how many of *findings*, faults and reviews, were traced."""
        counts = {"found": 0, "lost": 0, "nowhere": 0}
        for finding in findings:
            if finding.verdict is not Verdict.PASS:
                place = finding.location
                counts["found" if finding.origins else "lost" if _sought(place) else "nowhere"] += 1
        return Traced(self.name, len(self.templates), **counts)

    def _traced(self, finding: Finding) -> Finding:
        sought = _sought(finding.location) if finding.verdict is not Verdict.PASS else None
        if sought is None:
            return finding
        origins = dict.fromkeys(self._known(sought))
        if PAGES in dict(finding.properties):  # the same on other pages, which other templates may have made
            for other in filter(None, map(_sought, finding.related)):
                if other.marked == sought.marked:
                    origins |= dict.fromkeys(self._known(other))
        return finding._replace(origins=tuple(origins)) if origins else finding

    def _look_up(self, sought: _Sought) -> tuple[Origin, ...]:
        """Return the places in the templates that agree with *sought*, in order; none where there are too many."""
        begin, line = _window(sought)
        around = [(piece, fold_space(line[piece.start : piece.end])) for piece in pieces(line)]
        at = bisect_right(around, sought.start - begin, key=lambda each: each[0].start) - 1
        if at < 0 or around[at][0].end <= sought.start - begin:
            return ()
        texts = [text for _, text in around]
        regions: dict[tuple[int, tuple[int, int]], bool] = {}
        for place in self._candidates(texts[at]):
            weight = self._agreement(place, texts, at)
            if weight >= 0 and (span := self._span(*place, sought)):
                regions[place[0], span] = regions.get((place[0], span), False) or weight >= self._least(place)
        if len(regions) > MOST_PLACES:
            return ()
        return tuple(self._origin(number, span, sure) for (number, span), sure in sorted(regions.items()))

    def _candidates(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the pieces that are *text*; those that may become it only where none is."""
        if places := self._whole.get(text):
            yield from places
            return
        name = Piece(0, 0, (text,)).name
        for parts, holed in self._holed.get(name, {}).items():
            if Piece(0, 0, parts).fits(text):
                yield from holed

    def _agreement(self, place: tuple[int, int], texts: Sequence[str], at: int) -> int:
        """Return the weight of what agrees of the piece at *place* and its neighbours with *texts* around *at*.

        It is -1 where they differ, and where too little agrees to say anything.
        """
        here = self.templates[place[0]].pieces
        piece = here[place[1]]
        weight = min(piece.weight, Piece(0, 0, (texts[at],)).weight)
        for step in (-1, 1):
            for distance in range(step, step * _NEIGHBOURS, step):
                theirs, ours = at + distance, place[1] + distance
                if not (0 <= theirs < len(texts) and 0 <= ours < len(here)) or here[ours].is_open:
                    break
                if not here[ours].fits(texts[theirs]):
                    if _is_cut(texts[theirs]):
                        break
                    return -1
                weight += here[ours].weight
                if not here[ours].name and not here[ours].is_whole:
                    break  # what its hole puts out may be more than text
        return weight if weight >= _ENOUGH or piece.name in _OF_THE_FRAME else -1

    def _least(self, place: tuple[int, int]) -> float:
        """Return the weight from which on a page's piece is surely that at *place*; of the frame it never is."""
        piece = self.templates[place[0]].pieces[place[1]]
        return inf if piece.name in _OF_THE_FRAME else _SURE

    def _span(self, number: int, at: int, sought: _Sought) -> tuple[int, int] | None:
        """Return where in a template the very thing stands that *sought* is, None where that is filled in."""
        template = self.templates[number]
        piece = template.pieces[at]
        written = sought.marked
        whole = template.draft[piece.start : piece.end]
        if written.startswith("<"):
            return None if piece.name == "a" and _leads_anywhere(whole) else (piece.start, piece.end)
        if sought.attribute and piece.name:
            tag = StartTag(piece.name, piece.start, piece.end)
            span = attributes(template.draft, tag).get(sought.attribute)
            return span if span and _says_enough(template.draft[slice(*span)]) else None
        if (found := whole.find(written)) >= 0:
            return piece.start + found, piece.start + found + len(written)
        return (piece.start, piece.end) if piece.is_whole else None

    def _origin(self, number: int, span: tuple[int, int], sure: bool) -> Origin:
        template = self.templates[number]
        region = template.lines.region(*span)
        return Origin(template.path, region, template.lines.text(region.start_line), sure=sure)


def _sought(place: Location) -> _Sought | None:
    """Return what to look up for a finding at *place*, None where that is no place of a page."""
    region, line = place.region, place.line_text
    if place.mark == WHOLE_PAGE or region is None or not line:
        return None
    start = offset_in(line, region.start_column)
    end = offset_in(line, region.end_column) if region.end_line == region.start_line else len(line)
    attribute = place.mark.part[1:].lower() if place.mark.span is None and place.mark.part.startswith("@") else ""
    return _Sought(line, start, max(start, end), attribute)


def _window(sought: _Sought) -> tuple[int, str]:
    """Return the part of a long line around the region, between whole tags, and where it begins."""
    begin, end = max(0, sought.start - _AROUND), sought.start + _AROUND
    if begin:
        begin = max(sought.line.find("<", begin, sought.start), begin)
    if end < len(sought.line):
        cut = sought.line.rfind("<", sought.start + 1, end)
        end = cut if cut > 0 else end
    return begin, sought.line[begin:end]


def _is_cut(text: str) -> bool:
    """Whether *text* is a part of a tag, cut by the end of its line."""
    return text.startswith("<") != text.endswith(">")


def _says_enough(attribute: str) -> bool:
    """Whether an attribute is written out, or so much of its value that it is no other's by chance."""
    value = attribute.partition("=")[2].strip("\"'\t\r\n ")
    if INERT not in value:
        return True
    return weight_of(parts_of(value)) >= _ENOUGH_OF_A_VALUE


def _leads_anywhere(tag: str) -> bool:
    """Whether the address of a link is filled in: what is wrong with such a link is no fault of the template's."""
    span = attributes(tag, StartTag("a", 0, len(tag))).get("href")
    return span is not None and not _says_enough(tag[slice(*span)])


def read_templates(source: Source, settings: Settings, registry: Registry) -> Origins:
    """Return the literals of the templates in *source*, generated and stale copies left out.

    Files without any known template tag are taken as they are. Files that cannot be read are passed over.
    """
    files = [found for found in source.files() if not isinstance(found, Unread)]
    tree = survey(source, files, settings, registry)
    paths = tree.files if tree else [path for path in files if may_be_template(path)]
    templates = []
    for path in paths:
        try:
            text = decode(source.read(path), forced=settings.encoding).text
        except (OSError, ValueError):
            continue
        tags = lexer_of(tree.dialects_of(registry, path, text)).tags(text) if tree else ()
        templates.append(Template(source.prefix + path, text, tuple((tag.start, tag.end) for tag in tags)))
    return Origins(source.prefix.rstrip("/") or source.name, templates)
