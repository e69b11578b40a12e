"""The bulletin as a Word document, from a template that the office can edit."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

from govlint.batch.bulletin import Bulletin

from ..word import fill
from .content import content

TEMPLATE = Path(__file__).parents[1] / "templates" / "bulletin.docx"


def write(
    bulletin: Bulletin, stream: TextIO, *, language: str = "zh", most: int | None = None, template: Path | None = None
) -> None:
    """Write *bulletin* to the buffer of *stream*, filled into *template* (one of our own if None).

    The document is in Chinese whatever *language* says, as official papers are. Raises CannotReport for a template that
    cannot be read or filled, and where docxtpl is not installed.
    """
    fill(template or TEMPLATE, content(bulletin, "zh", most)._asdict(), stream)
