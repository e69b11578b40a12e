"""The lines of a result file; their form is ``schemas/result.schema.json``.

The first line is the head: everything a survey asks of a site. Then comes a line for each finding. Texts are in both
languages, so that a result can be read, compared and counted in either.
"""

from __future__ import annotations

import gzip
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from govlint.batch.model import FORMAT_VERSION, BatchConfig, Failure, SiteRef
from govlint.finding import Finding, Location, Text, Verdict
from govlint.lint.result import Result
from govlint.report import links
from govlint.report.counts import counts_value
from govlint.report.encode import encoder, property_bag
from govlint.report.model import CORE, Report
from govlint.score.card import ScoreCard, Span

encode = encoder()


def site_head(
    ref: SiteRef, config: BatchConfig, digest: str, settings: str, result: Result, report: Report,
    cards: Sequence[ScoreCard],
) -> dict[str, Any]:  # fmt: skip
    """Return the head of a result: which site, made of what (*digest*, *settings*), and what it comes to."""
    return {
        **_start("site", ref, digest, settings),
        "name": ref.name or result.site_name,
        "kind": result.kind.kind,
        "kindReason": result.kind.reason,
        "hosts": sorted(result.site.hosts) if result.site else list(ref.hosts),
        "home": result.home.path,
        "tool": {"name": CORE, "version": config.version, "plugins": [found._asdict() for found in report.plugins]},
        "asOf": result.clock.day.isoformat(),
        "asOfOrigin": result.clock.origin,
        "standards": [standard.id for standard in result.standards],
        "counts": counts_value(report.counts),
        "cards": [_card(card) for card in cards],
        "rules": [rule.id for rule in result.rules],
        "faults": _by_rule(result.findings, Verdict.FAIL),
        "reviews": _by_rule(result.findings, Verdict.REVIEW),
        "broken": [broken._asdict() for broken in result.broken],
    }


def failed_head(ref: SiteRef, config: BatchConfig, digest: str, settings: str, failure: Failure) -> dict[str, Any]:
    """Return the one record of a site without a result."""
    return {
        **_start("failed", ref, digest, settings),
        "name": ref.name,
        "kind": ref.kind,
        "hosts": list(ref.hosts),
        "tool": {"name": CORE, "version": config.version, "plugins": []},
        "failure": failure.kind.value,
        "reason": failure.reason._asdict(),
    }


def _start(record: str, ref: SiteRef, digest: str, settings: str) -> dict[str, Any]:
    return {
        "$schema": links.RESULT_SCHEMA,
        "formatVersion": FORMAT_VERSION,
        "record": record,
        "key": ref.key,
        "code": ref.code,
        "region": ref.region,
        "target": ref.target,
        "digest": digest,
        "settings": settings,
    }


def finding_lines(report: Report) -> Iterator[dict[str, Any]]:
    """Yield the record of each finding of *report*, in its order."""
    for finding, fingerprint in zip(report.findings, report.fingerprints, strict=True):
        yield {
            "record": "finding",
            "ruleId": finding.rule_id,
            "verdict": finding.verdict.value,
            "severity": finding.severity.value if finding.is_fault else None,
            "message": finding.message._asdict(),
            "reason": _text(finding.reason),
            **_place(finding.location),
            "key": finding.key,
            "fingerprint": fingerprint,
            "basis": list(finding.basis),
            "properties": property_bag(finding.properties),
            "related": [{**_place(place), "note": _text(place.note)} for place in finding.related],
        }


def pack(records: Iterable[Mapping[str, Any]]) -> bytes:
    """Return *records* as gzipped JSON lines: the same bytes for the same records, whenever they are made."""
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=buffer, compresslevel=6, mtime=0) as stream:
        for record in records:
            stream.write(encode(record).encode() + b"\n")
    return buffer.getvalue()


def _card(card: ScoreCard) -> dict[str, Any]:
    return {
        "standard": card.standard.id,
        "outcome": card.outcome.value,
        "vetoes": [row.row.id for row in card.vetoes],
        "total": _span(card.total),
        "byFiles": _span(card.by_files),
    }


def _by_rule(findings: Iterable[Finding], verdict: Verdict) -> dict[str, int]:
    return dict(sorted(Counter(finding.rule_id for finding in findings if finding.verdict is verdict).items()))


def _place(place: Location) -> dict[str, Any]:
    region = place.region
    return {
        "path": place.path,
        "line": region.start_line if region else None,
        "column": region.start_column if region else None,
        "endLine": region.end_line if region else None,
        "endColumn": region.end_column if region else None,
    }


def _span(span: Span | None) -> dict[str, float | None] | None:
    return None if span is None else {"low": span.low, "high": span.high if span.is_bounded else None}


def _text(text: Text | None) -> dict[str, str] | None:
    return None if text is None else text._asdict()
