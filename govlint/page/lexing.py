"""Template text → its tags, in order: one table-driven lexer for all dialects. Linear, and it never raises."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from govlint.lazy_re import lazy_re
from govlint.page.template import Dialect, Form, Kind

LONGEST = 4_000
"""Characters of one tag; what has not ended by then is no tag (comments and code may be of any length)."""

_MOST_BROKEN = 50  # unfinished tags of one form after which it is looked for no more
_PROSE = 300  # characters of a sample text between a tag and its end tag
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_SAMPLED = (Kind.ECHO, Kind.INCLUDE)  # what is written in a loop or a condition is put out as it is
_UNBOUNDED = (Kind.COMMENT, Kind.CODE)
_ARGUMENT = lazy_re(r"""([\w:.-]++)\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"'>\]}/]++(?:/[^\s"'>\]}/]++)*+)""")
_STRING = lazy_re(r""""([^"<>\n]{1,300})"|'([^'<>\n]{1,300})'""")
_JOINED = lazy_re(r"""\.\s*+["']""")


class Tag(NamedTuple):
    """A template tag from *start* to *end* (offsets): its *kind*, its *name* in lower case, and what wrote it.

    *whole* says that it ends itself (``/>``), *broken* that its end was not found; *arguments* is the text within.
    """

    kind: Kind
    name: str
    start: int
    end: int
    form: Form
    arguments: str = ""
    whole: bool = False
    broken: bool = False

    def argument(self, *names: str) -> str:
        """Return the value of the first of *names* that the tag has, ``""`` where there is none."""
        return self._written(names).strip("\"'")

    def literal(self, *names: str) -> str:
        """Return what :meth:`argument` does where it is written out; a word without quotes is a variable's name."""
        value = self._written(names)
        return value.strip("\"'") if not value.isascii() or not value.isidentifier() else ""

    def _written(self, names: tuple[str, ...]) -> str:
        found = {key.lower(): value for key, value in _ARGUMENT.findall(self.arguments)}
        return next((found[name] for name in names if found.get(name, "").strip("\"'")), "")

    @property
    def part(self) -> str:
        """The name of the part of a layout that the tag opens, in lower case; ``""`` where it gives none."""
        named = self.argument("contentplaceholderid", "name", "id")
        if named:
            return named.lower()
        word = _WORD.search(self.arguments)
        return word[0].lower() if word else self.name if self.name.startswith("__") else ""

    @property
    def alias(self) -> str:
        """What the file that the tag imports is called from then on, ``""`` where it gets no name."""
        found = _ALIAS.search(self.arguments)
        return found[1].lower() if found else ""

    @property
    def variable(self) -> str:
        """The variable that is all an include names (``${content}``), ``""`` for any other."""
        found = _VARIABLE.fullmatch(self.arguments)
        return found[1] if found else ""

    @property
    def given(self) -> tuple[tuple[str, str], ...]:
        """What an include hands on of its own file: the name (``""``: by its place) and the selector of each."""
        inner = self.arguments.partition("::")[2].partition("(")[2]
        return tuple((found[1] or "", found[2] or "") for found in _GIVEN.finditer(inner))

    @property
    def selector(self) -> str:
        """What an include takes of the file it names (``~{file :: this}``), ``""`` for the whole of it."""
        found = _SELECTOR.search(self.arguments)
        return found[1] if found else ""

    def target(self) -> str:
        """Return what an include names: a path, or the name of a template; ``""`` where that is not written out."""
        if self.form.names:
            return self.argument(*self.form.names)
        if "+" in self.arguments:  # put together as it runs
            return self.arguments.strip()
        file, part, _ = self.arguments.partition("::")
        if part:  # what the part is given are strings, too
            return file.strip(" /~{}\"'\t\r\n")
        strings: list[str] = [double or single for double, single in _STRING.findall(self.arguments)]
        if self.form.exact:
            return "/".join(strings)
        if not strings:
            return self.arguments.strip(" /~{}\t\r\n")
        # Of strings that are put together the last tells most; else the others are what the file is given.
        return strings[-1 if _JOINED.search(self.arguments) else 0].strip()


_WORD = lazy_re(r"[\w.-]+")
_VARIABLE = lazy_re(r"\s*+\$\{\s*+(\w++)\s*+\}?\s*+")
# One argument after the other: with a name or without, a part of the file itself or anything else.
_GIVEN = lazy_re(r"(?:(\w++)\s*+=\s*+)?+(?:~?\{?\s*+::\s*+(#?[\w-]++)[^,]*+|[^,]++)(?:,\s*+|$)")
_ALIAS = lazy_re(r"\bas\s++(\w++)")
_SELECTOR = lazy_re(r"::\s*+(#?[\w-]++)")


class _Compiled(NamedTuple):
    form: Form
    opens: re.Pattern[str]
    kinds: dict[str, Kind]
    stops: re.Pattern[str] | None


class Lexer:
    """Finds the tags of some dialects in a text. Of forms that begin alike the first one counts."""

    def __init__(self, dialects: Sequence[Dialect]) -> None:
        self._forms = [_compiled(form) for dialect in dialects for form in dialect.forms]
        parts = (f"(?P<f{number}>{_ungrouped(each.form.opens)})" for number, each in enumerate(self._forms))
        self._any = lazy_re("|".join(parts) or "(?!)", re.IGNORECASE)

    def tags(self, text: str) -> Iterator[Tag]:
        """Yield the tags of *text*, none within another."""
        broken = [0] * len(self._forms)
        declared: dict[str, str] = {}
        at = 0
        while found := self._any.search(text, at):
            number = int((found.lastgroup or "f0")[1:])
            if broken[number] > _MOST_BROKEN:
                at = found.end()
                continue
            tag = _read(self._forms[number], text, found.start(), found.end())
            broken[number] += tag.broken
            if tag.form.declares:
                prefix, name, file = map(tag.argument, tag.form.declares)
                declared[f"{prefix}:{name}".lower()] = file
            yield _declared(tag, declared) if tag.name in declared and tag.kind is Kind.INCLUDE else tag
            at = max(tag.end, found.start() + 1)


@lru_cache(maxsize=32)
def lexer_of(dialects: tuple[Dialect, ...]) -> Lexer:
    """Return the lexer of *dialects*, compiled once."""
    return Lexer(dialects)


def _ungrouped(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def _compiled(form: Form) -> _Compiled:
    kinds = {name: kind for kind, names in form.kinds for name in names.split()}
    stops = None
    if form.ends:
        marks = ("\"'" if form.quoted else "") + ("()[]{}" if form.nested else "")
        pattern = f"{re.escape(form.ends)}|[{re.escape(marks)}]" if marks else re.escape(form.ends)
        stops = lazy_re(pattern, re.IGNORECASE)
    return _Compiled(form, lazy_re(form.opens, re.IGNORECASE), kinds, stops)


def _read(compiled: _Compiled, text: str, start: int, opened: int) -> Tag:
    """Return the tag that begins at *start*, its opening read up to *opened*."""
    form = compiled.form
    again = compiled.opens.match(text, start)
    groups = again.groupdict() if again else {}
    name = (groups.get("name") or "").lower()
    kind = Kind.CLOSE if groups.get("close") else compiled.kinds.get(name, form.other)
    end = _end(compiled, text, opened, kind)
    if end < 0 and form.to_end:
        return Tag(kind, name, start, len(text), form, text[opened:])
    if end < 0:
        return Tag(kind, name, start, opened, form, broken=True)
    inner = text[opened : end - len(form.ends)]
    whole = inner.rstrip().endswith("/")
    if form.prose and kind in _SAMPLED and not whole:
        end = _past_prose(text, end, name)
    return Tag(kind, name, start, end, form, inner, whole)


def _declared(tag: Tag, declared: Mapping[str, str]) -> Tag:
    """Return an include whose file another tag has told, with that file among its arguments."""
    return tag._replace(arguments=f'{tag.arguments} {tag.form.names[0]}="{declared[tag.name]}"')


def _end(compiled: _Compiled, text: str, at: int, kind: Kind) -> int:
    """Return the offset behind the end of a tag, -1 where there is none."""
    form = compiled.form
    if not form.ends or compiled.stops is None:
        return at
    limit = len(text) if kind in _UNBOUNDED else min(len(text), at + LONGEST)
    end = _guarded_end(compiled.stops, form.ends, text, at, limit)
    if end < 0 and (form.quoted or form.nested):
        # A quotation mark or a bracket without its twin: the first end counts, on the same line.
        line_end = text.find("\n", at, limit)
        found = text.find(form.ends, at, line_end if line_end >= 0 else limit)
        end = found + len(form.ends) if found >= 0 else -1
    return end


def _guarded_end(stops: re.Pattern[str], ends: str, text: str, at: int, limit: int) -> int:
    """Return the offset behind the first end outside quotation marks and brackets, -1 where there is none."""
    expected: list[str] = []
    while found := stops.search(text, at, limit):
        mark = found[0]
        at = found.end()
        if len(mark) == len(ends) and mark.lower() == ends.lower() and mark not in expected:
            return at
        if mark in "\"'":
            at = text.find(mark, at, limit) + 1
            if at == 0:
                return -1
        elif mark in _PAIRS:
            expected.append(_PAIRS[mark])
        elif expected and mark == expected[-1]:
            expected.pop()
    return -1


def _past_prose(text: str, end: int, name: str) -> int:
    """Return the offset behind a sample text that stands between a tag and its end tag, *end* where there is none."""
    less = text.find("<", end, end + _PROSE)
    return less if less > end and text[less + 1 : less + 2] == "/" and name in text[less : less + 80].lower() else end
