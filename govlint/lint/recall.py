"""The map step with a memory: a file whose bytes, and all else its result depends on, are known is not examined again.

A result is kept under a digest of the file's bytes, its path, what a server said of it, the settings, the day, and the
versions and files of govlint, its plugins, Python and lxml.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from govlint.lint.budget import TIME_LIMIT
from govlint.lint.examine import Examined, Job, examine, examine_bytes, is_wanted, share
from govlint.lint.memory import Memory
from govlint.lint.plain import unpickled

if TYPE_CHECKING:
    from concurrent.futures import Executor

BATCH = 32
_AT_ONCE = 512
"""Results that are written together: more would fill the memory, fewer would wait for the disk."""


class _Answer(NamedTuple):
    """What a worker says of a file: its result, *examined* or *pickled*.

    *key* is what it is kept under, ``b""`` where it is not; *packed* is what is to be kept, ``b""`` for what was found.
    """

    path: str
    examined: Examined | None = None
    pickled: bytes = b""
    key: bytes = b""
    packed: bytes = b""


def recalled(job: Job, memory: Memory, paths: Sequence[str], executor: Executor | None) -> Iterator[list[Examined]]:
    """Yield what came of the files *paths*, batch by batch, in their order; what is new is kept."""
    batches = [paths[start : start + BATCH] for start in range(0, len(paths), BATCH)]
    jobs = [job if executor is None else share(job, batch) for batch in batches]
    work: Callable[..., Iterable[list[_Answer]]] = map if executor is None else executor.map
    fresh: dict[bytes, bytes] = {}
    found: list[bytes] = []
    for answers in work(_recall, jobs, [memory] * len(batches), batches):
        fresh.update((answer.key, answer.packed) for answer in answers if answer.packed)
        found += (answer.key for answer in answers if answer.key and not answer.packed)
        yield [_result(answer, job) for answer in answers]
        if len(fresh) >= _AT_ONCE:
            memory.cache.keep(fresh, ())
            fresh.clear()
    memory.cache.keep(fresh, found)
    memory.cache.drop_old()


def _result(answer: _Answer, job: Job) -> Examined:
    if answer.examined is not None:
        return answer.examined
    result = unpickled(answer.pickled)
    if isinstance(result, Examined) and result.path == answer.path:
        return result
    (examined,) = examine(job, [answer.path])  # what was kept there is something else
    return examined


def _recall(job: Job, memory: Memory, paths: Sequence[str]) -> list[_Answer]:
    held: dict[str, tuple[bytes, bytes]] = {}
    for path in paths:
        if is_wanted(job, path):
            try:
                data = job.source.read(path)
            except (OSError, ValueError):
                continue
            held[path] = memory.key(job.source, path, data), data
    known = memory.cache.find([key for key, _ in held.values()]) if held else {}
    return [
        _answer(job, path, *held[path], known) if path in held else _Answer(path, examine(job, [path])[0])
        for path in paths
    ]


def _answer(job: Job, path: str, key: bytes, data: bytes, known: Mapping[bytes, bytes]) -> _Answer:
    if key in known:
        try:
            return _Answer(path, pickled=zlib.decompress(known[key]), key=key)
        except zlib.error:
            pass
    examined = examine_bytes(job, path, data)
    if examined.failures or TIME_LIMIT in examined.cut:  # another time it may go better
        return _Answer(path, examined)
    pickled = pickle.dumps(examined, pickle.HIGHEST_PROTOCOL)
    return _Answer(path, pickled=pickled, key=key, packed=zlib.compress(pickled, 1))
