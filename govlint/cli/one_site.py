"""The run behind commands that speak of one whole site: ``score``, ``columns``, ``stats``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

import click

from govlint.cli.errors import UsageProblem
from govlint.cli.exit_codes import ExitCode
from govlint.cli.reading import reading
from govlint.cli.setup import Setup, prepare
from govlint.cli.targets import open_targets
from govlint.cli.workers import workers
from govlint.finding import Text
from govlint.lint.engine import run
from govlint.lint.result import Result
from govlint.lint.settings import SettingsError

if TYPE_CHECKING:
    from govlint.site.site import Site


class LintedSite(NamedTuple):
    """What was asked of the site, and what came of it: *site* is that of the *result*, which has one."""

    setup: Setup
    result: Result
    site: Site


def lint_site(path: str, chosen: Mapping[str, object], jobs: int = 0) -> LintedSite:
    """Lint the folder or archive at *path* as the options *chosen* ask.

    *jobs* processes share the work, one a core where it is 0. Raises UsageProblem for what is no site and for
    settings that cannot be honoured; ends with ``ExitCode.NOTHING`` where there is no page.
    """
    setup = prepare(chosen)
    (source,) = open_targets([path], setup.settings, setup.registry, "stdin.html")
    if not source.whole_site:
        raise UsageProblem(Text(f"“{path}”不是网站目录", f"“{path}” is not the folder of a site"))
    try:
        with workers(jobs, source.whole_site) as executor, reading(source.name) as shown:
            result = run(source, setup.settings, setup.registry, executor=executor, progress=shown)
    except SettingsError as error:
        raise UsageProblem(str(error)) from error
    if result.site is None:
        click.echo("没有找到可检查的页面 / no page was found", err=True)
        raise click.exceptions.Exit(ExitCode.NOTHING)
    return LintedSite(setup, result, result.site)
