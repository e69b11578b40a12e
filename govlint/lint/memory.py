"""What a worker needs to look up what earlier runs have found: the cache, and what all that it keeps depends on."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from govlint.lint.cache import Cache
from govlint.lint.depends import DIGEST, digest_of_run
from govlint.registry import Registry
from govlint.source.abilities import http_charset, http_status
from govlint.source.model import Source

if TYPE_CHECKING:
    from govlint.lint.examine import Job


@dataclass(frozen=True)
class Memory:
    """The *cache*, and *common*, the digest of what all results of a run depend on."""

    cache: Cache
    common: bytes

    def key(self, source: Source, path: str, data: bytes, about: str = "") -> bytes:
        """Return the key of what is known *about* the file *path* of *source*, which holds *data*."""
        told = f"{path}\n{http_charset(source, path)}\n{http_status(source, path)}\n{about}"
        digest = blake2b(self.common, digest_size=DIGEST)
        digest.update(told.encode("utf-8", "surrogatepass"))
        digest.update(data)
        return digest.digest()


def memory_of(cache: Cache, job: Job, registry: Registry) -> Memory:
    """Return what the runs of *job* remember by *cache*; a damaged file is begun anew."""
    cache.find([b""])
    return Memory(cache, digest_of_run(job.settings, registry, job.as_of, job.source.whole_site, job.late))
