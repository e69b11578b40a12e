"""Runs made by hand: findings as rules give them, and the result they come in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from govlint.finding import Finding, Location, Region, Severity, Text, Verdict
from govlint.lint.clock import Clock
from govlint.lint.result import Result
from govlint.lint.rule import Rule, Scope
from govlint.lint.rule import rule as make_rule
from govlint.plugins import standards as plugin
from govlint.score.card import ScoreCard, ScoredRow
from govlint.score.compute import score
from govlint.site.model import HomePage, KindGuess
from govlint.standard.load import load_standard
from govlint.standard.model import Standard

STANDARDS = {path.stem: load_standard(path) for path in plugin.govlint_standards()}
RULE_IDS = sorted({rule for standard in STANDARDS.values() for row in standard.rows for rule in row.rules})
STATIC_BASIS = ("national-2015:any", "national-2019:any")
DAY = date(2020, 1, 15)

ScoreRow = Callable[..., ScoredRow]
MakeResult = Callable[..., Result]


def rule(id: str) -> Rule:
    """Return a rule of that id that finds nothing."""
    text = Text("规则。", "A rule.")
    decorate = make_rule(
        id, "Made", scope=Scope.SITE, severity=Severity.ERROR, summary=text, why=text, remedy=text, basis=STATIC_BASIS
    )
    return decorate(lambda site, context: ())


def fault(rule_id: str, path: str = "a/index.html", key: str = "", **properties: Any) -> Finding:
    """Return a fault of *rule_id* on *path*, with the properties a rule gives it; its key is its path unless told."""
    basis = properties.pop("basis", STATIC_BASIS)
    verdict = properties.pop("verdict", Verdict.FAIL)
    reason = Text("文件看不出。", "Files cannot tell.") if verdict is Verdict.REVIEW else None
    place = Location(path, region=Region(3, 5, 3, 9))
    return Finding(
        verdict, Text("有问题。", "A fault."), place, key or path, reason=reason, rule_id=rule_id,
        properties=tuple(sorted(properties.items())), basis=basis,
    )  # fmt: skip


def review(rule_id: str, path: str = "a/index.html", key: str = "", **properties: Any) -> Finding:
    """Return a review, as :func:`fault` a fault."""
    return fault(rule_id, path, key, verdict=Verdict.REVIEW, **properties)


def result_of(*findings: Finding, **more: Any) -> Result:
    """Return the result of a run of all rules that came to *findings*."""
    settings: dict[str, Any] = {
        "name": "site",
        "prefix": "site/",
        "whole_site": True,
        "findings": findings,
        "rules": tuple(map(rule, RULE_IDS)),
        "standards": tuple(STANDARDS.values()),
        "clock": Clock(DAY, "told"),
        "kind": KindGuess("portal", "told"),
        "home": HomePage("index.html", "name"),
        "site_name": "示例市人民政府",
        "files": 10,
        "pages": 10,
        "error_pages": 0,
        "unread": (),
        "broken": (),
        "site": None,
    }
    return Result(**(settings | more))


def card_of(standard: str | Standard, *findings: Finding, no_services: bool = False, **more: Any) -> ScoreCard:
    """Return the scorecard of those findings."""
    chosen = STANDARDS[standard] if isinstance(standard, str) else standard
    return score(result_of(*findings, **more), chosen, no_services=no_services)


def row_of(standard: str, id: str, *findings: Finding, **more: Any) -> ScoredRow:
    """Return one row of the scorecard of those findings."""
    return next(row for row in card_of(standard, *findings, **more).rows if row.row.id == id)


@pytest.fixture
def mixed() -> ScoreCard:
    """A card with a row in every state."""
    findings = [fault("GOV1002", f"c{n}/index.html", column=f"栏|目{n}") for n in range(5)]
    findings += [review("GOV6003", "index.html", "icp", pages=4), fault("GOV6001", "index.html", "mark", pages=4)]
    return card_of("national-2019", *findings)
