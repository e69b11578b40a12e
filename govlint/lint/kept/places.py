"""Where findings of the whole site stand on a page, kept from run to run: most pages have not changed since.

Finding the place of an element takes a parse of its page; what comes of it depends on the bytes of the page and on the
mark alone.
"""

from __future__ import annotations

import zlib
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from govlint.finding import Mark
from govlint.lint.findings.places import Places

if TYPE_CHECKING:
    from govlint.lint.examine import Job


def key_of(job: Job, path: str, marks: Collection[Mark], data: bytes) -> bytes:
    """Return what the places of *marks* on the page are kept under, ``b""`` where they are not kept."""
    if job.memory is None:
        return b""
    return job.memory.key(job.source, path, data, f"places {sorted(marks, key=_order)!r}\n")


def known(job: Job, keys: Collection[bytes]) -> Mapping[bytes, Places]:
    """Return the places that are kept under *keys*."""
    asked = list(filter(None, keys))
    packed = job.memory.cache.find(asked) if job.memory is not None and asked else {}
    places = {key: _unpacked(value) for key, value in packed.items()}
    return {key: found for key, found in places.items() if found is not None}


def packed(places: Places) -> bytes:
    """Return *places* as they are kept."""
    import pickle

    return zlib.compress(pickle.dumps(places, pickle.HIGHEST_PROTOCOL), 1)


def _unpacked(packed: bytes) -> Places | None:
    from govlint.lint.kept.plain import unpickled

    try:
        places = unpickled(zlib.decompress(packed))
    except zlib.error:
        return None
    return places if isinstance(places, dict) else None


def _order(mark: Mark) -> tuple[int, str, tuple[int, int]]:
    return mark.element, mark.part, mark.span or (-1, -1)
