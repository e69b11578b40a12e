"""A result held against a baseline: what it knows is taken out of the findings, and kept."""

from __future__ import annotations

from dataclasses import replace

from govlint.lint.findings.baseline import Baseline
from govlint.lint.result import Result


def held_against(result: Result, baseline: Baseline) -> Result:
    """Return *result* with the faults that *baseline* knows in ``known`` instead of ``findings``.

    Suppressed faults stay suppressed; whether the baseline knows them is noted on them. Entries of which nothing is
    left are ``gone``, but only where that can be told: of a whole site, and of rules that ran.
    """
    taken_on = [one.finding for one in result.suppressed]
    compared = baseline.compare([*result.findings, *taken_on], result.clock.day)
    suppressed_ones = set(map(id, taken_on))
    known_ones = set(map(id, compared.known))
    ran = {rule.id for rule in result.rules}
    return replace(
        result,
        findings=tuple(finding for finding in compared.new if id(finding) not in suppressed_ones),
        known=tuple(finding for finding in compared.known if id(finding) not in suppressed_ones),
        suppressed=tuple(one._replace(known=id(one.finding) in known_ones) for one in result.suppressed),
        gone=tuple(entry for entry in compared.gone if entry.rule in ran) if result.whole_site else (),
        baselined=True,
    )
