"""What is said on standard error beside the reports: told at once, and noted where somebody wants to tell it again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import click

_HEARD: ContextVar[list[str] | None] = ContextVar("_HEARD", default=None)


def tell(line: str) -> None:
    """Write *line* to standard error."""
    heard = _HEARD.get()
    if heard is not None:
        heard.append(line)
    click.echo(line, err=True)


@contextmanager
def heard() -> Iterator[list[str]]:
    """Give the list of what is told from here on."""
    lines: list[str] = []
    token = _HEARD.set(lines)
    try:
        yield lines
    finally:
        _HEARD.reset(token)
