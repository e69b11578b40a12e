"""The SARIF 2.1.0 report: the run, the tool and its rules, built with sarif_om, around the results.

The only module that imports sarif_om. What is written passes GitHub's limits, SARIF's own validator and the strict
profile in ``schemas/sarif-profile.schema.json``, and is the same byte for byte for the same report: no times, no
absolute paths, everything in a fixed order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TextIO

import sarif_om as om

from govlint.finding import Confidence, Severity, Text, Verdict
from govlint.report import links
from govlint.report.model import CORE, Notification, NotificationKind, Report, RuleInfo
from govlint.report.sarif_dump import chunks
from govlint.report.sarif_result import SOURCE_ROOT, file_location, results, sentence
from govlint.report.sarif_taxonomies import Taxonomies
from govlint.report.subset import cut, with_verdicts
from govlint.report.words import NOTIFICATIONS, rule_markdown

GITHUB_MOST_RESULTS = 25_000
"""GitHub rejects a run with more results (and shows the gravest 5,000)."""

_MOST_TAGS = 10
"""GitHub keeps 10 tags of a rule."""

_MOST_DESCRIPTION = 1024
"""GitHub cuts short and full descriptions behind this many characters."""

_LANGUAGES = {"en": "en", "zh": "zh-CN"}
_LINE_ENDS = ["\r\n", "\r", "\n"]
"""What ends a line for govlint as for HTML; SARIF's default knows no lone carriage return."""

_PRECISION = {Confidence.HIGH: "high", Confidence.MEDIUM: "medium", Confidence.LOW: "low"}
_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}
_ROOT = Text(
    "运行 govlint 的文件夹；被检查的是归档时，为归档的根。",
    "The folder govlint was run in; of an archive, its root.",
)
_CONFIGURATION = frozenset({NotificationKind.PLUGIN_FAILED, NotificationKind.CONFIG, NotificationKind.CUT})


def write(
    reports: Sequence[Report],
    stream: TextIO,
    *,
    language: str = "zh",
    reviews: bool = True,
    passes: bool = False,
    most_results: int | None = GITHUB_MOST_RESULTS,
    logical_fingerprints: bool = False,
) -> None:
    """Write *reports* to *stream* (UTF-8, ``newline="\\n"``) as one SARIF log, each as a run of it.

    *reviews* and *passes* say whether such findings are written beside the faults. Of more than *most_results* in a
    run the gravest are kept, and a notification says so; None writes all. *logical_fingerprints* puts govlint's
    fingerprint in the place of GitHub's line hash, for sites of minified pages (uploads then warn of the difference).
    """
    wanted = {Verdict.FAIL} | ({Verdict.REVIEW} if reviews else set()) | ({Verdict.PASS} if passes else set())
    runs = []
    for report, category in zip(reports, _categories(reports), strict=True):
        chosen = with_verdicts(report, wanted)
        if most_results is not None:
            chosen = cut(chosen, most_results)
        runs.append(_run(chosen, category, language, logical_only=logical_fingerprints))
    stream.writelines(chunks(om.SarifLog(version="2.1.0", schema_uri=links.SARIF_SCHEMA, runs=runs)))
    stream.write("\n")


def _run(report: Report, category: str, language: str, *, logical_only: bool) -> Any:
    components = _components(report.rules)
    references = dict(_references(components))
    taxonomies = Taxonomies(report, language, _LANGUAGES.get(language, _LANGUAGES["zh"]))
    return om.Run(
        tool=_tool(report, components, taxonomies, language),
        automation_details=om.RunAutomationDetails(id=category),
        invocations=[_invocation(report, references, language)],
        language=_LANGUAGES.get(language, _LANGUAGES["zh"]),
        column_kind="utf16CodeUnits",
        newline_sequences=_LINE_ENDS,
        original_uri_base_ids={SOURCE_ROOT: om.ArtifactLocation(description=_message(_ROOT, language))},
        properties=_run_properties(report, language),
        results=results(report, language, references, taxonomies, logical_only=logical_only),
        taxonomies=taxonomies.components() or None,
    )


def _categories(reports: Iterable[Report]) -> Iterator[str]:
    """Yield ``govlint/<site>/`` for each report, no two alike.

    By the category GitHub tells the uploads of different sites apart; of two runs with one category in a file it
    takes neither.
    """
    seen: Counter[str] = Counter()
    for report in reports:
        site = (report.host or report.site_name or report.target).replace("/", "-").strip("-. ") or "site"
        seen[site] += 1
        yield f"{CORE}/{site}/" if seen[site] == 1 else f"{CORE}/{site}-{seen[site]}/"


def _run_properties(report: Report, language: str) -> dict[str, Any]:
    counts = report.counts
    return {
        "asOf": report.as_of.isoformat(),
        "asOfOrigin": report.as_of_origin.in_language(language),
        "siteKind": report.site_kind,
        "siteKindReason": report.site_kind_reason.in_language(language),
        "standards": [standard for standard, _ in report.standards],
        "files": counts.files,
        "pages": counts.pages,
        "unread": counts.unread,
        "reviews": counts.reviews,
        "suppressed": counts.suppressed,
        "baseline": counts.baseline,
    }


# --- the tool and its rules


def _components(rules: Iterable[RuleInfo]) -> dict[str, list[RuleInfo]]:
    """Return the rules of each distribution, sorted by id: the core's first, the others by name."""
    components: dict[str, list[RuleInfo]] = {CORE: []}
    for rule in sorted(rules, key=lambda rule: (rule.plugin, rule.id)):
        components.setdefault(rule.plugin, []).append(rule)
    return components


def _references(components: dict[str, list[RuleInfo]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield for each rule id the properties of a result that point at the rule."""
    for extension, rules in enumerate(components.values(), start=-1):
        for index, rule in enumerate(rules):
            if extension < 0:
                yield rule.id, {"ruleIndex": index}
            else:
                yield rule.id, {"rule": {"id": rule.id, "index": index, "toolComponent": {"index": extension}}}


def _tool(report: Report, components: dict[str, list[RuleInfo]], taxonomies: Taxonomies, language: str) -> Any:
    tag = _LANGUAGES.get(language, _LANGUAGES["zh"])
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


def _message(text: Text, language: str) -> Any:
    return om.Message(text=sentence(text.in_language(language), CORE))


# --- how the run went


def _invocation(report: Report, references: dict[str, dict[str, Any]], language: str) -> Any:
    told: dict[bool, list[Any]] = {True: [], False: []}
    for note in report.notifications:
        told[note.kind in _CONFIGURATION].append(_notification(note, report, references, language))
    overridden = [rule for rule in report.rules if rule.configured not in (None, rule.severity)]
    return om.Invocation(
        execution_successful=report.succeeded,
        exit_code=report.exit_code,
        tool_configuration_notifications=told[True] or None,
        tool_execution_notifications=told[False] or None,
        rule_configuration_overrides=[_override(rule, references) for rule in overridden] or None,
    )


def _notification(note: Notification, report: Report, references: dict[str, dict[str, Any]], language: str) -> Any:
    place = om.Location(physical_location={"artifactLocation": file_location(note.path, report)})
    return om.Notification(
        descriptor={"id": note.kind.value, "index": list(NOTIFICATIONS).index(note.kind)},
        associated_rule=_descriptor(note.rule_id, references) if note.rule_id else None,
        locations=[place] if note.path else None,
        level=note.severity.value,
        message=_message(note.message, language),
    )


def _override(rule: RuleInfo, references: dict[str, dict[str, Any]]) -> Any:
    configured = rule.configured or rule.severity
    return om.ConfigurationOverride(
        descriptor=_descriptor(rule.id, references),
        configuration=om.ReportingConfiguration(level=configured.value),
    )


def _descriptor(rule_id: str, references: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return a SARIF reportingDescriptorReference: the id, and where the rule stands if it is enabled."""
    reference = references.get(rule_id, {})
    if "rule" in reference:
        return dict(reference["rule"])
    return {"id": rule_id} | ({"index": reference["ruleIndex"]} if reference else {})
