"""The channel dictionary: what the numbers and indexes mean by which templates name columns."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from govlint._where import bundled

if TYPE_CHECKING:
    from govlint.page.columns_named import KnownColumns

FIELDS = ("id", "name", "parent", "path")


class Channel(NamedTuple):
    """A column of the publishing system: its *id* as templates write it, its *name*, its parent's id, its address."""

    id: str
    name: str
    parent: str = ""
    path: str = ""


class ChannelsError(ValueError):
    """A dictionary that cannot be used; the message is Chinese first, in one line."""


def known_columns(channels: Iterable[Channel]) -> KnownColumns:
    """Return what *channels* tell of the columns that templates name, by id or by name.

    The menu are those at the top: without a parent, or with one that is not in the dictionary. A single one there is
    the site itself, and those below it are in the menu, too.
    """
    from govlint.page.columns_named import KnownColumns

    named = [channel for channel in channels if channel.name]
    ids = {channel.id for channel in named}
    words = {word: channel.name for channel in named for word in (channel.name, channel.id)}
    top = [each for each in named if each.parent not in ids]
    if len(top) == 1:
        top += [each for each in named if each.parent == top[0].id]
    return KnownColumns(tuple(words.items()), tuple(each.name for each in top))


def load_channels(path: Path) -> tuple[Channel, ...]:
    """Return the channels of a ``.csv`` (first line: the fields' names) or ``.json`` file, in UTF-8 or GB18030.

    The JSON is what ``schemas/channels.schema.json`` accepts. Columns of the table that are not known are passed over.
    Raises ChannelsError for a file that cannot be read or says something else.
    """
    try:
        text = _decoded(path.read_bytes())
        rows = _from_json(text) if path.suffix.lower() == ".json" else _from_csv(text)
    except (OSError, UnicodeDecodeError, ValueError, csv.Error) as error:
        raise ChannelsError(f"栏目字典“{path}”无法使用：{error} / the channels “{path}” cannot be used") from error
    return tuple(Channel(*(str(row.get(field) or "").strip() for field in FIELDS)) for row in rows if row.get("id"))


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def _from_csv(text: str) -> list[Mapping[str, Any]]:
    reader = csv.DictReader(io.StringIO(text))
    if "id" not in (reader.fieldnames or ()):
        raise ValueError("第一行没有 id 列 / no column “id” in the first line")
    return list(reader)


def _from_json(text: str) -> Iterable[Mapping[str, Any]]:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    data = json.loads(text)
    schema = json.loads((bundled("schemas") / "channels.schema.json").read_text(encoding="utf-8"))
    error = best_match(Draft202012Validator(schema).iter_errors(data))
    if error is not None:
        raise ValueError(error.message)
    rows: list[Mapping[str, Any]] = data
    return rows
