"""The tool of a SARIF run: govlint and its plugins with all rules that were enabled, hit or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import sarif_om as om

from govlint.finding import Confidence, Severity, Text
from govlint.report import links
from govlint.report.model import CORE, Report, RuleInfo
from govlint.report.sarif_result import sentence
from govlint.report.sarif_taxonomies import Taxonomies
from govlint.report.words import NOTIFICATIONS, rule_markdown

_MOST_TAGS = 10
"""GitHub keeps 10 tags of a rule."""

_MOST_DESCRIPTION = 1024
"""GitHub cuts short and full descriptions behind this many characters."""

_PRECISION = {Confidence.HIGH: "high", Confidence.MEDIUM: "medium", Confidence.LOW: "low"}
_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}

References = Mapping[str, Mapping[str, Any]]
"""For each rule id the properties of a result that point at the rule, beside ``ruleId``."""


def components(rules: Iterable[RuleInfo]) -> dict[str, list[RuleInfo]]:
    """Return the rules of each distribution, sorted by id: the core's first, the others by name."""
    made: dict[str, list[RuleInfo]] = {CORE: []}
    for rule in sorted(rules, key=lambda rule: (rule.plugin, rule.id)):
        made.setdefault(rule.plugin, []).append(rule)
    return made


def references(components: Mapping[str, list[RuleInfo]]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield for each rule id the properties of a result that point at the rule."""
    for extension, rules in enumerate(components.values(), start=-1):
        for index, rule in enumerate(rules):
            if extension < 0:
                yield rule.id, {"ruleIndex": index}
            else:
                yield rule.id, {"rule": {"id": rule.id, "index": index, "toolComponent": {"index": extension}}}


def tool(
    report: Report, components: Mapping[str, list[RuleInfo]], taxonomies: Taxonomies, language: str, tag: str
) -> Any:
    """Return ``run.tool``; *tag* is the language tag of SARIF."""
    driver = om.ToolComponent(
        name=CORE,
        semantic_version=report.version,
        information_uri=links.PROJECT,
        language=tag,
        rules=[_rule(rule, taxonomies, language) for rule in components[CORE]],
        supported_taxonomies=taxonomies.supported() or None,
        notifications=[_notification_kind(kind.value, text, language) for kind, text in NOTIFICATIONS.items()],
        properties=dict(report.tool) or None,
    )
    known = {plugin.name: plugin for plugin in report.plugins}
    extensions = []
    for name, rules in list(components.items())[1:]:
        plugin = known.get(name)
        extensions.append(
            om.ToolComponent(
                name=name,
                version=(plugin.version or None) if plugin else None,
                information_uri=(plugin.url or None) if plugin else None,
                language=tag,
                rules=[_rule(rule, taxonomies, language) for rule in rules],
            )
        )
    return om.Tool(driver=driver, extensions=extensions or None)


def _rule(rule: RuleInfo, taxonomies: Taxonomies, language: str) -> Any:
    summary = sentence(rule.summary.in_language(language), rule.name)
    gap = " " if language == "en" else ""
    why = rule.why.in_language(language)
    remedy = rule.remedy.in_language(language)
    return om.ReportingDescriptor(
        id=rule.id,
        name=rule.name,
        deprecated_ids=list(rule.replaces) or None,
        short_description=_multiformat(_shortened(summary)),
        full_description=_multiformat(_shortened(gap.join(filter(None, (summary, why))))),
        help=_multiformat(
            "\n".join(filter(None, (summary, why, remedy))),
            rule.help_markdown.in_language(language) or rule_markdown(rule, language),
        ),
        help_uri=links.rule_page(rule.id) if rule.plugin == CORE else None,
        default_configuration=om.ReportingConfiguration(level=rule.severity.value),
        relationships=taxonomies.relationships(rule.basis) or None,
        properties={
            "tags": list(rule.tags[:_MOST_TAGS]),
            "precision": _PRECISION[rule.confidence],
            "problem.severity": _PROBLEM[rule.severity],
            "basis": list(rule.basis),
        },
    )


def _notification_kind(kind: str, text: Text, language: str) -> Any:
    """Return the descriptor of a kind of notification; GitHub's validator asks for all three texts here too."""
    words = _multiformat(text.in_language(language))
    return om.ReportingDescriptor(id=kind, short_description=words, full_description=words, help=words)


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST_DESCRIPTION else text[: _MOST_DESCRIPTION - 1] + "…"


def _multiformat(text: str, markdown: str | None = None) -> Any:
    return om.MultiformatMessageString(text=text, markdown=markdown)
