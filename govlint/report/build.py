"""A Result as a Report: the last step before any format."""

from __future__ import annotations

import platform

from govlint import __version__
from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lint.fingerprint import fingerprints
from govlint.lint.own_rules import PLUGIN_FAILED, RULE_FAILED, UNREAD_FILE
from govlint.lint.result import Result
from govlint.lint.rule import Rule
from govlint.lint.rule_page import rule_page
from govlint.registry import Registry
from govlint.report.model import (
    CORE,
    Counts,
    Notification,
    NotificationKind,
    PluginInfo,
    Report,
    RuleInfo,
    StandardInfo,
    TableRow,
)
from govlint.report.words import CLOCKS
from govlint.standard.load import StandardError, resolve
from govlint.standard.model import Standard


def build_report(
    result: Result,
    registry: Registry,
    exit_code: int,
    *,
    passes: bool = False,
    tool: tuple[tuple[str, str], ...] | None = None,
) -> Report:
    """Return the Report of *result*. Passes are left out unless *passes* asks for them.

    *tool* are pairs that describe the program; None asks the libraries.
    """
    findings = tuple(finding for finding in result.findings if passes or finding.verdict is not Verdict.PASS)
    rules = [_rule_info(rule, registry) for rule in result.rules]
    hosts = sorted(result.site.hosts) if result.site else []
    return Report(
        target=result.name,
        prefix=result.prefix,
        findings=findings,
        fingerprints=tuple(fingerprints(findings)),
        rules=tuple(rules),
        counts=_counts(result),
        as_of=result.clock.day,
        as_of_origin=CLOCKS[result.clock.origin],
        site_kind=result.kind.kind,
        site_kind_reason=Text("由 --site-kind 指定", "told by --site-kind")
        if result.kind.reason == "told"
        else Text(result.kind.reason, result.kind.reason),
        version=__version__,
        exit_code=exit_code,
        notifications=tuple(_notifications(result)),
        standards=tuple((standard.id, standard.title) for standard in result.standards),
        documents=_documents(result, registry),
        plugins=_plugins(registry, rules),
        tool=_tool() if tool is None else tool,
        line_hashes=_line_hashes(findings),
        site_name=result.site_name,
        home=result.home.path,
        host=hosts[0] if hosts else "",
    )


def _rule_info(rule: Rule, registry: Registry) -> RuleInfo:
    plugin = registry.distribution_of(rule.id)
    page = rule_page(rule)
    return RuleInfo(
        rule.id, rule.name, rule.slug, rule.severity, rule.confidence, rule.summary, rule.why, rule.remedy,
        Text(page, page), rule.basis, rule.tags, plugin.distribution if plugin else CORE, rule.replaces,
    )  # fmt: skip


def _documents(result: Result, registry: Registry) -> tuple[StandardInfo, ...]:
    """Return the standards of the run, then all others that a rule or finding names as its basis, by id."""
    named = {basis for rule in result.rules for basis in rule.basis}
    named |= {basis for finding in result.findings for basis in finding.basis}
    in_force = {standard.id: standard for standard in result.standards}
    ids = sorted({basis.partition(":")[0] for basis in named} & registry.standards.keys() - in_force.keys())
    try:
        others = resolve(registry.standards.values(), ids)
    except StandardError:  # one that extends what is not there: it is not in force, and no run is lost for it
        others = ()
    return (
        *(_document(standard, in_force=True) for standard in in_force.values()),
        *(_document(standard, in_force=False) for standard in others),
    )


def _document(standard: Standard, *, in_force: bool) -> StandardInfo:
    source = standard.source
    rows = tuple(TableRow(row.id, row.title) for row in standard.rows)
    return StandardInfo(standard.id, standard.title, source.number, source.issued, source.url, in_force, rows)


def _plugins(registry: Registry, rules: list[RuleInfo]) -> tuple[PluginInfo, ...]:
    used = {rule.plugin for rule in rules} - {CORE}
    found = {info.distribution: PluginInfo(info.distribution, info.version) for info in registry.infos}
    return tuple(found[name] for name in sorted(used))


def _counts(result: Result) -> Counts:
    return Counts(
        files=result.files,
        pages=result.pages,
        unread=len(result.unread),
        error_pages=result.error_pages,
        errors=result.count(Verdict.FAIL, Severity.ERROR),
        warnings=result.count(Verdict.FAIL, Severity.WARNING),
        notes=result.count(Verdict.FAIL, Severity.NOTE),
        reviews=result.count(Verdict.REVIEW),
        passes=result.count(Verdict.PASS),
        suppressed=len(result.suppressed),
        baseline=len(result.known),
    )


def _notifications(result: Result) -> list[Notification]:
    """Return what happened to the run itself: also among the findings, but SARIF has a place of its own for it."""
    kinds = {
        UNREAD_FILE.id: (NotificationKind.UNREAD, Severity.WARNING),
        PLUGIN_FAILED.id: (NotificationKind.PLUGIN_FAILED, Severity.ERROR),
        RULE_FAILED.id: (NotificationKind.RULE_FAILED, Severity.ERROR),
        "GOV0004": (NotificationKind.NOTHING_TO_LINT, Severity.ERROR),
        "GOV0008": (NotificationKind.CUT, Severity.WARNING),
    }
    return [
        Notification(*kinds[finding.rule_id], finding.message, finding.location.path, finding.rule_id)
        for finding in result.findings
        if finding.rule_id in kinds
    ]


def _line_hashes(findings: tuple[Finding, ...]) -> dict[tuple[str, int], str]:
    places = [finding.location for finding in findings]
    return {
        (place.path, place.region.start_line): place.line_hash for place in places if place.region and place.line_hash
    }


def _tool() -> tuple[tuple[str, str], ...]:
    from lxml import etree

    libxml2 = ".".join(map(str, etree.LIBXML_VERSION))
    return ("libxml2", libxml2), ("lxml", etree.__version__), ("python", platform.python_version())
