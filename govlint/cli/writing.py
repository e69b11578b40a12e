"""Files that commands write: beside their place and then renamed, so that none is ever half there."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from govlint.cli.errors import UsageProblem, cannot_write
from govlint.cli.told import tell
from govlint.report.reporter import CannotReport


def write_file(name: str, file: Path, write: Callable[[TextIO], object], newline: str = "\n") -> None:
    """Let *write* fill *file* (UTF-8, lines ended by *newline*), and say that *name* is there.

    Raises UsageProblem where it cannot be written, and what *write* raises; *file* then is as it was.
    """
    with (
        _finished(file) as unfinished,
        unfinished.open("w", encoding="utf-8", newline=newline, errors="backslashreplace") as stream,
    ):
        write(stream)
    tell(f"{name} → {file}")


def write_out(name: str, file: Path | None, write: Callable[[TextIO], object]) -> None:
    """Let *write* fill *file*, or standard output where there is none.

    Raises UsageProblem, for what *write* says the user can put right too.
    """
    try:
        if file is None:
            write(sys.stdout)
        else:
            write_file(name, file, write)
    except CannotReport as error:
        raise UsageProblem(error.text) from error


def write_table(name: str, file: Path | None, write: Callable[[TextIO], object], *, bom: bool = False) -> None:
    """Let *write* fill *file*, or standard output where there is none, with the format *name*.

    CSV keeps the line ends of its writer, and with *bom* begins with a byte order mark. Raises UsageProblem.
    """

    def start(stream: TextIO) -> None:
        if bom and name == "csv":
            stream.write("\ufeff")
        write(stream)

    if file is None:
        start(sys.stdout)
    else:
        write_file(name, file, start, "" if name == "csv" else "\n")


def put_file(file: Path, data: bytes) -> None:
    """Write *data* to *file* in the same way, and say nothing. Raises UsageProblem where it cannot be written."""
    with _finished(file) as unfinished:
        unfinished.write_bytes(data)


@contextmanager
def _finished(file: Path) -> Iterator[Path]:
    """Give the name under which to write *file*, which takes its place when all is well."""
    unfinished = file.with_name(file.name + ".part")
    try:
        yield unfinished
        unfinished.replace(file)
    except OSError as error:
        raise UsageProblem(cannot_write(str(file), error)) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
