"""How a SARIF run went: whether it succeeded, what happened to it, and which rules the user had changed."""

from __future__ import annotations

from typing import Any

import sarif_om as om

from govlint.report.model import CORE, Notification, NotificationKind, Report, RuleInfo
from govlint.report.sarif_artifacts import Artifacts
from govlint.report.sarif_result import sentence
from govlint.report.sarif_tool import References
from govlint.report.words import NOTIFICATIONS

_CONFIGURATION = frozenset({NotificationKind.PLUGIN_FAILED, NotificationKind.CONFIG, NotificationKind.CUT})


def invocation(report: Report, references: References, artifacts: Artifacts, language: str) -> Any:
    """Return the one item of ``run.invocations``."""
    told: dict[bool, list[Any]] = {True: [], False: []}
    for note in report.notifications:
        told[note.kind in _CONFIGURATION].append(_notification(note, references, artifacts, language))
    overridden = [rule for rule in report.rules if rule.configured not in (None, rule.severity)]
    return om.Invocation(
        execution_successful=report.succeeded,
        exit_code=report.exit_code,
        tool_configuration_notifications=told[True] or None,
        tool_execution_notifications=told[False] or None,
        rule_configuration_overrides=[_override(rule, references) for rule in overridden] or None,
    )


def _notification(note: Notification, references: References, artifacts: Artifacts, language: str) -> Any:
    place = om.Location(physical_location={"artifactLocation": artifacts.location(note.path)})
    return om.Notification(
        descriptor={"id": note.kind.value, "index": list(NOTIFICATIONS).index(note.kind)},
        associated_rule=_descriptor(note.rule_id, references) if note.rule_id else None,
        locations=[place] if note.path else None,
        level=note.severity.value,
        message=om.Message(text=sentence(note.message.in_language(language), CORE)),
    )


def _override(rule: RuleInfo, references: References) -> Any:
    configured = rule.configured or rule.severity
    return om.ConfigurationOverride(
        descriptor=_descriptor(rule.id, references),
        configuration=om.ReportingConfiguration(level=configured.value),
    )


def _descriptor(rule_id: str, references: References) -> dict[str, Any]:
    """Return a SARIF reportingDescriptorReference: the id, and where the rule stands if it is enabled."""
    reference = references.get(rule_id, {})
    if "rule" in reference:
        return dict(reference["rule"])
    return {"id": rule_id} | ({"index": reference["ruleIndex"]} if reference else {})
