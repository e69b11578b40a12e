"""The official standards and the vocabulary of column names, as data: ``*.json`` beside this file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from govlint.hookspecs import hookimpl

_FOLDER = Path(__file__).resolve().parent
_VOCABULARY = _FOLDER / "column-names.json"


@hookimpl
def govlint_standards() -> Iterable[Path]:
    """Return every standard of this folder."""
    return sorted(path for path in _FOLDER.glob("*.json") if path != _VOCABULARY)


@hookimpl
def govlint_vocabulary() -> Iterable[Path]:
    """Return the vocabulary of column names."""
    return (_VOCABULARY,)
