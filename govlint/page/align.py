"""Which element of the tree stands for which start tag of the source.

libxml2 keeps the order of the source. It makes one element of each start tag, but for ``<html>``, ``<head>`` and
``<body>``: it adds these where they are missing and drops them where they come twice. So the other tags, the solid
ones, pair one to one, and between two of them only a few floating tags are left to be told apart by their attributes.
A tokeniser that disagrees (a libxml2 before 2.14 reads raw text in its own way) is caught up with by name and line.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from govlint.page.tags import StartTag, attributes
from govlint.page.words import unescaped

if TYPE_CHECKING:
    from lxml.etree import _Element

FLOATING = frozenset({"html", "head", "body"})
"""Names of elements that libxml2 adds and drops; all others are *solid*: each has a start tag, and each tag has one."""
LAST_LINE = 65535
"""The last line that libxml2 tells; it counts no further."""

_REACH = 64  # tags looked ahead to catch up
_PROOF = 3  # tags in a row that must agree
_MOST_SEARCHES = 200
_SMALL_GAP = 256

_Pair = tuple[int, int]
_Keys = Sequence[tuple[str, int]]


def align(source: str, elements: Sequence[_Element], tags: Sequence[StartTag]) -> list[StartTag | None]:
    """Return for each of *elements* its start tag, None for one that the source does not have.

    *elements* are those of the whole tree in document order, *tags* all start tags of *source*.
    """
    names = [str(element.tag) for element in elements]
    solid = [i for i, name in enumerate(names) if name not in FLOATING]
    solid_tags = [j for j, tag in enumerate(tags) if tag.name not in FLOATING]
    lines = _tag_lines(source, tags)
    ours = [(names[i], elements[i].sourceline or 0) for i in solid]
    theirs = [(tags[j].name, lines[j]) for j in solid_tags]
    found: list[StartTag | None] = [None] * len(elements)
    pairs = [(solid[i], solid_tags[j]) for i, j in _catch_up(ours, theirs)]
    for i, j in pairs:
        found[i] = tags[j]
    for some, rest in _gaps(names, tags, pairs):
        for i, j in _pair_floating(source, elements, tags, some, rest):
            found[i] = tags[j]
    return found


def agrees(source: str, element: _Element, tag: StartTag) -> bool:
    """Whether *tag* of *source* says just what *element* holds: the same name, the same attributes and values."""
    if element.tag != tag.name:
        return False
    written = {name: unescaped(value) for name, value in _written(source, tag).items()}
    return written == {str(name): str(value) for name, value in element.items()}


def _tag_lines(source: str, tags: Sequence[StartTag]) -> list[int]:
    """Return the line of each tag as libxml2 tells it: that of the ``>``, ended by line feeds alone, capped."""
    lines = []
    line, at = 1, 0
    for tag in tags:
        line += source.count("\n", at, tag.end)
        at = tag.end
        lines.append(min(line, LAST_LINE))
    return lines


def _catch_up(ours: _Keys, theirs: _Keys) -> Iterator[_Pair]:
    """Pair two sequences that are nearly (mostly: wholly) the same, skipping what only one of them has."""
    if ours == theirs[: len(ours)]:  # the tree may end early
        yield from ((i, i) for i in range(len(ours)))
        return
    i = j = searches = 0
    while i < len(ours) and j < len(theirs):
        if ours[i] != theirs[j] and searches < _MOST_SEARCHES:
            searches += 1
            skip_i, skip_j = _resume(ours, theirs, i, j)
            i, j = i + skip_i, j + skip_j
        if i < len(ours) and j < len(theirs) and ours[i][0] == theirs[j][0]:
            yield i, j
        i, j = i + 1, j + 1


def _resume(ours: _Keys, theirs: _Keys, i: int, j: int) -> _Pair:
    """Return how many to skip on each side so that the next ones agree; none where that is not near."""
    for skip in range(1, _REACH):
        for skip_i, skip_j in ((skip, 0), (0, skip), (skip, skip)):
            proof = ours[i + skip_i : i + skip_i + _PROOF]
            if proof and proof == theirs[j + skip_j : j + skip_j + len(proof)]:
                return skip_i, skip_j
    return 0, 0


def _gaps(
    names: Sequence[str], tags: Sequence[StartTag], pairs: Sequence[_Pair]
) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the floating elements and the floating tags that stand between the same two pairs."""
    floating_tags = [j for j, tag in enumerate(tags) if tag.name in FLOATING]
    at = floating = 0
    for i, j in (*pairs, (len(names), len(tags))):
        some = [k for k in range(at, i) if names[k] in FLOATING]
        until = bisect_left(floating_tags, j)
        if some and until > floating:
            yield some, floating_tags[floating:until]
        at, floating = i + 1, until


def _pair_floating(
    source: str, elements: Sequence[_Element], tags: Sequence[StartTag], some: Sequence[int], rest: Sequence[int]
) -> Iterator[_Pair]:
    """Pair the floating elements *some* with the floating tags *rest* in order, for the best agreement in all."""
    if len(some) * len(rest) > _SMALL_GAP:
        some, rest = some[:16], rest[:16]
    written = [_written(source, tags[j]) for j in rest]
    worth = [[_worth(elements[i], tags[j].name, given) for j, given in zip(rest, written, strict=True)] for i in some]
    best = [[0] * (len(rest) + 1) for _ in range(len(some) + 1)]
    for a in range(len(some) - 1, -1, -1):
        for b in range(len(rest) - 1, -1, -1):
            paired = worth[a][b] + best[a + 1][b + 1] if worth[a][b] else 0
            best[a][b] = max(paired, best[a + 1][b], best[a][b + 1])
    a = b = 0
    while a < len(some) and b < len(rest):
        if worth[a][b] and best[a][b] == worth[a][b] + best[a + 1][b + 1]:
            yield some[a], rest[b]
            a, b = a + 1, b + 1
        elif best[a][b] == best[a][b + 1]:
            b += 1
        else:
            a += 1


def _written(source: str, tag: StartTag) -> dict[str, str]:
    """Return the attributes of *tag* by name, each with its value as written, without the quotes."""
    values = {}
    for name, (start, end) in attributes(source, tag).items():
        value = source[start + len(name) : end].strip().removeprefix("=").strip()
        values[name] = value[1:-1] if value[:1] in ("'", '"') else value
    return values


def _worth(element: _Element, name: str, written: dict[str, str]) -> int:
    """Say how well a floating tag agrees with *element*: 0 for not at all, more the more attributes prove it.

    Some versions of libxml2 give the attributes of a second ``<html>`` to the first.
    """
    if element.tag != name:
        return 0
    held = {str(key): str(value) for key, value in element.items()}
    if held.keys() == written.keys() or (name == "html" and written.keys() <= held.keys()):
        if not written:
            return 1
        return 8 if written.items() <= held.items() else 2
    return 0
