"""What a worker needs to look up what earlier runs have found: the cache, and what all that it keeps depends on."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from govlint.lint.kept.cache import Cache
from govlint.lint.kept.depends import DIGEST
from govlint.source.abilities import http_charset, http_status
from govlint.source.model import Source


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
