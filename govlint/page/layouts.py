"""What of a template file is to be put in its place: includes, the parts of layouts, and the elements that hold them.

Engines name parts by tags (``{% block main %}`` … ``{% endblock %}``) or by attributes of elements
(``layout:fragment="main"``). Either way a part of a layout gives way to the part of that name of the file that extends
the layout.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.lexing import Tag
from govlint.page.pairing import pair
from govlint.page.tags import StartTag, start_tags
from govlint.page.template import Kind

WHOLE = "__content__"
"""The name of the part of a layout that takes the whole of the file that extends it (ThinkPHP's own writing)."""

HEAD = "__head__"
"""The name of the end of the head, where elements that are parts are put together."""

_SUPER = lazy_re(r"\b(?:parent|super)\s*+\(\s*+\)|\bblock\.super\b|__block__", re.IGNORECASE)
_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source"))
_MOST = 400  # elements of one file that are looked at
_REACH = 100_000  # characters in which an element must end

Span = tuple[int, int]


class Part(NamedTuple):
    """A part named *name*: in a layout its *span* gives way; a file that extends the layout gives its *content*.

    *names* are the tags or attributes that only name it, and are put out by neither.
    """

    name: str
    span: Span
    content: Span
    names: tuple[Span, ...]


class Element(NamedTuple):
    """An element of a template: its *span*, and that of what it holds."""

    span: Span
    inner: Span


class Place(NamedTuple):
    """A stretch of a file that is not put out as it is written, but for its *part*, or for what *include* brings in.

    *element* is the one that an include which is an attribute takes the place of, or fills. *is_super* says that what
    the part had before, or what the call of a macro surrounds, comes there, *is_parent* that it names the layout.
    *macro* is the name of the macro that is defined there, *call* that of one that is put in, *inner* what these hold.
    Where nothing is said, nothing comes there.
    """

    start: int
    end: int
    part: Part | None = None
    include: Tag | None = None
    element: Element | None = None
    is_super: bool = False
    is_parent: bool = False
    macro: str = ""
    call: str = ""
    inner: Span = (0, 0)


def _in_order(places: Iterable[Place]) -> list[Place]:
    """Return *places* as they come, a part before what it holds."""
    return sorted(places, key=lambda place: (place.start, place.part is None, -place.end))


class Layout:
    """A template file read for what is to be put together: its *text* and its *tags*, in order."""

    def __init__(self, text: str, tags: Sequence[Tag]) -> None:
        self.text = text
        self.tags = tags
        self._looked = 0

    @property
    def parent(self) -> Tag | None:
        """The tag that names the layout which the file extends."""
        return next((tag for tag in self.tags if tag.kind is Kind.EXTEND and not tag.broken and tag.target()), None)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the file, in order; those within others, too."""
        if not any(tag.kind in (Kind.PART, Kind.EXTEND) for tag in self.tags):
            return ()
        found = (
            self._part(tag, self.tags[self._closers[number]] if number in self._closers else None)
            for number, tag in enumerate(self.tags)
            if tag.kind is Kind.PART
        )
        parts = [part for part in (*found, self._head()) if part is not None]
        return tuple(sorted(parts, key=lambda part: (part.span[0], -part.span[1])))

    def _head(self) -> Part | None:
        """Return the end of the head as a part: what elements are parts of brings its own head along."""
        if not any(tag.form.visible and tag.kind in (Kind.PART, Kind.EXTEND) for tag in self.tags):
            return None
        head = next((tag for tag in self._starts if tag.name == "head"), None)
        element = self.element(head.start) if head else None
        return Part(HEAD, (element.inner[1], element.inner[1]), element.inner, ()) if element else None

    def places(self, span: Span, *, settled: bool) -> Iterator[Place]:
        """Yield the places at *span*, the outer ones first.

        Where the parts are *settled*, because a file that extends the layout was begun with, they are among them.
        """
        places = self._settled if settled else self._includes
        first = bisect_left(places, span[0], key=lambda place: place.start)
        for number in range(first, len(places)):
            place = places[number]
            if place.start > span[1]:
                return
            if place.end <= span[1]:
                yield place

    @cached_property
    def _includes(self) -> list[Place]:
        return _in_order(self._include_places())

    def _include_places(self) -> Iterator[Place]:
        for number, tag in enumerate(self.tags):
            if tag.kind is Kind.NESTED:
                yield Place(tag.start, tag.end, is_super=True)
            elif tag.kind is Kind.MACRO and tag.part and number in self._closers:
                yield self._block(number, macro=tag.part)
            elif tag.kind is Kind.ECHO and tag.name.startswith("@"):
                yield self._block(number, call=tag.name[1:])
            elif tag.kind is not Kind.INCLUDE or tag.broken:
                continue
            elif not self.is_attribute(tag):
                yield Place(tag.start, tag.end, include=tag)
            elif (element := self.element(tag.start)) is not None:
                start, end = element.span if tag.name == "replace" else (tag.start, element.inner[1])
                yield Place(start, end, include=tag, element=element)

    @cached_property
    def _closers(self) -> Mapping[int, int]:
        return pair(self.text, self.tags).closers

    def _block(self, number: int, *, macro: str = "", call: str = "") -> Place:
        """Return the place of the tag *number* up to its end tag, if it has one."""
        tag = self.tags[number]
        closer = self.tags[self._closers[number]] if number in self._closers else None
        if closer is None:
            return Place(tag.start, tag.end, macro=macro, call=call, inner=(tag.end, tag.end))
        return Place(tag.start, closer.end, macro=macro, call=call, inner=(tag.end, closer.start))

    @property
    def imports(self) -> tuple[Tag, ...]:
        """The tags that make the macros of other files known."""
        return tuple(tag for tag in self.tags if tag.kind is Kind.IMPORT and tag.target())

    @property
    def macros(self) -> Iterator[Place]:
        """The macros that the file defines."""
        return (place for place in self._includes if place.macro)

    @property
    def calls(self) -> Iterator[str]:
        """The names of the macros that the file may call."""
        return (place.call for place in self._includes if place.call)

    @cached_property
    def _settled(self) -> list[Place]:
        found = list(self._includes)
        found += (Place(*part.span, part=part) for part in self.parts)
        found += (Place(*name) for part in self.parts for name in part.names)
        for tag in self.tags:
            if tag.kind is Kind.EXTEND:
                found.append(Place(tag.start, tag.end, is_parent=True))
            elif tag.kind is Kind.ECHO and _SUPER.search(self.text, tag.start, tag.end):
                found.append(Place(tag.start, tag.end, is_super=True))
        return _in_order(found)

    def _part(self, tag: Tag, closer: Tag | None) -> Part | None:
        whole = (tag.start, tag.end)
        if tag.part == WHOLE:
            return Part(WHOLE, whole, (tag.end, tag.end), (whole,))
        if closer is not None:
            return Part(tag.part, (tag.start, closer.end), (tag.end, closer.start), (whole, (closer.start, closer.end)))
        element = self.element(tag.start) if tag.form.visible else None
        return Part(tag.part, element.span, element.span, (whole,)) if element else None

    def is_attribute(self, tag: Tag) -> bool:
        """Whether *tag* is written as an attribute of an element; a visible one may also be a comment."""
        return tag.form.visible and not self.text.startswith("<!--", tag.start)

    def element(self, at: int) -> Element | None:
        """Return the element whose start tag holds the offset *at*, None where there is none that ends."""
        self._looked += 1
        number = bisect_right(self._starts, at, key=lambda tag: tag.start) - 1
        tag = self._starts[number] if number >= 0 else None
        if tag is None or at >= tag.end or self._looked > _MOST:
            return None
        if tag.name in _VOID or self.text[tag.end - 2] == "/":
            return Element((tag.start, tag.end), (tag.end, tag.end))
        depth = 1
        edges = re.compile(rf"<(/?){re.escape(tag.name)}(?=[\s/>])[^>]*+>", re.IGNORECASE)
        for edge in edges.finditer(self.text, tag.end, tag.end + _REACH):
            depth += -1 if edge[1] else not edge[0].endswith("/>")
            if not depth:
                return Element((tag.start, edge.end()), (tag.end, edge.start()))
        return None

    def fragment(self, name: str) -> Element | None:
        """Return the element that is called *name* (``#name``: by its id), None where there is none."""
        attribute = "id" if name.startswith("#") else r"(?:data-)?th[:-](?:fragment|ref)"
        pattern = re.compile(rf"\s{attribute}\s*+=\s*+[\"']\s*+{re.escape(name.lstrip('#'))}(?![\w-])", re.IGNORECASE)
        found = pattern.search(self.text)
        at = found.start() + 1 if found else -1
        if found is None and name.isidentifier():  # an element may be named by its tag alone
            at = next((tag.start for tag in self._starts if tag.name == name.lower()), -1)
        return self.element(at) if at >= 0 else None

    def parameters(self, name: str) -> tuple[str, ...]:
        """Return the names of what the fragment *name* is given: ``th:fragment="name(a, b)"``."""
        found = re.search(rf"[:-]fragment\s*+=\s*+[\"']\s*+{re.escape(name)}\s*+\(([^()\"']*+)\)", self.text)
        return tuple(each.strip() for each in found[1].split(",")) if found else ()

    @cached_property
    def _starts(self) -> tuple[StartTag, ...]:
        return tuple(start_tags(self.text))
