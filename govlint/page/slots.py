"""What is known of a template before it is parsed: its slots, where publishing puts something that no file shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from govlint.page.columns_named import KnownColumns
    from govlint.page.compose import Composed
    from govlint.page.lexing import Tag
    from govlint.page.masking import Place
    from govlint.page.pairing import Branch, Fault
    from govlint.page.template import Emits, Kind


class Slot(NamedTuple):
    """A place that publishing fills: *kind* and *name* of its tag, its *span* in the text, where it stands.

    *emits* is what may come of it. *in_head* is whether it stands before the end of the ``<head>``. A loop or a
    condition spans all that it repeats or leaves out. An include whose file was found is no slot: the file stands in
    its place (see :mod:`govlint.page.compose`). *branches* are those of a condition beyond the first.
    """

    kind: Kind
    name: str
    span: tuple[int, int]
    place: Place
    emits: Emits
    in_head: bool = False
    branches: tuple[Branch, ...] = ()


class Prepared(NamedTuple):
    """A template as it goes to the parser.

    *markup* is the text with its tags masked; *text* the text as written, of the same length. *dialects* are the names
    of those it is written in, *tags* those found, *composed* says what files it is made of, *columns* what is
    known of the columns that tags name.
    """

    text: str
    markup: str
    dialects: tuple[str, ...] = ()
    tags: tuple[Tag, ...] = ()
    slots: tuple[Slot, ...] = ()
    faults: tuple[Fault, ...] = ()
    composed: Composed | None = None
    columns: KnownColumns | None = None
