"""A bulletin (通报): all that an office publishes of a batch, and what a plugin that writes one has to be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol, TextIO

from govlint.batch.compare import Comparison
from govlint.batch.survey import Survey
from govlint.finding import Text
from govlint.lint.rule import Rule
from govlint.standard.model import Standard


class Earlier(NamedTuple):
    """The batch before: its survey, and how the faults of the two batches compare."""

    survey: Survey
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A survey with what its ids mean. *rules* and *standards* are by id and need not hold all that the survey names:
    a result may come from plugins, or from an office's own standard, that are not at hand now. *findings* gives the
    records of a site's findings by its key (``schemas/result.schema.json``); it raises OSError and ValueError."""

    survey: Survey
    rules: Mapping[str, Rule]
    standards: Mapping[str, Standard]
    findings: Callable[[str], Iterable[Mapping[str, Any]]]
    earlier: Earlier | None = None


class WriteBulletin(Protocol):
    """Writes a bulletin in a language, ``"zh"`` or ``"en"``, with at most *most* rows a table (None: all).

    A writer may take options of its own by name. It raises CannotReport for what the user can put right.
    """

    def __call__(self, bulletin: Bulletin, stream: TextIO, /, *, language: str = ..., most: int | None = ...) -> None:
        """Write *bulletin* to *stream*, whose encoding is UTF-8, with ``\\n`` as its line end."""


class BulletinWriter(NamedTuple):
    """A name for ``govlint survey --format``, what writes it, and what it is for in one line.

    A *binary* one writes to the ``buffer`` of its stream. *template* says that it takes the option ``template``, the
    Path of a template of the user's.
    """

    name: str
    write: WriteBulletin
    summary: Text
    binary: bool = False
    template: bool = False
