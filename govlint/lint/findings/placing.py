"""Findings of site rules → lines and columns: just the pages they stand on are read again, by the workers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from govlint.finding import Finding, Mark
from govlint.lint.batches import in_batches
from govlint.lint.examine import Job, open_page, place, share
from govlint.lint.findings.places import Places, find_places, open_marks, put
from govlint.lint.kept import places as kept_places
from govlint.page.model import Page
from govlint.page.read import reopen
from govlint.source.abilities import http_charset

if TYPE_CHECKING:
    from concurrent.futures import Executor

_PAGES = 16
"""Pages that a worker places at a time: each costs a parse."""

_Asked = tuple[str, frozenset[Mark]]


class Placer(NamedTuple):
    """Places findings on their pages, which are read again in the *order* they are best read in."""

    job: Job
    order: Mapping[str, int]
    executor: Executor | None

    def placed(self, *lists: Sequence[Finding]) -> list[list[Finding]]:
        """Return each of *lists* with places; a page that findings of several stand on is read once."""
        findings = iter(place_all(chain(*lists), self.job, self.order, self.executor))
        return [list(islice(findings, len(each))) for each in lists]


def place_all(
    findings: Iterable[Finding], job: Job, order: Mapping[str, int], executor: Executor | None
) -> list[Finding]:
    """Return the findings placed on all their pages, which are read again in the *order* they are best read in.

    What stands on the target as a whole, or on a page that cannot be read any more, stays as it is.
    """
    findings = list(findings)
    by_marks = [number for number, finding in enumerate(findings) if job.tree is None and not _has_open_edits(finding)]
    places = _find_all([findings[number] for number in by_marks], job, order, executor)
    for number in by_marks:
        findings[number] = put(findings[number], places)
    for path, numbers in _by_page(findings, set(range(len(findings))).difference(by_marks), order):
        data = _bytes(job, path)
        if data is None:
            continue
        placed = place([findings[number] for number in numbers], _reopened(path, data, job), data)
        for number, finding in zip(numbers, placed, strict=True):
            findings[number] = finding
    return findings


class _Found(NamedTuple):
    """The places of a page: kept under *key* (``b""``: not), as *packed* (``b""``: they were)."""

    places: Places
    key: bytes = b""
    packed: bytes = b""


def _find_all(
    findings: Sequence[Finding], job: Job, order: Mapping[str, int], executor: Executor | None
) -> Mapping[str, Places]:
    """Return by page the places that *findings* ask for."""
    marks: dict[str, set[Mark]] = defaultdict(set)
    for path, mark in chain.from_iterable(map(open_marks, findings)):
        marks[path].add(mark)
    asked = [(path, frozenset(marks[path])) for path in _in_order(marks, order)]
    batches = in_batches(asked, _PAGES)
    jobs = [job if executor is None else share(job, [path for path, _ in batch]) for batch in batches]
    work: Callable[..., Iterable[list[_Found]]] = map if executor is None else executor.map
    results = work(_find_batch, jobs, batches)
    found = dict(zip((path for path, _ in asked), chain.from_iterable(results), strict=True))
    if job.memory is not None:
        fresh = {each.key: each.packed for each in found.values() if each.packed}
        job.memory.cache.keep(fresh, [each.key for each in found.values() if each.key and not each.packed])
    return {path: each.places for path, each in found.items()}


def _find_batch(job: Job, batch: Sequence[_Asked]) -> list[_Found]:
    held = [(path, marks, _bytes(job, path)) for path, marks in batch]
    keys = [b"" if data is None else kept_places.key_of(job, path, marks, data) for path, marks, data in held]
    known = kept_places.known(job, keys)
    return [
        _Found({}) if data is None else _found(job, path, marks, data, key, known.get(key, {}))
        for (path, marks, data), key in zip(held, keys, strict=True)
    ]


def _found(job: Job, path: str, marks: frozenset[Mark], data: bytes, key: bytes, known: Places) -> _Found:
    if marks <= known.keys():
        return _Found(known, key)
    places = find_places(marks, _reopened(path, data, job), data)
    return _Found(places, key, kept_places.packed(places) if key else b"")


def _has_open_edits(finding: Finding) -> bool:
    return finding.fix is not None and any(edit.span is None for edit in finding.fix.edits)


def _by_page(
    findings: Sequence[Finding], numbers: Iterable[int], order: Mapping[str, int]
) -> list[tuple[str, list[int]]]:
    """Return the pages that the findings of these *numbers* stand on without a place, each with their numbers."""
    on_page: dict[str, list[int]] = defaultdict(list)
    for number in sorted(numbers):
        for path in {path for path, _ in open_marks(findings[number])}:
            on_page[path].append(number)
    return [(path, on_page[path]) for path in _in_order(on_page, order)]


def _in_order(paths: Iterable[str], order: Mapping[str, int]) -> list[str]:
    return sorted(paths, key=lambda path: (order.get(path, -1), path))


def _bytes(job: Job, path: str) -> bytes | None:
    try:
        return job.source.read(path)
    except (OSError, ValueError):
        return None


def _reopened(path: str, data: bytes, job: Job) -> Page:
    """Return the page for its places alone; a template is prepared once more."""
    if job.tree is not None:
        return open_page(path, data, job)
    charset = http_charset(job.source, path)
    return reopen(path, data, http_charset=charset, forced_encoding=job.settings.encoding)
