"""A survey in JSON, for programs; its form is ``schemas/survey.schema.json``."""

from __future__ import annotations

from typing import Any, TextIO

from govlint import __version__
from govlint.batch.model import FORMAT_VERSION
from govlint.batch.survey import Group, SiteLine, Survey
from govlint.report import links
from govlint.report.encode import encoder
from govlint.report.model import CORE

_encode = encoder()


def write(survey: Survey, stream: TextIO) -> None:
    """Write *survey* to *stream* (UTF-8, ``newline="\\n"``), each site on a line of its own."""
    ids = [found.id for found in survey.classes]
    head = {
        "$schema": links.SURVEY_SCHEMA,
        "formatVersion": FORMAT_VERSION,
        "tool": {"name": CORE, "version": __version__},
        "days": list(survey.days),
        "mixed": survey.mixed,
        "classes": [
            {"id": found.id, "title": found.title._asdict(), "rules": list(found.rules)} for found in survey.classes
        ],
        "whole": _group(survey.whole, ids),
        "regions": [_group(group, ids) for group in survey.regions],
        "kinds": [_group(group, ids) for group in survey.kinds],
        "frequent": [
            {"ruleId": entry.rule_id, "sites": entry.sites, "faults": entry.faults} for entry in survey.frequent
        ],
    }
    stream.write(_encode(head)[:-1] + ',"sites":[')
    stream.write(",".join("\n" + _encode(_site(site, ids)) for site in survey.sites))
    stream.write("]}\n")


def _group(group: Group, ids: list[str]) -> dict[str, Any]:
    return {
        "name": group.name,
        "sites": group.sites,
        "verdicts": {standing.value: number for standing, number in group.standings},
        "classes": dict(zip(ids, group.classes, strict=True)),
    }


def _site(site: SiteLine, ids: list[str]) -> dict[str, Any]:
    return {
        "key": site.key,
        "name": site.name,
        "code": site.code,
        "region": site.region,
        "kind": site.kind,
        "verdict": site.standing.value,
        "vetoes": list(site.vetoes),
        "total": None if site.low is None or site.high is None else {"low": site.low, "high": site.high},
        "pages": site.pages,
        "unread": site.unread,
        "errors": site.errors,
        "warnings": site.warnings,
        "notes": site.notes,
        "reviews": site.reviews,
        "classes": dict(zip(ids, site.classes, strict=True)),
        "faults": dict(site.faults),
        "asOf": site.as_of or None,
        "reason": site.reason._asdict() if site.reason else None,
    }
