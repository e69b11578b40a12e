"""JSON text as every machine format of govlint writes it: compact, Chinese readable, always valid UTF-8."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def encoder(default: Callable[[Any], Any] | None = None) -> Callable[[Any], str]:
    """Return a function that turns a value into JSON text without a line end.

    *default* turns objects that JSON does not know into ones it does. Lone surrogates, which no UTF-8 file can hold,
    become U+FFFD. The function raises TypeError for other objects and ValueError for NaN and infinities.
    """
    encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=default).encode

    def to_text(value: Any) -> str:
        return _LONE_SURROGATE.sub("\ufffd", encode(value))

    return to_text
