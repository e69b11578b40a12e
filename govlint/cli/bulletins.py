"""How ``govlint survey`` writes a bulletin: to a file or standard output, by the writer a plugin gives."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from govlint.batch.bulletin import Bulletin, BulletinWriter
from govlint.cli.errors import UsageProblem
from govlint.cli.writing import write_out
from govlint.finding import Text


def write_bulletin(
    writer: BulletinWriter, bulletin: Bulletin, file: Path | None, language: str, most: int | None,
    template: Path | None,
) -> None:  # fmt: skip
    """Write *bulletin* to *file*, else to standard output, filled into *template* where the writer takes one.

    Raises UsageProblem for what the user can put right: a binary format for a terminal, a template that is wrong or not
    wanted, results that cannot be read.
    """
    if file is None and writer.binary and sys.stdout.isatty():
        raise UsageProblem(Text("请用 -o 指定文件", f"{writer.name} is binary: use -o FILE"))
    if template is not None and not writer.template:
        raise UsageProblem(Text(f"格式 {writer.name} 不用模板", f"the format {writer.name} takes no template"))
    options = {"template": template} if template is not None else {}
    write = partial(writer.write, bulletin, language=language, most=most, **options)
    try:
        write_out(writer.name, file, write)
    except (ValueError, KeyError, EOFError) as error:
        raise UsageProblem(Text(f"结果无法读取：{error}", f"the results cannot be read: {error}")) from error
