"""Lists of sites: a CSV or JSON file with a row a site, as an office keeps them."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from govlint.finding import Text
from govlint.lazy_re import lazy_re
from govlint.standard.kinds import SITE_KINDS

SUFFIXES = (".csv", ".json")

_FIELDS = {
    "path": ("path", "file", "路径", "文件", "目录"),
    "name": ("name", "site", "网站名称", "名称", "网站"),
    "code": ("code", "网站标识码", "标识码"),
    "kind": ("kind", "类别", "网站类别", "类型"),
    "region": ("region", "地区", "区域", "行政区划"),
    "hosts": ("hosts", "host", "域名", "网址", "首页网址"),
}
_KINDS = {
    **{kind: kind for kind in SITE_KINDS},
    "门户": "portal", "门户网站": "portal", "政府门户网站": "portal",
    "部门": "department", "部门网站": "department",
    "县级部门": "county-department", "县级部门网站": "county-department",
}  # fmt: skip
_BETWEEN = lazy_re(r"[\s,;，；、|]+")
_SCHEME = lazy_re(r"^[a-z]+://", re.IGNORECASE)


class ListError(ValueError):
    """A list that cannot be used; *text* says where and why, in one line."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True, slots=True)
class Listed:
    """One row: *path* as a Path (absolute, or below the list's folder), the rest as SiteRef has it."""

    path: Path
    name: str = ""
    code: str = ""
    kind: str = ""
    region: str = ""
    hosts: tuple[str, ...] = ()


def read_list(path: Path) -> list[Listed]:
    """Return the rows of the list *path*.

    CSV is UTF-8 or GB18030 (as spreadsheets save it), its first line names the columns; JSON is an array of objects,
    or an object with such an array as ``sites``. Raises ListError for what cannot be read, a column or kind of site
    that is not known, a row without a path, and a code that two rows share.
    """
    try:
        text = _decode(path.read_bytes())
        rows = list(_json_rows(text) if path.suffix.lower() == ".json" else _csv_rows(text))
    except OSError as error:
        raise ListError(
            Text(f"无法读取清单“{path}”：{error.strerror}", f"cannot read the list “{path}”: {error.strerror}")
        ) from error
    except (ValueError, TypeError, AttributeError, csv.Error) as error:
        raise ListError(
            Text(f"清单“{path}”无法解析：{error}", f"the list “{path}” cannot be parsed: {error}")
        ) from error
    listed = [_listed(row, path, number) for number, row in rows]
    codes: dict[str, int] = {}
    for (number, _), row in zip(rows, listed, strict=True):
        if row.code and codes.setdefault(row.code, number) != number:
            raise _problem(
                path, number, f"标识码“{row.code}”已在第 {codes[row.code]} 行", f"code “{row.code}” is taken"
            )
    return listed


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def _csv_rows(text: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    reader = csv.DictReader(io.StringIO(text, newline=""))
    for row in reader:
        if any((value or "").strip() for name, value in row.items() if name is not None):
            yield reader.line_num, {str(name): value for name, value in row.items() if name is not None}


def _json_rows(text: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    data = json.loads(text)
    rows = data["sites"] if isinstance(data, dict) and "sites" in data else data
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ValueError("expected an array of objects")
    yield from enumerate(rows, start=1)


def _listed(row: Mapping[str, Any], file: Path, number: int) -> Listed:
    told: dict[str, Any] = {}
    for name, value in row.items():
        field = next((field for field, names in _FIELDS.items() if name.strip().lower() in names), None)
        if field is not None and value not in (None, ""):
            told[field] = value
    path = str(told.get("path", "")).strip()
    if not path:
        names = "、".join(row)
        raise _problem(file, number, f"没有路径（列：{names}）", f"no path (columns: {names})")
    kind = str(told.get("kind", "")).strip()
    if kind and kind not in _KINDS:
        raise _problem(file, number, f"不认识的网站类别“{kind}”", f"unknown kind of site “{kind}”")
    words = {name: str(told.get(name, "")).strip() for name in ("name", "code", "region")}
    return Listed(file.parent / path, kind=_KINDS.get(kind, ""), hosts=_hosts(told.get("hosts", "")), **words)


def _hosts(value: object) -> tuple[str, ...]:
    """Return hosts in lower case; addresses are taken too, and lose their scheme, port and path."""
    words = [str(word) for word in value] if isinstance(value, list) else _BETWEEN.split(str(value))
    hosts = (_SCHEME.sub("", word.strip()).partition("/")[0].partition(":")[0].lower() for word in words)
    return tuple(dict.fromkeys(host for host in hosts if host))


def _problem(file: Path, number: int, zh: str, en: str) -> ListError:
    return ListError(Text(f"清单“{file}”第 {number} 行：{zh}", f"list “{file}”, row {number}: {en}"))
