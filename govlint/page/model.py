"""A Page: one document as the worker sees it, before only its facts leave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from govlint.finding import Mark, Region
from govlint.page.facts import PageFacts

if TYPE_CHECKING:
    from lxml.etree import _Element

    from govlint.page.blocks import Block
    from govlint.page.locate import Lines, Places
    from govlint.page.slots import Prepared


@dataclass(frozen=True)
class Page:
    """One decoded and parsed page.

    *source* is the decoded text, *elements* every element of the tree in document order (the order that every
    ``at`` counts in), over all roots: lxml gives a second root for what stands behind ``</html>``.
    *cut* says why the tree ends before the page does, ``""`` where it does not. Of a template, *source* is the text
    with its tags masked and its includes put in, and *template* tells the text as written.
    """

    facts: PageFacts
    source: str
    elements: Sequence[_Element]
    cut: str = ""
    template: Prepared | None = None

    @property
    def path(self) -> str:
        """The path of the page, relative to the target, with ``/``."""
        return self.facts.path

    @cached_property
    def text(self) -> str:
        """All visible text (no script, style or comment), one text node a line, white space folded within."""
        from govlint.page.text import visible_text

        return visible_text(self.elements)

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """The visible blocks of text outside header, menus, breadcrumb and footer, in order: a second walk."""
        from govlint.page.blocks import body_blocks

        return tuple(body_blocks(self))

    @cached_property
    def lower(self) -> str:
        """The source in lower case, for quick looks at whether a page can hold a thing at all."""
        return self.source.lower()

    @cached_property
    def scripts(self) -> tuple[tuple[int, str], ...]:
        """The inline scripts: the number of each element and its code."""
        scripts = [(at, element) for at, element in enumerate(self.elements) if element.tag == "script"]
        return tuple((at, code) for at, element in scripts if (code := element.text))

    @cached_property
    def lines(self) -> Lines:
        """The lines of the source, for turning offsets into lines and columns."""
        from govlint.page.locate import Lines

        return Lines(self.template.text if self.template else self.source)

    def regions(self, marks: Iterable[Mark]) -> dict[Mark, Region]:
        """Return the exact region of each mark; a mark that cannot be found gets the start of the page."""
        return {mark: self.lines.region(*span) for mark, span in self.spans(marks).items()}

    def spans(self, marks: Iterable[Mark]) -> dict[Mark, tuple[int, int]]:
        """Return the offsets of each mark in ``source``."""
        return {mark: self._places.span(mark) for mark in marks}

    def exact(self, mark: Mark) -> tuple[int, int] | None:
        """Return the offsets into ``source`` of just what *mark* names; None where that is not surely there.

        Other than ``spans`` it puts nothing in the place of what is not there, because an edit must not miss.
        """
        return self._places.exact(mark)

    @cached_property
    def _places(self) -> Places:
        from govlint.page.locate import Places

        return Places(self.source, self.elements)
