"""The facts of one page: all that leaves the worker, and the API that rules are written against.

Facts are plain, picklable and small. Long text is cut (``Run.text``); a rule that needs the whole text is a page rule
and reads ``Page``. Every ``at`` is the order number of the element the fact stands on (see ``govlint.finding.Mark``).
A rule on sites that needs no ``at`` reads ``govlint.page.table.bodies(page.links)``: rows are not made for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from enum import IntEnum, StrEnum
from itertools import repeat
from operator import attrgetter
from typing import Any, NamedTuple

from govlint.finding import Region
from govlint.page.slots import Slot
from govlint.page.template import Emits, Kind


class Zone(IntEnum):
    """The part of the page a thing stands in, as its tags, class names and place tell; OTHER where they do not."""

    OTHER = 0
    HEADER = 1
    NAV = 2
    MAIN = 3
    ASIDE = 4
    FOOTER = 5
    BREADCRUMB = 6


FRAME = frozenset((Zone.HEADER, Zone.NAV, Zone.FOOTER, Zone.BREADCRUMB))
"""The parts around the content that the pages of a site share."""


class Link(NamedTuple):
    """Anything that names a URL: ``<a>``, ``<area>``, ``<option>``, ``<link>``, ``<img>``, ``<script>``, frames …

    *href* is as written, entities decoded and white space around it removed; *text* is what a reader sees (an
    image's ``alt`` or ``title`` where there is no text), white space folded. *attribute* is where the URL stands
    (``href``, ``src``, ``value``, ``srcset``, ``style`` …), ``"onclick"`` for an ``<a>`` with a handler and no ``href``
    (*href* is then ``""``), ``"script"`` for one taken from ``document.write``, *at* being the script, ``"text"`` and
    ``"import"`` for what the text of a ``<style>`` loads. *onclick* is its code.
    """

    tag: str
    attribute: str
    href: str
    text: str
    at: int
    zone: Zone
    title: str = ""
    onclick: str = ""


class Control(NamedTuple):
    """A thing a visitor types into or presses: input, button, select, textarea, or a clickable link, image or span.

    *kind* is ``"field"`` (takes text), ``"choice"`` (select, radio, checkbox), ``"button"`` (presses) or ``"hidden"``.
    *label* is all that names it: text, value, placeholder, alt, title, ``<label>``. *handlers* are pairs of event
    attribute and code. *form* is an index into ``PageFacts.forms`` or -1. *near* are the nearest ancestors, the
    nearest first.
    """

    kind: str
    tag: str
    type: str
    name: str
    id: str
    classes: str
    label: str
    href: str
    handlers: tuple[tuple[str, str], ...]
    form: int
    near: tuple[int, ...]
    at: int
    zone: Zone


class Form(NamedTuple):
    """A ``<form>``: *action* as written (``None`` where the attribute is absent), *method* in lower case."""

    action: str | None
    method: str
    name: str
    id: str
    handlers: tuple[tuple[str, str], ...]
    at: int
    zone: Zone


class Meta(NamedTuple):
    """A ``<meta>`` with a name (or ``http-equiv``): *name* as written, *content* as written."""

    name: str
    content: str
    at: int


class Heading(NamedTuple):
    """A heading h1 … h6 with its level; a ``<title>`` has level 0."""

    level: int
    text: str
    at: int


class Run(NamedTuple):
    """A stretch of visible content in document order: a text run, a link's text, or a medium.

    *text* is white-space folded and cut after ``RUN_LIMIT`` characters, *length* is its whole length. *kind* is
    ``"text"``, ``"link"``, ``"image"``, ``"media"``, ``"attachment"`` or ``"field"``. *link* is an index into
    ``PageFacts.links`` or -1.
    """

    kind: str
    text: str
    length: int
    at: int
    zone: Zone
    link: int = -1


RUN_LIMIT = 80


class Box(NamedTuple):
    """A container in which a list or a text is expected: *signature* is ``tag#id.class``.

    *things* counts the links, media and fields in it, *length* the characters of text outside links; *notice* is that
    text where it is short.
    """

    signature: str
    at: int
    things: int
    length: int
    notice: str
    zone: Zone


class Item(NamedTuple):
    """One row of a list: a link with (mostly) a date.

    *link* is an index into ``PageFacts.links`` (-1 for a row without one), *day* the publication date as far as it
    can be read, *how* where it was read from (``"text"`` beside the link, ``"title"`` in the link's text,
    ``"attribute"``, ``"url"``), *exact* is False where the year had to be supplied. *list_at* is the element of the
    list.
    """

    title: str
    link: int
    day: date | None
    how: str
    exact: bool
    at: int
    list_at: int
    zone: Zone


class Crumb(NamedTuple):
    """One step of a breadcrumb trail, outermost first; *link* is an index into ``PageFacts.links`` or -1."""

    text: str
    link: int
    at: int


class Redirect(NamedTuple):
    """A jump to another page: *how* is ``"meta"`` (``<meta refresh>``) or ``"script"`` (a location assignment)."""

    href: str
    how: str
    delay: int
    at: int


class Paging(NamedTuple):
    """What the page says of its own paging: *pages* and *items* in total where told (else None), *how* it was told.

    *suffix* pairs let the further pages be named: TRS ``createPageHTML(7, 0, "index", "html")`` gives
    ``base="index"``, ``extension="html"``; *current* counts from 0.
    """

    how: str
    pages: int | None
    items: int | None
    base: str
    extension: str
    current: int
    at: int


class ScriptFacts(NamedTuple):
    """What a script (an inline one, or a .js file of the export) tells without being run.

    *defines* are names of functions it defines, *mentions* the ids, classes and names in its strings
    (``#id``, ``.class``, ``id``), *writes* the HTML fragments it gives to ``document.write``, *redirects* the URLs it
    sends the window to, *loaders* the marks of list loaders found in it, *sources* URLs it loads by itself.
    *warns_of_leaving* says that a string in it tells visitors that they are about to leave the site.
    """

    defines: frozenset[str] = frozenset()
    mentions: frozenset[str] = frozenset()
    writes: tuple[str, ...] = ()
    redirects: tuple[str, ...] = ()
    loaders: frozenset[str] = frozenset()
    warns_of_leaving: bool = False


NO_SCRIPT = ScriptFacts()


class Outlet(NamedTuple):
    """A place in a template that publishing fills, as far as something may come of it (see ``govlint.page.slots``).

    *kind* and *emits* are those of its tag, *zone* is where it stands, *at* the element around it (-1: before the
    first), *in_head* whether before the end of the ``<head>``. *written* is the tag, cut, *path* and *region* the file
    it is written in and its place there: an included file, maybe.
    """

    kind: Kind
    emits: Emits
    zone: Zone
    at: int
    in_head: bool
    written: str
    path: str
    region: Region


class StyleUrl(NamedTuple):
    """An address a style sheet loads: *how* is ``"url"`` or ``"import"``, *start* and *end* offsets in its text."""

    href: str
    how: str
    start: int
    end: int


class Encoding(NamedTuple):
    """How the bytes were decoded: *name* of the codec, *source* (``bom``, ``option``, ``http``, ``meta``, ``content``),
    the *label* as declared, and *problems* as short codes (``label-contradicts-bytes``, ``invalid-bytes`` …)."""

    name: str
    source: str
    label: str | None
    problems: tuple[str, ...] = ()


class Role(StrEnum):
    """What kind of document a stored page is."""

    PAGE = "page"
    REDIRECT = "redirect"  # nothing but a jump to another page
    ERROR = "error"  # a 404, an anti-bot challenge, a "site has moved" notice stored as a page
    FRAGMENT = "fragment"  # a click counter, a script answer, an include: not a document
    EMPTY = "empty"  # no bytes, or white space only


@dataclass(frozen=True, slots=True)
class PageFacts:
    """All facts of one page. *path* is relative to the target, with ``/``; *digest* is the SHA-256 of the bytes.

    *mirrored_from* is the address a mirroring tool's comment names (``www.x.gov.cn/zwgk/``, scheme optional).
    *dialects* names the template dialects a template is written in (none: a page), *slots* are the places in it that
    publishing fills, of the files it includes, too; *outlets* are those that put something out, for rules on sites.
    """

    path: str
    digest: str
    size: int
    encoding: Encoding
    role: Role
    role_reason: str = ""
    titles: tuple[Heading, ...] = ()
    headings: tuple[Heading, ...] = ()
    metas: tuple[Meta, ...] = ()
    links: Sequence[Link] = ()
    controls: tuple[Control, ...] = ()
    forms: tuple[Form, ...] = ()
    runs: Sequence[Run] = ()
    items: Sequence[Item] = ()
    boxes: tuple[Box, ...] = ()
    crumbs: tuple[Crumb, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    paging: Paging | None = None
    script: ScriptFacts = NO_SCRIPT
    base_href: str = ""
    language: str = ""
    published: date | None = None
    captured: date | None = None
    mirrored_from: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)
    dialects: tuple[str, ...] = ()
    slots: tuple[Slot, ...] = ()
    outlets: tuple[Outlet, ...] = ()

    @property
    def title(self) -> str:
        """The text of the first ``<title>`` that has one, else ``""``."""
        return next((title.text for title in self.titles if title.text), "")

    def meta(self, name: str) -> str | None:
        """Return the content of the first META called *name* (case does not count), or None where there is none."""
        wanted = name.lower()
        return next((meta.content for meta in self.metas if meta.name.lower() == wanted), None)

    def __reduce__(self) -> tuple[Callable[..., PageFacts], tuple[object, ...]]:
        """Pickle the long tables by columns: pickling thousands of small tuples costs more than parsing the page."""
        values = list(_values(self))
        for number in _TABLES:
            values[number] = tuple(zip(*values[number], strict=True))
        return _unpacked, tuple(values)


_FIELDS = tuple(each.name for each in fields(PageFacts))
_values: Callable[[PageFacts], tuple[Any, ...]] = attrgetter(*_FIELDS)
_TABLES: dict[int, type] = {
    _FIELDS.index(name): kind
    for name, kind in (
        ("links", Link), ("runs", Run), ("items", Item), ("boxes", Box), ("metas", Meta), ("controls", Control),
    )
}  # fmt: skip


def _unpacked(*values: Any) -> PageFacts:
    """Return the facts of what ``PageFacts.__reduce__`` gave."""
    rows = list(values)
    for number, kind in _TABLES.items():
        if rows[number]:
            rows[number] = tuple(map(tuple.__new__, repeat(kind), zip(*rows[number], strict=True)))
    return PageFacts(*rows)
