"""``govlint batch``: lint many sites, one result a site, on this machine or on a cluster."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click

from govlint.batch.engines import Engine, Processes
from govlint.batch.lists import ListError
from govlint.batch.lock import Holder, LockedError, locked
from govlint.batch.manifest import day_of, language_of, make_manifest
from govlint.batch.model import BatchConfig, Row, SiteRef, State
from govlint.batch.run import run_batch
from govlint.batch.store import Store
from govlint.batch.targets import find_sites, shown
from govlint.batch.task import Task, WrongVersion
from govlint.cli.errors import UsageProblem, cannot_write
from govlint.cli.exit_codes import ExitCode
from govlint.cli.language import language as spoken
from govlint.cli.language import language_option
from govlint.cli.options import settings_options
from govlint.cli.progress import progress
from govlint.cli.setup import prepare
from govlint.finding import Text
from govlint.lint.settings import Settings, SettingsError
from govlint.workers.errors import WorkersError

_MOST_SAID = 20


@click.command("batch", short_help="批量检查 / Lint many sites, one result a site.")
@click.argument("targets", nargs=-1, required=True, metavar="TARGET...")
@click.option(
    "--out", required=True, type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
    help="结果目录 / The folder of the results.",
)  # fmt: skip
@click.option(
    "-j", "--jobs", type=click.IntRange(min=0), default=0, show_default=True, metavar="N",
    help="并行进程数，0 为每核一个 / Worker processes, 0 for one a core.",
)  # fmt: skip
@click.option(
    "--engine", type=click.Choice(["processes", "dask"]), default="processes", show_default=True,
    help="本机进程，或 Dask 集群 / Processes of this machine, or a Dask cluster.",
)  # fmt: skip
@click.option(
    "--scheduler", default="", metavar="ADDRESS",
    help="Dask 调度器地址；缺省在本机启动 / The Dask scheduler; without it a cluster is started on this machine.",
)  # fmt: skip
@click.option(
    "--site-minutes", type=click.FloatRange(min=0), default=1440, show_default=True, metavar="N",
    help="一个网站最多用多少分钟，0 为不限 / The minutes one site may take, 0 for no end.",
)  # fmt: skip
@click.option("--retry-failed", is_flag=True, help="重试上次失败的网站 / Try again what failed the last time.")
@click.option(
    "--no-services", is_flag=True,
    help="各单位没有对外服务职能 / The organs serve no public: leave services out of the scorecards.",
)  # fmt: skip
@language_option()
@settings_options
def command(
    targets: tuple[str, ...],
    out: Path,
    jobs: int,
    engine: str,
    scheduler: str,
    site_minutes: float,
    retry_failed: bool,
    no_services: bool,
    language: str | None,
    **chosen: Any,
) -> None:
    """批量检查网站：归档或网站目录所在的目录、通配符、单个网站，或清单（CSV、JSON）。

    每个网站一份结果。随时可以中断；再次运行时，文件和设置都没有变的网站不再检查。

    Lint many sites: folders of archives or sites, patterns, single sites, or a list (CSV, JSON). One result a site.
    It may be stopped at any moment; run it again and what is done, and has not changed, is not done again.

    退出码 / Exit codes: 0 全部检查 all sites linted · 2 用法或配置 usage · 3 规则或插件出错 failed ·
    4 没有网站 no sites · 5 有网站未能检查 some sites failed
    """
    config, settings, _ = prepare(chosen)
    try:
        refs = find_sites(targets, out)
        with locked(out) as lock:
            if lock.died is not None:
                click.echo(_going_on(lock.died), err=True)
            today, speech = _prepare(Store(out), refs, settings, language or config.get("lang"))
            how = BatchConfig(_portable(settings), today, speech, no_services, seconds=site_minutes * 60)
            tasks = [Task(ref, how, str(out.resolve()), retry_failed, lock.mark) for ref in refs]
            rows = _run(engine, scheduler, jobs, tasks) if refs else []
    except (ListError, LockedError, WorkersError) as error:
        raise UsageProblem(error.text) from error
    except (SettingsError, WrongVersion) as error:
        raise UsageProblem(str(error)) from error
    except OSError as error:
        raise UsageProblem(cannot_write(str(error.filename or out), error)) from error
    if not refs:
        click.echo("没有找到网站 / no sites were found", err=True)
        raise click.exceptions.Exit(ExitCode.NOTHING)
    _say(rows, refs, out)
    raise click.exceptions.Exit(_exit_code(rows))


def _going_on(died: Holder) -> str:
    who = died.text()
    return (
        f"上一次运行（{who.zh}）没有正常结束，从停下的地方继续 / {who.en} did not end well; going on where it stopped"
    )


def _prepare(store: Store, refs: Sequence[SiteRef], settings: Settings, told: str | None) -> tuple[date, str]:
    """Make the folder ready for *refs*; return the day that stands for the present, and the language. Raises OSError.

    Where nobody told them, they are those of the first start.
    """
    store.prepare()
    old = store.manifest()
    today = settings.as_of or day_of(old, date.today())
    language = spoken(told or language_of(old))
    store.write_manifest(make_manifest(old, refs, today, language))
    return today, language


def _portable(settings: Settings) -> Settings:
    """Return *settings* with the paths of standards made absolute: a worker may stand elsewhere."""
    standards = (str(Path(name).resolve()) if name.endswith(".json") else name for name in settings.standards)
    return settings._replace(standards=tuple(standards))


def _run(engine: str, scheduler: str, jobs: int, tasks: Sequence[Task]) -> list[Row]:
    rows: list[Row] = []
    failed = 0
    with _engine(engine, scheduler, jobs) as workers, progress(len(tasks), "batch") as step:
        for row in run_batch(workers, tasks):
            rows.append(row)
            failed += row.reason is not None
            step(failed=failed)
    return rows


@contextmanager
def _engine(engine: str, scheduler: str, jobs: int) -> Iterator[Engine]:
    if engine == "dask":
        from govlint.batch.cluster import dask

        with dask(scheduler, jobs) as cluster:
            yield cluster
    else:
        yield Processes(jobs)


def _say(rows: Sequence[Row], refs: Sequence[SiteRef], out: Path) -> None:
    """Tell what was done, on standard error; what failed is named, the rest is in the files."""
    names = {ref.key: shown(ref) for ref in refs}
    failures = sorted((row for row in rows if row.reason is not None), key=lambda row: row.key)
    for row in failures[:_MOST_SAID]:
        reason = row.reason or Text("", "")
        click.echo(f"未能检查 / failed: {names[row.key]}: {reason.zh} / {reason.en}", err=True)
    if len(failures) > _MOST_SAID:
        click.echo(f"…… {len(failures) - _MOST_SAID} 个 / more: {out / 'failed'}", err=True)
    if broken := sum(row.broken for row in rows):
        click.echo(f"{broken} 个网站有规则或插件出错 / rules or plugins failed on {broken} sites", err=True)
    linted = sum(row.state is State.LINTED for row in rows)
    kept = sum(row.state is State.KEPT and row.reason is None for row in rows)
    click.echo(
        f"{len(rows)} 个网站：检查 {linted}，已有 {kept}，失败 {len(failures)} / "
        f"{len(rows)} sites: {linted} linted, {kept} kept, {len(failures)} failed → {out}",
        err=True,
    )


def _exit_code(rows: Sequence[Row]) -> ExitCode:
    if any(row.broken for row in rows):
        return ExitCode.FAILED
    return ExitCode.UNREAD if any(row.reason is not None for row in rows) else ExitCode.CLEAN
