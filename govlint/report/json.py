"""The JSON report: everything the Reports of a run hold, for programs; its form is ``schemas/report.schema.json``.

Texts are in the language asked for. Each finding stands on a line of its own, so that two reports can be compared
with the tools that compare texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TextIO

from govlint.finding import Finding, Location, Origin
from govlint.report import links
from govlint.report.clip import clip
from govlint.report.counts import counts_value
from govlint.report.coverage import coverage_value
from govlint.report.encode import encoder, property_bag
from govlint.report.model import CORE, Gone, Notification, Report, RuleInfo, SetAside, StandardInfo
from govlint.report.origins import as_location
from govlint.report.overview_json import overview_value

FORMAT_VERSION = "1.4"
"""Raised in its second part when something is added, in its first when something changes its meaning or goes."""

_encode = encoder()


def write(reports: Sequence[Report], stream: TextIO, *, language: str = "zh") -> None:
    """Write *reports* to *stream* (UTF-8, ``newline="\\n"``) as one JSON object."""
    head = {
        "$schema": links.REPORT_SCHEMA,
        "formatVersion": FORMAT_VERSION,
        "language": "en" if language == "en" else "zh",
    }
    stream.write(_encode(head)[:-1] + ',"reports":[')
    for number, report in enumerate(reports):
        stream.write("," if number else "")
        stream.writelines(_report(report, language))
    stream.write("]}\n")


def _report(report: Report, language: str) -> Iterator[str]:
    """Yield the pieces of a report's object: the head on one line, then each item of the long lists on its own."""
    yield "\n" + _encode(_head(report, language))[:-1]
    lists = {
        "rules": (_rule(rule, language) for rule in report.rules),
        "notifications": (_notification(note, language) for note in report.notifications),
        "findings": (
            _finding(finding, fingerprint, report, language)
            for finding, fingerprint in zip(report.findings, report.fingerprints, strict=True)
        ),
        "setAside": (_set_aside(one, report, language) for one in report.set_aside),
        "gone": (_gone(gone) for gone in report.gone),
    }
    yield ',\n"overview":' + _encode(overview_value(report.overview, language))
    for name, items in lists.items():
        yield f',\n"{name}":['
        for number, item in enumerate(items):
            yield (",\n" if number else "\n") + _encode(item)
        yield "]"
    yield "}"


def _head(report: Report, language: str) -> dict[str, Any]:
    return {
        "tool": {
            "name": CORE,
            "version": report.version,
            "properties": dict(report.tool),
            "plugins": [plugin._asdict() for plugin in report.plugins],
        },
        "target": report.target,
        "prefix": report.prefix,
        "archive": report.archive._asdict() if report.archive else None,
        "site": {
            "name": report.site_name,
            "host": report.host,
            "home": report.home,
            "kind": report.site_kind,
            "kindReason": report.site_kind_reason.in_language(language),
        },
        "asOf": report.as_of.isoformat(),
        "asOfOrigin": report.as_of_origin.in_language(language),
        "standards": _standards(report, language),
        "exitCode": report.exit_code,
        "succeeded": report.succeeded,
        "baselined": report.baselined,
        "traced": report.traced._asdict() if report.traced else None,
        "templates": coverage_value(report.templates),
        "counts": counts_value(report.counts),
    }


def _standards(report: Report, language: str) -> list[dict[str, Any]]:
    known = {document.id: document for document in report.documents}
    found = []
    for name, title in report.standards:
        document = known.get(name) or StandardInfo(name, title)
        found.append(
            {
                "id": name,
                "title": title.in_language(language),
                "number": document.number,
                "issued": document.issued.isoformat() if document.issued else None,
                "url": document.url,
            }
        )
    return found


def _rule(rule: RuleInfo, language: str) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": rule.name,
        "slug": rule.slug,
        "severity": (rule.configured or rule.severity).value,
        "confidence": rule.confidence.value,
        "summary": rule.summary.in_language(language),
        "why": rule.why.in_language(language),
        "remedy": rule.remedy.in_language(language),
        "basis": list(rule.basis),
        "tags": list(rule.tags),
        "plugin": rule.plugin,
        "replaces": list(rule.replaces),
    }


def _notification(note: Notification, language: str) -> dict[str, Any]:
    return {
        "kind": note.kind.value,
        "severity": note.severity.value,
        "message": note.message.in_language(language),
        "path": note.path,
        "ruleId": note.rule_id,
    }


def _finding(finding: Finding, fingerprint: str, report: Report, language: str) -> dict[str, Any]:
    return {
        "ruleId": finding.rule_id,
        "verdict": finding.verdict.value,
        "severity": finding.severity.value if finding.is_fault else None,
        "message": finding.message.in_language(language),
        "reason": finding.reason.in_language(language) if finding.reason else None,
        **_place(finding.location),
        "source": _source(finding.location),
        "key": finding.key,
        "fingerprint": fingerprint,
        "basis": list(finding.basis),
        "clauses": [
            {
                "standard": standard.id,
                "number": standard.number,
                "row": row.id if row else None,
                "title": row.title.in_language(language) if row else None,
            }
            for standard, row in report.clauses(finding.basis)
        ],
        "properties": property_bag(finding.properties),
        "related": [
            {**_place(place), "note": place.note.in_language(language) if place.note else None}
            for place in finding.related
        ],
        "origins": [_origin(origin) for origin in finding.origins],
    }


def _origin(origin: Origin) -> dict[str, Any]:
    place = as_location(origin, only=True)
    return {**_place(place), "source": _source(place), "pages": origin.pages}


def _source(place: Location) -> dict[str, Any] | None:
    source = clip(place)
    return {"text": source.text, "offset": source.offset} if source else None


def _set_aside(one: SetAside, report: Report, language: str) -> dict[str, Any]:
    suppression = {"kind": one.suppression, "reason": one.reason} if one.suppression else None
    return {
        "suppression": suppression,
        "inBaseline": one.known,
        "finding": _finding(one.finding, one.fingerprint, report, language),
    }


def _gone(gone: Gone) -> dict[str, Any]:
    return {
        "ruleId": gone.rule_id,
        "severity": gone.severity.value,
        "path": gone.path,
        "message": gone.message,
        "fingerprint": gone.fingerprint,
    }


def _place(place: Location) -> dict[str, Any]:
    region = place.region
    return {
        "path": place.path,
        "region": {
            "startLine": region.start_line,
            "startColumn": region.start_column,
            "endLine": region.end_line,
            "endColumn": region.end_column,
        }
        if region
        else None,
    }
