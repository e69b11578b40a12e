"""How much of an archive is read: the guards against archives that unpack to far more than they seem to hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

MIB = 1 << 20
GIB = 1 << 30


class Limits(NamedTuple):
    """The budgets of one archive, in bytes where nothing else is said.

    *member* is the most that one file may unpack to, *total* what all files that are read may come to, *entries* the
    most names that are listed. A file of more than *ratio_from* bytes may unpack to *ratio* times what it takes up in
    the archive. Archives within archives are opened down to *depth* levels; one that cannot be read where it lies is
    held in memory if it has no more than *nested* bytes.
    """

    member: int = 64 * MIB
    total: int = 4 * GIB
    entries: int = 1_000_000
    ratio: int = 200
    ratio_from: int = MIB
    depth: int = 2
    nested: int = 256 * MIB


DEFAULT = Limits()


def _option(default: int, least: int, zh: str, en: str) -> dict[str, Any]:
    return {"type": "integer", "minimum": least, "default": default, "description": f"{zh} / {en}"}


OPTIONS: Mapping[str, Any] = {
    "member_mib": _option(DEFAULT.member // MIB, 1, "单个文件解压后的上限（MiB）", "the most of one file (MiB)"),
    "total_mib": _option(
        DEFAULT.total // MIB, 1, "要读的全部文件解压后的上限（MiB）", "the most of all files that are read (MiB)"
    ),
    "entries": _option(DEFAULT.entries, 1, "文件数上限", "the most files"),
    "ratio": _option(
        DEFAULT.ratio, 1, "压缩比上限（1 MiB 以上的文件）", "the most that a file over 1 MiB may unpack to, in times"
    ),
    "depth": _option(DEFAULT.depth, 0, "打开几层归档里的归档", "how many levels of archives within archives to open"),
    "nested_mib": _option(
        DEFAULT.nested // MIB, 1, "放进内存的嵌套归档的上限（MiB）", "the most of a nested archive held in memory (MiB)"
    ),
}
"""What ``[sources.archive]`` in the configuration may say, by name."""


def limits_of(options: Mapping[str, Any]) -> Limits:
    """Return the budgets that *options* (as in ``OPTIONS``) ask for; what they do not say stays as it is."""

    def told(name: str) -> int:
        return int(options.get(name, OPTIONS[name]["default"]))

    return Limits(
        member=told("member_mib") * MIB,
        total=told("total_mib") * MIB,
        entries=told("entries"),
        ratio=told("ratio"),
        depth=told("depth"),
        nested=told("nested_mib") * MIB,
    )
