"""Where tables go: the options and the writing that ``govlint survey`` and ``govlint compare`` share."""

from __future__ import annotations

from pathlib import Path

import click

from govlint.batch.store import Store
from govlint.cli.errors import UsageProblem
from govlint.cli.language import language_option
from govlint.cli.options import Command
from govlint.finding import Text

FORMATS = ("text", "json", "csv", "markdown")
TOP = 20
"""How many rows a table has in a terminal, where no other number is asked for."""
TOP_OF_BULLETINS = 500
"""The same of a bulletin: who reads it reads no list of thousands, and Word opens it badly."""

_OPTIONS = (
    click.option("--top", type=click.IntRange(min=0), metavar="N",
        help="每表最多几行，0 为全部；缺省终端 20、通报 500，其他为全部 / "
        "Rows a table, 0 for all; if not told 20 in a terminal, 500 in a bulletin, else all.",
    ),
    click.option("--bom", is_flag=True, help="CSV 以 BOM 开头，供 Excel 打开 / Start CSV with a BOM, for Excel."),
    click.option(
        "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
        help="写入文件，代替标准输出 / Write to FILE instead of standard output.",
    ),
    language_option(by_locale=True),
)  # fmt: skip


def table_options(command: Command) -> Command:
    """Add the options of a command that writes tables."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def most_rows(top: int | None, default: int | None) -> int | None:
    """Return how many rows a table may have, None for all: *top* (0 means all), *default* where it is not told."""
    return default if top is None else top or None


def open_store(folder: Path) -> Store:
    """Return the batch in *folder*. Raises UsageProblem where there is none."""
    store = Store(folder)
    if not store.manifest():
        raise UsageProblem(
            Text(f"“{folder}”不是 govlint batch 的结果目录", f"“{folder}” is no folder of results of govlint batch")
        )
    return store
