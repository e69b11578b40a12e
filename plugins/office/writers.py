"""The writers of bulletins by name; the modules behind them, and their libraries, are imported when one is used."""

from __future__ import annotations

from importlib import import_module
from typing import Any, TextIO

from govlint.batch.bulletin import Bulletin, BulletinWriter, WriteBulletin
from govlint.finding import Text


def _lazy(module: str) -> WriteBulletin:
    """Return ``write`` of a module of ``bulletin/``, imported when it is called."""

    def write(
        bulletin: Bulletin, stream: TextIO, /, *, language: str = "zh", most: int | None = None, **options: Any
    ) -> None:
        name = f"{__package__}.bulletin.{module}"
        import_module(name).write(bulletin, stream, language=language, most=most, **options)

    return write


WRITERS = (
    BulletinWriter("html", _lazy("html"), Text("通报，网页", "the bulletin as a page")),
    BulletinWriter("docx", _lazy("docx"), Text("通报，Word 文件", "the bulletin for Word"), binary=True, template=True),
)
