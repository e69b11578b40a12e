"""The map step with a memory: a file whose bytes, and all else its result depends on, are known is not examined again.

A result is known by a digest of the file's bytes, its path, what a server said of it, the settings, the day, and the
versions and files of govlint, its plugins, Python and lxml. What is kept under it is a number in a packet of results,
which is kept once for all of them under a digest of its own.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from govlint.lint.batches import in_batches
from govlint.lint.budget import TIME_LIMIT
from govlint.lint.examine import Examined, Job, examine, examine_bytes, is_wanted, share
from govlint.lint.kept.depends import DIGEST
from govlint.lint.kept.memory import Memory
from govlint.lint.kept.packing import packed, unpacked
from govlint.lint.kept.plain import unpickled
from govlint.lint.kept.sharing import Sharing

if TYPE_CHECKING:
    from concurrent.futures import Executor

_AT_ONCE = 512
"""Packets and keys that are written together: more would fill the memory, fewer would wait for the disk."""
_OPEN = 8
"""Packets of earlier runs that are held open: files of one mostly lie together."""


class _Place(NamedTuple):
    """Where a result of an earlier run is: its *number* in the packet kept under *packet*."""

    packet: bytes
    number: int


class _Answer(NamedTuple):
    """What a worker says of a batch: for each file the place of its result, None where it is new.

    *fresh* is a packet of the new results in their order, *value* that packet as it is kept, *keys* what the results
    are known by, ``b""`` for one that may be another the next time. *found* are the keys of the others.
    """

    places: list[_Place | None]
    fresh: bytes
    value: bytes
    keys: list[bytes]
    found: list[bytes]


def recalled(job: Job, memory: Memory, paths: Sequence[str], executor: Executor | None) -> Iterator[list[Examined]]:
    """Yield what came of the files *paths*, batch by batch, in their order; what is new is kept."""
    batches = in_batches(paths)
    jobs = [job if executor is None else share(job, batch) for batch in batches]
    work: Callable[..., Iterable[_Answer]] = map if executor is None else executor.map
    kept = _Kept(job, memory)
    for batch, answer in zip(batches, work(_recall, jobs, [memory] * len(batches), batches), strict=True):
        yield kept.results(batch, answer)
    kept.write()
    memory.cache.drop_old()


class _Kept:
    """The packets of earlier runs, as far as they are open, and those of this run until they are written."""

    def __init__(self, job: Job, memory: Memory) -> None:
        self._job = job
        self._cache = memory.cache
        self._sharing = Sharing()
        self._open: dict[bytes, list[Examined]] = {}
        self._fresh: dict[bytes, bytes] = {}
        self._found: list[bytes] = []

    def results(self, paths: Sequence[str], answer: _Answer) -> list[Examined]:
        """Return the results of the files *paths*, of which a worker gave *answer*."""
        self._found += answer.found
        fresh = iter(self._taken(answer) if answer.fresh else ())
        return [
            next(fresh) if place is None else self._recalled(path, place)
            for path, place in zip(paths, answer.places, strict=True)
        ]

    def _taken(self, answer: _Answer) -> list[Examined]:
        """Return the new results, and keep them."""
        if answer.value:
            packet = blake2b(answer.value, digest_size=DIGEST).digest()
            known = {key: packet + number.to_bytes(2, "big") for number, key in enumerate(answer.keys) if key}
            self._fresh |= {packet: answer.value, **known}
            if len(self._fresh) >= _AT_ONCE:
                self.write()
        return unpacked(answer.fresh, self._sharing)

    def _recalled(self, path: str, place: _Place) -> Examined:
        results = self._opened(place.packet)
        if place.number < len(results) and results[place.number].path == path:
            return results[place.number]
        (examined,) = examine(self._job, [path])  # what was kept there is something else
        return self._sharing.of(examined)

    def _opened(self, packet: bytes) -> list[Examined]:
        """Return the results in the packet kept under *packet*, none where it is damaged."""
        results = self._open.get(packet)
        if results is None:
            if len(self._open) >= _OPEN:
                del self._open[next(iter(self._open))]
            value = self._cache.find([packet]).get(packet, b"")
            try:
                results = unpacked(zlib.decompress(value), self._sharing, unpickled)
            except (zlib.error, ValueError):
                results = []
            self._open[packet] = results
            self._found.append(packet)
        return results

    def write(self) -> None:
        """Keep what is new, and note what was asked for."""
        self._cache.keep(self._fresh, self._found)
        self._fresh, self._found = {}, []


def _recall(job: Job, memory: Memory, paths: Sequence[str]) -> _Answer:
    """Return what is known of the files *paths*, and examine the others."""
    held = dict(_read(job, memory, paths))
    known = _known(memory, [key for key, _ in held.values()]) if held else {}
    places = [known.get(held[path][0]) if path in held else None for path in paths]
    fresh: list[Examined] = []
    keys: list[bytes] = []
    for path, place in zip(paths, places, strict=True):
        if place is None:
            key, data = held.get(path, (b"", None))
            examined = examine(job, [path])[0] if data is None else examine_bytes(job, path, data)
            doubtful = examined.failures or TIME_LIMIT in examined.cut  # another time it may go better
            fresh.append(examined)
            keys.append(b"" if doubtful else key)
    found = [key for key, _ in held.values() if key in known]
    packet = packed(fresh) if fresh else b""
    return _Answer(places, packet, zlib.compress(packet, 1) if any(keys) else b"", keys, found)


def _read(job: Job, memory: Memory, paths: Sequence[str]) -> Iterator[tuple[str, tuple[bytes, bytes]]]:
    """Yield the files of which there is something to say, each with its key and its bytes."""
    for path in paths:
        if is_wanted(job, path):
            try:
                data = job.source.read(path)
            except (OSError, ValueError):
                continue
            yield path, (memory.key(job.source, path, data), data)


def _known(memory: Memory, keys: Sequence[bytes]) -> Mapping[bytes, _Place]:
    """Return the places of the results known by *keys*, as far as their packets are still there."""
    values = memory.cache.find(keys)
    places = {key: _Place(value[:DIGEST], int.from_bytes(value[DIGEST:], "big")) for key, value in values.items()}
    there = memory.cache.held({place.packet for place in places.values()})
    return {key: place for key, place in places.items() if place.packet in there}
