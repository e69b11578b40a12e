"""What one worker is given at a time: many enough to be worth the way, few enough that all workers end together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")

FILES = 32
"""Files that are examined at a time."""


def in_batches(items: Sequence[Item], size: int = FILES) -> list[Sequence[Item]]:
    """Return *items* in their order, so many at a time."""
    return [items[start : start + size] for start in range(0, len(items), size)]
