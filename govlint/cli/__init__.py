"""The command line: one module a command, imported only when that command is run."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

import click

from govlint.cli.exit_codes import ExitCode
from govlint.cli.help import WideHelpFormatter
from govlint.cli.leaving import leave
from govlint.workers.memory import collect_less

_COMMANDS = {
    "baseline": "baseline",
    "batch": "batch",
    "cache": "cache",
    "channels": "channels",
    "check": "check",
    "columns": "columns",
    "compare": "compare",
    "config": "config",
    "explain": "explain",
    "init": "init",
    "ledger": "ledger",
    "lsp": "lsp",
    "plugins": "plugins",
    "report": "report",
    "rules": "rules",
    "score": "score",
    "standards": "standards",
    "stats": "stats",
    "survey": "survey",
}


class _LazyGroup(click.Group):
    """A group that knows its commands by name and imports one only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command *cmd_name*, None where there is none."""
        module = _COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = importlib.import_module(f"govlint.cli.{module}").command
        return command


def _print_version(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if not value or ctx.resilient_parsing:
        return
    from lxml import etree

    from govlint import __version__

    libxml2 = ".".join(map(str, etree.LIBXML_VERSION))
    python = ".".join(map(str, sys.version_info[:3]))
    click.echo(f"govlint {__version__} (Python {python}, lxml {etree.__version__}, libxml2 {libxml2})")
    ctx.exit()


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version,
    help="显示版本 / Show versions, libxml2's among them.",
)  # fmt: skip
def cli() -> None:
    """离线检查政府网站的导出目录或模板，按官方标准报告问题。

    Lint exported Chinese government websites offline, against the official standards.
    """


click.Context.formatter_class = WideHelpFormatter


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code. No input ends in a traceback (GOVLINT_DEBUG=1 shows it)."""
    collect_less()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal in GBK cannot show everything: escape, never crash
            stream.reconfigure(errors="backslashreplace")
    try:
        given = list(arguments) if arguments is not None else None
        # Not standalone: click then returns the code of an Exit, and leaves the messages of errors to us.
        code = cli.main(args=given, prog_name="govlint", standalone_mode=False)
        sys.stdout.flush()
        leave(code or ExitCode.CLEAN, at_once=arguments is None)  # else somebody's own process runs the command
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("已中断 / interrupted", err=True)
        sys.exit(130)
    except BrokenPipeError:
        # The reader has gone (govlint … | head). Python would complain once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(ExitCode.CLEAN)
    except Exception as error:
        if os.environ.get("GOVLINT_DEBUG"):
            raise
        click.echo(_unforeseen(error), err=True)
        sys.exit(ExitCode.FAILED)


def _unforeseen(error: Exception) -> str:
    """Return what to say of an *error* that no command expects."""
    from concurrent.futures import BrokenExecutor

    from govlint.workers.errors import WorkersError

    if isinstance(error, WorkersError):
        return f"{error.text.zh} / {error.text.en}"
    if isinstance(error, BrokenExecutor):
        return (
            "一个工作进程被系统终止，多半是内存不足：没有得出结果。请加 -j 1 再试，或者腾出内存。\n"
            "The system killed a worker, most likely for want of memory: there is no result. Try -j 1, or free memory."
        )
    return (
        f"govlint 内部错误 / internal error: {type(error).__name__}: {error}\n"
        "请附上命令和此信息反馈（GOVLINT_DEBUG=1 可显示完整堆栈） / please report it with the command."
    )
