"""What a template dialect is: data that tells a CMS's own tags from the page around them.

A dialect is told by its *signs* and written in its *forms*. The lexer (:mod:`govlint.page.lexing`) knows nothing else
of any CMS; first-party dialects are the files of ``plugins/dialects/``, and users declare delimiters of their own.
"""

from __future__ import annotations

import re
from enum import IntFlag, StrEnum
from functools import lru_cache
from typing import NamedTuple

from govlint.finding import Text
from govlint.lazy_re import lazy_re
from govlint.page.words import holds_any


class Kind(StrEnum):
    """What a template tag does."""

    ECHO = "echo"  # puts something in its place
    LOOP = "loop"  # repeats what stands up to its end
    CONDITION = "condition"  # what stands up to its end may be left out
    MIDDLE = "middle"  # else, case: parts a condition
    BLOCK = "block"  # surrounds without repeating or choosing
    PART = "part"  # a named part of a layout, which a template that extends it may fill
    MACRO = "macro"  # defines what a tag of its name puts in its place
    NESTED = "nested"  # in a macro: what its tag surrounds comes here
    IMPORT = "import"  # makes the macros of another file known
    CLOSE = "close"  # ends a loop, a condition or a block
    INCLUDE = "include"  # puts another file in its place
    EXTEND = "extend"  # names the layout whose parts this file fills
    CODE = "code"  # runs, and may put anything in its place
    QUIET = "quiet"  # puts nothing in its place: a directive, a variable set
    COMMENT = "comment"


BRINGING = frozenset((Kind.INCLUDE, Kind.EXTEND, Kind.IMPORT))
"""The kinds of tags that bring in another file."""


class Emits(IntFlag):
    """What may come out of a slot; a sum of these."""

    NOTHING = 0
    TEXT = 1
    LINK = 2
    MARKUP = 4  # any element that may stand in a text
    FRAME = 8  # what a page is built of: a header, a footer, a search box, scripts
    RICH = 7  # a whole text, as editors write it
    ANY = 15


class Form(NamedTuple):
    """One way in which tags are written.

    *opens* is a regular expression for the beginning of a tag; it may have the groups ``name`` and ``close`` (the
    latter found: an end tag). *ends* is what the tag ends with, ``""`` where *opens* matches the whole of it; *quoted*
    says that quotation marks, *nested* that brackets hide that end. *kinds* are pairs of a kind and the names of tags
    of that kind, in lower case and parted by spaces; all others are of the kind *other*, and *emits* is what these
    put in their place. *names* are what an include's file may be called in its arguments (``""``: the first string,
    or else the whole argument). *strict* names the tags that must be closed. A *visible* form stays in the text: a
    comment or an attribute, which no parser stumbles over. *prose* says that text between a tag and its end tag is
    a sample, which publishing replaces. *exact* says that an include names a folder and a file in it, as two strings.
    *columns* are the arguments that name a column, or one regular expression, beginning with a group, for the tag.
    *declares* are the arguments by which a tag declares an include for later ones in its file: the two parts of its
    name, ``prefix:name``, and the file. A tag of a form *to_end* may also end with the file.
    """

    opens: str
    ends: str = ""
    quoted: bool = False
    nested: bool = False
    kinds: tuple[tuple[Kind, str], ...] = ()
    other: Kind = Kind.ECHO
    emits: Emits = Emits.TEXT | Emits.LINK
    names: tuple[str, ...] = ()
    strict: str = ""
    visible: bool = False
    prose: bool = False
    exact: bool = False
    columns: tuple[str, ...] = ()
    declares: tuple[str, str, str] | None = None
    to_end: bool = False


class Dialect(NamedTuple):
    """A CMS template dialect.

    *signs* is a regular expression that only a text in this dialect matches; *hints* are literal strings one of which
    every such text holds, in lower case, so that most files need no expression. *suffixes* are those that only its
    files have. *folders* are where includes are looked for besides the including file's own folder, *endings* what
    an include's name may leave out. *helper* marks a dialect that also stands in published pages (includes by the
    server, markers, scripts in the browser): it makes no template of a file. *binds* is a regular expression for what
    stands before the name of an attribute that is computed (``th:href``), *fills* the attributes that give an element
    its content: what is written there is a sample.
    """

    name: str
    title: Text
    forms: tuple[Form, ...]
    signs: str
    hints: tuple[str, ...]
    suffixes: tuple[str, ...] = ()
    folders: tuple[str, ...] = ("",)
    endings: tuple[str, ...] = ("", ".html", ".htm")
    helper: bool = False
    binds: str = ""
    fills: str = ""

    def recognise(self, path: str, text: str) -> bool:
        """Whether *text*, that of the file *path*, is written in this dialect; *path* alone decides by its suffix."""
        if self.suffixes and path.lower().endswith(self.suffixes):
            return True
        return holds_any(_lower(text), self.hints) and _compiled(self.signs).search(text) is not None


@lru_cache(maxsize=2)
def _lower(text: str) -> str:
    """Return *text* in lower case; one dialect after the other asks for it."""
    return text.lower()


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return lazy_re(pattern, re.IGNORECASE)


def declared(delimiters: tuple[tuple[str, str], ...]) -> Dialect:
    """Return the dialect of an unknown engine whose tags stand between the user's pairs of *delimiters*."""
    forms = tuple(Form(re.escape(start), end, other=Kind.CODE, emits=Emits.ANY) for start, end in delimiters)
    signs = "|".join(re.escape(start) for start, _ in delimiters) or "(?!)"
    hints = tuple(start.lower() for start, _ in delimiters)
    return Dialect("declared", Text("自定义", "declared by the user"), forms, signs, hints)
