"""Writes objects of sarif_om as JSON: the sound serialiser they come without.

The one they are meant for drops a level that was set on purpose, puts ``version`` last, copies the tree once a level
and writes the ``repr`` of what it does not know. Here properties stand in the order of the schema, the version first,
``level`` and ``kind`` are always written, iterators are streamed, and what is not JSON is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import attr

from govlint.report.encode import encoder

_ALWAYS = frozenset({"level", "kind"})
"""Properties whose absence does not mean their default: a result without a level takes that of its rule."""

_FIRST = {"version": 0, "$schema": 1}
"""SARIF 3.13.2: the version should come first."""


def chunks(node: Any, at: str = "$") -> Iterator[str]:
    """Yield the JSON text of *node* in pieces, without a line end.

    *node* is an attrs object of sarif_om, a list, or a plain JSON value; an iterator becomes an array whose items are
    taken one at a time. Raises TypeError or ValueError that names the place (``$.runs[0].tool``) for anything that
    JSON cannot hold.
    """
    if isinstance(node, list | Iterator):
        opening = "["
        for number, item in enumerate(node):
            yield opening
            yield from chunks(item, f"{at}[{number}]")
            opening = ","
        yield "]" if opening == "," else "[]"
    elif attr.has(type(node)):
        opening = "{"
        for name, value in _members(node).items():
            yield f'{opening}"{name}":'
            yield from chunks(value, f"{at}.{name}")
            opening = ","
        yield "}" if opening == "," else "{}"
    else:
        yield _leaf(node, at)


def _leaf(value: Any, at: str) -> str:
    try:
        return _encode(value)
    except TypeError as error:
        raise TypeError(f"{at}: {error}") from error
    except ValueError as error:
        raise ValueError(f"{at}: {error}") from error


def _members(node: Any) -> dict[str, Any]:
    """Return what is to be written of an attrs object by schema name; raise TypeError for any other object."""
    if not attr.has(type(node)):
        raise TypeError(f"{type(node).__name__} is not a JSON value")
    written = {}
    for attribute, name, default in _plan(node.__class__):
        value = getattr(node, attribute)
        if value is not None and (name in _ALWAYS or value != default):
            written[name] = value
    return written


@lru_cache(maxsize=64)
def _plan(kind: Any) -> tuple[tuple[str, str, Any], ...]:
    """Return attribute, schema name and default of each property of a class, in the order they are written in."""
    rows = []
    for position, field in enumerate(attr.fields(kind), start=len(_FIRST)):
        name = field.metadata.get("schema_property_name", field.name)
        default = field.default.factory() if isinstance(field.default, attr.Factory) else field.default  # type: ignore[arg-type]
        rows.append((_FIRST.get(name, position), field.name, name, default))
    return tuple(row[1:] for row in sorted(rows, key=lambda row: row[0]))


_encode = encoder(default=_members)
