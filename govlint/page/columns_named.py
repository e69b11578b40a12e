"""Template tags → the columns they name: by number, index or name, as far as that is written out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.lexing import Tag

# Not a column by its name: the current one, its parent, the site, and everything that a program fills in.
_RELATIVE = frozenset(
    ("owner", "parent", "site", "self", "own", "top", "son", "0", "-1", "all", "true", "false", "null")
)
_LITERAL = lazy_re(r"[\w·、（）()\-]{1,60}")
_HINT = lazy_re(r"<!--\s*([\u3400-\u9fff]{2,20})\s*-->")
_HINT_WITHIN = 200


class ColumnReference(NamedTuple):
    """A column that a template names: what it is called there, the *span* of the tag, and a *hint* at its name.

    The hint is a comment behind the tag, ``""`` where there is none: people write there what a number means.
    """

    column: str
    span: tuple[int, int]
    hint: str


class KnownColumns(NamedTuple):
    """What a channel dictionary tells: *names* of columns by the word that tags use, and those of the *menu*."""

    names: tuple[tuple[str, str], ...]
    menu: tuple[str, ...]


def column_references(text: str, tags: Sequence[Tag]) -> Iterator[ColumnReference]:
    """Yield the columns that *tags* of the template *text* name, in order."""
    for tag in tags:
        names = tag.form.columns
        if not names:
            continue
        value = tag.literal(*names) if not names[0].startswith("(?") else _matched(names[0], text[tag.start : tag.end])
        for column in value.split(","):
            column = column.strip(" \"'")
            if column and column.lower() not in _RELATIVE and _LITERAL.fullmatch(column):
                hint = _HINT.search(text, tag.end, tag.end + _HINT_WITHIN)
                yield ColumnReference(column, (tag.start, tag.end), hint[1] if hint else "")


def _matched(pattern: str, written: str) -> str:
    found = _compiled(pattern).search(written)
    return found[1] if found else ""


@lru_cache(maxsize=32)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
