"""The template dialects of Chinese site publishing systems and of common engines: one module each, as data.

A module's ``DIALECT`` (or ``DIALECTS``) is all that a new dialect needs. The facts come from public template trees and
manuals of the systems; none of their code is here.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator

from govlint.hookspecs import hookimpl
from govlint.page.template import Dialect

# Where tags begin alike, the more particular dialect reads them first.
_FIRST = ("publiccms", "trs", "siteserver", "thinkphp")


@hookimpl
def govlint_dialects() -> Iterable[Dialect]:
    """Return the dialects of this folder."""
    return sorted(_dialects(), key=lambda dialect: (dialect.name not in _FIRST, dialect.helper, dialect.name))


def _dialects() -> Iterator[Dialect]:
    for found in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{found.name}")
        yield from getattr(module, "DIALECTS", ())
        if hasattr(module, "DIALECT"):
            yield module.DIALECT
