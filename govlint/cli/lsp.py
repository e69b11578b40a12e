"""``govlint lsp``: the language server, for editors."""

from __future__ import annotations

import os
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from govlint.cli.errors import UsageProblem
from govlint.cli.language import language as spoken
from govlint.cli.language import language_option
from govlint.cli.options import settings_options
from govlint.cli.setup import prepare
from govlint.config.load import find_config
from govlint.finding import Text

if TYPE_CHECKING:
    from govlint.lsp.documents import Load

_NOT_INSTALLED = Text(
    "缺少 pygls，请安装：pip install 'govlint[lsp]'", "pygls is not installed: pip install 'govlint[lsp]'"
)


@click.command("lsp", short_help="编辑器用的语言服务器 / The language server, for editors.")
@settings_options
@language_option()
def command(language: str | None, **chosen: Any) -> None:
    """在标准输入输出上提供语言服务（LSP）：打开、修改、保存页面时报告问题，悬停显示规则，提供修复。

    配置从工作区的根目录向上查找。

    Serve editors on standard input and output: diagnostics for pages and templates as they are written, the page of a
    rule on hover, quick fixes. The configuration is looked for from the root of the workspace upwards.
    """
    try:
        from govlint.lsp.server import build
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise UsageProblem(_NOT_INSTALLED) from error
    server = build(_loader(language, chosen))
    # The server closes the stream it writes to, and nothing a plugin prints may come between its messages.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as stream, redirect_stdout(sys.stderr):
        server.start_io(stdout=stream)


def _loader(language: str | None, chosen: dict[str, Any]) -> Load:
    from govlint.lsp.documents import Loaded, WorkspaceError

    def load(root: Path) -> Loaded:
        found = None if chosen["config"] or chosen["no_config"] else find_config(root)
        here = {"config": str(found), "no_config": False} if found else {"no_config": not chosen["config"]}
        try:
            config, settings, registry = prepare({**chosen, **here})
        except UsageProblem as error:
            raise WorkspaceError(error.message) from error
        return Loaded(settings, registry, spoken(language, config))

    return load
