"""Usage errors as the command line shows them: one line, Chinese first, exit code 2."""

from __future__ import annotations

from typing import IO, Any

import click

from govlint.cli.exit_codes import ExitCode
from govlint.finding import Text


def cannot_write(path: str, error: OSError) -> Text:
    """Return what to say when the file *path* cannot be written."""
    return Text(f"无法写入“{path}”：{error.strerror}", f"cannot write “{path}”: {error.strerror}")


class UsageProblem(click.ClickException):
    """Something the user must put right: a path, an option, a configuration."""

    exit_code = ExitCode.USAGE

    def __init__(self, text: Text | str) -> None:
        super().__init__(f"{text.zh} / {text.en}" if isinstance(text, Text) else text)

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the message to standard error."""
        click.echo(f"错误 / error: {self.message}", file=file, err=True)
