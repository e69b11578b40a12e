"""``govlint baseline``: take up govlint on an old site in one command; from then on only new faults fail."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from govlint.cli.errors import UsageProblem
from govlint.cli.options import DAY, settings_options
from govlint.cli.setup import prepare
from govlint.cli.targets import open_targets
from govlint.cli.writing import put_file
from govlint.finding import Finding, Text
from govlint.lint.engine import run
from govlint.lint.findings.baseline import DEFAULT_NAME, Baseline, BaselineError, dump, load, take
from govlint.lint.settings import SettingsError

_FILE = click.option("-b", "--baseline", "file", default=DEFAULT_NAME, show_default=True, metavar="FILE")
_REASON = click.option("--reason", default="", metavar="TEXT", help="为什么暂不整改 / Why the faults are tolerated.")
_UNTIL = click.option("--until", type=DAY, metavar="YYYY-MM-DD", help="容忍到哪一天 / The last day they are tolerated.")
_PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATH...")


@click.group("baseline", short_help="记录已有问题 / Record the faults there are.")
def command() -> None:
    """记录网站现有的问题，此后只有新问题才算不合格。

    Record the faults a site has; from then on only new ones fail (govlint check --baseline FILE).
    """


@command.command("create")
@_PATHS
@_FILE
@_REASON
@_UNTIL
@settings_options
def create(paths: tuple[str, ...], file: str, reason: str, until: datetime | None, **chosen: object) -> None:
    """新建基线 / Record all faults of PATH in a new baseline."""
    target = Path(file)
    if target.exists():
        raise UsageProblem(Text(f"“{file}”已存在，请用 update", f"“{file}” exists; use update"))
    found = _faults(paths, chosen)
    _write(target, take(found, None, reason, until.date() if until else None))


@command.command("update")
@_PATHS
@_FILE
@_REASON
@_UNTIL
@settings_options
def update(paths: tuple[str, ...], file: str, reason: str, until: datetime | None, **chosen: object) -> None:
    """按现状更新基线，保留原有理由和期限 / Record the faults of today; reasons and days are kept."""
    old = read_baseline(Path(file))
    _write(Path(file), take(_faults(paths, chosen), old, reason, until.date() if until else None))


@command.command("prune")
@_PATHS
@_FILE
@settings_options
def prune(paths: tuple[str, ...], file: str, **chosen: object) -> None:
    """从基线中去掉已经整改的问题 / Take out of the baseline what has been mended; nothing new goes in."""
    old = read_baseline(Path(file))
    today = prepare(chosen).settings.as_of or datetime.now().astimezone().date()
    compared = old.compare(_faults(paths, chosen), today)
    _write(Path(file), old.without(compared.gone))


@command.command("show")
@_FILE
def show(file: str) -> None:
    """显示基线 / Show the baseline."""
    for entry in read_baseline(Path(file)).entries:
        until = f" until={entry.until}" if entry.until else ""
        reason = f" -- {entry.reason}" if entry.reason else ""
        times = f" ×{entry.count}" if entry.count > 1 else ""
        click.echo(f"{entry.path}  {entry.rule}{times}  {entry.message}{until}{reason}")


def _faults(paths: tuple[str, ...], chosen: dict[str, object]) -> list[Finding]:
    _, settings, registry = prepare(chosen)
    findings: list[Finding] = []
    for source in open_targets(paths, settings, registry, "stdin.html"):
        try:
            findings += run(source, settings, registry).findings
        except SettingsError as error:
            raise UsageProblem(str(error)) from error
    return findings


def read_baseline(path: Path) -> Baseline:
    """Return the baseline in the file *path*. Raises UsageProblem for a file that is none."""
    try:
        return load(path)
    except BaselineError as error:
        raise UsageProblem(error.text) from error


def _write(path: Path, baseline: Baseline) -> None:
    put_file(path, dump(baseline).encode())
    click.echo(f"{sum(entry.count for entry in baseline.entries)} → {path}")
