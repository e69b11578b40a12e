"""A Result as a Report: the last step before any format."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from govlint import __version__
from govlint.finding import Finding, Severity, Text, Verdict
from govlint.lint.findings.adjust import OFF
from govlint.lint.findings.fingerprint import fingerprints
from govlint.lint.own_rules import PLUGIN_FAILED, RULE_FAILED, UNREAD_FILE
from govlint.lint.result import Result, position
from govlint.lint.rule import Rule
from govlint.lint.rule_page import rule_page
from govlint.registry import Registry
from govlint.report.coverage import coverage_of
from govlint.report.model import (
    CORE,
    NO_TEXT,
    Counts,
    Gone,
    Notification,
    NotificationKind,
    PluginInfo,
    Provenance,
    Report,
    RuleInfo,
    SetAside,
    StandardInfo,
    TableRow,
)
from govlint.report.overview import NO_OVERVIEW, Overview
from govlint.report.words import CLOCKS, kind_reason

if TYPE_CHECKING:
    from govlint.lint.findings.baseline import Entry
    from govlint.standard.model import Standard


def build_report(
    result: Result,
    registry: Registry,
    exit_code: int,
    *,
    passes: bool = False,
    tool: tuple[tuple[str, str], ...] | None = None,
    provenance: Provenance | None = None,
    whole: bool = False,
    brief: bool = False,
) -> Report:
    """Return the Report of *result*. Passes are left out unless *passes* asks for them.

    *tool* are pairs that describe the program; None asks the libraries. *whole* asks for the overview of the site,
    *brief* for neither the pages of rules nor standards that are not in force.
    """
    findings = tuple(finding for finding in result.findings if passes or finding.verdict is not Verdict.PASS)
    set_aside = _set_aside(result)
    prints = _fingerprints([*findings, *(one.finding for one in set_aside)])
    severities = {rule_id: Severity(name) for rule_id, name in result.severities if name != OFF}
    rules = [_rule_info(rule, registry, severities.get(rule.id), brief) for rule in result.rules]
    hosts = sorted(result.site.hosts) if result.site else []
    tree = result.templates or result.apart
    return Report(
        target=result.name,
        prefix=result.prefix,
        archive=result.archive,
        findings=findings,
        fingerprints=tuple(prints[: len(findings)]),
        rules=tuple(rules),
        counts=_counts(result),
        as_of=result.clock.day,
        as_of_origin=CLOCKS[result.clock.origin],
        site_kind=result.kind.kind,
        site_kind_reason=kind_reason(result.kind.reason),
        version=__version__,
        exit_code=exit_code,
        notifications=tuple(_notifications(result)),
        standards=tuple((standard.id, standard.title) for standard in result.standards),
        documents=_documents(result, registry, brief),
        plugins=_plugins(registry, rules),
        tool=_tool() if tool is None else tool,
        line_hashes=_line_hashes([*findings, *(one.finding for one in set_aside)]),
        site_name=result.site_name,
        home=result.home.path,
        host=hosts[0] if hosts else "",
        set_aside=tuple(
            one._replace(fingerprint=mark) for one, mark in zip(set_aside, prints[len(findings) :], strict=True)
        ),
        gone=tuple(_gone(result.gone, rules, frozenset(prints))),
        baselined=result.baselined,
        provenance=provenance,
        traced=result.traced,
        templates=coverage_of(tree, apart=result.templates is None) if tree else None,
        overview=_overview(result, findings, prints) if whole else NO_OVERVIEW,
    )


def _overview(result: Result, findings: Sequence[Finding], prints: Sequence[str]) -> Overview:
    from govlint.report.build_overview import overview

    return overview(result, {id(finding): mark for finding, mark in zip(findings, prints, strict=False)})


def _rule_info(rule: Rule, registry: Registry, configured: Severity | None, brief: bool) -> RuleInfo:
    plugin = registry.distribution_of(rule.id)
    page = NO_TEXT if brief else Text(rule_page(rule, "zh"), rule_page(rule, "en"))
    return RuleInfo(
        rule.id, rule.name, rule.slug, rule.severity, rule.confidence, rule.summary, rule.why, rule.remedy,
        page, rule.basis, rule.tags, plugin.distribution if plugin else CORE, rule.replaces, configured,
    )  # fmt: skip


def _set_aside(result: Result) -> list[SetAside]:
    """Return the faults that do not count, in the order of findings, as yet without fingerprints."""
    suppressed = [SetAside(one.finding, "", one.kind, one.reason, one.known) for one in result.suppressed]
    known = [SetAside(finding, "", known=True) for finding in result.known]
    return sorted([*suppressed, *known], key=lambda one: position(one.finding))


def _fingerprints(findings: Sequence[Finding]) -> list[str]:
    """Return the fingerprint of each finding, whatever their order: to suppress one of three equals moves none.

    Passes count last, so that a fault has the same fingerprint with them and without.
    """
    order = sorted(range(len(findings)), key=lambda at: (findings[at].verdict is Verdict.PASS, position(findings[at])))
    made = dict(zip(order, fingerprints(findings[at] for at in order), strict=True))
    return [made[at] for at in range(len(findings))]


def _gone(entries: Iterable[Entry], rules: Iterable[RuleInfo], present: Collection[str]) -> Iterator[Gone]:
    """Yield the entries of which nothing is left: of equals that are left in part, the fingerprint still stands."""
    severities = {rule.id: rule.configured or rule.severity for rule in rules}
    for entry in entries:
        if entry.fingerprint not in present:
            yield Gone(entry.rule, severities[entry.rule], entry.path, entry.message, entry.fingerprint)


def _documents(result: Result, registry: Registry, brief: bool) -> tuple[StandardInfo, ...]:
    """Return the standards of the run, then (unless *brief*) all others that a rule or finding names, by id."""
    if brief:
        return tuple(_document(standard, in_force=True) for standard in result.standards)
    from govlint.standard.load import StandardError, resolve

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


def _line_hashes(findings: Iterable[Finding]) -> dict[tuple[str, int], str]:
    places = [finding.location for finding in findings]
    return {
        (place.path, place.region.start_line): place.line_hash for place in places if place.region and place.line_hash
    }


def _tool() -> tuple[tuple[str, str], ...]:
    import platform

    from lxml import etree

    libxml2 = ".".join(map(str, etree.LIBXML_VERSION))
    return ("libxml2", libxml2), ("lxml", etree.__version__), ("python", platform.python_version())
