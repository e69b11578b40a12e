"""The code of compiled patterns, kept beside Python's byte code: what one run has compiled, the next need not.

Compiling the patterns that one page asks takes a sixth of a run.

``re`` has no public way to take code up again, so this uses what it uses itself, in CPython 3.11 to 3.14. It cannot
make a pattern a different one: code is kept when the pattern made of it is equal to that of ``re.compile`` (``re``
compares the code itself), it is taken up by the same build of Python alone, and the engine checks it once more.
Whatever is odd - a damaged file, a Python without these functions - ends in ``re.compile``.
"""

from __future__ import annotations

import atexit
import contextlib
import importlib
import marshal
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from govlint.beside import file_beside, keeps_beside, read_beside, write_beside

_MOST = 3000  # patterns; when there are more, those of old versions among them, the file is begun anew
_Key = tuple[str | bytes, int]


class KeptPatterns:
    """Compiles patterns, and knows the code of those that *file* holds; without a file, of none."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._engine = _engine()
        self._codes: Mapping[_Key, bytes] | None = None
        self._new: dict[_Key, re.Pattern[Any]] = {}

    def compiled(self, text: str | bytes, flags: int) -> re.Pattern[Any]:
        """Return what ``re.compile(text, flags)`` does, and as it does raise re.error where the text is no pattern."""
        if self._file is None or self._engine is None:
            return re.compile(text, flags)
        if self._codes is None:
            self._codes = self._read()
        key = text, int(flags)
        code = self._codes.get(key)
        if code is not None:
            with contextlib.suppress(Exception):  # whatever it is, re compiles the text
                return _pattern(self._engine, text, code)
        pattern = re.compile(text, flags)
        if not self._new:
            atexit.register(self.keep, os.getpid())
        self._new[key] = pattern
        return pattern

    def keep(self, process: int) -> None:
        """Write what has been compiled since the file was read; a child that *process* has made leaves that to it."""
        if not self._new or os.getpid() != process or not keeps_beside(self._file):
            return
        with contextlib.suppress(Exception):  # re may be built otherwise, and nothing depends on what is kept
            write_beside(self._file, self._build(), self._read() | self._coded())
        self._new.clear()

    def _coded(self) -> dict[_Key, bytes]:
        """Return the code of the new patterns that can be made again of it."""
        found = {}
        for (text, flags), pattern in self._new.items():
            code = _code(text, flags)
            again = _pattern(self._engine, text, code)
            if again == pattern and again.groupindex == pattern.groupindex and again.groups == pattern.groups:
                found[text, flags] = code
        return found

    def _read(self) -> dict[_Key, bytes]:
        codes: dict[_Key, bytes] = read_beside(self._file, self._build()) or {}
        return codes if len(codes) <= _MOST else {}

    def _build(self) -> tuple[str, int, int]:
        """Return what the code of a pattern hangs on besides its text: the build of Python and its engine."""
        return sys.version, getattr(self._engine, "MAGIC", 0), getattr(self._engine, "CODESIZE", 0)


def _engine() -> ModuleType | None:
    if sys.implementation.name != "cpython":
        return None
    try:
        return importlib.import_module("_sre")
    except ImportError:
        return None


def _code(text: str | bytes, flags: int) -> bytes:
    """Return what ``re`` hands to its engine for a pattern, but for its text. Raises where re is built otherwise."""
    compiler, parser = importlib.import_module("re._compiler"), importlib.import_module("re._parser")
    parsed = parser.parse(text, flags)
    code = compiler._code(parsed, flags)
    names = dict(parsed.state.groupdict)
    numbers = {number: name for name, number in names.items()}
    groups = parsed.state.groups
    all_flags = int(flags | parsed.state.flags)
    return marshal.dumps((all_flags, [*map(int, code)], groups - 1, names, tuple(map(numbers.get, range(groups)))))


def _pattern(engine: Any, text: str | bytes, code: bytes) -> re.Pattern[Any]:
    """Return the pattern of *text* made of its *code*. Raises where the engine does not take it."""
    pattern: re.Pattern[Any] = engine.compile(text, *marshal.loads(code))  # noqa: S302
    return pattern


def kept_patterns() -> KeptPatterns:
    """Return the patterns that are kept beside the byte code of this module."""
    return KeptPatterns(file_beside(__spec__.cached, ".patterns"))
