"""Cells of CSV tables: text from pages must stay text in a spreadsheet."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def no_formula(text: str) -> str:
    """Return *text* so that no spreadsheet takes it for a formula: one that begins like one gets an apostrophe."""
    return f"'{text}" if text.startswith(_FORMULA) else text
