"""What a template cannot tell yet, and where in its files a finding stands.

A rule that says that something is absent is right about a template only where no open slot could emit it
(:mod:`govlint.lint.template.absence`); a fault that is written out is one whatever publishing does.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from govlint.finding import Finding, Location, Region, Text, Verdict
from govlint.lint.findings.line_hash import LineHashes
from govlint.lint.rule import Needs, Rule
from govlint.lint.template.absence import may_come
from govlint.page.compose import Composed
from govlint.page.lines import Lines
from govlint.page.masking import INERT, Place
from govlint.page.model import Page
from govlint.page.slots import Slot
from govlint.page.template import Kind

PAGES = "pages"
"""The property that counts the pages that a fault in an included file reaches."""

_ON_CONDITION = Text("只在此条件成立时输出", "put out only where this condition holds")
_OTHERWISE = Text("只在前面的条件不成立时输出", "put out only where the conditions before do not hold")
_INCLUDED = Text("由此处引入", "included from here")


def waits(finding: Finding, rule: Rule, page: Page) -> bool:
    """Whether publishing decides *finding*, which *rule* made of the template *page*."""
    if finding.verdict is Verdict.PASS or INERT in finding.key or INERT in finding.message.zh:
        return True
    if may_come(rule.needs, page.facts):
        return True
    if rule.needs in (Needs.HEAD, Needs.ATTRIBUTE):
        return _adds_attributes(finding, page)
    return rule.needs is Needs.PUBLISHED


def _adds_attributes(finding: Finding, page: Page) -> bool:
    """Whether template tags among the attributes of the finding's element may add what is said to be absent."""
    tags = [slot for slot in page.facts.slots if slot.place is Place.TAG]
    if not tags:
        return False
    mark = finding.location.mark
    start, end = page.spans([mark])[mark]
    return any(start <= slot.span[0] < end for slot in tags)


def place_in_files(findings: Iterable[Finding], page: Page) -> list[Finding]:
    """Return the findings on the template *page* at the files they are written in, includes and conditions beside."""
    findings = list(findings)
    template = page.template
    if template is None or template.composed is None:
        return findings
    marks = {
        location.mark
        for finding in findings
        for location in (finding.location, *finding.related)
        if location.path == page.path and location.region is None
    }
    spans = page.spans(marks) if marks else {}
    places = _Files(template.composed)
    conditions = [slot for slot in template.slots if slot.kind is Kind.CONDITION]

    def placed(location: Location) -> Location:
        if location.mark not in marks or location.path != page.path or location.region is not None:
            return location
        return places.location(location, spans[location.mark])

    made = []
    for finding in findings:
        span = spans.get(finding.location.mark) if finding.location.path == page.path else None
        beside = () if span is None else (*_conditional(conditions, span, places), *places.chain(span))
        related = (*map(placed, finding.related), *beside)
        # A fix is made for one page alone; here its place may be another file, or filled by a tag.
        made.append(finding._replace(location=placed(finding.location), related=related, fix=None))
    return made


def _conditional(conditions: list[Slot], span: tuple[int, int], places: _Files) -> tuple[Location, ...]:
    """Return the innermost condition that *span* stands in, as a location that says so."""
    before = bisect_right(conditions, span[0], key=lambda slot: slot.span[0])
    inside = next((slot for slot in reversed(conditions[:before]) if slot.span[1] >= span[1]), None)
    if inside is None:
        return ()
    branch = next((each for each in reversed(inside.branches) if each.start <= span[0]), None)
    start = branch.start if branch else inside.span[0]
    note = _OTHERWISE if branch and branch.is_else else _ON_CONDITION
    return (places.location(Location("", note=note), (start, start + 1)),)


class _Files:
    """The files a template is made of, with their lines, read when first asked for."""

    def __init__(self, composed: Composed) -> None:
        self._composed = composed
        self._lines: dict[str, Lines] = {}
        self._hashes: dict[str, LineHashes] = {}

    def location(self, location: Location, span: tuple[int, int]) -> Location:
        """Return *location* at the file and lines that *span* of the composed text comes from."""
        path, start, end, _ = self._composed.origin(*span)
        region = self._lines_of(path).region(start, end)
        return self._at(location, path, region)

    def chain(self, span: tuple[int, int]) -> tuple[Location, ...]:
        """Return the includes that lead to *span*, outermost first."""
        steps = self._composed.origin(*span)[3]
        return tuple(
            self._at(Location(step.path, note=_INCLUDED), step.path, self._lines_of(step.path).region(*step.span))
            for step in steps
        )

    def _at(self, location: Location, path: str, region: Region) -> Location:
        line = region.start_line
        if path not in self._hashes:
            self._hashes[path] = LineHashes(self._composed.files[path])
        text = self._lines_of(path).text(line)
        return location._replace(path=path, region=region, line_text=text, line_hash=self._hashes[path].of(line))

    def _lines_of(self, path: str) -> Lines:
        if path not in self._lines:
            self._lines[path] = Lines(self._composed.files[path])
        return self._lines[path]


def once(findings: Iterable[Finding], *, count: bool = True) -> list[Finding]:
    """Return each fault once: what several pages bring in from one place of one file counts these pages.

    Without *count* not all pages were looked at, and none are counted.
    """
    same: dict[tuple[str, str, str, Region | None, str], list[Finding]] = {}
    for finding in findings:
        place = finding.location
        same.setdefault((finding.rule_id, finding.verdict, place.path, place.region, finding.key), []).append(finding)
    return [_elsewhere(_counted(each) if count else each[0]) for each in same.values()]


def _elsewhere(finding: Finding) -> Finding:
    """Return *finding* without those related locations that are its own place, seen again on another page."""
    here = finding.location
    related = tuple(each for each in finding.related if (each.path, each.region) != (here.path, here.region))
    return finding if len(related) == len(finding.related) else finding._replace(related=related)


def without_unknown(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that speak of nothing a template tag is still to fill in."""
    return [each for each in findings if INERT not in each.key and INERT not in each.message.zh]


def _counted(same: list[Finding]) -> Finding:
    first, pages = same[0], len(set(map(_page_of, same)))
    if pages == 1 or PAGES in dict(first.properties):
        return first
    message = Text(
        f"{first.message.zh.removesuffix('。')}（影响 {pages} 个页面）。",
        f"{first.message.en.removesuffix('.')} (reaches {pages} pages).",
    )
    return first._replace(message=message, properties=tuple(sorted({**dict(first.properties), PAGES: pages}.items())))


def _page_of(finding: Finding) -> str:
    """Return the page that *finding* was made on: where the first of the includes that lead to it is written."""
    return next((each.path for each in finding.related if each.note == _INCLUDED), finding.location.path)
