"""The engine: a run in its steps, from a source to a Result."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from govlint.lint.findings.placing import Placer
from govlint.lint.gather import Gathered, gather
from govlint.lint.map_step import Progress, examined, remembering
from govlint.lint.plan import Plan, plan_run
from govlint.lint.result import Result
from govlint.lint.settings import Settings
from govlint.lint.settle import Settled, settle
from govlint.lint.site_rules import Judged, judge
from govlint.registry import Registry
from govlint.source.abilities import archive_of
from govlint.source.model import Source

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from govlint.lint.findings.baseline import Baseline
    from govlint.lint.kept.cache import Cache
    from govlint.lint.template.origins import Origins


def run(
    source: Source,
    settings: Settings,
    registry: Registry,
    *,
    executor: Executor | None = None,
    today: date | None = None,
    progress: Progress | None = None,
    baseline: Baseline | None = None,
    cache: Cache | None = None,
    origins: Origins | None = None,
) -> Result:
    """Lint *source*. Raises SettingsError where the settings cannot be honoured; never for a page's sake.

    *today* stands for the present day in tests; faults that *baseline* knows are kept apart in ``Result.known``.
    With a *cache*, files are examined whose results it does not know; those of templates hang on each other.
    *origins* are the templates that the pages were made from: what is found there points at them.
    """
    plan = plan_run(source, settings, registry, today=today or date.today(), origins=origins)
    job = remembering(plan, cache)
    gathered = gather(plan, examined(job, plan.to_examine, executor, progress))
    judged = judge(plan, gathered)
    settled = settle(plan, gathered, judged, Placer(job, plan.order, executor))
    result = _with_templates(_result(plan, gathered, judged, settled), plan, executor)
    if baseline is None:
        return result
    from govlint.lint.findings.known import held_against

    return held_against(result, baseline)


def _result(plan: Plan, gathered: Gathered, judged: Judged, settled: Settled) -> Result:
    source, site = plan.source, judged.site
    return Result(
        name=source.name,
        prefix=source.prefix,
        whole_site=source.whole_site,
        findings=settled.findings,
        rules=tuple(plan.rules.values()),
        severities=plan.settings.severities,
        standards=judged.standards,
        clock=plan.clock,
        kind=judged.kind,
        home=judged.home,
        site_name=site.name if site else "",
        files=len(plan.order),
        pages=len(gathered.pages),
        error_pages=gathered.error_pages(),
        unread=tuple(gathered.unread),
        templates=plan.tree,
        broken=settled.broken,
        suppressed=settled.suppressed,
        site=site,
        archive=archive_of(source),
        traced=plan.origins.summary(settled.findings) if plan.origins else None,
    )


def _with_templates(result: Result, plan: Plan, executor: Executor | None) -> Result:
    """Return *result* with what is found on the templates that lie among the pages, by a run of their own."""
    if plan.apart is None:
        return result
    from govlint.lint.template.apart import both, settings_apart
    from govlint.source.part import Part

    settings = settings_apart(plan.settings, plan.apart, plan.rules, result)
    return both(result, run(Part(plan.source, plan.apart.all_files), settings, plan.registry, executor=executor))
