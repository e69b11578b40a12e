"""``govlint check``: lint sites, pages and standard input, and write the reports."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govlint.cli.cache import open_cache, warn_of
from govlint.cli.errors import UsageProblem
from govlint.cli.exit_codes import ExitCode
from govlint.cli.fixes import FixChoice, fix_options, mended
from govlint.cli.language import language as spoken
from govlint.cli.options import output_options, settings_options
from govlint.cli.outputs import plan_outputs, write_outputs
from govlint.cli.reading import reading
from govlint.cli.sarif_choice import SarifChoice
from govlint.cli.setup import Setup, prepare
from govlint.cli.targets import open_targets, open_templates
from govlint.cli.workers import workers
from govlint.finding import Severity
from govlint.lint.engine import run
from govlint.lint.result import Result
from govlint.lint.settings import SettingsError

if TYPE_CHECKING:
    from govlint.cli.answers import Answers
    from govlint.lint.findings.baseline import Baseline
    from govlint.lint.kept.cache import Cache
    from govlint.source.model import Source


@click.command("check", short_help="检查网站、页面或标准输入 / Lint sites, pages or standard input.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--stdin-filename", default="stdin.html", show_default=True, metavar="NAME",
    help="标准输入（PATH 为 -）的文件名 / The name of what comes in by “-”.",
)  # fmt: skip
@settings_options
@click.option(
    "--fail-on", type=click.Choice(["error", "warning", "note", "never"]),
    help="达到此级别的问题使退出码为 1，缺省 warning / The least severity that makes the exit code 1 (warning).",
)  # fmt: skip
@click.option(
    "--strict", is_flag=True,
    help="有文件未能读取时退出码为 5 / Exit with 5 where something could not be read.",
)  # fmt: skip
@click.option(
    "-b", "--baseline", metavar="FILE",
    help="基线文件：其中的问题不再计入 / A baseline: the faults in it do not count (govlint baseline).",
)  # fmt: skip
@click.option(
    "--templates", metavar="DIR",
    help="生成这些页面的模板目录：问题指到模板的行 / The templates of these pages: faults point at their lines.",
)  # fmt: skip
@click.option(
    "-j", "--jobs", type=click.IntRange(min=0), default=0, show_default=True, metavar="N",
    help="并行进程数，0 为自动 / Worker processes, 0 for as many as pay off.",
)  # fmt: skip
@fix_options
@click.option(
    "--no-cache", is_flag=True,
    help="不读写缓存 .govlint_cache / Neither read nor write the cache .govlint_cache.",
)  # fmt: skip
@output_options
def command(
    paths: tuple[str, ...],
    stdin_filename: str,
    fail_on: str | None,
    strict: bool,
    baseline: str | None,
    templates: str | None,
    jobs: int,
    no_cache: bool,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    formats: tuple[str, ...],
    output: str | None,
    language: str | None,
    sarif_profile: str | None,
    sarif_fingerprints: str,
    sarif_provenance: bool,
    **chosen: object,
) -> None:
    """检查导出的网站目录、单个页面或标准输入（-），报告不符合官方标准之处。

    目录按整站检查；单个文件只运行页面规则，不下只有整站才能下的结论。

    Lint exported sites (folders), single pages, or standard input (-). On single files only page rules run.

    退出码 / Exit codes: 0 合格 clean · 1 有问题 findings · 2 用法或配置 usage · 3 规则或插件出错 failed ·
    4 没有可检查的内容 nothing to lint · 5 有文件未读（--strict）unread
    """
    setup = prepare(chosen)
    config, settings, registry = setup
    outputs = plan_outputs(formats, output, registry)
    known = _baseline(baseline or config.file("baseline"))
    origins = open_templates(templates or config.file("templates"), settings, registry)
    cache = None if no_cache else open_cache()
    choice = FixChoice(fix, unsafe_fixes, diff).check()
    results = []
    changed = 0
    sources = open_targets(paths, settings, registry, stdin_filename)
    one_off = fix or diff or sarif_provenance or origins is not None
    answers = None if one_off else _answers(cache, setup, sources)
    if answers is not None and (answer := answers.find(outputs)):
        from govlint.cli.answers import give

        give(answer, outputs)
        raise click.exceptions.Exit(answer.code)
    for source in sources:
        try:
            with workers(jobs, source.whole_site) as executor, reading(source.name) as shown:
                lint = partial(
                    run,
                    settings=settings,
                    registry=registry,
                    executor=executor,
                    baseline=known,
                    progress=shown,
                    cache=cache,
                    origins=origins,
                )
                result, files = mended(source, settings, lint, choice)
                results.append(result)
                changed += files
        except SettingsError as error:
            raise UsageProblem(str(error)) from error
    warn_of(cache)
    if choice.diff:
        raise click.exceptions.Exit(ExitCode.FINDINGS if changed else ExitCode.CLEAN)
    bar = fail_on or config.get("fail-on", "warning")
    code = exit_code(results, bar, strict or bool(config.get("strict", False)))
    sarif = SarifChoice(
        sarif_profile or config.get("sarif-profile", "full"), sarif_fingerprints, provenance=sarif_provenance
    )
    write = partial(write_outputs, results, outputs, registry, spoken(language, config), code, sarif)
    if answers is None:
        write()
    else:
        from govlint.cli.answers import noted

        with noted(outputs) as written:
            write()
        answers.keep(written.answer(code), results)
    raise click.exceptions.Exit(code)


def _answers(cache: Cache | None, setup: Setup, sources: Sequence[Source]) -> Answers | None:
    """Return where the answer to this command is kept; those for single files are not, they have just been changed."""
    if cache is None or not all(source.whole_site for source in sources):
        return None
    from govlint.cli.answers import Answers

    return Answers(cache, setup, click.get_current_context().params, sources)


def _baseline(file: str | None) -> Baseline | None:
    if not file:
        return None
    from govlint.cli.baseline import read_baseline

    return read_baseline(Path(file))


def exit_code(results: Sequence[Result], fail_on: str, strict: bool) -> ExitCode:
    """Return the code of a run: what kept it from an answer comes before the answer itself."""
    if any(result.broken for result in results):
        return ExitCode.FAILED
    if any(result.pages == 0 for result in results):
        return ExitCode.NOTHING
    if strict and any(result.unread for result in results):
        return ExitCode.UNREAD
    if fail_on != "never":
        least = Severity(fail_on).rank
        if any((worst := result.worst()) is not None and worst.rank >= least for result in results):
            return ExitCode.FINDINGS
    return ExitCode.CLEAN
