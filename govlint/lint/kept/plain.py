"""Pickles that nobody vouches for: they are read as plain data, or not at all.

A cache may come with somebody's repository. Whatever stands in it, reading it makes tuples, arrays, enumerations and
frozen data of modules at hand, and calls nothing else.
"""

from __future__ import annotations

import io
import pickle
import sys
from array import _array_reconstructor, array  # type: ignore[attr-defined]
from dataclasses import is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from importlib import import_module
from typing import Any


def unpickled(data: bytes) -> object:
    """Return what *data* says, None where it is damaged or would make anything but plain data of this house."""
    try:
        return _Reader(io.BytesIO(data)).load()
    except Exception:  # whatever a broken pickle ends in
        return None


class _Reader(pickle.Unpickler):
    """Looks at every name in a pickle before it is used."""

    def find_class(self, module: str, name: str) -> Any:
        """Return the class that a pickle names. Raises UnpicklingError for what is no plain data."""
        return _plain(module, name)


_BUILT_IN = {("builtins", "frozenset"): frozenset, ("builtins", "set"): set}
_ARRAYS = {("array", "array"): array, ("array", "_array_reconstructor"): _array_reconstructor}
_DATES = {("datetime", "date"): date, ("datetime", "datetime"): datetime}
_FACTS = ("govlint.page.facts", "_unpacked")


@lru_cache(maxsize=512)
def _plain(module: str, name: str) -> Any:
    known = {**_BUILT_IN, **_ARRAYS, **_DATES}.get((module, name))
    if known is not None:
        return known
    if module not in sys.modules and not module.startswith("govlint."):
        raise pickle.UnpicklingError(f"{module}.{name}")
    found = getattr(import_module(module), name)
    if (module, name) == _FACTS:
        return found
    if isinstance(found, type) and (issubclass(found, Enum) or hasattr(found, "_fields") or is_dataclass(found)):
        return found
    raise pickle.UnpicklingError(f"{module}.{name}")
