"""``govlint cache``: where results are kept from run to run, how much, and how to be rid of them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govlint.cli.errors import UsageProblem, cannot_write

if TYPE_CHECKING:
    from govlint.lint.kept.cache import Cache


def open_cache() -> Cache:
    """Return the cache of the working folder; it is closed when the command is over."""
    from govlint.lint.kept.cache import FILE, FOLDER, Cache

    cache = Cache(Path(FOLDER, FILE))
    click.get_current_context().call_on_close(cache.close)
    return cache


def warn_of(cache: Cache | None) -> None:
    """Say on standard error what was wrong with *cache*; the run goes on without it."""
    if cache is not None and cache.problem is not None:
        click.echo(f"警告 / warning: {cache.problem.zh} / {cache.problem.en}", err=True)


@click.group("cache", short_help="查看或清除缓存 / Show or clear the cache.")
def command() -> None:
    """缓存保存在当前目录的 .govlint_cache 中：内容、设置和版本都没变的文件不再重新检查。

    Results are kept in .govlint_cache of the working folder: files whose content, settings and versions are the
    same are not examined again. `govlint check --no-cache` does without.
    """


@command.command("show", short_help="位置和大小 / Place and size.")
def show() -> None:
    """显示缓存的位置、条数、大小和最久未用的日期 / Show the file, how many results it holds, its size and age."""
    cache = open_cache()
    if not cache.path.exists():
        click.echo(f"{cache.path}: 没有缓存 / no cache")
        return
    size = cache.size()
    warn_of(cache)
    oldest = datetime.fromtimestamp(size.oldest, UTC).date().isoformat() if size.oldest else "-"
    click.echo(f"{cache.path}: {size.results} 条 / results, {size.bytes / 1e6:.1f} MB, 最早 / oldest {oldest}")


@command.command("clear", short_help="清除 / Remove it.")
def clear() -> None:
    """删除缓存文件 / Remove the file."""
    cache = open_cache()
    try:
        cache.clear()
    except OSError as error:
        raise UsageProblem(cannot_write(str(cache.path), error)) from error
    click.echo(f"{cache.path}: 已清除 / cleared")
