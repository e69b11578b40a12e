"""Fixes made: findings → changed files, again and again until nothing is left to mend.

Nothing is written to the target: what has changed lies beside it until the caller takes it over.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, TypeVar

from govlint.finding import Edit, Fix, Text
from govlint.lint.findings.edits import place_fix
from govlint.lint.result import Result
from govlint.lint.settings import Settings
from govlint.page.read import read_page
from govlint.page.rewrite import Change, RewriteError, rewrite
from govlint.source.model import Source
from govlint.source.overlay import Overlay

MOST_PASSES = 10
_Name = TypeVar("_Name", bound=Hashable)
_Made = tuple[str, str, str]  # the path that was changed, the rule, the key of the finding


class Changed(NamedTuple):
    """A file that fixes change: the SHA-256 of its bytes before, and how many *fixes* it took."""

    path: str
    digest: str
    fixes: int


class Refused(NamedTuple):
    """A file that was left as it is, and why."""

    path: str
    reason: Text


class Fixed(NamedTuple):
    """What came of it: the *result* of the target as the fixes leave it, and the files *after* that."""

    result: Result
    changed: tuple[Changed, ...]
    refused: tuple[Refused, ...]
    after: Source


def fix(source: Source, settings: Settings, run: Callable[[Source], Result], folder: Path, *, unsafe: bool) -> Fixed:
    """Mend what *run* finds in *source*, keeping the changed files in the empty *folder*; *source* stays as it is.

    Safe fixes are made, with *unsafe* all. Of fixes that get in each other's way the first is made, the others in a
    later pass. A fix that does not end its finding is not made twice. Whatever *run* and *source* raise is raised.
    """
    mender = _Mender(Overlay(source, folder), settings, unsafe)
    result = run(mender.overlay)
    for _ in range(MOST_PASSES):
        if not mender.mend(result):
            break
        result = run(mender.overlay)
    changed = sorted(Changed(path, mender.digests[path], len(made)) for path, made in mender.made.items())
    return Fixed(result, tuple(changed), tuple(sorted(mender.refused.values())), mender.overlay)


class _Mender:
    def __init__(self, overlay: Overlay, settings: Settings, unsafe: bool) -> None:
        self.overlay = overlay
        self.made: dict[str, set[_Made]] = defaultdict(set)
        self.digests: dict[str, str] = {}
        self.refused: dict[str, Refused] = {}
        self._settings = settings
        self._unsafe = unsafe

    def mend(self, result: Result) -> bool:
        """Make all fixes of *result* that can be made at once; whether there was one."""
        jobs: dict[str, list[tuple[_Made, tuple[Edit, ...]]]] = defaultdict(list)
        for finding in result.findings:
            if finding.fix is not None and (finding.fix.safe or self._unsafe):
                for path, edits in self._by_file(finding.fix, result):
                    made = (path, finding.rule_id, finding.key)
                    if path not in self.refused and made not in self.made.get(path, ()):
                        jobs[path].append((made, edits))
        return any([self._mend_file(path, todo) for path, todo in jobs.items()])

    def _by_file(self, fix: Fix, result: Result) -> Iterator[tuple[str, tuple[Edit, ...]]]:
        """Yield the edits of *fix* file by file; those that the engine has not placed are placed now."""
        by_file: dict[str, list[Edit]] = defaultdict(list)
        for edit in fix.edits:
            by_file[edit.path].append(edit)
        for path, edits in by_file.items():
            if all(edit.span is not None for edit in edits):
                yield path, tuple(edits)
            elif not result.templates:  # which would have to be composed again
                page = read_page(path, self.overlay.read(path), forced_encoding=self._settings.encoding)
                placed = place_fix(Fix(fix.title, tuple(edits), fix.safe), page)
                if placed is not None:
                    yield path, placed.edits

    def _mend_file(self, path: str, todo: list[tuple[_Made, tuple[Edit, ...]]]) -> bool:
        chosen, made = without_conflicts(todo)
        before = self.overlay.read(path)
        try:
            after = rewrite(before, chosen, forced=self._settings.encoding)
        except RewriteError:
            self.refused[path] = Refused(path, _IN_DOUBT)
            return False
        if after == before:
            return False
        self.digests.setdefault(path, sha256(before).hexdigest())
        self.overlay.write(path, after)
        self.made[path] |= made
        return True


_IN_DOUBT = Text(
    "有损坏的字节，无法保证其余字节不变，未修复", "its bytes are damaged, so that it cannot be changed with certainty"
)


def without_conflicts(todo: Sequence[tuple[_Name, tuple[Edit, ...]]]) -> tuple[list[Change], set[_Name]]:
    """Return the changes of as many fixes of one file, in order, as do not touch the same place, and their names."""
    taken: list[Change] = []
    made: set[_Name] = set()
    for each, edits in todo:
        changes = sorted({Change(*edit.span, edit.text) for edit in edits if edit.span is not None})
        apart = all(one.end <= other.start and one.start < other.start for one, other in pairwise(changes))
        if apart and not any(_touches(change, taken) for change in changes):
            for change in changes:
                insort(taken, change)
            made.add(each)
    return taken, made


def _touches(change: Change, taken: list[Change]) -> bool:
    at = bisect_left(taken, change)
    behind = taken[at] if at < len(taken) else None
    before = taken[at - 1] if at else None
    return (before is not None and (before.end > change.start or before.start == change.start)) or (
        behind is not None and (change.end > behind.start or behind.start == change.start)
    )
