"""``govlint channels``: the columns that templates name, ready to be filled in as a channel dictionary."""

from __future__ import annotations

import csv
import io
from collections import defaultdict

import click

from govlint.cli.errors import UsageProblem
from govlint.cli.exit_codes import ExitCode
from govlint.cli.options import settings_options
from govlint.cli.setup import prepare
from govlint.cli.targets import open_targets
from govlint.finding import Text
from govlint.lint.template.tree import survey
from govlint.page.columns_named import column_references
from govlint.page.decode import decode
from govlint.page.lexing import lexer_of
from govlint.source.model import Unread


@click.command("channels", short_help="列出模板引用的栏目 / List the columns that templates name.")
@click.argument("path", metavar="PATH")
@settings_options
def command(path: str, **chosen: object) -> None:
    """列出模板按编号、索引或名称引用的栏目（CSV）；填上 name 后即为栏目字典（配置项 channels）。

    List the columns that templates name by number, index or name, as CSV: with the names filled in it is the channel
    dictionary that the key “channels” of the configuration takes.
    """
    _, settings, registry = prepare(chosen)
    (source,) = open_targets([path], settings, registry, "stdin.html")
    files = [found for found in source.files() if not isinstance(found, Unread)]
    tree = survey(source, files, settings, registry)
    if tree is None:
        raise UsageProblem(Text(f"“{path}”不是模板目录", f"“{path}” holds no templates"))
    used: dict[str, set[str]] = defaultdict(set)
    hints: dict[str, str] = {}
    for name in tree.files:
        text = decode(source.read(name), forced=settings.encoding).text
        tags = list(lexer_of(tree.dialects_of(registry, name, text)).tags(text))
        for reference in column_references(text, tags):
            used[reference.column].add(name)
            hints.setdefault(reference.column, reference.hint)
            hints[reference.column] = hints[reference.column] or reference.hint
    if not used:
        click.echo("模板没有按编号或名称引用栏目 / no template names a column", err=True)
        raise click.exceptions.Exit(ExitCode.NOTHING)
    known = {channel.id: channel for channel in settings.channels}
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(("id", "name", "parent", "path", "templates", "hint"))
    for column in sorted(used, key=lambda column: (not column.isdigit(), len(column), column)):
        _, name, parent, address = known.get(column) or (column, "", "", "")
        writer.writerow((column, name, parent, address, len(used[column]), hints[column]))
    click.echo(written.getvalue(), nl=False)
