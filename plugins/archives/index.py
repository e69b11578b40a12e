"""All files of an archive, those of archives within it included: each with the steps that lead to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from govlint.finding import Text
from govlint.page.names import is_page, is_script, is_style, may_be_page
from govlint.source.model import ReadError, SourceError, Unread

from . import reasons
from .formats import kind_of, open_reader
from .limits import Limits
from .magic import is_named_as_archive
from .names import clean, is_litter, shown
from .reader import Capture, Member, Reader, Spot

NESTED = "!/"
"""What stands behind the name of an archive within an archive."""


class Step(NamedTuple):
    """One step on the way to a file: the kind of archive to open, and the spot within it."""

    kind: str
    spot: Spot


Way = tuple[Step, ...]
"""From the archive on disk to a file: one step, and one more for each archive in between."""


class Captured(NamedTuple):
    """A file as a crawler stored it at one moment."""

    capture: Capture
    way: Way
    size: int


@dataclass
class Index:
    """What is in an archive.

    *ways* leads to the files in the order they are best read in, *sizes* holds their unpacked sizes; *captures* are
    the stored moments of what a crawler stored, *unread* what cannot be read, *nested* the paths of archives within.
    """

    ways: dict[str, Way] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    captures: dict[str, list[Captured]] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)
    nested: list[str] = field(default_factory=list)


def build_index(kind: str, reader: Reader, limits: Limits) -> Index:
    """List an archive of *kind*. Raises SourceError where it cannot be opened."""
    builder = _Builder(limits)
    builder.add(kind, reader, "", "", ())
    return builder.index


class _Builder:
    """Lists an archive and what is nested in it, on one budget."""

    def __init__(self, limits: Limits) -> None:
        self.index = Index()
        self._limits = limits
        self._entries = 0

    def add(self, kind: str, reader: Reader, name: str, prefix: str, outer: Way) -> None:
        """Add the members of *reader* below *prefix*: of the archive *name* (``""``: the outermost), at *outer*."""
        found: dict[str, Member] = {}
        links: dict[str, str] = {}
        for member in self._members(reader, name):
            path = clean(member.name)
            if path is None:
                self._unread(prefix + shown(member.name), reasons.OUTSIDE)
            elif is_litter(path):
                continue
            elif member.capture is not None:
                way = (*outer, Step(kind, member.spot))
                self.index.captures.setdefault(path, []).append(Captured(member.capture, way, member.size))
            elif member.link:
                links[path] = member.link
            elif member.trouble is not None:
                self._unread(prefix + path, member.trouble)
            else:
                found.pop(path, None)  # of two files of one name the last counts, as in every unpacker
                found[path] = member
        found |= dict(self._linked(links, found, prefix))
        archives = [] if any(map(is_page, found)) else self._archives(found)
        steps = {path: (*outer, Step(kind, member.spot)) for path, member in found.items()}
        opened = [self._add_nested(reader, found[path], prefix + path, steps[path]) for path in archives]
        if any(opened):  # what lies beside them (a list of addresses, a read-me) is no part of the site
            return
        for path, member in found.items():
            self.index.ways[prefix + path] = steps[path]
            self.index.sizes[prefix + path] = member.size

    def _members(self, reader: Reader, name: str) -> Iterator[Member]:
        """Yield the files of *reader* as long as the budget lasts; why the list ends early becomes unread."""
        for member in reader.members():
            if isinstance(member, Text):
                self.index.unread.append(Unread(name, member, partly=True))
            elif member.name:
                self._entries += 1
                if self._entries > self._limits.entries:
                    self.index.unread.append(Unread(name, reasons.too_many(self._limits.entries), partly=True))
                    return
                yield member

    def _linked(
        self, links: Mapping[str, str], found: Mapping[str, Member], prefix: str
    ) -> Iterator[tuple[str, Member]]:
        """Yield the links as the files they stand for, over at most one link more."""
        for path, target in links.items():
            member = found.get(target) or found.get(links.get(target, ""))
            if member is None:
                self._unread(prefix + path, reasons.LINK)
            elif path not in found:
                yield path, member

    def _archives(self, found: Iterable[str]) -> list[str]:
        """Return the paths that are named as archives: what an archive without pages was made to carry.

        Beside pages an archive is something to download, no part of the site.
        """
        return [path for path in found if is_named_as_archive(path)]

    def _add_nested(self, reader: Reader, member: Member, path: str, way: Way) -> bool:
        """Add the archive *path* within *reader*; False where it is none, or none that can be read."""
        try:
            blob = reader.blob(member.spot, self._limits.nested)
            kind = kind_of(blob)
        except ReadError as error:
            self._unread(path, error.text)
            return False
        except SourceError:  # a compressed list, say: a file like any other
            return False
        if len(way) > self._limits.depth:
            self._unread(path, reasons.TOO_DEEP)
            return False
        try:
            inner = open_reader(kind, blob, self._limits)
            # What a crawl stored has its host in front: the parts of one crawl make one site.
            self.add(kind, inner, path, "" if kind == "warc" else path + NESTED, way)
        except (SourceError, ReadError) as error:
            self._unread(path, error.text)
            return False
        self.index.nested.append(path)
        return True

    def _unread(self, path: str, reason: Text) -> None:
        self.index.unread.append(Unread(path, reason))


def will_be_read(path: str) -> bool:
    """Whether linting reads the file *path*: pictures and documents are only listed."""
    return is_page(path) or is_script(path) or is_style(path) or may_be_page(path)


def over_budget(paths: Iterable[str], sizes: Mapping[str, int], limits: Limits) -> frozenset[str]:
    """Return those of *paths* that come after the total of files that are read; what is too large by itself is not."""
    if sum(sizes.values()) <= limits.total:
        return frozenset()
    left, over = limits.total, []
    for path in paths:
        size = sizes.get(path, 0)
        if size <= limits.member and will_be_read(path):
            left -= size
            if left < 0:
                over.append(path)
    return frozenset(over)


def newest(captures: Sequence[Captured], until: str) -> Captured | None:
    """Return the newest of *captures* up to the stamp *until* (``""``: of all), None where there is none."""
    fit = [captured for captured in captures if not until or captured.capture.stamp <= until]
    return max(fit, key=lambda captured: captured.capture.stamp, default=None)
