"""From what rules have found to what is told: adjusted, suppressed, said once, placed, traced and masked.

Findings of page rules come with their places, where these were not left for later; those of site rules never do. Each
step takes findings and returns findings; none knows a rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from govlint.finding import Finding
from govlint.lint.examine import stamp
from govlint.lint.findings.adjust import adjust
from govlint.lint.findings.grouping import group
from govlint.lint.findings.own_findings import own_findings
from govlint.lint.findings.placing import Placer
from govlint.lint.findings.redact import redact
from govlint.lint.findings.suppression import Suppressed, Suppressions
from govlint.lint.gather import Gathered
from govlint.lint.plan import Plan
from govlint.lint.result import Broken, position
from govlint.lint.site_rules import Judged
from govlint.lint.template.waiting import on_waiting


class Settled(NamedTuple):
    """The *findings* as they are told, in their order, those that are *suppressed*, and all that *broke* on the way."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    broken: tuple[Broken, ...]


def settle(plan: Plan, gathered: Gathered, judged: Judged, placer: Placer) -> Settled:
    """Return what is told of all that was found."""
    broken = (*_plugin_failures(plan), *dict.fromkeys((*gathered.broken, *judged.broken)))
    suppressions = _suppressions(plan, gathered)
    of_pages = suppressions.split(adjust(gathered.findings, plan.settings))
    of_pages = _said_once(_traced(of_pages, plan), plan, judged.home.path)
    of_sites = adjust(judged.findings, plan.settings)
    of_pages, of_sites = _placed(of_pages, of_sites, plan, placer)
    of_sites = suppressions.split(_traced(of_sites, plan))
    findings = [
        *of_pages,
        *of_sites,
        *placer.placed([stamp(finding, rule) for rule, finding in suppressions.findings() if rule.id in plan.rules])[0],
        *_of_the_run(plan, gathered, judged, broken),
    ]
    if plan.origins is not None:
        findings = plan.origins.settled(findings)
    findings = redact(findings, plan.registry.redactors)
    return Settled(tuple(sorted(findings, key=position)), _taken_on(suppressions, plan, placer), broken)


def _plugin_failures(plan: Plan) -> Iterable[Broken]:
    for failure in dict.fromkeys(plan.registry.failures):
        yield Broken("", failure.plugin, "", f"{failure.hook}: {failure.error}")


def _suppressions(plan: Plan, gathered: Gathered) -> Suppressions:
    directives = {path: found.directives for path, found in gathered.files.items() if found.directives}
    return Suppressions(directives, plan.settings.suppressions, plan.registry.rules, plan.clock.day)


def _traced(findings: list[Finding], plan: Plan) -> list[Finding]:
    """Return *findings* with the places in templates that they come from, where these are known."""
    return findings if plan.origins is None else plan.origins.trace(findings)


def _said_once(findings: list[Finding], plan: Plan, home: str) -> list[Finding]:
    """Return *findings* of pages with what pages share made one finding."""
    whole_site = plan.source.whole_site
    if plan.tree is not None:
        from govlint.lint.template.in_template import once

        return once(findings, count=whole_site)
    return group(findings, home) if whole_site else findings


def _placed(
    of_pages: list[Finding], of_sites: list[Finding], plan: Plan, placer: Placer
) -> tuple[list[Finding], list[Finding]]:
    """Return both with their places; of templates, where they lie is what makes findings on sites one."""
    if plan.job.late:
        of_pages, placed = placer.placed(of_pages, of_sites)
    else:
        (placed,) = placer.placed(of_sites)
    asked_for = [
        after
        for before, after in zip(of_sites, placed, strict=True)
        if before.location.path not in plan.beside or plan.was_asked_for(after.location.path)
    ]
    if plan.tree is None:
        return of_pages, asked_for
    from govlint.lint.template.in_template import once, without_unknown

    return of_pages, once(without_unknown(asked_for), count=plan.source.whole_site)


def _of_the_run(plan: Plan, gathered: Gathered, judged: Judged, broken: Iterable[Broken]) -> list[Finding]:
    """Return what is said of the run itself."""
    source = plan.source
    own = own_findings(
        plan.rules, gathered.files.values(), gathered.unread, broken, judged.home.path, source.name,
        single=not source.whole_site,
    )  # fmt: skip
    return own + on_waiting(plan.rules, plan.tree, [*gathered.waiting, *judged.waiting])


def _taken_on(suppressions: Suppressions, plan: Plan, placer: Placer) -> tuple[Suppressed, ...]:
    """Return what was suppressed, placed and masked as all findings are."""
    suppressed: Sequence[Suppressed] = suppressions.suppressed
    findings = [one.finding for one in suppressed]
    if plan.job.late:
        (findings,) = placer.placed(findings)
    findings = redact(findings, plan.registry.redactors)
    return tuple(one._replace(finding=finding) for one, finding in zip(suppressed, findings, strict=True))
