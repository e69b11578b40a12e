"""Standards from files: read, validated where they are a user's own, extended, and chosen by date and kind of site."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from govlint._where import bundled
from govlint.finding import Severity, Text
from govlint.standard import model
from govlint.standard.model import Standard

_T = TypeVar("_T")


class StandardError(ValueError):
    """A standard that cannot be used: *text* says why, in one line of each language; ``str()`` gives both."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(f"{zh} {en}")
        self.text = Text(zh, en)


def load_standard(path: Path) -> Standard:
    """Read the standard in the JSON file *path* (UTF-8), ``extends`` not yet resolved.

    The file is trusted to keep ``schemas/standard.schema.json``, as the files of this project do (their tests check
    it). Raises OSError where it cannot be read, StandardError where it is no JSON or lacks what a standard needs.
    """
    return _standard(_read(path), path)


def load_user_standard(path: Path) -> Standard:
    """Read a standard that a user or another plugin wrote: as load_standard, and validated against the schema first.

    The StandardError of a file that breaks the schema names the place in it as a JSON path (``$.columns[2].concept``).
    """
    data = _read(path)
    validate(data, path.name)
    return _standard(data, path)


def validate(data: object, name: str) -> None:
    """Raise StandardError where *data*, read from the file called *name*, breaks ``schemas/standard.schema.json``."""
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    schema = json.loads((bundled("schemas") / "standard.schema.json").read_text(encoding="utf-8"))
    error = best_match(Draft202012Validator(schema).iter_errors(data))
    if error is not None:
        place, problem = error.json_path, " ".join(error.message.split())[:160]
        raise StandardError(
            f"标准文件“{name}”在 {place} 处不符合格式：{problem}。",
            f"Standard “{name}” breaks the schema at {place}: {problem}.",
        )


def resolve(standards: Iterable[Standard], ids: Iterable[str]) -> tuple[Standard, ...]:
    """Return the standards called *ids*, each with all that it extends put in.

    A standard's own entry replaces an extended one about the same thing (a column's concept for the same kinds of
    site, a document's, row's or part's id, a period's concepts). Order and uniqueness follow *ids*. Raises
    StandardError for an id that is not among *standards* and for standards that extend each other in a circle.
    """
    known = {standard.id: standard for standard in standards}
    done: dict[str, Standard] = {}
    return tuple(_extended(id, known, done, ()) for id in dict.fromkeys(ids))


def default_standards(standards: Iterable[Standard], as_of: date, site_kind: str) -> tuple[str, ...]:
    """Return the ids, in order, of the standards a run takes up when none is named: in force on *as_of*, for this kind.

    Local standards (``default`` false) are taken up only by name.
    """
    chosen = (s for s in standards if s.default and s.is_valid(as_of) and site_kind in s.kinds)
    return tuple(sorted(standard.id for standard in chosen))


def _read(path: Path) -> object:
    try:
        return cast(object, json.loads(path.read_text(encoding="utf-8-sig")))
    except (ValueError, RecursionError) as error:
        problem = " ".join(str(error).split())[:160]
        raise StandardError(
            f"标准文件“{path.name}”不是 UTF-8 的 JSON：{problem}。", f"“{path.name}” is not UTF-8 JSON: {problem}."
        ) from error


def _standard(data: object, path: Path) -> Standard:
    try:
        if not isinstance(data, dict):
            raise TypeError("not an object")
        given = {key: value for key, value in data.items() if key != "$schema"}
        return _make(Standard, given)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise StandardError(
            f"文件“{path.name}”不是 govlint 的标准：{error}。", f"“{path.name}” is not a govlint standard: {error}."
        ) from error


_PARTS: Mapping[str, type] = {
    "columns": model.ColumnDemand,
    "documents": model.DocumentDemand,
    "rows": model.Row,
    "parts": model.Part,
    "periods": model.Period,
    "clauses": model.Clause,
}
_TEXTS = frozenset({"name", "title", "note", "open_reason"})
_DATES = frozenset({"issued", "valid_from", "valid_to"})


def _make(cls: type[_T], data: Mapping[str, Any]) -> _T:
    names, needed = _fields(cast(Any, cls))
    if unknown := sorted(data.keys() - names):
        raise TypeError(f"{cls.__name__}.{unknown[0]}")
    if missing := sorted(needed - data.keys()):
        raise KeyError(f"{cls.__name__}.{missing[0]}")
    made = {key: _value(cls, key, value) for key, value in data.items()}
    if cls is model.Row and not made.get("rules"):
        made["rules"] = tuple(sorted({rule for clause in made.get("clauses", ()) for rule in clause.rules}))
    return cls(**made)


@cache
def _fields(cls: Any) -> tuple[frozenset[str], frozenset[str]]:
    found = fields(cls)
    return frozenset(field.name for field in found), frozenset(f.name for f in found if f.default is MISSING)


def _value(cls: type, key: str, value: Any) -> Any:
    if value is None:
        return None
    if key in _TEXTS and not (cls is model.Source and key == "title"):
        return Text(str(value["zh"]), str(value["en"]))
    if key in _PARTS:
        return tuple(_make(_PARTS[key], item) for item in value)
    if key in _DATES:
        return date.fromisoformat(value)
    match key:
        case "source":
            return _make(model.Source, value)
        case "scoring":
            return _make(model.Scoring, value)
        case "severity":
            return Severity(value)
    return _frozen(value)


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _extended(id: str, known: Mapping[str, Standard], done: dict[str, Standard], way: tuple[str, ...]) -> Standard:
    if id in way:
        circle = " → ".join((*way[way.index(id) :], id))
        raise StandardError(f"标准互相扩展成环：{circle}。", f"Standards extend each other in a circle: {circle}.")
    if id not in known:
        names = ", ".join(sorted(known)) or "-"
        by_zh, by_en = (f"（由“{way[-1]}”引用）", f" (extended by “{way[-1]}”)") if way else ("", "")
        raise StandardError(
            f"没有名为“{id}”的标准{by_zh}，可用：{names}。", f"No standard is called “{id}”{by_en}; known: {names}."
        )
    if id not in done:
        result = known[id]
        for base in reversed(result.extends):
            result = _put_in(result, _extended(base, known, done, (*way, id)))
        done[id] = result
    return done[id]


def _put_in(own: Standard, base: Standard) -> Standard:
    return replace(
        own,
        columns=_joined(base.columns, own.columns, lambda item: (item.concept, item.kinds)),
        documents=_joined(base.documents, own.documents, lambda item: item.id),
        rows=_joined(base.rows, own.rows, lambda item: item.id),
        parts=_joined(base.parts, own.parts, lambda item: item.id),
        periods=_joined(base.periods, own.periods, lambda item: (item.concepts, item.kinds)),
        scoring=own.scoring or base.scoring,
    )


def _joined(base: Iterable[_T], own: Iterable[_T], key: Callable[[_T], object]) -> tuple[_T, ...]:
    found = {key(item): item for item in base}
    found.update((key(item), item) for item in own)
    return tuple(found.values())
