"""Places: what marks become once the page they are on has been read, and findings that are given theirs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import NamedTuple

from govlint.finding import Finding, Location, Mark, Region
from govlint.lint.findings.line_hash import LineHashes
from govlint.page.model import Page


class Place(NamedTuple):
    """What a location gets: its *region*, the line it begins on, and the hash of that line."""

    region: Region
    line_text: str
    line_hash: str


Places = Mapping[Mark, Place]


def open_marks(finding: Finding) -> Iterable[tuple[str, Mark]]:
    """Return the path and the mark of each location of *finding* that has no place yet.

    What stands on the target as a whole gets none.
    """
    locations = (finding.location, *finding.related)
    return ((each.path, each.mark) for each in locations if each.region is None and each.path)


def find_places(marks: Iterable[Mark], page: Page, data: bytes) -> dict[Mark, Place]:
    """Return the place of each of *marks* on *page*, which holds the bytes *data*.

    GitHub reads every file as UTF-8 when it hashes a line, whatever it is written in.
    """
    regions = page.regions(sorted(marks, key=attrgetter("element")))
    if not regions:
        return {}
    hashes = LineHashes(data.decode("utf-8", "replace"))
    lines = {region.start_line for region in regions.values()}
    written = {line: (page.lines.text(line), hashes.of(line)) for line in lines}
    return {mark: Place(region, *written[region.start_line]) for mark, region in regions.items()}


def put(finding: Finding, places: Mapping[str, Places]) -> Finding:
    """Return *finding* with the places of its locations, by path; those that have none there stay as they are."""
    location = _placed(finding.location, places)
    related = tuple(_placed(each, places) for each in finding.related)
    return finding._replace(location=location, related=related)


def _placed(location: Location, places: Mapping[str, Places]) -> Location:
    place = places.get(location.path, {}).get(location.mark) if location.region is None else None
    return location if place is None else location._replace(**place._asdict())
