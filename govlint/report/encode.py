"""JSON text as every machine format of govlint writes it: compact, Chinese readable, always valid UTF-8."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable
from typing import Any

from govlint.lazy_re import lazy_re

_LONE_SURROGATE = lazy_re("[\ud800-\udfff]")


def encoder(default: Callable[[Any], Any] | None = None) -> Callable[[Any], str]:
    """Return a function that turns a value into JSON text without a line end.

    *default* turns objects that JSON does not know into ones it does. Lone surrogates, which no UTF-8 file can hold,
    become U+FFFD. The function raises TypeError for other objects and ValueError for NaN and infinities.
    """
    encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=default).encode

    def to_text(value: Any) -> str:
        return _LONE_SURROGATE.sub("\ufffd", encode(value))

    return to_text


def property_bag(pairs: Iterable[tuple[str, object]]) -> dict[str, str | int | float | bool]:
    """Return the properties of a finding as plain JSON values.

    Rules of other people may put anything there: what JSON cannot hold is written as its text, so that one odd value
    does not cost the whole report.
    """
    return {name: _plain(value) for name, value in pairs}


def _plain(value: object) -> str | int | float | bool:
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int) or (isinstance(value, float) and math.isfinite(value)):
        return value
    return str(value)
