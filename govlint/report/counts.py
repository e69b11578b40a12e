"""The counts of a run as plain data: the same in the report of one site and in the result of a batch."""

from __future__ import annotations

from collections.abc import Mapping

from govlint.report.model import Counts

_KEYS = {name: name.replace("error_pages", "errorPages") for name in Counts._fields}


def counts_value(counts: Counts) -> dict[str, int]:
    """Return *counts* by the keys of the schemas."""
    return {key: getattr(counts, name) for name, key in _KEYS.items()}


def read_counts(value: Mapping[str, int]) -> Counts:
    """Return the Counts that *value* was made of; one that an older report does not know is 0."""
    return Counts(**{name: value[key] for name, key in _KEYS.items() if key in value})
