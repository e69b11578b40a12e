"""Findings of site rules → lines and columns: just the pages they stand on are read again, by the workers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from govlint.finding import Finding, Location
from govlint.lint import kept_places
from govlint.lint.examine import Job, open_page, place, share
from govlint.page.model import Page
from govlint.page.read import reopen
from govlint.source.abilities import http_charset

if TYPE_CHECKING:
    from concurrent.futures import Executor

BATCH = 8
"""Pages that a worker places at a time: each costs a parse and a reading of all its tags."""

_Standing = tuple[str, Sequence[Finding]]


def place_all(
    findings: Iterable[Finding], job: Job, order: Mapping[str, int], executor: Executor | None
) -> list[Finding]:
    """Return the findings placed on all their pages, which are read again in the *order* they are best read in.

    What stands on the target as a whole, or on a page that cannot be read any more, stays as it is.
    """
    findings = list(findings)
    kept = _Kept()
    if executor is not None and job.tree is None:
        _place_apart(findings, job, order, executor, kept)
    for path, numbers in _on_page(findings, order):
        page = kept.taken(_placed_on(job, path, [findings[number] for number in numbers]))
        for number, placed in zip(numbers, page, strict=True):
            findings[number] = placed
    if job.memory is not None:
        job.memory.cache.keep(kept.fresh, kept.found)
    return findings


class _Placed(NamedTuple):
    """The findings of a page with their places: kept under *key* (``b""``: not), as *packed* (``b""``: they were)."""

    findings: list[Finding]
    key: bytes = b""
    packed: bytes = b""


@dataclass
class _Kept:
    """What of all that was placed is to be kept, and what was found kept."""

    fresh: dict[bytes, bytes] = field(default_factory=dict)
    found: list[bytes] = field(default_factory=list)

    def taken(self, placed: _Placed) -> list[Finding]:
        """Note what is to be kept of a page, and return its findings."""
        if placed.packed:
            self.fresh[placed.key] = placed.packed
        elif placed.key:
            self.found.append(placed.key)
        return placed.findings


def _place_apart(findings: list[Finding], job: Job, order: Mapping[str, int], executor: Executor, kept: _Kept) -> None:
    """Place in workers the findings whose pages have nothing to do with each other: those with no edit to place."""
    numbers = [number for number, finding in enumerate(findings) if not _has_open_edits(finding)]
    plain = [replace(findings[number], fix=None) for number in numbers]
    on_page = _on_page(plain, order)
    standing = [(path, [plain[at] for at in places]) for path, places in on_page]
    batches = [standing[start : start + BATCH] for start in range(0, len(standing), BATCH)]
    jobs = [share(job, [path for path, _ in batch]) for batch in batches]
    results = chain.from_iterable(executor.map(_place_batch, jobs, batches))
    versions: list[dict[str, Finding]] = [{} for _ in plain]
    for (path, places), placed in zip(on_page, results, strict=True):
        for at, finding in zip(places, kept.taken(placed), strict=True):
            versions[at][path] = finding
    for number, of_pages in zip(numbers, versions, strict=True):
        findings[number] = _joined(findings[number], of_pages)


def _has_open_edits(finding: Finding) -> bool:
    return finding.fix is not None and any(edit.span is None for edit in finding.fix.edits)


def _place_batch(job: Job, batch: Sequence[_Standing]) -> list[_Placed]:
    return [_placed_on(job, path, findings) for path, findings in batch]


def _on_page(findings: Sequence[Finding], order: Mapping[str, int]) -> list[tuple[str, list[int]]]:
    """Return the pages that findings stand on without a place yet, each with the numbers of these findings."""
    on_page: dict[str, list[int]] = defaultdict(list)
    for number, finding in enumerate(findings):
        for path in {location.path for location in _locations(finding) if location.region is None}:
            if path:  # of the target as a whole there is no line to show
                on_page[path].append(number)
    return sorted(on_page.items(), key=lambda each: (order.get(each[0], -1), each[0]))


def _locations(finding: Finding) -> tuple[Location, ...]:
    return (finding.location, *finding.related)


def _placed_on(job: Job, path: str, findings: Sequence[Finding]) -> _Placed:
    try:
        data = job.source.read(path)
    except (OSError, ValueError):
        return _Placed(list(findings))
    key = kept_places.key_of(job, path, findings, data)
    places = kept_places.known(job, key)
    if places is not None and (put := kept_places.put(findings, path, places)) is not None:
        return _Placed(put, key)
    placed = place(findings, _reopened(path, data, job), data)
    return _Placed(placed, key, kept_places.packed(placed, path) if key else b"")


def _reopened(path: str, data: bytes, job: Job) -> Page:
    """Return the page for its places alone; a template is prepared once more."""
    if job.tree is not None:
        return open_page(path, data, job)
    charset = http_charset(job.source, path)
    return reopen(path, data, http_charset=charset, forced_encoding=job.settings.encoding)


def _joined(finding: Finding, versions: Mapping[str, Finding]) -> Finding:
    """Return *finding* with each location as it is in the version of its page."""
    if not versions:
        return finding
    found = [_locations(versions.get(each.path, finding))[at] for at, each in enumerate(_locations(finding))]
    return replace(finding, location=found[0], related=tuple(found[1:]))
