"""The stream a person reads: whether it has colours, how wide it is, and that no character can break it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, NamedTuple, TextIO

import click

_WIDTH_ELSEWHERE = 100
"""How wide lines are made where there is no terminal: the same everywhere, so that output can be compared."""

_NARROWEST = 40


class Terminal(NamedTuple):
    """A stream with what it can show; *width* is in cells, *links* says whether a text can be an address to open."""

    stream: TextIO
    colour: bool
    width: int
    links: bool = False

    def line(self, text: str = "") -> None:
        """Write *text* and a line end; what the stream's encoding cannot hold is written as ``\\u....``."""
        try:
            self.stream.write(f"{text}\n")
        except UnicodeEncodeError:
            encoding = self.stream.encoding or "utf-8"
            self.stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")

    def style(self, text: str, **styles: Any) -> str:
        """Return *text* with the styles of ``click.style`` where the stream shows colours."""
        return click.style(text, **styles) if self.colour else text

    def link(self, text: str, address: str) -> str:
        """Return *text* as a link to *address* where the stream shows links (OSC 8), else *text* itself."""
        return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\" if self.links else text


def terminal(
    stream: TextIO, colour: bool | None = None, width: int | None = None, environ: Mapping[str, str] = os.environ
) -> Terminal:
    """Return *stream* as a Terminal.

    Where *colour* is None, a non-empty ``NO_COLOR`` turns colours off, else a non-empty ``FORCE_COLOR`` turns them
    on, else they are on for a terminal. Where *width* is None, it is that of the terminal, or 100 cells. Links are for
    terminals that have colours too: the others are few, and old.
    """
    is_terminal = stream.isatty()
    if colour is None:
        colour = not environ.get("NO_COLOR") and (bool(environ.get("FORCE_COLOR")) or is_terminal)
    if width is None:
        width = _width_of_terminal() if is_terminal else _WIDTH_ELSEWHERE
    links = is_terminal and colour and environ.get("TERM") != "dumb"
    return Terminal(stream, colour, max(width, _NARROWEST), links)


def _width_of_terminal() -> int:
    import shutil

    return shutil.get_terminal_size((_WIDTH_ELSEWHERE, 0)).columns
