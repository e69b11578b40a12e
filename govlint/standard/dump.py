"""Standards as JSON: the other way round than load.py."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from typing import Any

from govlint.finding import Text
from govlint.standard.model import Standard

_ALWAYS = frozenset({"kind"})
"""What a part must say in a file, though it has a default here."""


def dump(standard: Standard) -> dict[str, Any]:
    """Return *standard* in the form of ``schemas/standard.schema.json``: plain JSON values, defaults left out.

    What it extends is in it once it is resolved, so ``extends`` is left out too: the result stands alone.
    """
    plain = _plain(standard)
    assert isinstance(plain, dict)  # noqa: S101 - a dataclass gives a dictionary
    plain.pop("extends", None)
    return plain


def _plain(value: object) -> Any:
    if isinstance(value, Text):
        return {"zh": value.zh, "en": value.en}
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _plain(getattr(value, field.name))
            for field in fields(value)
            if field.name in _ALWAYS or field.default is MISSING or getattr(value, field.name) != field.default
        }
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
