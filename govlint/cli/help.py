"""Help texts that wrap by the width of what is shown: a Chinese character takes two columns of a terminal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

import click

from govlint.lazy_re import lazy_re

_PIECES = lazy_re(r"[^\u2e80-\uffef\s]+|\s+|[\u2e80-\uffef]")


def width(text: str) -> int:
    """Return how many columns of a terminal *text* takes."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def wrap(text: str, columns: int) -> list[str]:
    """Break *text* into lines of at most *columns* columns: between words, and between Chinese characters."""
    lines, line = [], ""
    for piece in _PIECES.findall(" ".join(text.split())):
        if line and width(line + piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line = ""
        line += piece.lstrip() if not line else piece
    return [*lines, line.rstrip()] if line.strip() else lines or [""]


class WideHelpFormatter(click.HelpFormatter):
    """Click's help formatter, with lines measured in columns instead of characters."""

    def write_text(self, text: str) -> None:
        """Write *text*, a blank line between its paragraphs."""
        indent = " " * self.current_indent
        for number, paragraph in enumerate(re.split(r"\n\s*\n", text.strip())):
            if number:
                self.write("\n")
            for line in wrap(paragraph.replace("\b", ""), self.width - self.current_indent):
                self.write(f"{indent}{line}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 26, col_spacing: int = 2) -> None:
        """Write a list of terms and their meanings in two columns."""
        rows = list(rows)
        first = min(max((width(term) for term, _ in rows), default=0), col_max) + col_spacing
        for line in self._definitions(rows, first):
            self.write(f"{line}\n")

    def _definitions(self, rows: Iterable[tuple[str, str]], first: int) -> Iterable[str]:
        indent = " " * self.current_indent
        for term, meaning in rows:
            head = indent + term
            lines = wrap(meaning, max(self.width - self.current_indent - first, 20))
            if width(term) > first - 1:
                yield head
                head = indent
            for line in lines:
                yield (head + " " * (self.current_indent + first - width(head)) + line).rstrip()
                head = indent
