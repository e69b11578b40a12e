"""Findings as SARIF results, in plain dictionaries: there can be tens of thousands, so they take the short way.

Messages are flat text (GitHub resolves no message ids). Braces in them are left as they are: SARIF 3.11.5 would have
them doubled, but readers undo that only where a message has arguments, and ours never has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from govlint.finding import Finding, Location, Region, Text, Verdict
from govlint.lazy_re import lazy_re
from govlint.lint.findings.fingerprint import NAME as FINGERPRINT
from govlint.report.encode import property_bag
from govlint.report.model import Report, SetAside
from govlint.report.origins import as_location
from govlint.report.sarif_artifacts import MOST_RELATED, Artifacts
from govlint.report.sarif_fix import fixes
from govlint.report.sarif_suppression import accepted
from govlint.report.sarif_taxonomies import Taxonomies

LINE_HASH = "primaryLocationLineHash"

_MOST_LINKED = 5
_FILE_START = Region(1, 1, 1, 1)
_STOPS = "。！？.!?"
_SEE = Text("另见{}。", " See {}.")
_SEE_SOME = Text("另见{}等 {} 处。", " See {} and others, {} in all.")
_COLUMN = "column"
"""The property of a finding that names the column (栏目) it is about; in SARIF the kind of a logical location."""

_TO_ESCAPE_IN_LINK = lazy_re(r"[\\\[\]]")


def results(
    report: Report,
    language: str,
    rules: Mapping[str, Mapping[str, Any]],
    taxonomies: Taxonomies,
    artifacts: Artifacts,
    *,
    logical_only: bool = False,
) -> Iterator[dict[str, Any]]:
    """Yield the SARIF result of each finding of *report*, in order, then of the faults set aside and of those gone.

    *rules* gives for a rule id the properties that point at the rule beside ``ruleId``, *taxonomies* the rows of the
    standards that a basis names, *artifacts* the places of files. With *logical_only* the line hash, which all
    findings of a minified page share, is replaced by govlint's own fingerprint.
    """
    states = _States(any(one.suppression for one in report.set_aside), report.baselined)
    standing = map(SetAside, report.findings, report.fingerprints)
    for one in chain(standing, report.set_aside):
        finding, fingerprint = one.finding, one.fingerprint
        line_hash = fingerprint if logical_only else _line_hash(report, finding.location)
        result: dict[str, Any] = {
            "ruleId": finding.rule_id,
            **rules.get(finding.rule_id, {}),
            "kind": finding.verdict.value,
            "level": finding.severity.value if finding.is_fault else "none",
            "message": {"text": _message(finding, report, language)},
            "locations": [_primary(finding, artifacts)],
            "partialFingerprints": {FINGERPRINT: fingerprint} | ({LINE_HASH: line_hash} if line_hash else {}),
            **states.of("unchanged" if one.known else "new", one.suppression, one.reason),
        }
        if finding.related or finding.origins:
            result["relatedLocations"] = list(_all_related(finding, report, language, artifacts))
        if finding.fix and (changes := fixes(finding.fix, report, artifacts)):
            title = sentence(finding.fix.title.in_language(language), finding.rule_id)
            result["fixes"] = [{"description": {"text": title}, **changes}]
        if taxa := taxonomies.taxa(finding.basis):
            result["taxa"] = taxa
        basis = {"basis": list(finding.basis)} if finding.basis else {}
        if properties := {**basis, **property_bag(finding.properties)}:
            result["properties"] = properties
        yield result
    for gone in report.gone:
        yield {
            "ruleId": gone.rule_id,
            **rules.get(gone.rule_id, {}),
            "kind": Verdict.FAIL.value,
            "level": gone.severity.value,
            "message": {"text": sentence(gone.message, gone.rule_id)},
            "locations": [{"physicalLocation": {"artifactLocation": artifacts.location(gone.path)}}],
            "partialFingerprints": {FINGERPRINT: gone.fingerprint},
            **states.of("absent"),
        }


class _States(NamedTuple):
    """What the results of a run say of their state: by SARIF 3.27.23 and 3.27.24 all of them do, or none."""

    suppressing: bool
    baselined: bool

    def of(self, in_baseline: str, suppression: str = "", reason: str = "") -> dict[str, Any]:
        """Return the properties of a result; *suppression* is ``""`` for one that stands."""
        said: dict[str, Any] = {}
        if self.suppressing:
            said["suppressions"] = [accepted(suppression, reason)] if suppression else []
        if self.baselined:
            said["baselineState"] = in_baseline
        return said


def sentence(text: str, otherwise: str) -> str:
    """Return *text* on one line and with a stop at its end; *otherwise* takes the place of an empty text."""
    flat = _one_line(text) or _one_line(otherwise) or "?"
    # A page can be quoted in a message: what looks like a link there must not become one.
    flat = flat.replace("](", "] (")
    if flat.endswith(tuple(_STOPS)):
        return flat
    return flat + ("." if flat.isascii() else "。")


def _one_line(text: str) -> str:
    return " ".join(text.split()) if "\n" in text or "\r" in text else text.strip()


def _line_hash(report: Report, place: Location) -> str | None:
    return report.line_hashes.get((place.path, (place.region or _FILE_START).start_line))


def _primary(finding: Finding, artifacts: Artifacts) -> dict[str, Any]:
    location: dict[str, Any] = {
        "physicalLocation": _physical(finding.location, artifacts.location(finding.location.path))
    }
    column = next((str(value) for name, value in finding.properties if name == _COLUMN and value), None)
    if column:
        name = column.rpartition("/")[2] or column
        location["logicalLocations"] = [{"name": name, "fullyQualifiedName": column, "kind": _COLUMN}]
    return location


def _all_related(finding: Finding, report: Report, language: str, artifacts: Artifacts) -> Iterator[dict[str, Any]]:
    """Yield the related locations: where in the templates it comes from, then the others."""
    origins = _origins(finding)
    for number, place in enumerate((*origins, *finding.related)[:MOST_RELATED], start=1):
        artifact = artifacts.of_template(place.path) if number <= len(origins) else artifacts.location(place.path)
        yield _related(number, place, report, language, artifact)


def _origins(finding: Finding) -> tuple[Location, ...]:
    return tuple(as_location(origin, only=len(finding.origins) == 1) for origin in finding.origins)


def _related(number: int, place: Location, report: Report, language: str, artifact: dict[str, Any]) -> dict[str, Any]:
    location = {"id": number, "physicalLocation": _physical(place, artifact)}
    if place.note:
        location["message"] = {"text": sentence(place.note.in_language(language), place.path or report.target)}
    return location


def _physical(place: Location, artifact: dict[str, Any]) -> dict[str, Any]:
    start_line, start_column, end_line, end_column = place.region or _FILE_START
    return {
        "artifactLocation": artifact,
        "region": {
            "startLine": start_line,
            "startColumn": start_column,
            "endLine": end_line,
            "endColumn": end_column,
        },
    }


def _message(finding: Finding, report: Report, language: str) -> str:
    text = sentence(finding.message.in_language(language), finding.rule_id)
    if finding.reason:
        gap = " " if language == "en" else ""
        text += gap + sentence(finding.reason.in_language(language), finding.rule_id)
    places = (*_origins(finding), *finding.related)
    if not places:
        return text
    links = (", " if language == "en" else "、").join(_links(places[:_MOST_LINKED], language))
    if len(places) <= _MOST_LINKED:
        return text + _SEE.in_language(language).format(links)
    return text + _SEE_SOME.in_language(language).format(links, len(places))


def _links(places: Iterable[Location], language: str) -> Iterator[str]:
    """Yield a link to each place by its note; a note that was said before is not repeated, its number stands for it."""
    said = set()
    for number, place in enumerate(places, start=1):
        note = place.note.in_language(language).strip().rstrip(_STOPS) if place.note else ""
        yield _link(number, str(number) if note in said else note or _spot(place))
        said.add(note or None)


def _spot(place: Location) -> str:
    return f"{place.path}:{(place.region or _FILE_START).start_line}"


def _link(number: int, label: str) -> str:
    escaped = _TO_ESCAPE_IN_LINK.sub(r"\\\g<0>", _one_line(label))
    return f"[{escaped}]({number})"
