"""Where an include of a file stands in the composed text of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govlint.finding import Mark

if TYPE_CHECKING:
    from govlint.page.compose import Composed, Include


def at_include(composed: Composed, include: Include) -> Mark | None:
    """Return the place of an *include* that stayed open, None where its file's text is not in the page."""
    start, end = include.span
    for number, piece in enumerate(composed.pieces):
        following = composed.pieces[number + 1].start if number + 1 < len(composed.pieces) else len(composed.text)
        offset = start - piece.offset
        if piece.path == include.includer and 0 <= offset < following - piece.start:
            return Mark(span=(piece.start + offset, piece.start + offset + end - start))
    return None
