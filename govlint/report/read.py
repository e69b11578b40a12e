"""Stored JSON reports read back as Reports, so that any format can be made of them later.

A stored report speaks one language, and keeps of each source line what is near its finding; what it never held (the
pages of rules, repository and archive) stays empty.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from govlint.finding import Confidence, Finding, Location, Origin, Region, Severity, Text, Verdict
from govlint.lint.template.traced import Traced
from govlint.report.clip import unclip
from govlint.report.counts import read_counts
from govlint.report.coverage import read_coverage
from govlint.report.model import (
    Gone,
    Notification,
    NotificationKind,
    Report,
    RuleInfo,
    SetAside,
    StandardInfo,
    TableRow,
)
from govlint.report.overview import NO_OVERVIEW
from govlint.report.overview_json import read_overview, same


class ReadError(Exception):
    """A file that is no JSON report of govlint; *text* says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.zh)
        self.text = text


def read_reports(data: bytes) -> list[Report]:
    """Return the reports in *data* (what ``--format json`` wrote, UTF-8). Raises ReadError."""
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ReadError(Text("不是 JSON 文件", "it is no JSON")) from error
    if not isinstance(value, dict) or not isinstance(value.get("formatVersion"), str) or "reports" not in value:
        raise ReadError(Text("不是 govlint 的 JSON 报告", "it is no JSON report of govlint"))
    if (version := value["formatVersion"]).partition(".")[0] != "1":
        raise ReadError(Text(f"不认识的版本 {version}", f"unknown version {version}"))
    try:
        return [_report(report) for report in value["reports"]]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ReadError(Text(f"内容不完整：{error}", f"it is incomplete: {error}")) from error


def _report(value: Mapping[str, Any]) -> Report:
    site = value["site"]
    aside = tuple(_set_aside(one) for one in value.get("setAside", ()))
    return Report(
        target=value["target"],
        prefix=value["prefix"],
        findings=tuple(map(_finding, value["findings"])),
        fingerprints=tuple(str(finding["fingerprint"]) for finding in value["findings"]),
        rules=tuple(map(_rule, value["rules"])),
        counts=read_counts(value["counts"]),
        as_of=date.fromisoformat(value["asOf"]),
        as_of_origin=same(value["asOfOrigin"]),
        site_kind=site["kind"],
        site_kind_reason=same(site["kindReason"]),
        version=value["tool"]["version"],
        exit_code=value["exitCode"],
        notifications=tuple(map(_notification, value["notifications"])),
        standards=tuple((one["id"], same(one["title"])) for one in value["standards"]),
        documents=tuple(_documents(value)),
        tool=tuple(value["tool"]["properties"].items()),
        site_name=site["name"],
        home=site["home"],
        host=site["host"],
        set_aside=aside,
        gone=tuple(map(_gone, value.get("gone", ()))),
        baselined=bool(value.get("baselined", False)),
        templates=read_coverage(value.get("templates")),
        traced=Traced(**value["traced"]) if value.get("traced") else None,
        overview=read_overview(value["overview"]) if value.get("overview") else NO_OVERVIEW,
    )


def _finding(value: Mapping[str, Any]) -> Finding:
    return Finding(
        verdict=Verdict(value["verdict"]),
        message=same(value["message"]),
        location=_place(value),
        key=value["key"],
        related=tuple(map(_place, value["related"])),
        reason=same(value["reason"]) if value["reason"] else None,
        properties=tuple(value["properties"].items()),
        rule_id=value["ruleId"],
        severity=Severity(value["severity"]) if value["severity"] else Severity.WARNING,
        basis=tuple(value["basis"]),
        origins=tuple(map(_origin, value.get("origins", ()))),
    )


def _origin(value: Mapping[str, Any]) -> Origin:
    place = _place(value)
    return Origin(place.path, place.region or Region(1, 1, 1, 1), place.line_text or "", value["pages"])


def _place(value: Mapping[str, Any]) -> Location:
    region, source = value["region"], value.get("source")
    return Location(
        value["path"],
        note=same(value["note"]) if value.get("note") else None,
        region=Region(region["startLine"], region["startColumn"], region["endLine"], region["endColumn"])
        if region
        else None,
        line_text=unclip(source["text"], source["offset"]) if source else None,
    )


def _set_aside(value: Mapping[str, Any]) -> SetAside:
    suppression = value["suppression"] or {"kind": "", "reason": ""}
    finding = value["finding"]
    return SetAside(
        _finding(finding), finding["fingerprint"], suppression["kind"], suppression["reason"], value["inBaseline"]
    )


def _gone(value: Mapping[str, Any]) -> Gone:
    severity = Severity(value["severity"])
    return Gone(value["ruleId"], severity, value["path"], value["message"], value["fingerprint"])


def _rule(value: Mapping[str, Any]) -> RuleInfo:
    return RuleInfo(
        id=value["id"],
        name=value["name"],
        slug=value["slug"],
        severity=Severity(value["severity"]),
        confidence=Confidence(value["confidence"]),
        summary=same(value["summary"]),
        why=same(value.get("why", "")),
        remedy=same(value["remedy"]),
        basis=tuple(value["basis"]),
        tags=tuple(value["tags"]),
        plugin=value["plugin"],
        replaces=tuple(value["replaces"]),
    )


def _documents(value: Mapping[str, Any]) -> Iterable[StandardInfo]:
    """Yield the standards in force with those rows of their tables that findings name."""
    rows: dict[str, dict[str, TableRow]] = {}
    for finding in value["findings"]:
        for clause in finding["clauses"]:
            if clause["row"]:
                rows.setdefault(clause["standard"], {})[clause["row"]] = TableRow(
                    clause["row"], same(clause["title"] or "")
                )
    for one in value["standards"]:
        issued = date.fromisoformat(one["issued"]) if one["issued"] else None
        named = tuple(rows.get(one["id"], {}).values())
        yield StandardInfo(one["id"], same(one["title"]), one["number"], issued, one["url"], rows=named)


def _notification(value: Mapping[str, Any]) -> Notification:
    kind, severity = NotificationKind(value["kind"]), Severity(value["severity"])
    return Notification(kind, severity, same(value["message"]), value["path"], value["ruleId"])
