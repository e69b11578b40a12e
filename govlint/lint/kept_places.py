"""Where findings of the whole site stand on a page, kept from run to run: most pages have not changed since.

Finding the place of an element takes a parse and a reading of all tags of its page; what comes of it depends on the
bytes of the page and on the mark alone.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from govlint.finding import Finding, Location, Mark, Region
from govlint.lint.plain import unpickled

if TYPE_CHECKING:
    from govlint.lint.examine import Job


class Place(NamedTuple):
    """What a location gets: its *region*, the line it begins on, and the hash of that line."""

    region: Region
    line_text: str
    line_hash: str


Places = Mapping[Mark, Place]


def key_of(job: Job, path: str, findings: Sequence[Finding], data: bytes) -> bytes:
    """Return what the places of *findings* on the page are kept under, ``b""`` where they are not kept.

    A fix is placed on the page itself, and a template hangs on the files it includes.
    """
    if job.memory is None or job.tree is not None or any(finding.fix is not None for finding in findings):
        return b""
    marks = sorted({_order(location.mark) for location in _open(findings, path)})
    return job.memory.key(job.source, path, data, f"places {marks!r}\n")


def known(job: Job, key: bytes) -> Places | None:
    """Return the places that are kept under *key*, None where there are none."""
    packed = job.memory.cache.find([key]).get(key) if job.memory is not None and key else None
    if packed is None:
        return None
    try:
        places = unpickled(zlib.decompress(packed))
    except zlib.error:
        return None
    return places if isinstance(places, dict) else None


def packed(placed: Iterable[Finding], path: str) -> bytes:
    """Return the places of the findings that were *placed* on the page, as they are kept."""
    places = {
        location.mark: Place(location.region, location.line_text or "", location.line_hash)
        for finding in placed
        for location in _locations(finding)
        if location.path == path and location.region is not None
    }
    return zlib.compress(pickle.dumps(places, pickle.HIGHEST_PROTOCOL), 1)


def put(findings: Iterable[Finding], path: str, places: Places) -> list[Finding] | None:
    """Return the findings with their *places* on the page, None where one is missing."""
    try:
        return [
            replace(
                finding,
                location=_placed(finding.location, path, places),
                related=tuple(_placed(location, path, places) for location in finding.related),
            )
            for finding in findings
        ]
    except KeyError:
        return None


def _placed(location: Location, path: str, places: Places) -> Location:
    if location.path != path or location.region is not None:
        return location
    place = places[location.mark]
    return replace(location, region=place.region, line_text=place.line_text, line_hash=place.line_hash)


def _open(findings: Iterable[Finding], path: str) -> Iterable[Location]:
    return (
        location
        for finding in findings
        for location in _locations(finding)
        if location.path == path and location.region is None
    )


def _locations(finding: Finding) -> tuple[Location, ...]:
    return (finding.location, *finding.related)


def _order(mark: Mark) -> tuple[int, str, tuple[int, int]]:
    return mark.element, mark.part, mark.span or (-1, -1)
